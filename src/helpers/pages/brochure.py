"""The five figures of the brochure, each drawn from the table or figure of the report that it repeats.

Source: the brochure of 2024; its pictures are lost, its captions are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from helpers import figures
from helpers.checking import printed
from helpers.data.records import Records
from helpers.figures.drawing import Drawing
from helpers.inference import case_study as case_study_progress
from helpers.inference import interviews as interview_progress
from helpers.pages.parts import display
from helpers.pages.parts.stored_outputs import link_html
from helpers.tables import catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Key, Table


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
    helpers.tables.disclosure.ConfidentialError
        When records are not synthetic.
    """
    for given in (registration, case_study, interviews):
        may_be_shown(given)
    referrers, housing, changes = (
        make(registration) for make in (catalogue.figure_3, catalogue.figure_10, catalogue.table_18)
    )
    progress = case_study_progress.made_from(case_study)
    made = [
        ("Wie doorverwijst", *_as_printed(referrers), "figuur-3"),
        ("Hoe gezinnen wonen, bij de start en het einde", *_as_printed(housing), "figuur-10"),
        (
            *(
                "Hoe mama's hun situatie scoren, toen en nu",
                *interview_progress.drawn(interviews, interview_progress.SCORES),
            ),
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
    return table, frozenset(printed.fixed_cells(table))


def show_brochure_figure(figure: BrochureFigure) -> None:
    """Show one figure of the brochure, and where its numbers stand in this book."""
    drawing, title = figure.drawing, f"Brochure, figuur {figure.number}. {figure.title}"
    display.picture(drawing.png(), f"brochure-{figure.number}", title, drawing.alt, drawing.fingerprint)
    display.html(
        f'<p class="opk-in-lab">{escape(title)}</p><div class="opk-notes"><p>De cijfers, met uitleg en download: '
        f"{link_html(figure.repeats)}.</p></div>"
    )
