"""What chapter 4.2 shows beside its tables: how Tabel 20 was computed, and which conclusions hold.

What a notebook cell of chapter 4.2 and its appendix calls beside the tables of the report.

The tables themselves are shown with `helpers.pages.show.show`.
"""

from __future__ import annotations

from html import escape

from helpers.checking import tabel_20
from helpers.checking.tabel_20 import Interval, Tried
from helpers.conclusions import case_study as case_study_conclusions
from helpers.data import codebook
from helpers.data.records import Records
from helpers.dutch.numbers import dutch
from helpers.inference import case_study as case_study_progress
from helpers.inference.case_study import AREAS, GAPS, MOVES, SCORES, CaseStudyProgress
from helpers.pages import instruments, score_conclusions
from helpers.pages.parts import display
from helpers.pages.score_tests import show_progress_figure
from helpers.tables import case_study_scores
from helpers.tables.disclosure import may_be_shown

_ROWS = {"all": "Alle indicatoren"}


#: The classes that colour a judgement, as in chapter 5 and on the front page.
_CLASSES = {
    case_study_conclusions.HOLDS: "opk-holds_here",
    case_study_conclusions.DEPENDS: "opk-depends",
    case_study_conclusions.UNKNOWN: "opk-nothing",
}


def definitions_html() -> str:
    """Every definition of Tabel 20 that was tried, one a row, with the cells that rule it out."""
    rows = "".join(map(_row, tabel_20.try_all()))
    header = "".join(
        f'<th scope="col" class="opk-text">{label}</th>'
        for label in ("Wat er gemiddeld is", "Oordeel", "Past niet bij")
    )
    return (
        '<div class="opk-scroll" tabindex="0" role="region" aria-label="Hoe Tabel 20 berekend is">'
        '<table class="opk-table" id="tabel-20-definities"><caption>Welke berekening past bij de acht cijfers van Tabel 20'
        f"</caption><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def conclusions_html(found: CaseStudyProgress) -> str:
    """What the report concludes about the programmes, with what its tables say of each conclusion.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(found.counts)
    items = "".join(
        f"<li><p><strong>{escape(one.claim)}</strong></p>{_badge(one.judgement)}<p>{escape(one.because)}</p></li>"
        for one in case_study_conclusions.conclusions(found)
    )
    return f'<ol class="opk-conclusions">{items}</ol>'


def _badge(judgement: str) -> str:
    badge = f'<li class="opk-strength {_CLASSES[judgement]}">{escape(judgement)}</li>'
    return f'<ul class="opk-strengths" aria-label="Oordeel">{badge}</ul>'


def _row(tried: Tried) -> str:
    verdict = (
        f"✓ kan ({len(tried.given)} van {len(tried.given)} passen)"
        if tried.fits
        else f"✗ uitgesloten ({len(tried.given) - len(tried.wrong)} van {len(tried.given)} passen)"
    )
    against = "; ".join(f"{_name(key)}: {_between(tried.given[key])}" for key in tried.wrong)
    return (
        f'<tr><th scope="row">{escape(tried.label_nl)}</th><td class="opk-text">{verdict}</td>'
        f'<td class="opk-text">{escape(against)}</td></tr>'
    )


def _name(key: tuple[str, str]) -> str:
    row, programme = key
    return f"{(_ROWS | codebook.labels('domain'))[row]}, {case_study_scores.programme_labels()[programme]}"


def _between(given: Interval) -> str:
    low, high = (dutch(bound, 2) for bound in given)
    return f"geeft {low}" if low == high else f"geeft {low} tot {high}"


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
    html = instruments.scale_html("case_study", "pregnancy_lifestyle", "figuur-11", caption)
    display.html_output(html, "figuur-11", caption)


def show_instrument() -> None:
    """Show Figuur 19: every indicator of the case study with its levels."""
    caption = "De indicatoren van de casestudie"
    display.html_output(instruments.instrument_html("case_study", "figuur-19", caption), "figuur-19", caption)


def show_definitions_of_tabel_20() -> None:
    """Show which ways to compute Tabel 20 are ruled out by what it prints."""
    display.html(definitions_html())


def show_progress(found: CaseStudyProgress, id: str) -> None:
    """Show an extra figure: `AREAS`, `MOVES`, `SCORES` or `GAPS` of `helpers.inference.case_study`.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    show_progress_figure(*case_study_progress.drawn(found, id), _SOURCES[id])


def show_lines(records: Records, indicator: str) -> None:
    """Show a line for each synthetic family on one indicator: an example as a whole.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    source = "Ze komt helemaal uit synthetische dossiers: de gezinnen en hun scores zijn verzonnen."
    show_progress_figure(case_study_progress.lines(records, indicator), frozenset(), source)


def show_limits(found: CaseStudyProgress) -> None:
    """Say on how many indicators many families moved forward, for several limits of "many"."""
    display.html(f"<p>{score_conclusions.threshold_sentence(found.tests, _LIMITS)}</p>")


def show_cautions(found: CaseStudyProgress) -> None:
    """Show why the case study measures no effect."""
    display.html(score_conclusions.cautions_html(found.tests, found.counts, found.fixed))


def show_conclusions(found: CaseStudyProgress) -> None:
    """Show which conclusions of the report about the programmes hold."""
    display.html(conclusions_html(found))
