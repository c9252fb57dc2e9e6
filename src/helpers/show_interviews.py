"""What a notebook cell of chapter 4.3 calls beside Tabel 26: scales, questions and scores.

What the mothers tell is shown by `helpers.show_stories`.
"""

from __future__ import annotations

from helpers import display, instrument_page, interview_page, interview_progress, progress_conclusions
from helpers.records import Records
from helpers.show_progress import show_progress_figure


def show_interview_scale() -> None:
    """Show Figuur 12: one indicator of the interviews with its four levels."""
    caption = "Voorbeeld van een schaal met vier punten: kwaliteitsvol wonen"
    html = instrument_page.scale_html("interview", "housing", "figuur-12", caption)
    display.html_output(html, "figuur-12", caption)


def show_interview_form() -> None:
    """Show Figuur 20: the form with every indicator of the interviews."""
    caption = "De indicatoren van de interviews"
    display.html_output(interview_page.form_html("figuur-20", caption), "figuur-20", caption)


def show_interview_guide() -> None:
    """Show Figuur 21: the questions of the interviews, by theme."""
    caption = "De vragen van de interviews"
    display.html_output(interview_page.guide_html("figuur-21", caption), "figuur-21", caption)


def show_interview_progress(records: Records, id: str) -> None:
    """Show Tabel 26 as a picture: `helpers.interview_progress.MOVES` or ``SCORES``.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    show_progress_figure(*interview_progress.drawn(records, id), "Ze toont de cijfers van Tabel 26.")


def show_interview_cautions(interviewed: dict[str, int], selected: dict[str, int], levels: int) -> None:
    """Show why the scores of the interviews measure no effect."""
    display.html(progress_conclusions.interview_cautions_html(interviewed, selected, levels))
