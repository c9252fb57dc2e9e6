"""In one view, in a book of one's own: who the families are, and what changes, from what it shows alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from helpers.dutch.numbers import dutch, percent
from helpers.own.questions import UNKNOWN, subject
from helpers.pages.own import QUESTIONS, named_html, read
from helpers.pages.own_changes import MOMENTS, changed
from helpers.pages.own_scores import INDICATORS, MOMENTS_OF_INTERVIEWS
from helpers.pages.parts import display

__all__ = ["read", "show_changes", "show_overview"]


def show_overview(book: dict) -> None:
    """How many families there are, and which answer was given most, wherever the counts that are shown settle that."""
    families = f"<strong>{dutch(book['families'])} gezinnen</strong>"
    display.html(
        f"<p>In de registratie van {escape(book['place'])} staan {families}, elk bij het eerste traject geteld.</p>"
    )
    most = {table["id"]: _most_given(table) for table in book["tables"]}
    known = [
        _answer_html(table, most[table["id"]]) for table in book["tables"] if most[table["id"]] not in ("", UNKNOWN)
    ]
    if known:
        display.html(f"<p>Het antwoord dat er het vaakst staat:</p><ul>{''.join(known)}</ul>")
    unknown = [table["title"] for table in book["tables"] if most[table["id"]] == UNKNOWN]
    display.html(named_html("Bij {} is het antwoord het vaakst onbekend of niet geregistreerd", unknown, QUESTIONS))
    if silent := list(most.values()).count(""):
        what = "één vraag zeggen" if silent == 1 else f"{dutch(silent)} vragen zeggen"
        display.html(f"<p>Bij {what} de getoonde aantallen niet welk antwoord er het vaakst staat.</p>")


def _answer_html(table: dict, answer: str) -> str:
    count, base = table["counts"][table["rows"].index(answer)][-1], table["bases"][-1]
    of_all = f"{dutch(count)} van de {dutch(base)} gezinnen ({percent(Fraction(count, base))})"
    # A title such as "Huisarts" says too little.
    part = subject(table["id"])
    where = "" if part == subject("") else f" ({part.lower()})"
    return f"<li>{escape(table['title'])}{where}: <strong>{escape(answer)}</strong>, bij {of_all}</li>"


def _most_given(table: dict) -> str:
    """The answer of most families; none where several have as many, or where what is kept back may be more."""
    base = table["bases"][-1]
    shown = {label: counts[-1] for label, counts in zip(table["rows"], table["counts"], strict=True)}
    counts = [count for count in shown.values() if count is not None]
    if base is None or not counts:
        return ""
    most, kept_back = max(counts), base - sum(counts)
    if counts.count(most) > 1 or most <= kept_back:
        return ""
    return next(label for label, count in shown.items() if count == most)


def show_changes(book: dict) -> None:
    """How many questions and scores changed by more than chance, and which of them most."""
    questions = changed(book, QUESTIONS, "‘ja’", MOMENTS)
    scores = ', alle scores in <a href="scores.html">Casestudie en interviews</a>' * bool(book["scores"])
    more = f'<p>Alle vragen staan in <a href="veranderingen.html">Wat verandert er?</a>{scores}. '
    more += "Een verschil zegt niet waardoor het komt.</p>"
    display.html(f"<p><strong>De registratie.</strong> {questions}</p>{''.join(_scores_html(book))}{more}")


def _scores_html(book: dict) -> Iterator[str]:
    for kind, name, moments in (
        ("case_study", "De casestudie", MOMENTS),
        ("interviews", "De interviews", MOMENTS_OF_INTERVIEWS),
    ):
        shown = book["scores"].get(kind)
        if shown is None:
            said = "Er is niets ingevuld."
        elif shown["families"] is None:
            said = "Er zijn te weinig gezinnen: er staat niets over in dit boek."
        else:
            said = changed(shown, INDICATORS, "een goede score", moments)
        yield f"<p><strong>{name}.</strong> {said}</p>"
