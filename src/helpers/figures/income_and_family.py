"""Appendix 2: the mother's income against family and partner's income."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.data import codebook
from helpers.figures.alt import by_row, highest, lowest, tied
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.sheet import finish_sheet, heading, key, new_figure, sheet
from helpers.figures.shapes.stacks import Part, Stack, stacked_bars
from helpers.figures.shapes.style import (
    COLOURS,
    FAINT,
    INK,
    SHADES,
    SMALL_GROUP,
    fill,
    group_name,
)
from helpers.tables.table import Cell


@draws("figuur-14")
def income_by_composition(marks: Marks) -> tuple[Figure, list[str]]:
    """Family composition within each income group of the mother."""
    return composition_stacks(marks)


def composition_stacks(marks: Marks) -> tuple[Figure, list[str]]:
    """A stack for each income of the mother, and the sentences of its alt text."""
    table = marks.table
    shades = dict(zip(table.columns, SHADES, strict=True))
    stacks = [
        Stack(group_name(label, table.row(row)[0].n), tuple(Part(cell, shades[cell.column]) for cell in table.row(row)))
        for row, label in table.rows.items()
    ]
    keys = [key(label, **fill(shades[column])) for column, label in table.columns.items()]
    note = "Percentage van de mama's met dat inkomen."
    return stacked_bars(stacks, marks, lambda cell: cell.text, note, keys), [
        "Gestapelde staven, één per inkomen van de mama: hoe de gezinnen met dat inkomen zijn samengesteld.",
        *_contrast(marks),
    ]


def _contrast(marks: Marks) -> list[str]:
    """The composition that differs most between incomes, and where it is most and least common."""
    ends = [(highest(cells), lowest(cells)) for column in marks.table.columns if (cells := _comparable(marks, column))]
    top, bottom = max(ends, key=lambda pair: pair[0][0].value - pair[1][0].value, default=([], []))
    if top == bottom:
        return []
    small = any(0 < cell.n < SMALL_GROUP for cell in marks.cells)
    lead = (
        f"Bij de inkomens met minstens {SMALL_GROUP} mama's verschilt het aandeel"
        if small
        else "Tussen de bekende inkomens verschilt het aandeel"
    )
    return [
        f"{lead} van ‘{top[0].column_label}’ het meest: "
        f"het grootst bij {tied(top, by_row)}, het kleinst bij {tied(bottom, by_row)}."
    ]


def _comparable(marks: Marks, column: str) -> list[Cell]:
    """Shares of one composition for every known income of more than a few; none when one is only an example."""
    missing = codebook.labels("missing")
    cells = [cell for cell in marks.table.column(column) if cell.n >= SMALL_GROUP and cell.row not in missing]
    return cells if column not in missing and marks.known(cells) == cells else []


#: Height of a row of bubbles, in lines of text; width of the largest, in points.
_BUBBLES, _LARGEST = 1.5, 19


@draws("figuur-15")
def incomes_of_couples(marks: Marks) -> tuple[Figure, list[str]]:
    """The mother's income against her partner's."""
    return couples(marks)


def couples(marks: Marks) -> tuple[Figure, list[str]]:
    """The mother's income against her partner's, and the sentences of its alt text."""
    note = "Rijen: het inkomen van de mama. Kolommen: dat van haar partner, met de cijfers van de rijen."
    return bubbles(marks, "partner:", f"{note} Hoe groter de bel, hoe meer koppels."), [
        "Tabel met bellen: het inkomen van de mama (rijen) naast dat van haar partner (kolommen), voor koppels.",
        *_most_common(marks),
    ]


def bubbles(marks: Marks, columns: str, note: str) -> Figure:
    """A table of bubbles for counts, of which rows and columns have the same keys: a column has the number of its row.

    Parameters
    ----------
    columns
        What stands before the numbers of the columns.
    """
    ax = sheet(new_figure(), -1.4, len(marks.table.columns) - 0.4)
    numbers = {key: str(place) for place, key in enumerate(marks.table.rows, 1)}
    ax.text(-1.4, 0, columns, va="top")
    for x, column in enumerate(marks.table.columns):
        ax.text(x, 0, numbers[column], ha="center", va="top")
    y = 1.3
    for row, label in marks.table.rows.items():
        ax.axhline(y - 0.1, color="#e3e5e7", linewidth=0.8)
        y = heading(ax, f"{numbers[row]}. {label}", y)
        _bubbles(ax, marks, row, y + _BUBBLES / 2)
        y += _BUBBLES + 1.1
    return finish_sheet(ax, y, marks.keys, note)


def _bubbles(ax: Axes, marks: Marks, row: str, y: float) -> None:
    """One row of bubbles; their areas are in proportion to the counts."""
    most = max(map(marks.end, marks.cells)) or 1
    for x, cell in enumerate(marks.table.row(row)):
        # The largest first: what is certain lies within what is possible.
        for _, size, look in reversed(marks.pieces(cell, COLOURS["total"], light=True)):
            ax.scatter(x, y, s=_LARGEST**2 * size / most, **look)
        colour = INK if marks.end(cell) else FAINT
        ax.text(x, y + _BUBBLES / 2, marks.label(cell), ha="center", va="top", color=colour, **marks.letters(cell))


def _most_common(marks: Marks) -> list[str]:
    """The most frequent combination; only when every number is certain."""
    if marks.examples or not any(cell.value for cell in marks.cells):
        return []
    top = highest(marks.cells)
    pairs = tied(top, lambda cell: f"‘{cell.row_label}’ met ‘{cell.column_label}’")
    return [f"Het vaakst (mama, dan partner): {pairs}."]
