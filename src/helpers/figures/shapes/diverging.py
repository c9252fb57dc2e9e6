"""Bars on both sides of a line: who moved forward to the right, who did not to the left.

The line stands between "stable" and "improved", so that the bars that matter
most begin at the same place in every row. Place and number say what is what;
nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, key, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, FAINT, INK, INNER, SHADES, fill, text_width
from helpers.tables.table import Cell

#: Lines of text: a bar, the space below it, below a block.
_THICKNESS, _GAP, _BELOW = 0.9, 0.25, 0.3


#: Inches between a bar and its number, and between two columns.
_SPACE, _BETWEEN = 0.05, 0.2


#: Fill of the stable and of those that fell back.
STABLE, WORSENED = SHADES[3], SHADES[0]


@dataclass(frozen=True)
class Moves:
    """How many moved forward, stayed and fell back: a bar; None values where nobody was rated.

    With `few`, so few people were rated that it is drawn slightly.
    """

    improved: Cell
    stable: Cell
    worsened: Cell
    few: bool = False

    @property
    def known(self) -> bool:
        """Whether there is anything to draw."""
        return None not in (self.improved.value, self.stable.value, self.worsened.value)

    @property
    def left(self) -> int:
        """How far the bar goes to the left."""
        return int(self.stable.value + self.worsened.value) if self.known else 0

    @property
    def right(self) -> int:
        """How far it goes to the right."""
        return int(self.improved.value) if self.known else 0


@dataclass(frozen=True)
class Row:
    """One bar in each column.

    Attributes
    ----------
    heading : str
        Stands above the bars.
    bars : tuple of Moves
    block : str
        A heading above this row and those that follow; may be empty.
    """

    heading: str
    bars: tuple[Moves, ...]
    block: str = ""


@dataclass(frozen=True)
class _Column:
    """Where a column stands: the place of its line, and its ends, in numbers of people."""

    left: float
    zero: float
    right: float
    colour: str


def diverging_bars(rows: Sequence[Row], columns: Sequence[tuple[str, str]], marks: Marks, note: str) -> Figure:
    """Rows of bars, from top to bottom, all on the same scale.

    Parameters
    ----------
    rows
        At least one.
    columns
        Key of `COLOURS` and name of each column, in the order of the bars.
    """
    placed, per_inch = _columns(rows, columns)
    ax = sheet(new_figure(), placed[0].left, placed[-1].right)
    y = 0.0
    if len(columns) > 1:
        for column, (_, name) in zip(placed, columns, strict=True):
            ax.text(column.zero, y, name, ha="center", va="top", weight="bold")
        y += 1.3
    for row in rows:
        if row.block:
            y = heading(ax, row.block, y + _BELOW, bold=True)
        y = heading(ax, row.heading, y)
        for column, bar in zip(placed, row.bars, strict=True):
            _bar(ax, bar, column, y, marks, per_inch)
        y += _THICKNESS + _GAP
    return finish_sheet(ax, y, [*marks.keys, *_keys(columns)], note)


def _keys(columns: Sequence[tuple[str, str]]) -> list:
    where = [f" ({name})" if len(columns) > 1 else "" for _, name in columns]
    forward = [fill(COLOURS[group]) for group, _ in columns]
    return [
        key("links, vol: achteruit", **fill(WORSENED)),
        key("links, leeg: gelijk gebleven", **fill(STABLE)),
        *(key(f"rechts van de lijn: vooruit{name}", **look) for name, look in zip(where, forward, strict=True)),
    ]


def _columns(rows: Sequence[Row], columns: Sequence[tuple[str, str]]) -> tuple[list[_Column], float]:
    """Where the columns stand, and how many people go in an inch."""
    ends = [
        (max(row.bars[i].left for row in rows), max(row.bars[i].right for row in rows)) for i in range(len(columns))
    ]
    number = max(text_width(cell.text) for cell in _cells(rows)) + 2 * _SPACE
    people = max(sum(left + right for left, right in ends), 1)
    per_inch = people / (INNER - 2 * len(columns) * number - (len(columns) - 1) * _BETWEEN)
    placed, at = [], 0.0
    for (left, right), (group, _) in zip(ends, columns, strict=True):
        zero = at + number * per_inch + left
        placed.append(_Column(at, zero, zero + right + number * per_inch, COLOURS[group]))
        at = placed[-1].right + _BETWEEN * per_inch
    return placed, per_inch


def _cells(rows: Sequence[Row]) -> list[Cell]:
    return [cell for row in rows for bar in row.bars for cell in (bar.improved, bar.stable, bar.worsened)]


def _bar(ax: Axes, bar: Moves, column: _Column, y: float, marks: Marks, per_inch: float) -> None:
    """Draw a bar with its top at `y`; the number of those that stayed stands left of it where it has no room within."""
    middle, space = y + _THICKNESS / 2, _SPACE * per_inch
    if not bar.known:
        ax.text(column.zero, middle, "geen cijfers", ha="center", va="center_baseline", color=FAINT)
        return
    improved, stable, worsened = (float(cell.value) for cell in (bar.improved, bar.stable, bar.worsened))
    parts = [
        (bar.worsened, column.zero - stable - worsened, WORSENED),
        (bar.stable, column.zero - stable, STABLE),
        (bar.improved, column.zero, column.colour),
    ]
    for cell, x, colour in parts:
        light = bar.few and cell is bar.improved
        if cell.value:
            ax.add_patch(Rectangle((x, y), float(cell.value), _THICKNESS, **marks.look(cell, colour, light=light)))
    ax.plot([column.zero] * 2, [y - 0.1, y + _THICKNESS + 0.1], color=INK, linewidth=1.4, zorder=3)
    _number(ax, bar.improved, column.zero + improved + space, middle, "left", marks)
    left = column.zero - stable - worsened - space
    if worsened:
        _number(ax, bar.worsened, left, middle, "right", marks)
    if stable and (worsened or text_width(bar.stable.text) * per_inch <= stable):
        _number(ax, bar.stable, column.zero - stable / 2, middle, "center", marks)
    elif stable:
        _number(ax, bar.stable, left, middle, "right", marks)


def _number(ax: Axes, cell: Cell, x: float, y: float, ha: str, marks: Marks) -> None:
    letters = marks.letters(cell) | {"zorder": 4}
    if ha == "center" and marks.is_example(cell):
        # Letters on hatching cannot be read: they get a light ground.
        letters["bbox"] = {"facecolor": STABLE, "edgecolor": "none", "pad": 0.8}
    ax.text(x, y, cell.text, ha=ha, va="center_baseline", **letters)
