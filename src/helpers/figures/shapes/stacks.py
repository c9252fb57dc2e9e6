"""Bars that show a whole, divided into parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.shapes.style import FAINT, INNER, ink_on, text_width, wrap
from helpers.tables.table import Cell

#: Lines of text: thickness of a bar, numbers below it, between bars.
_THICKNESS, _BELOW, _GAP = 1.12, 1.1, 0.2


#: Inches between two numbers, and on both sides of a number within a part.
_SPACE = 0.05


@dataclass(frozen=True)
class Part:
    """One part of a bar: the share it shows and how it is filled."""

    cell: Cell
    colour: str
    light: bool = False


@dataclass(frozen=True)
class Stack:
    """A whole: a heading and its parts from left to right."""

    heading: str
    parts: tuple[Part, ...]


def stacked_bars(
    stacks: Sequence[Stack],
    marks: Marks,
    label: Callable[[Cell], str],
    note: str,
    keys: Sequence[Patch] = (),
    ends: tuple[str, str] | None = None,
) -> Figure:
    """Bars of 100%, from top to bottom.

    Parameters
    ----------
    label
        The text of a part: within it where that fits, else below the bar.
    keys
        What the fills mean; needed when there are more than two parts.
    ends
        Names of the first and of the last part, written above the bars.
    """
    ax = sheet(new_figure(), 0, 1)
    y = _ends(ax, ends) if ends else 0.0
    for stack in stacks:
        y = _bar(ax, stack, heading(ax, stack.heading, y), marks, label) + _GAP
    open_ends = "Gestippeld: niet bekend." if any(map(_is_open, stacks)) else ""
    return finish_sheet(ax, y - _GAP, [*marks.keys, *keys], f"{note} {open_ends}".strip())


def _is_open(stack: Stack) -> bool:
    """Whether the parts leave something: dossiers in which nobody recorded an answer."""
    return _known(stack) and sum(part.cell.value for part in stack.parts) < 1


def _known(stack: Stack) -> bool:
    return all(part.cell.value is not None for part in stack.parts)


def _ends(ax: Axes, names: tuple[str, str]) -> float:
    signs = ("■", "□")
    words = [f"{sign} {name}" for sign, name in zip(signs, names, strict=True)]
    # The longer of the two gets more of the room.
    widths = [text_width(each) ** 0.5 for each in words]
    first, last = (
        wrap(each, (INNER - 2 * _SPACE) * width / sum(widths)) for each, width in zip(words, widths, strict=True)
    )
    ax.text(0, 0, first, va="top", linespacing=1.1)
    ax.text(1, 0, last, va="top", ha="right", linespacing=1.1)
    return max(text.count("\n") for text in (first, last)) + 1.3


def _bar(ax: Axes, stack: Stack, y: float, marks: Marks, label: Callable[[Cell], str]) -> float:
    """Draw the parts with their top at `y`; return where the next thing goes."""
    parts = [part for part in stack.parts if part.cell.value]
    ends = list(accumulate((float(part.cell.value) for part in parts), initial=0.0))
    outside = []
    ax.add_patch(Rectangle((0, y), 1, _THICKNESS, facecolor="white", edgecolor=FAINT, linestyle=":"))
    if not _known(stack):
        ax.text(0.5, y + _THICKNESS / 2, "geen gegevens", ha="center", va="center_baseline", color=FAINT)
    for part, start, end in zip(parts, ends[:-1], ends[1:], strict=True):
        look = marks.look(part.cell, part.colour, light=part.light)
        pieces = marks.pieces(part.cell, part.colour, light=part.light)
        if len(pieces) == 1:
            pieces = [(start, end, look)]
        elif part is not parts[0]:
            # From the other side: what is open lies between the two parts.
            pieces = [(1 - far, 1 - near, filled) for near, far, filled in pieces]
            start, end = sum(pieces[1][:2]) / 2, 1.0
        else:
            start, end = 0.0, sum(pieces[1][:2]) / 2
        for left, right, filled in pieces:
            ax.add_patch(Rectangle((left, y), right - left, _THICKNESS, **filled))
        words, middle = label(part.cell), (start + end) / 2
        if text_width(words) + 2 * _SPACE <= (end - start) * INNER:
            ground = _ground(marks.is_example(part.cell), look["facecolor"])
            ax.text(middle, y + _THICKNESS / 2, words, ha="center", va="center_baseline", **ground)
        else:
            outside.append((words, middle, marks.letters(part.cell)))
    _below(ax, outside, y + _THICKNESS)
    return y + _THICKNESS + (_BELOW if outside else 0)


def _ground(example: bool, face) -> dict[str, Any]:
    """How to write on a part. Letters on hatching cannot be read: they get a white ground."""
    if example:
        return {"style": "italic", "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 1.5}}
    return {"color": ink_on(face)}


def _below(ax: Axes, outside: list[tuple[str, float, dict[str, Any]]], y: float) -> None:
    """Numbers that do not fit in their part, below it and clear of each other."""
    widths = [text_width(words) / INNER for words, _, _ in outside]
    centres = spread([x for _, x, _ in outside], widths, _SPACE / INNER)
    for (words, x, letters), centre in zip(outside, centres, strict=True):
        ax.plot([x, x], [y, y + 0.2], color=FAINT, linewidth=0.8)
        ax.text(centre, y + 0.22, words, ha="center", va="top", **letters)


def spread(centres: Sequence[float], widths: Sequence[float], gap: float) -> list[float]:
    """Move labels along a line from 0 to 1, as little as needed, until none overlap.

    Parameters
    ----------
    centres
        Where the labels would like to be, in increasing order.
    widths
        How wide they are; together with the gaps at most 1.
    gap
        Room to leave between two labels.
    """
    placed: list[float] = []
    edge = 0.0
    for centre, width in zip(centres, widths, strict=True):
        placed.append(max(centre, edge + width / 2))
        edge = placed[-1] + width / 2 + gap
    edge = 1.0
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], edge - widths[index] / 2)
        edge = placed[index] - widths[index] / 2 - gap
    return placed
