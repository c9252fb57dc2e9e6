"""What figures with a column for each programme share."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.dutch.numbers import dutch
from helpers.figures.alt import by_row
from helpers.figures.drawing import Marks
from helpers.figures.shapes.stacks import Part, Stack, stacked_bars
from helpers.figures.shapes.style import COLOURS
from helpers.tables.table import Cell


def halves(marks: Marks) -> Figure:
    """A bar for each column, divided into the two rows of the table.

    The first row has the full colour of the programme, the second a tint.
    """
    table = marks.table
    first, second = table.rows
    stacks = [
        Stack(
            marks.group_name(column, label, table[first, column].n),
            (
                Part(table[first, column], COLOURS[column]),
                Part(table[second, column], COLOURS[column], light=True),
            ),
        )
        for column, label in table.columns.items()
    ]
    note = f"Percentage van de {table[first, 'total'].base}."
    return stacked_bars(stacks, marks, marks.label, note, ends=(table.rows[first], table.rows[second]))


def sizes(marks: Marks) -> str:
    """How many dossiers each column stands for: ``OPkomst+ (n = 16, kleine groep), …``."""
    first = marks.cells[0].row
    return ", ".join(
        marks.group_name(cell.column, cell.column_label, cell.n) for cell in marks.cells if cell.row == first
    )


def by_size(cell: Cell) -> str:
    """A column with its size, for alt texts: ``OPkomst+ (n = 16)``."""
    return f"{cell.column_label} (n = {dutch(cell.n)})"


def widest_gap(marks: Marks) -> str:
    """The row on which the two programmes differ most, of what is fixed, as a clause; may be empty."""
    programmes = ("opkomst_plus", "opkomst")
    drawn = [cell for cell in marks.cells if cell.column in programmes and cell.value is not None]
    pairs = []
    for row in marks.table.rows:
        known = [cell for cell in marks.known(drawn) if cell.row == row]
        if len(known) == 2 and known[0].value != known[1].value:
            pairs.append(known)
    if not pairs:
        return ""
    one, other = max(pairs, key=lambda pair: abs(pair[0].value - pair[1].value))
    return (
        f"{marks.of_what_is_fixed(drawn)}het duidelijkst verschillen de programma's bij {by_row(one)}: "
        f"{one.text} bij {by_size(one)}, {other.text} bij {by_size(other)}"
    )
