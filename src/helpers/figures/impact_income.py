"""Appendix 3: the mother's income at the end."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.figures.drawing import Marks, draws
from helpers.figures.income_and_family import COUPLES, bubbles, composition_stacks


@draws("figuur-16")
def income_by_composition_at_end(marks: Marks) -> tuple[Figure, list[str]]:
    """Family composition within each income of the mother at the end."""
    return composition_stacks(marks)


@draws("figuur-17")
def incomes_of_couples_at_end(marks: Marks) -> tuple[Figure, list[str]]:
    """The mother's income against her partner's, at the end."""
    return bubbles(marks, *COUPLES)


@draws("figuur-18")
def mothers_income_at_both_moments(marks: Marks) -> tuple[Figure, list[str]]:
    """From the mother's income at the start to her income at the end."""
    return bubbles(
        marks,
        ("bij start", "bij einde", "mama's"),
        "Tabel met bellen: het inkomen van de mama bij de start (rijen) naast dat bij het einde (kolommen).",
    )
