"""Section 3.3: who sent the families."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.figures.alt import by_column, by_row, sentence, values
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.bars import Bar, Group, grouped_bars
from helpers.figures.shapes.programmes import halves
from helpers.figures.shapes.style import COLOURS
from helpers.tables.table import Cell


@draws("figuur-2")
def referrals(marks: Marks) -> tuple[Figure, list[str]]:
    """Referrals from outside and from inside the Sociaal Huis, by programme."""
    rows = [marks.table.row(row) for row in ("external", "internal")]
    external, internal = map(marks.known, rows)
    mostly = [cell for cell, other in zip(*rows, strict=True) if marks.is_surely_more(cell, other)]
    return halves(marks), [
        "Gestapelde staven, één per programma en één voor het totaal: verwees een externe dienst het gezin door, "
        "of een interne dienst van het Sociaal Huis?",
        *sentence(
            listing([f"{by_column(cell)} ({marks.label(cell)})" for cell in mostly]), "Vaker extern dan intern: bij "
        ),
        *sentence(values(external, by_column), "Extern: "),
        *sentence(values(internal, by_column), "Intern: "),
    ]


@draws("figuur-3")
def referral_partners(marks: Marks) -> tuple[Figure, list[str]]:
    """The share of each partner in the referrals."""
    *partners, kind_en_gezin = marks.table.cells
    groups = [
        Group(
            cell.row_label,
            (Bar(cell, COLOURS["total"], part=kind_en_gezin if cell.row == "other" else None),),
        )
        for cell in partners
    ]
    size = marks.size(partners[0])
    return grouped_bars(groups, marks, f"Van {size}."), [
        "Staafdiagram: welk deel van de gezinnen elke partner doorverwees.",
        *_most(marks, partners),
        *sentence(values(marks.known(partners), by_row), "Wat vastligt: " if marks.examples else "De aandelen: "),
        *_within_others(marks, kind_en_gezin),
    ]


def _most(marks: Marks, partners: list[Cell]) -> list[str]:
    """The partner with the most referrals, if it is one and the same whatever print leaves open."""
    return [
        f"Het vaakst verwijst {by_row(cell)} door ({marks.label(cell)})."
        for cell in partners
        if all(marks.is_surely_more(cell, other) for other in partners if other is not cell)
    ]


def _within_others(marks: Marks, part: Cell) -> list[str]:
    """The partner that is shown as a part of the others; nothing for an example."""
    name = part.row_label.removeprefix("waarvan ")
    return [f"Bij de andere partners zit {name}: {dutch(part.count)} gezinnen."] if marks.known([part]) else []
