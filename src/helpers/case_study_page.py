"""What chapter 4.2 shows beside its tables: how Tabel 20 was computed, and which conclusions hold."""

from __future__ import annotations

from html import escape

from helpers import case_study, case_study_conclusions, case_study_domain_scores, codebook
from helpers.case_study_domain_scores import Interval, Tried
from helpers.case_study_progress import CaseStudyProgress
from helpers.disclosure import may_be_shown
from helpers.numbers import dutch

_ROWS = {"all": "Alle indicatoren"}

#: The classes that colour a judgement, as in chapter 5 and on the front page.
_CLASSES = {
    case_study_conclusions.HOLDS: "opk-holds_here",
    case_study_conclusions.DEPENDS: "opk-depends",
    case_study_conclusions.UNKNOWN: "opk-nothing",
}


def definitions_html() -> str:
    """Every definition of Tabel 20 that was tried, one a row, with the cells that rule it out."""
    rows = "".join(map(_row, case_study_domain_scores.try_all()))
    header = "".join(
        f'<th scope="col" class="opk-text">{label}</th>' for label in ("Wat er gemiddeld is", "Oordeel", "Past niet bij")
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
    helpers.disclosure.ConfidentialError
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
    verdict = f"✓ kan ({len(tried.given)} van {len(tried.given)} passen)" if tried.fits else f"✗ uitgesloten ({len(tried.given) - len(tried.wrong)} van {len(tried.given)} passen)"
    against = "; ".join(f"{_name(key)}: {_between(tried.given[key])}" for key in tried.wrong)
    return (
        f'<tr><th scope="row">{escape(tried.label_nl)}</th><td class="opk-text">{verdict}</td>'
        f'<td class="opk-text">{escape(against)}</td></tr>'
    )


def _name(key: tuple[str, str]) -> str:
    row, programme = key
    return f"{(_ROWS | codebook.labels('domain'))[row]}, {case_study.programme_labels()[programme]}"


def _between(given: Interval) -> str:
    low, high = (dutch(bound, 2) for bound in given)
    return f"geeft {low}" if low == high else f"geeft {low} tot {high}"
