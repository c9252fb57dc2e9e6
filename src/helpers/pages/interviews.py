"""What a notebook cell of chapter 4.3 calls beside Tabel 26: scales, questions and scores.

What the mothers tell is shown by `helpers.pages.stories`.
"""

from __future__ import annotations

from html import escape

from helpers.data.records import Records
from helpers.dutch.lists import listing
from helpers.inference import interviews
from helpers.pages import instruments
from helpers.pages.parts import display
from helpers.pages.score_conclusions import _list
from helpers.pages.score_tests import show_progress_figure


def show_interview_scale() -> None:
    """Show Figuur 12: one indicator of the interviews with its four levels."""
    caption = "Voorbeeld van een schaal met vier punten: kwaliteitsvol wonen"
    html = instruments.scale_html("interview", "housing", "figuur-12", caption)
    display.html_output(html, "figuur-12", caption)


def show_interview_form() -> None:
    """Show Figuur 20: the form with every indicator of the interviews."""
    caption = "De indicatoren van de interviews"
    display.html_output(instruments.form_html("figuur-20", caption), "figuur-20", caption)


def show_interview_guide() -> None:
    """Show Figuur 21: the questions of the interviews, by theme."""
    caption = "De vragen van de interviews"
    display.html_output(instruments.guide_html("figuur-21", caption), "figuur-21", caption)


def show_interview_progress(records: Records, id: str) -> None:
    """Show Tabel 26 as a picture: `helpers.inference.interviews.MOVES` or ``SCORES``.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    show_progress_figure(*interviews.drawn(records, id), "Ze toont de cijfers van Tabel 26.")


def show_interview_cautions(interviewed: dict[str, int], selected: dict[str, int], levels: int) -> None:
    """Show why the scores of the interviews measure no effect."""
    display.html(interview_cautions_html(interviewed, selected, levels))


def interview_cautions_html(interviewed: dict[str, int], selected: dict[str, int], levels: int) -> str:
    """Why the scores that mothers gave themselves measure no effect.

    Parameters
    ----------
    interviewed, selected
        How many mothers, by the Dutch label of their programme: in the
        interviews, and among the families of the case study.
    levels
        How many levels the scale has.
    """
    who = listing([f"{n} van de {selected[label]} bij {escape(label)}" for label, n in interviewed.items()])
    return _list(
        [
            f"<strong>Wie wilde praten.</strong> Van de {sum(selected.values())} gevraagde mama's deden er "
            f"{sum(interviewed.values())} mee: {who}. Wie meedeed, kan een betere band hebben met de begeleiding dan wie niet meedeed.",
            "<strong>Achteraf beoordeeld.</strong> De mama's gaven beide scores op hetzelfde moment. Hoe het vroeger was, kleurt "
            "mee met hoe het nu gaat, zeker als de start lang geleden is.",
            f"<strong>Een schaal met {levels} treden.</strong> Wie op de hoogste trede begint, kan niet meer vooruit, en een trede kan "
            "voor elke mama iets anders betekenen. Een gemiddelde doet alsof alle treden even hoog zijn.",
        ]
    )
