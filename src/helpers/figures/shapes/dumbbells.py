"""An arrow from a share or a mean at one moment to the same one at a later moment.

The start is an upright line and the end the tip of an arrow, or a square when nothing
changed, so that nothing depends on colour and neither hides the other.
Below each arrow two thin lines say how sure both shares are, where they are fixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.dutch.numbers import percent
from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, FAINT, INK, INNER, SHADES, text_width
from helpers.inference.sampling import SENTENCE
from helpers.tables.table import Cell

#: Lines of text: a row of marks, and the space below it.
_ROW, _GAP = 0.9, 0.25


#: Lines of text: from a row to the middle of each interval below it, and half the tick on it.
_INTERVALS, _TICK = (0.14, 0.4), 0.1


#: Inches between the middle of a mark and the text beside it.
_SPACE = 0.13


#: Markers as outlines: an upright line, heads with their tip at the number, a square. The line is
#: higher than the others, so that it shows where the change is small.
_START = ((-0.14, -1), (0.14, -1), (0.14, 1), (-0.14, 1))
_RISE, _FALL = ((0, 0), (-1, 0.6), (-1, -0.6)), ((0, 0), (1, 0.6), (1, -0.6))
_SAME = ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))


#: How large they are drawn, in square points.
_START_AREA, _END_AREA = 200, {_RISE: 150, _FALL: 150, _SAME: 60}


@dataclass(frozen=True)
class Change:
    """One share or mean at two moments.

    Attributes
    ----------
    heading : str
        Stands above the arrow; may be empty.
    start, end : Cell
    light : bool
        Drawn paler, for what is not about a real category.
    few : bool
        About so few people that it is drawn slightly.
    name : str
        Stands before the arrow; may be empty.
    colour : str
        Of the arrow and its end.
    block : str
        A heading above this arrow and those that follow; may be empty.
    """

    heading: str
    start: Cell
    end: Cell
    light: bool = False
    few: bool = False
    name: str = ""
    colour: str = SHADES[0]
    block: str = ""

    @property
    def known(self) -> bool:
        """Whether there are numbers to draw."""
        return self.start.value is not None and self.end.value is not None

    @property
    def shape(self) -> tuple[tuple[float, float], ...]:
        """The marker of the end."""
        if self.start.value == self.end.value:
            return _SAME
        return _RISE if self.end.value > self.start.value else _FALL


@dataclass(frozen=True)
class Scale:
    """The scale of all arrows: its ends, where it has a tick, and what the note says of it."""

    low: float
    high: float
    ticks: tuple[int, ...] = ()
    words: str = ""


def score_scale(low: int, high: int) -> Scale:
    """The scale of a mean score, with a tick at every whole one."""
    words = f"De grijze lijn loopt van score {low} tot {high}, met een streepje bij elke score."
    return Scale(low, high, tuple(range(low, high + 1)), words)


def _share_scale(ends: Sequence[float]) -> Scale:
    # A round number, because the note says where the line ends.
    longest = max(ceil(max(ends) * 10), 1) / 10
    return Scale(0, longest, words=f"De grijze lijn loopt van {percent(0, 0)} tot {percent(longest, 0)}.")


def dumbbells(changes: Sequence[Change], marks: Marks, note: str, scale: Scale | None = None) -> Figure:
    """Arrows from top to bottom, all on the same scale.

    Parameters
    ----------
    changes
        At least one; all starts from columns with one label, and all ends.
    note
        Small, below the picture; what the lines are follows it.
    scale
        For anything but shares; those have a scale from zero.
    """
    cells = [cell for change in changes for cell in (change.start, change.end)]
    intervals = [marks.interval(cell) for cell in cells]
    room = _INTERVALS[-1] + _TICK if any(intervals) else 0
    ends = [float(cell.value or 0) for cell in cells] + [interval[1] for interval in intervals if interval]
    scale = scale or _share_scale(ends)
    margin = max(text_width(_number(cell)) for cell in cells) + _SPACE
    names = max(text_width(change.name) + _SPACE if change.name else 0 for change in changes)
    per_inch = (scale.high - scale.low) / (INNER - names - 2 * margin)
    ax = sheet(new_figure(), scale.low - (names + margin) * per_inch, scale.high + margin * per_inch)
    y = _signs(ax, changes[0])
    for change in changes:
        if change.block:
            y = heading(ax, change.block, y + _GAP, bold=True)
        if change.heading:
            y = heading(ax, change.heading, y)
        ink = FAINT if change.few else INK
        ax.text(ax.get_xlim()[0], y + _ROW / 2, change.name, va="center_baseline", color=ink)
        _arrow(ax, change, y + _ROW / 2, marks, scale, _SPACE * per_inch)
        for cell, below in zip((change.start, change.end), _INTERVALS, strict=True):
            _interval(ax, cell, y + _ROW + below, marks)
        y += _ROW + room + _GAP
    return finish_sheet(ax, y - _GAP, marks.keys, " ".join([note, scale.words, *_about(intervals)]))


def _about(intervals: Sequence[tuple[float, float] | None]) -> list[str]:
    """What the thin lines are, and why some are not there; nothing without any."""
    if not any(intervals):
        return []
    lines = "Dunne lijnen: het interval (95%) van elk aandeel, boven dat bij de start, onder dat van later."
    missing = ["Geen lijn: het aandeel of zijn n ligt niet vast."] if None in intervals else []
    return [lines, *missing, SENTENCE]


def _signs(ax: Axes, change: Change) -> float:
    """What the marks mean; return where the rows begin."""
    start, end = (cell.column_label.rpartition(" · ")[2].lower() for cell in (change.start, change.end))
    words = f"❘ {start}  ▶ ◀ {end}  ■ gelijk"
    ax.text(ax.get_xlim()[0], 0, words, va="top", color=FAINT)
    return 1.3


def _number(cell: Cell) -> str:
    """A share without its count, for which an arrow leaves no room, or a mean."""
    return cell.text.partition(" ")[0]


def _interval(ax: Axes, cell: Cell, y: float, marks: Marks) -> None:
    """A thin line with a tick at the share itself."""
    interval = marks.interval(cell)
    if interval:
        ax.plot(interval, [y, y], color=FAINT, linewidth=1.5, gid=f"interval {cell.row} {cell.column}")
        ax.plot([float(cell.value)] * 2, [y - _TICK, y + _TICK], color=FAINT, linewidth=1.5)


def _arrow(ax: Axes, change: Change, y: float, marks: Marks, scale: Scale, space: float) -> None:
    if not change.known:
        # Without the line of the scale, which would strike the words through.
        ax.text(scale.low, y, "geen gegevens", va="center_baseline", color=FAINT)
        return
    ax.plot([scale.low, scale.high], [y, y], color="#e3e5e7", linewidth=1.2, zorder=1)
    for tick in scale.ticks:
        ax.plot([tick, tick], [y - 0.2, y + 0.2], color="#c9ccd0", linewidth=1, zorder=1)
    start, end = float(change.start.value), float(change.end.value)
    example = marks.is_example(change.start) or marks.is_example(change.end)
    strong = COLOURS["total"] if change.light else change.colour
    dashes = (0, (1.2, 0.8)) if example else "-"
    ax.plot([start, end], [y, y], color=strong, linewidth=1.2 if change.few else 2.5, linestyle=dashes, zorder=2)
    ax.scatter(start, y, s=_START_AREA, marker=_START, **marks.look(change.start, COLOURS["total"]), zorder=3)
    look = marks.look(change.end, strong, light=change.few)
    ax.scatter(end, y, s=_END_AREA[change.shape], marker=change.shape, **look, zorder=4)
    # The start is on the left unless the share fell.
    left, right = (change.end, change.start) if end < start else (change.start, change.end)
    for cell, x, ha in [(left, min(start, end) - space, "right"), (right, max(start, end) + space, "left")]:
        ground = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        letters = marks.letters(cell) | {
            "color": FAINT if change.few or cell is change.start else INK,
        }
        ax.text(x, y, _number(cell), ha=ha, va="center_baseline", bbox=ground, zorder=2, **letters)
