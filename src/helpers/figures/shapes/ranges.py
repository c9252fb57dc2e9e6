"""Ranges of p-values on a logarithmic scale, with the line of 5%.

The fill of a bar and the sign before its word say the verdict; nothing
depends on colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.dutch.lists import listing
from helpers.dutch.numbers import ALPHA
from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, key, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, FAINT, INK, INNER, SHADES, fill, text_width, wrap
from helpers.inference.methods import Significance, significance
from helpers.tables.table import Cell

#: The p-value at the left edge: smaller ones are shown as "< 0,001".
_EDGE = 0.0005


#: Lines of text: a bar with the white around it, its thickness, below a row, below a group.
_BAR, _THICKNESS, _GAP, _BELOW = 0.75, 0.42, 0.5, 0.3


#: Inches between a mark and its number; area of a mark in square points.
_SPACE, _MARK = 0.12, 70


_TICKS = {0.001: "0,001", ALPHA: "0,05 (5%)", 1: "1"}


@dataclass(frozen=True)
class Look:
    """How a significance is shown: its word, the sign and marker, and the fill of the bar."""

    word: str
    sign: str
    marker: str
    colour: str
    light: bool
    meaning: str


VERDICTS = {
    Significance.WHATEVER: Look("zeker", "●", "o", SHADES[0], False, "significant, wie er ook veranderde"),
    Significance.UNDETERMINED: Look("onbeslist", "◆", "D", COLOURS["total"], True, "hangt ervan af wie veranderde"),
    Significance.NEVER: Look("nooit", "□", "s", "#ffffff", False, "niet significant, wie er ook veranderde"),
}


#: What is said of the rows that are only named.
_BY_NAME = {
    Significance.NEVER: f"{VERDICTS[Significance.NEVER].sign} {VERDICTS[Significance.NEVER].word}",
    None: "niet te toetsen",
}


@dataclass(frozen=True)
class Range:
    """The smallest and the largest p-value of one row; None where there is nothing to test."""

    heading: str
    smallest: Cell
    largest: Cell

    @property
    def verdict(self) -> Significance | None:
        """What every p-value in the range says; None where there is nothing to test."""
        if self.smallest.value is None or self.largest.value is None:
            return None
        return significance(float(self.smallest.value), float(self.largest.value))


@dataclass(frozen=True)
class Panel:
    """Ranges under one heading, with a scale of their own above them."""

    heading: str
    ranges: tuple[Range, ...]


def p_ranges(panels: Sequence[Panel], marks: Marks, note: str) -> Figure:
    """Ranges from top to bottom, all on the same scale; rows that never are significant by name alone."""
    margin = max(text_width(cell.text) for cell in marks.cells) + _SPACE
    per_inch = -log10(_EDGE) / (INNER - 2 * margin)
    ax = sheet(new_figure(), log10(_EDGE) - margin * per_inch, margin * per_inch)
    y = 0.0
    for panel in panels:
        y = heading(ax, panel.heading, y, bold=True)
        telling = [row for row in panel.ranges if row.verdict not in (Significance.NEVER, None)]
        if telling:
            y = _scale(ax, y)
        for row in telling:
            y = _row(ax, row, y, marks, _SPACE * per_inch)
        for verdict, words in _BY_NAME.items():
            y = _named(ax, [row for row in panel.ranges if row.verdict == verdict], words, y)
        y += _BELOW
    keys = [
        key(f"{verdict.sign} {verdict.word}: {verdict.meaning}", **fill(verdict.colour, light=verdict.light))
        for verdict in VERDICTS.values()
    ]
    return finish_sheet(ax, y - _BELOW - _GAP, [*marks.keys, *keys], note)


def _named(ax: Axes, rows: Sequence[Range], words: str, y: float) -> float:
    """The rows of one verdict, in one sentence; return where the next thing goes."""
    if not rows:
        return y
    headings = [row.heading for row in rows]
    # A name stays on one line where it fits on one.
    names = listing([name if text_width(name) > INNER else name.replace(" ", "\xa0") for name in headings])
    text = wrap(f"{words}: {names}", INNER)
    ax.text(ax.get_xlim()[0], y, text, va="top", color=FAINT, linespacing=1.1)
    return y + (text.count("\n") + 1) * 1.1 + _GAP


def _scale(ax: Axes, y: float) -> float:
    """The numbers of the scale; return where the rows begin."""
    for value, words in _TICKS.items():
        colour = INK if value == ALPHA else FAINT
        ax.text(log10(value), y, words, ha="center", va="top", color=colour)
    return y + 1.2


def _row(ax: Axes, row: Range, y: float, marks: Marks, space: float) -> float:
    """Draw the name, the verdict and the bar of a row; return where the next one goes."""
    low, high = ax.get_xlim()
    verdict = VERDICTS[row.verdict]
    words = f"{verdict.sign} {verdict.word}"
    example = marks.is_example(row.smallest) or marks.is_example(row.largest)
    name = wrap(row.heading, INNER - text_width(words) - 0.2)
    ax.text(low, y, name, va="top", linespacing=1.1)
    ax.text(high, y, words, va="top", ha="right", style="italic" if example else "normal")
    y += name.count("\n") * 1.1 + 0.95
    ax.plot([log10(_EDGE), 0], [y + _BAR / 2] * 2, color="#e3e5e7", linewidth=1.2, zorder=1)
    ax.plot([log10(ALPHA)] * 2, [y - 0.1, y + _BAR + 0.1], color=INK, linewidth=1.4, linestyle="--", zorder=1.5)
    _bar(ax, row, y + _BAR / 2, marks, verdict, space)
    return y + _BAR + _GAP


def _bar(ax: Axes, row: Range, y: float, marks: Marks, verdict: Look, space: float) -> None:
    start, end = _place(row.smallest), _place(row.largest)
    example = marks.is_example(row.smallest) or marks.is_example(row.largest)
    look = fill(verdict.colour, light=verdict.light, example=example)
    ax.add_patch(Rectangle((start, y - _THICKNESS / 2), end - start, _THICKNESS, **look, zorder=2))
    for cell, x in [(row.smallest, start), (row.largest, end)]:
        # Beyond the edge of the scale it goes on to the left.
        marker = "<" if cell.value < _EDGE else verdict.marker
        ax.scatter(x, y, s=_MARK, marker=marker, **marks.look(cell, verdict.colour, light=verdict.light), zorder=3)
    _number(ax, row.largest, end + space, y, "left", marks)
    if row.smallest.text != row.largest.text:
        _number(ax, row.smallest, start - space, y, "right", marks)


def _number(ax: Axes, cell: Cell, x: float, y: float, ha: str, marks: Marks) -> None:
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    letters = {"bbox": ground, "zorder": 2} | marks.letters(cell)
    ax.text(x, y, cell.text, ha=ha, va="center_baseline", **letters)


def _place(cell: Cell) -> float:
    """Where a p-value stands on the scale; at its left edge when it lies beyond."""
    return log10(max(float(cell.value), _EDGE))
