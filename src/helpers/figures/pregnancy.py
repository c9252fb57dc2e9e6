"""Section 3.4: the pregnancy when the support starts."""

from __future__ import annotations

from math import floor

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.dutch.lists import listing
from helpers.dutch.numbers import percent
from helpers.figures.alt import highest, lowest, sentence, values
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.programmes import halves
from helpers.figures.shapes.sheet import finish, new_figure
from helpers.figures.shapes.style import COLOURS, FAINT, SHADES, SIZE
from helpers.inference.methods import wilson
from helpers.tables.table import Cell


@draws("figuur-4", columns=("yes", "n"))
def pregnant_at_start(marks: Marks) -> tuple[Figure, list[str]]:
    """The share of women pregnant at the start, year by year.

    A point shows the share, a bar the uncertainty that follows from the number
    of women in that year.
    """
    shares = marks.table.column("yes")
    intervals = [_interval(cell, marks) for cell in shares]
    figure = new_figure()
    ax = figure.add_subplot()
    start = _share_axis(ax, min((low for low, _ in intervals), default=0))
    _year_axis(ax, marks)
    ax.plot([float(cell.value) for cell in shares], color=COLOURS["total"], linewidth=1, linestyle=":", zorder=2)
    for position, (cell, interval) in enumerate(zip(shares, intervals, strict=True)):
        _year(ax, position, cell, interval, marks)
    least = ", bij het kleinste aantal vrouwen dat onder het jaar staat" if marks.ranges else ""
    note = f"Balk: onzekerheid (95%){least}. De as begint bij {percent(start, 0)}."
    known = marks.known(shares)
    return finish(figure, 1.95, marks.keys, note), [
        "Punten, met een balk voor de onzekerheid: welk deel van de vrouwen zwanger was bij de start van de "
        "begeleiding.",
        *sentence(_high_and_low(known, marks), marks.of_what_is_fixed(shares)),
        *sentence(values(known, lambda cell: cell.row_label), "Per jaar: "),
    ]


def _interval(share: Cell, marks: Marks) -> tuple[float, float]:
    """How sure a share is; where print allows several numbers of women, with the fewest."""
    open_size = marks.ranges.get((share.row, "n"))
    n = int(open_size.low) if open_size else share.n
    return wilson(round(share.value * n), n)


def _year(ax: Axes, position: int, cell: Cell, interval: tuple[float, float], marks: Marks) -> None:
    low, high = interval
    colour = COLOURS["total"]
    women = marks.table[cell.row, "n"]
    ax.bar(position, high - low, bottom=low, width=0.34, **marks.look(women, colour, light=True), zorder=1)
    # A white ring keeps the point apart from the hatching of its bar.
    ax.scatter(position, float(cell.value), s=190, color="white", zorder=2.5)
    ax.scatter(position, float(cell.value), s=90, **marks.look(cell, SHADES[0]), zorder=3)
    above = {"xytext": (0, 4), "textcoords": "offset points", "ha": "center", "va": "bottom"}
    ax.annotate(cell.text, (position, high), **above, **marks.letters(cell))


def _year_axis(ax: Axes, marks: Marks) -> None:
    women = marks.table.column("n")
    ax.set_xlim(-0.5, max(len(women), 1) - 0.5)
    ax.set_xticks(range(len(women)), [cell.row_label for cell in women])
    ax.tick_params(axis="x", length=0)
    below = {"xytext": (0, -1.9 * SIZE), "textcoords": "offset points", "ha": "center", "va": "top"}
    for position, cell in enumerate(women):
        place = {"xy": (position, 0), "xycoords": ax.get_xaxis_transform(), "annotation_clip": False}
        # A range leaves no room for more than itself: the note says what it is.
        words = marks.label(cell) if marks.ranges else f"n = {cell.text}"
        ax.annotate(words, **place, **below, **marks.letters(cell))


def _share_axis(ax: Axes, lowest: float) -> float:
    """Up to 100% with room for a number above it, from the quarter below `lowest`; return that."""
    start = floor(lowest * 4) / 4
    ax.set_ylim(start, 1 + (1 - start) / 10)
    ticks = [tick for tick in (0, 0.25, 0.5, 0.75, 1) if tick >= start]
    ax.set_yticks(ticks, [percent(tick, 0) for tick in ticks])
    ax.tick_params(axis="y", length=0, labelcolor=FAINT)
    ax.grid(axis="y", color="#e3e5e7", linewidth=0.8)
    ax.set_axisbelow(True)
    ax.spines[["top", "right", "left"]].set_visible(False)
    return start


def _high_and_low(cells: list[Cell], marks: Marks) -> str:
    """The years with the highest and the lowest share, and whether that may be chance; may be empty."""
    if not cells or highest(cells) == lowest(cells):
        return ""
    high, low = (listing([cell.row_label for cell in found]) for found in (highest(cells), lowest(cells)))
    most, least = highest(cells)[0].text, lowest(cells)[0].text
    told = f"het aandeel zwangeren is het hoogst in {high} ({most}), het laagst in {low} ({least})"
    return f"{told}; {_how_sure(highest(cells), lowest(cells), marks)}"


def _how_sure(high: list[Cell], low: list[Cell], marks: Marks) -> str:
    """Whether the bars of these years overlap, where print fixes how many women there were."""
    intervals = [[marks.interval(cell) for cell in cells] for cells in (high, low)]
    if None in intervals[0] + intervals[1]:
        return "hoe zeker dat verschil is, hangt af van het aantal per jaar, en dat ligt niet vast"
    overlap = max(top for _, top in intervals[1]) >= min(bottom for bottom, _ in intervals[0])
    return "hun balken overlappen: het verschil kan toeval zijn" if overlap else "hun balken overlappen niet"


@draws("figuur-5")
def first_and_later_pregnancies(marks: Marks) -> tuple[Figure, list[str]]:
    """First and later pregnancies, by programme."""
    first = marks.known([marks.table["first", "total"]])
    return halves(marks), [
        "Gestapelde staven, één per programma en één voor het totaal: is het een eerste of een volgende zwangerschap?",
        *(f"Voor {cell.text} is het een eerste zwangerschap." for cell in first),
    ]
