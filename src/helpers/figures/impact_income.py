"""Appendix 3: the mother's income at the end."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.dutch.numbers import dutch
from helpers.figures.alt import highest, sentence, tied
from helpers.figures.drawing import Marks, draws
from helpers.figures.income_and_family import bubbles, composition_stacks, couples


@draws("figuur-16")
def income_by_composition_at_end(marks: Marks) -> tuple[Figure, list[str]]:
    """Family composition within each income of the mother at the end."""
    return composition_stacks(marks)


@draws("figuur-17")
def incomes_of_couples_at_end(marks: Marks) -> tuple[Figure, list[str]]:
    """The mother's income against her partner's, at the end."""
    return couples(marks)


@draws("figuur-18")
def mothers_income_at_both_moments(marks: Marks) -> tuple[Figure, list[str]]:
    """From the mother's income at the start to her income at the end."""
    note = "Rijen: het inkomen bij de start. Kolommen: dat bij het einde, met de cijfers van de rijen."
    return bubbles(marks, "einde:", f"{note} Hoe groter de bel, hoe meer mama's."), [
        "Tabel met bellen: het inkomen van de mama bij de start (rijen) naast dat bij het einde (kolommen).",
        *_moves(marks),
    ]


def _moves(marks: Marks) -> list[str]:
    """How many moved, and from where to where most often; only when every number is certain."""
    moved = [cell for cell in marks.cells if cell.row != cell.column and cell.value]
    everyone, number = (int(sum(cell.value for cell in cells)) for cells in (marks.cells, moved))
    if marks.examples or not everyone:
        return []
    have = "heeft" if everyone - number == 1 else "hebben"
    top = tied(highest(moved), lambda cell: f"van ‘{cell.row_label}’ naar ‘{cell.column_label}’") if moved else ""
    return [
        f"Van de {dutch(everyone)} mama's {have} er {dutch(everyone - number)} nog dezelfde soort inkomen, "
        f"en {dutch(number)} een andere.",
        *sentence(top, "Het vaakst ging het "),
    ]
