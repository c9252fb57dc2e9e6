"""What a notebook cell of chapter 4.2 and its appendix calls beside the tables of the report.

The tables themselves are shown with `helpers.show.show`.
"""

from __future__ import annotations

from helpers import case_study_page, case_study_progress, display, instrument_page, progress_conclusions
from helpers.case_study_progress import AREAS, GAPS, MOVES, SCORES, CaseStudyProgress
from helpers.records import Records
from helpers.show_progress import show_progress_figure

_SOURCES = {
    AREAS: "Ze toont zoals figuur 5 van de brochure waar veel gezinnen vooruitgingen, met de cijfers van Tabel 22.",
    MOVES: "Ze toont de aantallen van Tabel 23, 24 en 25 naast elkaar.",
    SCORES: "Ze toont de start uit Tabel 21 en het einde dat uit Tabel 23, 24 en 25 samen volgt.",
    GAPS: "Ze vergelijkt de aandelen die volgen uit Tabel 23, 24 en 25.",
}

#: Limits of "many families" that one could choose, around those of the report and of its tables.
_LIMITS = (4, 5, 6, 7)


def show_scale_of_lifestyle() -> None:
    """Show Figuur 11: one indicator of the case study with its five levels."""
    caption = "Voorbeeld van een schaal met vijf punten: leefstijl tijdens de zwangerschap"
    html = instrument_page.scale_html("case_study", "pregnancy_lifestyle", "figuur-11", caption)
    display.html_output(html, "figuur-11", caption)


def show_instrument() -> None:
    """Show Figuur 19: every indicator of the case study with its levels."""
    caption = "De indicatoren van de casestudie"
    display.html_output(instrument_page.instrument_html("case_study", "figuur-19", caption), "figuur-19", caption)


def show_definitions_of_tabel_20() -> None:
    """Show which ways to compute Tabel 20 are ruled out by what it prints."""
    display.html(case_study_page.definitions_html())


def show_progress(found: CaseStudyProgress, id: str) -> None:
    """Show an extra figure: `AREAS`, `MOVES`, `SCORES` or `GAPS` of `helpers.case_study_progress`.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    show_progress_figure(*case_study_progress.drawn(found, id), _SOURCES[id])


def show_lines(records: Records, indicator: str) -> None:
    """Show a line for each synthetic family on one indicator: an example as a whole.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    source = "Ze komt helemaal uit synthetische dossiers: de gezinnen en hun scores zijn verzonnen."
    show_progress_figure(case_study_progress.lines(records, indicator), frozenset(), source)


def show_limits(found: CaseStudyProgress) -> None:
    """Say on how many indicators many families moved forward, for several limits of "many"."""
    display.html(f"<p>{progress_conclusions.threshold_sentence(found.tests, _LIMITS)}</p>")


def show_cautions(found: CaseStudyProgress) -> None:
    """Show why the case study measures no effect."""
    display.html(progress_conclusions.cautions_html(found.tests, found.counts, found.fixed))


def show_conclusions(found: CaseStudyProgress) -> None:
    """Show which conclusions of the report about the programmes hold."""
    display.html(case_study_page.conclusions_html(found))
