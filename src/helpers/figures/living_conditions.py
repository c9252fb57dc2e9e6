"""Section 3.6: income and residence status."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.data import codebook
from helpers.figures.alt import by_row, extremes, sentence
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.bars import Bar, Group, grouped_bars
from helpers.figures.shapes.style import COLOURS


@draws("figuur-8")
def mothers_income(marks: Marks) -> tuple[Figure, list[str]]:
    """The mother's income; a missing answer has a lighter bar."""
    missing = codebook.labels("missing")
    groups = [Group(cell.row_label, (Bar(cell, COLOURS["total"], light=cell.row in missing),)) for cell in marks.cells]
    size = marks.size(marks.cells[0])
    return grouped_bars(groups, marks, f"Van {size}."), [
        f"Staafdiagram van het inkomen van {size} bij de start.",
        *sentence(extremes(marks, marks.cells, by_row)),
    ]


@draws("figuur-9")
def residence_status(marks: Marks) -> tuple[Figure, list[str]]:
    """Residence status of mothers and of fathers, in pairs of bars."""
    table = marks.table
    groups = [
        Group(
            label,
            (
                Bar(table[row, "mother"], COLOURS["total"], table.columns["mother"]),
                Bar(table[row, "father"], COLOURS["total"], table.columns["father"]),
            ),
        )
        for row, label in table.rows.items()
    ]
    note = f"Van {marks.size(marks.cells[0])}."
    return grouped_bars(groups, marks, note), [
        "Staafdiagram van het verblijfsstatuut bij de start: voor elk statuut een staaf voor mama's en een "
        "voor papa's.",
        *sentence(extremes(marks, table.column("mother"), by_row), "Bij de mama's: "),
        *sentence(extremes(marks, table.column("father"), by_row), "Bij de papa's: "),
    ]
