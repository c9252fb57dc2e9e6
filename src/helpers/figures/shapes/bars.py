"""Horizontal bars from a common zero, each with its own number beside it.

Labels stand above their bars, not beside them: on a telephone there is no
room for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.shapes.style import INNER, SIZE, SMALL, text_width
from helpers.tables.table import Cell

#: Lines of text: a bar with the space below it, its thickness, and between groups.
_STEP, _THICKNESS, _GAP = 1.1, 0.85, 0.45


#: Inches between a bar and the text beside it.
_SPACE = 0.08


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes
    ----------
    cell : Cell
        A share; the length.
    colour : str
    name : str
        Stands before the bar; may be empty.
    light : bool
        Filled with a tint of the colour.
    part : Cell or None
        A part of this bar, drawn lighter at its beginning and named below it.
    """

    cell: Cell
    colour: str
    name: str = ""
    light: bool = False
    part: Cell | None = None


@dataclass(frozen=True)
class Group:
    """Bars under one heading."""

    heading: str
    bars: tuple[Bar, ...]


def grouped_bars(groups: Sequence[Group], marks: Marks, note: str) -> Figure:
    """Groups of bars, from top to bottom, all on the same scale."""
    bars = [bar for group in groups for bar in group.bars]
    left = max(text_width(bar.name) + _SPACE if bar.name else 0 for bar in bars)
    right = max(text_width(marks.label(bar.cell)) for bar in bars) + 2 * _SPACE
    longest = max((marks.end(bar.cell) for bar in bars), default=0) or 1
    per_inch = longest / (INNER - left - right)
    ax = sheet(new_figure(), -left * per_inch, longest + right * per_inch)
    y = 0.0
    for group in groups:
        y = heading(ax, group.heading, y)
        for bar in group.bars:
            y = _bar(ax, bar, y, marks, _SPACE * per_inch)
        y += _GAP
    return finish_sheet(ax, y - _GAP, marks.keys, note)


def _bar(ax: Axes, bar: Bar, y: float, marks: Marks, space: float) -> float:
    """Draw a bar with its top at `y`; return where the next one goes."""
    middle = y + _THICKNESS / 2
    for start, end, look in marks.pieces(bar.cell, bar.colour, light=bar.light):
        ax.add_patch(Rectangle((start, y), end - start, _THICKNESS, **look))
    ax.text(-space, middle, bar.name, ha="right", va="center_baseline")
    words = marks.label(bar.cell)
    ax.text(marks.end(bar.cell) + space, middle, words, va="center_baseline", **marks.letters(bar.cell))
    y += _STEP
    return _part(ax, bar.part, bar.colour, y, marks) if bar.part else y


def _part(ax: Axes, part: Cell, colour: str, y: float, marks: Marks) -> float:
    """The lighter beginning of the bar above `y`, and its name at `y`."""
    for start, end, look in marks.pieces(part, colour, light=True):
        ax.add_patch(Rectangle((start, y - _STEP), end - start, _THICKNESS, **look))
    ax.text(0, y, f"↑ {part.row_label}: {marks.label(part)}", va="top", fontsize=SMALL, **marks.letters(part))
    return y + SMALL / SIZE
