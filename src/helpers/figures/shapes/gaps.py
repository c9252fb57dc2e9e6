"""Differences between two groups, sorted: in which rows is one ahead of the other?

Rows stand in blocks by direction, and the shape of a mark says it again; an
open mark and slight letters are for few people. Nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, key, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, FAINT, INK, INNER, fill, text_width, wrap
from helpers.tables.table import Cell

#: Lines of text: a mark with the white around it, and the space below a block.
_ROW, _BELOW = 0.56, 0.25


#: Inches between two things.
_SPACE = 0.1


#: Area of a mark in square points.
_MARK = 60


@dataclass(frozen=True)
class Gap:
    """The difference between two groups in one row.

    Attributes
    ----------
    name : str
    difference, low, high : Cell
        In percentage points: the second group minus the first, and its interval.
    sizes : tuple of str
        What stands behind the row for each group, such as ``3/9``.
    certain : bool
        Whether the difference is more than chance: a star and bold letters.
    faint : bool
        Whether there are so few people that it is drawn slightly.
    """

    name: str
    difference: Cell
    low: Cell
    high: Cell
    sizes: tuple[str, str]
    certain: bool
    faint: bool

    @property
    def direction(self) -> int:
        """1 when the second group is ahead, -1 when the first is, else 0."""
        return (self.difference.value > 0) - (self.difference.value < 0)

    @property
    def text(self) -> str:
        """The difference with its sign, such as ``+57`` or ``-24``; a star when certain."""
        sign = {1: "+", -1: "-", 0: ""}[self.direction]
        return f"{sign}{self.difference.text.lstrip('-')}{'*' * self.certain}"


#: By direction: the marker, and which group gives the colour.
_SHAPES = {1: ">", 0: "s", -1: "<"}


@dataclass(frozen=True)
class _Layout:
    """Places along x, in percentage points; `names` is the room for a name, in inches."""

    left: float
    low: float
    high: float
    difference: float
    first: float
    second: float
    names: float


def gaps(rows: Sequence[Gap], groups: Sequence[tuple[str, str]], marks: Marks, note: str) -> Figure:
    """Differences from the largest for the second group to the largest for the first.

    Parameters
    ----------
    rows
        At least one, each with a difference.
    groups
        Key of `COLOURS` and name of the first and of the second group.
    """
    layout = _layout(rows)
    ax = sheet(new_figure(), layout.left, layout.second)
    (first, first_name), (second, second_name) = groups
    y = _columns(ax, layout, first_name, second_name)
    blocks = {
        1: (f"▶ Meer vooruit bij {second_name}", COLOURS[second]),
        0: ("■ Evenveel vooruit", COLOURS["total"]),
        -1: (f"◀ Meer vooruit bij {first_name}", COLOURS[first]),
    }
    for direction, (words, colour) in blocks.items():
        block = sorted(
            (row for row in rows if row.direction == direction), key=lambda row: row.difference.value, reverse=True
        )
        if not block:
            continue
        y = heading(ax, f"{words} ({len(block)})", y, bold=True)
        for row in block:
            y = _row(ax, row, y, marks, layout, colour)
        y += _BELOW
    keys = [key("flets: weinig beoordeeld", **fill(COLOURS["total"], light=True))] if _any_faint(rows) else []
    return finish_sheet(ax, y - _BELOW, [*marks.keys, *keys], note)


def _any_faint(rows: Sequence[Gap]) -> bool:
    return any(row.faint for row in rows)


def _layout(rows: Sequence[Gap]) -> _Layout:
    difference = max(text_width(row.text) for row in rows) + _SPACE
    widths = [max(map(text_width, sizes)) + _SPACE for sizes in zip(*(row.sizes for row in rows), strict=True)]
    low = min(0.0, *(float(row.low.value) for row in rows))
    high = max(0.0, *(float(row.high.value) for row in rows))
    per_inch = (high - low) / (INNER - 2 * _SPACE)
    end = high + _SPACE * per_inch
    return _Layout(
        *(low - _SPACE * per_inch, low, high),
        difference=end - sum(widths) * per_inch,
        first=end - widths[1] * per_inch,
        second=end,
        names=INNER - difference - sum(widths),
    )


def _columns(ax: Axes, layout: _Layout, first: str, second: str) -> float:
    """What the numbers on the right are, each a line lower: side by side the words have no room; return the end."""
    columns = {layout.difference: "verschil in procentpunten", layout.first: first, layout.second: second}
    for y, (x, words) in enumerate(columns.items()):
        ax.text(x, y, words, ha="right", va="top", color=FAINT)
    return len(columns) + 0.2


def _row(ax: Axes, row: Gap, y: float, marks: Marks, layout: _Layout, colour: str) -> float:
    """Draw the name and the numbers of a row, the interval and the mark below; return where the next one goes."""
    name, ink = wrap(row.name, layout.names), FAINT if row.faint else INK
    ax.text(layout.left, y, name, va="top", linespacing=1.1, color=ink)
    letters = marks.letters(row.difference) | {"weight": "bold" if row.certain else "normal"}
    ax.text(layout.difference, y, row.text, ha="right", va="top", color=ink, **letters)
    for x, size in zip((layout.first, layout.second), row.sizes, strict=True):
        ax.text(x, y, size, ha="right", va="top", color=ink)
    y += name.count("\n") + 1
    middle = y + _ROW * 0.35
    ax.plot([0, 0], [y, y + _ROW * 0.7], color=INK, linewidth=1.2, zorder=1.5)
    ax.plot([float(row.low.value), float(row.high.value)], [middle] * 2, color="#aeb4ba", linewidth=2, zorder=1)
    look = marks.look(row.difference, colour, light=row.faint)
    ax.scatter(float(row.difference.value), middle, s=_MARK, marker=_SHAPES[row.direction], **look, zorder=3)
    return y + _ROW
