"""Appendix 4, and what other chapters show of it: instruments, form and guide as figures of the report.

Laid out from the codebook, and so in our own words: every figure says that it
is not the original, and where that stands.
"""

from __future__ import annotations

from html import escape
from itertools import groupby

from helpers.data import instrument, interview_guide
from helpers.data.instrument import Indicator
from helpers.data.interview_guide import Question, Theme
from helpers.pages.parts import display
from helpers.pages.parts.table_html import folded_html, scroll_html
from helpers.prose import names
from helpers.tables.table import display_name

__all__ = ["names", "show_instrument", "show_interview_form", "show_interview_guide", "show_scale"]

_OWN_WORDS = "In onze woorden, niet het originele instrument."


_CASE_STUDY, _INTERVIEW = "case_study", "interview"


def show_scale(name: str, indicator: str, id: str, caption: str) -> None:
    """Show one indicator with what each of its scores means, one a row.

    Parameters
    ----------
    name
        The instrument: see `helpers.data.instrument.indicators`.
    indicator
        Its code.
    id
        Of the figure, such as ``figuur-11``.
    caption
        Its title, in Dutch.
    """
    found = instrument.indicators(name)[indicator]
    rows = "".join(
        f'<tr><th scope="row">{_level(level)}</th><td class="opk-text">{escape(text)}</td></tr>'
        for level, text in instrument.levels(name, indicator).items()
    )
    header = f'<tr><th scope="col">Score</th><th scope="col" class="opk-text">{escape(found.label_nl)}</th></tr>'
    _show_figure(id, caption, found.section, f"<thead>{header}</thead><tbody>{rows}</tbody>")


def show_instrument() -> None:
    """Show Figuur 19: every indicator of the case study with what each of its scores means, by domain."""
    domains = instrument.by_domain(_CASE_STUDY)
    everything = [found for group in domains.values() for found in group]
    scores = sorted({score for found in everything for score in instrument.scores(_CASE_STUDY, found.code)})
    header = '<tr><th scope="col">Indicator</th>' + "".join(
        f'<th scope="col" class="opk-text">{_level(str(score))}</th>' for score in scores
    )
    body = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{len(scores) + 1}">{escape(domain)}</th></tr>'
        + "".join(_row(found, scores) for found in group)
        + "</tbody>"
        for domain, group in domains.items()
    )
    table = f"<thead>{header}</tr></thead>{body}"
    _show_figure(
        "figuur-19", "De indicatoren van de casestudie", everything[0].section, table, _without_score(everything)
    )


def _row(found: Indicator, scores: list[int]) -> str:
    levels = instrument.levels(_CASE_STUDY, found.code)
    label = escape(found.label_nl) + ("" if found.in_tables else " *")
    cells = "".join(
        f'<td class="opk-text">{escape(levels.get(str(score), "(leeg in het rapport)"))}</td>' for score in scores
    )
    return f'<tr><th scope="row">{label}</th>{cells}</tr>'


def _level(level: str) -> str:
    return level if level.isdigit() else "geen"


def _without_score(everything: list[Indicator]) -> str:
    """The answers without a score, and why some indicators have no results."""
    general = [
        text for level, text in instrument.levels(_CASE_STUDY, everything[0].code).items() if not level.isdigit()
    ]
    left_out = "".join(
        f"<li>{escape(found.label_nl)}: {escape(found.reason_nl)}</li>" for found in everything if not found.in_tables
    )
    return (
        f"<p>Zonder score kan ook: {escape('; '.join(general))}.</p>"
        f"<p>* Staat niet in de tabellen van het rapport:</p><ul>{left_out}</ul>"
    )


def _show_figure(id: str, caption: str, section: str, table: str, below: str = "") -> None:
    """Show a figure that is a table with words: its caption says that it is not the original.

    Parameters
    ----------
    id, caption
        Of the figure; the caption in Dutch.
    section
        Where the original stands in the report.
    table, below
        HTML: what goes into the ``<table>``, and what follows it.
    """
    number = display_name(id)
    scrolling = scroll_html(number, f'<table class="opk-table" aria-label="{escape(caption)}">{table}</table>')
    scrolling = folded_html(number, scrolling)
    content = (
        f'<figure class="opk-instrument" id="{id}"><figcaption><span class="caption-number">{number}</span> '
        f"{escape(caption)}. <strong>{_OWN_WORDS}</strong> Het origineel staat in {escape(section)} van het rapport."
        f'</figcaption>{scrolling}<div class="opk-below">{below}</div></figure>'
    )
    display.html_output(content, id, caption)


def show_interview_form() -> None:
    """Show Figuur 20: the form that a mother filled in, every indicator with its scale at two moments."""
    scores = instrument.scores(_INTERVIEW, next(iter(instrument.indicators(_INTERVIEW))))
    boxes = f'<td class="opk-text">{" ".join(map(str, scores))}</td>'
    body = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="3">{escape(domain)}</th></tr>'
        + "".join(f'<tr><th scope="row">{escape(found.label_nl)}</th>{boxes * 2}</tr>' for found in group)
        + "</tbody>"
        for domain, group in instrument.by_domain(_INTERVIEW).items()
    )
    header = "".join(f'<th scope="col" class="opk-text">{label}</th>' for label in ("Voor OPkomst", "Nu"))
    table = f'<thead><tr><th scope="col">Indicator</th>{header}</tr></thead>{body}'
    _show_figure("figuur-20", "De indicatoren van de interviews", _section(), table, _levels())


def _levels() -> str:
    """What the scores mean: the same for every indicator."""
    indicator = next(iter(instrument.indicators(_INTERVIEW)))
    levels = instrument.levels(_INTERVIEW, indicator)
    scores = "".join(
        f'<li value="{score}">{escape(levels[str(score)])}</li>' for score in instrument.scores(_INTERVIEW, indicator)
    )
    headings = "De drie tussentitels staan niet in het origineel: het zijn de domeinen van de casestudie."
    return f"<p>De mama koos telkens een score:</p><ol>{scores}</ol><p>{headings}</p>"


def show_interview_guide() -> None:
    """Show Figuur 21: the themes of an interview, each with its time and its questions."""
    total = interview_guide.planned_minutes()
    rows = "".join(map(_theme, interview_guide.themes()))
    header = '<tr><th scope="col">Thema</th><th scope="col" class="opk-text">Vragen</th></tr>'
    table = f"<thead>{header}</thead><tbody>{rows}</tbody>"
    _show_figure("figuur-21", "De vragen van de interviews", _section(), table, f"<p>Samen {total} minuten.</p>")


def _theme(theme: Theme) -> str:
    parts = "".join(
        _part(part, list(questions)) for part, questions in groupby(theme.questions, lambda one: one.part_nl)
    )
    return (
        f'<tr><th scope="row">{escape(theme.label_nl)} ({theme.minutes} min.)</th>'
        f'<td class="opk-text opk-questions">{parts}</td></tr>'
    )


def _part(part: str, questions: list[Question]) -> str:
    heading = f"<p><strong>{escape(part)}</strong></p>" if part else ""
    items = "".join(f"<li>{escape(question.number)}. {escape(question.text_nl)}</li>" for question in questions)
    return f"{heading}<ul>{items}</ul>"


def _section() -> str:
    return next(iter(instrument.indicators(_INTERVIEW).values())).section
