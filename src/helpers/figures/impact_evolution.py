"""Section 4.1: what is in order, and who is involved, at the start and later."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.figures.changes import about_changes, changes
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.dumbbells import dumbbells


@draws("extra-1", columns=("start", "birth"))
def order_at_birth(marks: Marks) -> tuple[Figure, list[str]]:
    """Families with each item in order: from the start to the birth (Tabel 17)."""
    return _evolution(marks, "gezinnen dat met een zaak in orde is", "de bevalling")


@draws("extra-2", columns=("start", "end"))
def order_at_end(marks: Marks) -> tuple[Figure, list[str]]:
    """Families with each item in order: from the start to the end (Tabel 18)."""
    return _evolution(marks, "gezinnen dat met een zaak in orde is", "het einde")


@draws("extra-3", columns=("start", "end"))
def organisations(marks: Marks) -> tuple[Figure, list[str]]:
    """Families that each organisation is involved with: from the start to the end (Tabel 19)."""
    return _evolution(marks, "gezinnen waarbij een organisatie betrokken is", "het einde")


def _evolution(marks: Marks, share: str, later: str) -> tuple[Figure, list[str]]:
    rows = changes(marks, own_size=True)
    note = f"Aandeel van de {marks.cells[0].base}. Wat later niet bekend is, telt als ‘nee’."
    return dumbbells(rows, marks, note), [
        f"Pijlen, één per rij: van het aandeel {share} bij de start naar dat aandeel bij {later}.",
        *about_changes(marks, rows),
    ]
