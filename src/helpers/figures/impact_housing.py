"""Section 4.1: housing at the start and at the end."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.figures.changes import about_changes, changes
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.dumbbells import dumbbells


@draws("figuur-10", columns=("start", "end"))
def housing(marks: Marks) -> tuple[Figure, list[str]]:
    """The share of families in each housing situation, from the start to the end."""
    rows = changes(marks, own_size=False)
    size = marks.size(marks.cells[0])
    return dumbbells(rows, marks, f"Van {size}."), [
        f"Pijlen, één per huisvestingssituatie: van het aandeel bij de start naar dat bij het einde, van {size}.",
        *about_changes(marks, rows),
    ]
