"""Chapter 4.2: the case study, how Tabel 20 was computed, who moved forward, and what may be concluded."""

from __future__ import annotations

from html import escape

from helpers.checking import tabel_20
from helpers.checking.tabel_20 import Interval, Tried
from helpers.conclusions import case_study as case_study_conclusions
from helpers.data import codebook
from helpers.data.records import Records, load
from helpers.dutch.numbers import dutch
from helpers.inference import case_study
from helpers.inference.case_study import AREAS, GAPS, MOVES, SCORES, made_from
from helpers.pages import instruments
from helpers.pages.parts import display, score_conclusions, score_tests
from helpers.pages.parts.explorer import explore
from helpers.pages.parts.heard import heard_html
from helpers.pages.parts.show import show, show_printed_mark, show_synthetic_notice
from helpers.pages.parts.table_html import grid_html
from helpers.prose import names
from helpers.tables import case_study_scores

__all__ = ["AREAS", "GAPS", "MOVES", "SCORES"]
__all__ += ["explore", "load", "names", "show", "show_printed_mark", "show_synthetic_notice"]
__all__ += ["show_scale_of_lifestyle", "show_definitions_of_tabel_20", "show_limits", "show_progress", "show_lines"]
__all__ += [
    "show_progress_conclusion",
    "show_progress_tests",
    "show_programme_comparison",
    "show_conclusions",
    "show_cautions",
]

_ROWS = {"all": "Alle indicatoren"}


#: The classes that colour a judgement, as in chapter 5 and on the front page.
_CLASSES = {
    case_study_conclusions.HOLDS: "opk-holds_here",
    case_study_conclusions.DEPENDS: "opk-depends",
    case_study_conclusions.UNKNOWN: "opk-nothing",
}


#: Which numbers of the report each extra figure shows.
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
    instruments.show_scale("case_study", "pregnancy_lifestyle", "figuur-11", caption)


def show_definitions_of_tabel_20() -> None:
    """Show every definition of Tabel 20 that was tried, one a row, with the cells that rule it out."""
    caption = "Welke berekening past bij de acht cijfers van Tabel 20"
    rows = ((tried.label_nl, _judged(tried)) for tried in tabel_20.try_all())
    columns, region = ["Oordeel", "Past niet bij"], "Hoe Tabel 20 berekend is"
    display.html(
        grid_html("tabel-20-definities", caption, columns, rows, (0, 1), first="Wat er gemiddeld is", region=region)
    )


def _judged(tried: Tried) -> list[str]:
    n = len(tried.given)
    verdict = f"✓ kan ({n} van {n} passen)" if tried.fits else f"✗ uitgesloten ({n - len(tried.wrong)} van {n} passen)"
    against = "; ".join(f"{_name(key)}: {_between(tried.given[key])}" for key in tried.wrong)
    return [verdict, escape(against)]


def _name(key: tuple[str, str]) -> str:
    row, programme = key
    return f"{(_ROWS | codebook.labels('domain'))[row]}, {case_study_scores.programme_labels()[programme]}"


def _between(given: Interval) -> str:
    low, high = (dutch(bound, 2) for bound in given)
    return f"geeft {low}" if low == high else f"geeft {low} tot {high}"


def show_progress(records: Records, id: str) -> None:
    """Show an extra figure: `AREAS`, `MOVES`, `SCORES` or `GAPS`."""
    score_tests.show_progress_figure(*case_study.drawn(made_from(records), id), _SOURCES[id])


def show_lines(records: Records, indicator: str) -> None:
    """Show a line for each synthetic family on one indicator: an example as a whole."""
    source = "Ze komt helemaal uit synthetische dossiers: de gezinnen en hun scores zijn verzonnen."
    score_tests.show_progress_figure(case_study.lines(records, indicator), frozenset(), source)


def show_limits(records: Records) -> None:
    """Say on how many indicators many families moved forward, for several limits of "many"."""
    display.html(f"<p>{score_conclusions.threshold_sentence(made_from(records).tests, _LIMITS)}</p>")


def show_progress_conclusion(records: Records) -> None:
    """Show in a few sentences what the tests of progress say, and what they could not say."""
    display.html(score_conclusions.conclusions_html(made_from(records).tests))


def show_progress_tests(records: Records) -> None:
    """Show the sign tests of every indicator, and how much they could have found."""
    display.html(score_tests.progress_tests_html(made_from(records).tests))


def show_programme_comparison(records: Records) -> None:
    """Show whether an equal share moved forward in both programmes, for every indicator."""
    display.html(score_tests.between_html(made_from(records).tests))


def show_cautions(records: Records) -> None:
    """Show why the case study measures no effect."""
    found = made_from(records)
    display.html(score_conclusions.cautions_html(found.tests, found.counts, found.fixed))


def show_conclusions(records: Records) -> None:
    """Show what the report concludes about the programmes, with what its tables say of each conclusion."""
    items = "".join(
        f"<li><p><strong>{escape(one.claim)}</strong></p>{_badge(one.judgement)}"
        f"<details><summary>Waarom?{heard_html(f' ({escape(one.claim)})')}</summary>"
        f"<p>{escape(one.because)}</p></details></li>"
        for one in case_study_conclusions.conclusions(made_from(records))
    )
    display.html(f'<ol class="opk-conclusions">{items}</ol>')


def _badge(judgement: str) -> str:
    badge = f'<li class="opk-strength {_CLASSES[judgement]}">{escape(judgement)}</li>'
    return f'<ul class="opk-strengths" aria-label="Oordeel">{badge}</ul>'
