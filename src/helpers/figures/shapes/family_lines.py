"""From the start to the end, a line for each family: always an example.

The report prints no score of a single family, so that such lines exist only in
synthetic records: they are dashed, their ends are hatched, and the picture says
"voorbeeld". Records of real families are refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, FAINT, INNER
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Cell

#: Lines of text: between two scores, and the part of it that lines with one score spread over: less than half, since
#: those of the highest score lie below it.
_LEVEL, _SPREAD = 3.9, 0.48


#: Inches: the numbers of the scale, between a panel's edge and its lines, between two panels.
_SCALE, _EDGE, _BETWEEN = 0.25, 0.07, 0.2


#: Area of a mark in square points.
_MARK = 45


@dataclass(frozen=True)
class Line:
    """One family: its score at the start and at the end."""

    start: Cell
    end: Cell


def family_lines(
    panels: Sequence[tuple[str, str, Sequence[Line]]], scale: tuple[int, int], marks: Marks, note: str
) -> Figure:
    """Panels side by side, all on the same scale; lines with the same score lie beside each other.

    Parameters
    ----------
    panels
        Key of `COLOURS`, name and lines of each panel; only lines with two scores are drawn.
    scale
        The lowest and the highest score.
    """
    may_be_shown(marks.table)
    low, high = scale
    ax = sheet(new_figure(), 0, INNER)
    width = (INNER - _SCALE - (len(panels) - 1) * _BETWEEN) / len(panels)
    top = 2.4
    for score in range(low, high + 1):
        y = top + (high - score + 0.5) * _LEVEL
        ax.text(0, y, str(score), va="center_baseline", color=FAINT)
    for index, (group, name, lines) in enumerate(panels):
        left = _SCALE + index * (width + _BETWEEN)
        ends = left + _EDGE, left + width - _EDGE
        ax.text(left + width / 2, 0, name, ha="center", va="top", weight="bold")
        for score in range(low, high + 1):
            ax.plot(
                [left, left + width], [top + (high - score + 0.5) * _LEVEL] * 2, color="#e3e5e7", linewidth=1, zorder=1
            )
        for x, word, ha in zip(ends, ("start", "einde"), ("left", "right"), strict=True):
            ax.text(x, 1.2, word, ha=ha, va="top", color=FAINT)
        known = [line for line in lines if None not in (line.start.value, line.end.value)]
        _lines(ax, known, ends, scale, lambda at: top + (high - at + 0.5) * _LEVEL, marks, COLOURS[group])
    return finish_sheet(ax, top + (high - low + 1) * _LEVEL, marks.keys, note)


def _lines(
    ax: Axes,
    lines: Sequence[Line],
    ends: tuple[float, float],
    scale: tuple[int, int],
    place: Callable[[float], float],
    marks: Marks,
    colour: str,
) -> None:
    ordered = sorted(lines, key=lambda line: (line.start.value, line.end.value))
    starts = spread_ties([int(line.start.value) for line in ordered], scale)
    finishes = spread_ties([int(line.end.value) for line in ordered], scale)
    for line, start, end in zip(ordered, starts, finishes, strict=True):
        ys = place(start), place(end)
        ax.plot(ends, ys, color=colour, linewidth=1.6, linestyle=(0, (3, 1.6)), zorder=2)
        for cell, x, y in zip((line.start, line.end), ends, ys, strict=True):
            ax.scatter(x, y, s=_MARK, **marks.look(cell, colour, light=True), zorder=3)


def spread_ties(scores: Sequence[int], scale: tuple[int, int]) -> list[float]:
    """Places for scores of which several are the same: beside each other, in their order, none outside the scale.

    >>> spread_ties([2, 3, 2], (1, 5))
    [1.88, 3.0, 2.12]
    >>> spread_ties([5, 1, 5], (1, 5))
    [4.76, 1.0, 5.0]
    """
    (low, high), sizes, seen = scale, Counter(scores), Counter[int]()
    # As close as the most common score needs, so that equal steps look equal.
    step = _SPREAD / max(sizes.values(), default=1)
    placed = []
    for score in scores:
        half = (sizes[score] - 1) / 2 * step
        middle = min(max(score, low + half), high - half)
        placed.append(round(middle - half + seen[score] * step, 6))
        seen[score] += 1
    return placed
