"""The timeline of the programme: time runs down, to scale.

A moment of which the month is known is a dot, one of which only the year is
known a bar as long as that year. The words stand beside it, moved as little as
needed to keep them apart, with a thin line to their moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.data.context import Moment
from helpers.dutch.lists import listing
from helpers.figures.drawing import settle
from helpers.figures.shapes.sheet import finish_sheet, new_figure, sheet
from helpers.figures.shapes.stacks import spread
from helpers.figures.shapes.style import COLOURS, FAINT, INK, INNER, SIZE, wrap

#: Lines of text: a year, and what is left between two labels.
_YEAR, _GAP = 4.0, 0.8


#: Inches from the left: the axis, and where the words start.
_AXIS, _WORDS = 0.62, 1.0


def draw_timeline(moments: Sequence[Moment]) -> tuple[Figure, str]:
    """The picture of the timeline, and its alternative text."""
    first = floor(min(moment.span[0] for moment in moments))
    last = ceil(max(moment.span[1] for moment in moments))
    labels = [wrap(f"{moment.date}: {moment.label}", INNER - _WORDS) for moment in moments]
    heights = [(label.count("\n") + 1) * 1.1 for label in labels]
    length = max((last - first) * _YEAR, sum(heights) + _GAP * len(labels))
    ax = sheet(new_figure(), 0, INNER)
    _years(ax, first, last, length)
    middles = [(sum(moment.span) / 2 - first) / (last - first) for moment in moments]
    places = spread(middles, [height / length for height in heights], _GAP / length)
    for moment, label, middle, place in zip(moments, labels, middles, places, strict=True):
        _mark(ax, moment, [(instant - first) / (last - first) * length for instant in moment.span])
        ax.plot([_AXIS + 0.08, _WORDS - 0.08], [middle * length, place * length], color=FAINT, linewidth=1, zorder=1)
        ax.text(_WORDS, place * length, label, va="center", linespacing=1.1)
    note = "Stip: de maand is bekend. Balk: het rapport noemt alleen het jaar."
    figure = finish_sheet(ax, length + 0.6, [], note)
    settle(figure)
    return figure, _alt(moments)


def _years(ax: Axes, first: int, last: int, length: float) -> None:
    """The axis, with a tick and a number at the start of each year."""
    ax.plot([_AXIS, _AXIS], [0, length], color=INK, linewidth=2, zorder=2)
    for year in range(first, last):
        y = (year - first) / (last - first) * length
        ax.plot([_AXIS - 0.1, _AXIS], [y, y], color=INK, linewidth=1.4)
        ax.text(_AXIS - 0.16, y, str(year), ha="right", va="top" if year == first else "center")


def _mark(ax: Axes, moment: Moment, span: Sequence[float]) -> None:
    """A dot for a month, a bar for a year; named after the date."""
    colour = COLOURS["total"]
    if "-" in moment.when:
        look = {"marker": "o", "markersize": SIZE * 0.8, "color": colour, "markeredgecolor": "white"}
        ax.plot([_AXIS], [sum(span) / 2], linestyle="none", zorder=4, gid=moment.when, **look)
    else:
        height = span[1] - span[0]
        bar = Rectangle((_AXIS - 0.055, span[0]), 0.11, height, facecolor=colour, zorder=3, gid=moment.when)
        ax.add_patch(bar)


def _alt(moments: Sequence[Moment]) -> str:
    """All moments with their dates."""
    told = listing([f"{moment.date} (‘{moment.label}’)" for moment in moments])
    return f"Tijdlijn met {len(moments)} momenten, van boven naar beneden: {told}."
