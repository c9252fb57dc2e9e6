"""Section 4.1: housing at the start and at the end."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.dutch.lists import listing
from helpers.figures.alt import sentence
from helpers.figures.changes import about_changes, changes
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.dumbbells import dumbbells
from helpers.figures.shapes.flows import about_moves, by_move, flows


@draws("figuur-10", columns=("start", "end"))
def housing(marks: Marks) -> tuple[Figure, list[str]]:
    """The share of families in each housing situation, from the start to the end."""
    rows = changes(marks, own_size=False)
    size = marks.size(marks.cells[0])
    return dumbbells(rows, marks, f"Van {size}{marks.about_counts}."), [
        f"Pijlen, één per huisvestingssituatie: van het aandeel bij de start naar dat bij het einde, van {size}.",
        *about_changes(marks, rows),
    ]


@draws("extra-5")
def housing_flow(marks: Marks) -> tuple[Figure, list[str]]:
    """From each housing situation at the start to each at the end."""
    words = ("gezinnen", "woonsituatie")
    return flows(marks, *words), [
        "Stroomdiagram: banden van de woonsituatie bij de start (links) naar die bij het einde (rechts).",
        *sentence(_fixed_moves(marks), "Wat vastligt: "),
        *about_moves(marks, *words),
    ]


def _fixed_moves(marks: Marks) -> str:
    """The moves between situations that are fixed, when others are only an example; may be empty."""
    fixed = [cell for cell in marks.known(marks.cells) if cell.row != cell.column and cell.value]
    return listing([f"{by_move(cell)} ({cell.text})" for cell in fixed]) if marks.examples else ""
