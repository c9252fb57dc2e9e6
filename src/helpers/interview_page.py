"""The form and the guide of the interviews, as figures of the report in our own words."""

from __future__ import annotations

from html import escape
from itertools import groupby

from helpers import instrument, interview_guide
from helpers.instrument_page import figure_html
from helpers.interview_guide import Question, Theme

_INSTRUMENT = "interview"


def form_html(id: str, caption: str) -> str:
    """Figuur 20: the form that a mother filled in, every indicator with its scale at two moments."""
    scores = instrument.scores(_INSTRUMENT, next(iter(instrument.indicators(_INSTRUMENT))))
    boxes = f'<td class="opk-text">{" ".join(map(str, scores))}</td>'
    body = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="3">{escape(domain)}</th></tr>'
        + "".join(f'<tr><th scope="row">{escape(found.label_nl)}</th>{boxes * 2}</tr>' for found in group)
        + "</tbody>"
        for domain, group in instrument.by_domain(_INSTRUMENT).items()
    )
    header = "".join(f'<th scope="col" class="opk-text">{label}</th>' for label in ("Voor OPkomst", "Nu"))
    table = f'<thead><tr><th scope="col">Indicator</th>{header}</tr></thead>{body}'
    return figure_html(id, caption, _section(), table, _levels())


def _levels() -> str:
    """What the scores mean: the same for every indicator."""
    indicator = next(iter(instrument.indicators(_INSTRUMENT)))
    levels = instrument.levels(_INSTRUMENT, indicator)
    scores = "".join(
        f'<li value="{score}">{escape(levels[str(score)])}</li>' for score in instrument.scores(_INSTRUMENT, indicator)
    )
    headings = "De drie tussentitels staan niet in het origineel: het zijn de domeinen van de casestudie."
    return f"<p>De mama koos telkens een score:</p><ol>{scores}</ol><p>{headings}</p>"


def guide_html(id: str, caption: str) -> str:
    """Figuur 21: the themes of an interview, each with its time and its questions."""
    total = interview_guide.planned_minutes()
    rows = "".join(map(_theme, interview_guide.themes()))
    header = '<tr><th scope="col">Thema</th><th scope="col" class="opk-text">Vragen</th></tr>'
    table = f"<thead>{header}</thead><tbody>{rows}</tbody>"
    return figure_html(id, caption, _section(), table, f"<p>Samen {total} minuten.</p>")


def _theme(theme: Theme) -> str:
    parts = "".join(_part(part, list(questions)) for part, questions in groupby(theme.questions, lambda one: one.part_nl))
    return (
        f'<tr><th scope="row">{escape(theme.label_nl)} ({theme.minutes} min.)</th>'
        f'<td class="opk-text opk-questions">{parts}</td></tr>'
    )


def _part(part: str, questions: list[Question]) -> str:
    heading = f"<p><strong>{escape(part)}</strong></p>" if part else ""
    items = "".join(f"<li>{escape(question.number)}. {escape(question.text_nl)}</li>" for question in questions)
    return f"{heading}<ul>{items}</ul>"


def _section() -> str:
    return next(iter(instrument.indicators(_INSTRUMENT).values())).section
