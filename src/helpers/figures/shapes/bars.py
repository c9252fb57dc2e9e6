"""Horizontal bars from a common zero, each with its own number.

Labels stand above their bars, not beside them: on a telephone there is no
room for both. The number of a bar that is alone under its label stands there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.shapes.style import INNER, text_width
from helpers.tables.table import Cell

#: Lines of text: a bar with the space below it, its thickness, that of one that is alone, and between groups.
_STEP, _THICKNESS, _THIN, _GAP = 0.97, 0.72, 0.45, 0.17


#: What a further line of a name takes.
_LINE = 1.1

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
        Stands before the bar, broken into lines already; may be empty.
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
    left = max(max(map(text_width, bar.name.split("\n"))) + _SPACE if bar.name else 0 for bar in bars)
    right = max(text_width(marks.label(bar.cell)) + 2 * _SPACE if bar.name else 0 for bar in bars)
    longest = max((marks.end(bar.cell) for bar in bars), default=0) or 1
    per_inch = longest / (INNER - left - right)
    ax = sheet(new_figure(), -left * per_inch, longest + right * per_inch)
    y = 0.0
    for group in groups:
        if group.bars[0].name:
            y = heading(ax, group.heading, y)
            for bar in group.bars:
                y = _named(ax, bar, y, marks, _SPACE * per_inch)
        else:
            y = _alone(ax, group, y, marks)
        y += _GAP
    return finish_sheet(ax, y - _GAP, marks.keys, note)


def _named(ax: Axes, bar: Bar, y: float, marks: Marks, space: float) -> float:
    """Draw a bar between its name and its number, with its top at `y`; return where the next one goes."""
    more = bar.name.count("\n") * _LINE
    middle = y + (_THICKNESS + more) / 2
    _rectangle(ax, marks.pieces(bar.cell, bar.colour, light=bar.light), middle - _THICKNESS / 2, _THICKNESS)
    ax.text(-space, middle, bar.name, ha="right", va="center" if more else "center_baseline", linespacing=1.1)
    words, place = marks.label(bar.cell), marks.end(bar.cell) + space
    ax.text(place, middle, words, va="center_baseline", **marks.letters(bar.cell))
    return y + _STEP + more


def _alone(ax: Axes, group: Group, y: float, marks: Marks) -> float:
    """A label and a number with their one bar below them; return where the next one goes."""
    (bar,) = group.bars
    number = marks.label(bar.cell)
    ax.text(ax.get_xlim()[1], y, number, ha="right", va="top", **marks.letters(bar.cell))
    y = heading(ax, group.heading, y, room=INNER - text_width(number) - _SPACE)
    _rectangle(ax, marks.pieces(bar.cell, bar.colour, light=bar.light), y, _THIN)
    if bar.part:
        # A lighter beginning, and its name below.
        _rectangle(ax, marks.pieces(bar.part, bar.colour, light=True), y, _THIN)
        words = f"↑ {bar.part.row_label}: {marks.label(bar.part)}"
        ax.text(0, y + _THIN + 0.1, words, va="top", **marks.letters(bar.part))
    return y + _THIN + (1.1 if bar.part else 0) + _GAP


def _rectangle(ax: Axes, pieces: Iterable[tuple[float, float, dict[str, Any]]], y: float, thickness: float) -> None:
    """Draw the pieces of a bar with its top at `y`."""
    for start, end, look in pieces:
        ax.add_patch(Rectangle((start, y), end - start, thickness, **look))
