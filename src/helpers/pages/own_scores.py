"""The case study and the interviews of a registration of one's own, where there are any."""

from __future__ import annotations

from html import escape

from helpers.dutch.numbers import dutch
from helpers.pages.own import read
from helpers.pages.own_changes import MOMENTS, changed, changes_html
from helpers.pages.parts import display

__all__ = ["INDICATORS", "MOMENTS_OF_INTERVIEWS", "read", "show_case_study", "show_interviews"]

#: What is asked: one of them, and several.
INDICATORS = ("indicator", "indicatoren")

#: What the two moments are called when both scores were given in one talk.
MOMENTS_OF_INTERVIEWS = ("Toen", "Nu")


def show_case_study(book: dict) -> None:
    """How many families have a good score of those who support them, at the start and at the end."""
    gave = "Wie het gezin begeleidde, gaf de scores."
    _show(book, "case_study", "de casestudie", "gezinnen", gave, MOMENTS)


def show_interviews(book: dict) -> None:
    """How many mothers gave a good score for then, and for now."""
    gave = "Mama's gaven zelf de scores: voor toen en voor nu, allebei in hetzelfde gesprek."
    _show(book, "interviews", "de interviews", "mama's", gave, MOMENTS_OF_INTERVIEWS)


def _show(book: dict, kind: str, name: str, who: str, gave: str, moments: tuple[str, str]) -> None:
    shown = book["scores"].get(kind)
    if shown is None:
        display.html(f"<p>Er is niets ingevuld voor {name}.</p>")
    elif shown["families"] is None:
        display.html(f"<p>Voor {name} zijn er minder dan {book['threshold']} {who}: daarover staat hier niets.</p>")
    else:
        good = " of ".join(shown["good"])
        said = f"In {name} staan {dutch(shown['families'])} {who}. {gave} Goed is hier een score van {good}."
        found = changed(shown, INDICATORS, "een goede score", moments)
        told = changes_html(shown, kind.replace("_", "-"), "een goede score", moments, INDICATORS)
        for number, (label, apart) in enumerate(shown["programmes"].items()):
            id = f"{kind.replace('_', '-')}-{number}"
            told += f"<h3>Alleen {escape(label)}</h3>"
            told += changes_html(apart, id, "een goede score", moments, INDICATORS, group=label)
        display.html(f"<p>{found}</p><p>{said}</p>{told}")
