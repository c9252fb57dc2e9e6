"""The five figures of the brochure, each drawn from the table or figure of the report that it repeats.

Source: the brochure of 2024; its pictures are lost, its captions are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers import case_study_progress, figures, interview_progress, tables, verify
from helpers.disclosure import may_be_shown
from helpers.figures.drawing import Drawing, Key
from helpers.records import Records
from helpers.table import Table


@dataclass(frozen=True)
class BrochureFigure:
    """A figure of the brochure.

    Attributes
    ----------
    number : int
        Its number in the brochure.
    title : str
        In our own words.
    drawing : Drawing
    repeats : str
        Id of the table or figure that holds the same numbers, with their notes and download.
    """

    number: int
    title: str
    drawing: Drawing
    repeats: str


def brochure_figures(registration: Records, case_study: Records, interviews: Records) -> Iterator[BrochureFigure]:
    """The figures in the order of the brochure.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When records are not synthetic.
    """
    for given in (registration, case_study, interviews):
        may_be_shown(given)
    referrers, housing, changes = (make(registration) for make in (tables.figure_3, tables.figure_10, tables.table_18))
    progress = case_study_progress.made_from(case_study)
    made = [
        ("Wie doorverwijst", *_as_printed(referrers), "figuur-3"),
        ("Hoe gezinnen wonen, bij de start en het einde", *_as_printed(housing), "figuur-10"),
        (
            *("Hoe mama's hun situatie scoren, toen en nu", *interview_progress.drawn(interviews, interview_progress.SCORES)),
            "tabel-26",
        ),
        (
            *("Wat in orde is, van de start naar het einde", replace(changes, id="extra-2"), _as_printed(changes)[1]),
            "tabel-18",
        ),
        (
            *("Waar veel gezinnen vooruitgingen", *case_study_progress.drawn(progress, case_study_progress.AREAS)),
            "tabel-22",
        ),
    ]
    for number, (title, table, fixed, repeats) in enumerate(made, 1):
        yield BrochureFigure(number, title, figures.draw(table, fixed), repeats)


def _as_printed(table: Table) -> tuple[Table, frozenset[Key]]:
    return table, frozenset(verify.fixed_cells(table))
