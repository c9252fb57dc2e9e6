"""An arrow from a share at one moment to the same share at a later one.

The shape of the end says the direction, so that nothing depends on colour:
an arrow head to the right or to the left, or a square when nothing changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.figures.drawing import Marks
from helpers.figures.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.style import COLOURS, FAINT, INK, INNER, SHADES, SMALL, text_width
from helpers.numbers import percent
from helpers.table import Cell

#: Lines of text: a row of marks, and the space below it.
_ROW, _GAP = 0.8, 0.55

#: Inches between the middle of a mark and the text beside it.
_SPACE = 0.15

#: Areas of the marks in square points: the start shows around the end.
_START, _END = 150, 90

_RISE, _FALL, _SAME = ">", "<", "s"


@dataclass(frozen=True)
class Change:
    """One share at two moments.

    Attributes
    ----------
    heading : str
        Stands above the arrow.
    start, end : Cell
    light : bool
        Drawn paler, for what is not about a real category.
    """

    heading: str
    start: Cell
    end: Cell
    light: bool = False

    @property
    def known(self) -> bool:
        """Whether there are shares to draw."""
        return self.start.value is not None and self.end.value is not None

    @property
    def shape(self) -> str:
        """The marker of the end."""
        if self.start.value == self.end.value:
            return _SAME
        return _RISE if self.end.value > self.start.value else _FALL


def dumbbells(changes: Sequence[Change], marks: Marks, note: str) -> Figure:
    """Arrows from top to bottom, all on the same scale from zero.

    Parameters
    ----------
    changes
        At least one; all from the same two columns.
    note
        Small, below the picture; what the grey line is follows it.
    """
    cells = [cell for change in changes for cell in (change.start, change.end)]
    margin = max(text_width(marks.label(cell), SMALL) for cell in cells) + _SPACE
    # A round number, because the note says where the line ends.
    longest = max(ceil(max(float(cell.value or 0) for cell in cells) * 10), 1) / 10
    per_inch = longest / (INNER - 2 * margin)
    ax = sheet(new_figure(), -margin * per_inch, longest + margin * per_inch)
    y = _signs(ax, changes[0])
    for change in changes:
        y = heading(ax, change.heading, y)
        _arrow(ax, change, y + _ROW / 2, marks, longest, _SPACE * per_inch)
        y += _ROW + _GAP
    line = f"De grijze lijn loopt van {percent(0, 0)} tot {percent(longest, 0)}."
    return finish_sheet(ax, y - _GAP, marks.keys, f"{note} {line}")


def _signs(ax: Axes, change: Change) -> float:
    """What the marks mean; return where the rows begin."""
    words = f"○ {change.start.column_label.lower()}   ▶ ◀ {change.end.column_label.lower()}   ■ geen verschil"
    ax.text(ax.get_xlim()[0], 0, words, va="top", fontsize=SMALL, color=FAINT)
    return 1.3


def _arrow(ax: Axes, change: Change, y: float, marks: Marks, longest: float, space: float) -> None:
    ax.plot([0, longest], [y, y], color="#e3e5e7", linewidth=1.2, zorder=1)
    if not change.known:
        ax.text(0, y, "geen gegevens", va="center_baseline", fontsize=SMALL, color=FAINT)
        return
    start, end = float(change.start.value), float(change.end.value)
    example = marks.is_example(change.start) or marks.is_example(change.end)
    strong = COLOURS["total"] if change.light else SHADES[0]
    ax.plot([start, end], [y, y], color=strong, linewidth=2.5, linestyle=(0, (1.2, 0.8)) if example else "-", zorder=2)
    ax.scatter(start, y, s=_START, **marks.look(change.start, COLOURS["total"], light=True), zorder=3)
    # A white rim keeps the end apart from the hatching of the start.
    ax.scatter(end, y, s=1.8 * _END, marker=change.shape, color="white", zorder=3.5)
    ax.scatter(end, y, s=_END, marker=change.shape, **marks.look(change.end, strong), zorder=4)
    # The start is on the left unless the share fell.
    left, right = (change.end, change.start) if end < start else (change.start, change.end)
    for cell, x, ha in [(left, min(start, end) - space, "right"), (right, max(start, end) + space, "left")]:
        ground = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        letters = marks.letters(cell) | {"fontsize": SMALL, "color": FAINT if cell is change.start else INK}
        ax.text(x, y, marks.label(cell), ha=ha, va="center_baseline", bbox=ground, zorder=2, **letters)
