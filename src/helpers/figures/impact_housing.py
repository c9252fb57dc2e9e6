"""Section 4.1: housing at the start and at the end."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from helpers.dutch.lists import listing
from helpers.figures.alt import by_row, sentence
from helpers.figures.changes import Change, about_changes, changes
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.bars import Bar, Group, grouped_bars
from helpers.figures.shapes.style import COLOURS


@draws("figuur-10", columns=("start", "end"))
def housing(marks: Marks) -> tuple[Figure, list[str]]:
    """The share of families in each housing situation, at the start and at the end."""
    rows = changes(marks, own_size=False)
    groups = [
        Group(
            row.heading,
            (Bar(row.start, COLOURS["total"], "start"), Bar(row.end, COLOURS["total"], "einde")),
        )
        for row in rows
    ]
    size = marks.size(marks.cells[0])
    return grouped_bars(groups, marks, f"Van {size}."), [
        f"Staafdiagram: hoeveel gezinnen er bij de start en bij het einde in elke situatie wonen, van {size}.",
        *(about_changes(marks, rows) or [*_sure("hoger", marks, rows), *_sure("lager", marks, rows)]),
    ]


def _sure(word: str, marks: Marks, rows: Sequence[Change]) -> list[str]:
    """The shares that rise or fall whatever print leaves open."""
    pairs = [(row.start, row.end) if word == "hoger" else (row.end, row.start) for row in rows]
    found = [
        f"{by_row(row.start)} (van {marks.label(row.start)} naar {marks.label(row.end)})"
        for row, (less, more) in zip(rows, pairs, strict=True)
        if marks.is_surely_more(more, less)
    ]
    return sentence(listing(found), f"{word.capitalize()} bij het einde, wat het rapport ook openlaat: ")
