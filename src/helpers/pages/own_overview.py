"""In one view, in a book of one's own: who the families are, and what changes, from what it shows alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch, percent
from helpers.inference.methods import Significance
from helpers.inference.own_changes import OwnChange, subjects
from helpers.own.questions import UNKNOWN
from helpers.pages.own import read, share
from helpers.pages.own_changes import MOMENTS, number_of
from helpers.pages.own_scores import MOMENTS_OF_INTERVIEWS
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
    if unknown := [f"‘{escape(table['title'])}’" for table in book["tables"] if most[table["id"]] == UNKNOWN]:
        what = "deze vraag" if len(unknown) == 1 else "deze vragen"
        display.html(
            f"<p>Bij {what} is het antwoord het vaakst onbekend of niet geregistreerd: {listing(unknown)}.</p>"
        )
    if silent := list(most.values()).count(""):
        what = "één vraag zeggen" if silent == 1 else f"{dutch(silent)} vragen zeggen"
        display.html(f"<p>Bij {what} de getoonde aantallen niet welk antwoord er het vaakst staat.</p>")


def _answer_html(table: dict, answer: str) -> str:
    count, base = table["counts"][table["rows"].index(answer)][-1], table["bases"][-1]
    of_all = f"{dutch(count)} van de {dutch(base)} gezinnen ({percent(Fraction(count, base))})"
    return f"<li>{escape(table['title'])}: <strong>{escape(answer)}</strong>, bij {of_all}</li>"


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
    questions = _changed_html(book, ("vraag", "vragen"), "‘ja’", MOMENTS)
    more = '<p>Alle vragen staan in <a href="veranderingen.html">Wat verandert er?</a>, alle scores in '
    more += '<a href="scores.html">Casestudie en interviews</a>. Een verschil zegt niet waardoor het komt.</p>'
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
            said = _changed_html(shown, ("indicator", "indicatoren"), "een goede score", moments)
        yield f"<p><strong>{name}.</strong> {said}</p>"


def _changed_html(shown: dict, noun: tuple[str, str], what: str, moments: tuple[str, str]) -> str:
    """Of how many questions the difference is more than chance, which way, and the largest; then of how many it is not.

    Parameters
    ----------
    shown, what, moments
        As for `helpers.pages.own_changes.changes_html`.
    noun
        What is asked: one of them, and several.
    """
    tested = list(subjects(shown["changes"], shown["too_few_to_compare"]))
    found = [(subject.title, one) for subject in tested for one in subject.changes]
    left_out = sum(len(subject.left_out) for subject in tested)
    if not found:
        return f"Van geen enkele {noun[0]} kunnen de aantallen van beide momenten er staan."
    first, last = (moment.lower() for moment in moments)
    said, sure = [], [(title, one) for title, one in found if one.verdict is Significance.WHATEVER]
    for word, sign in (("vaker", 1), ("minder vaak", -1)):
        if moved := [(title, one) for title, one in sure if sign * one.margins.net > 0]:
            said.append(
                f"Bij {number_of(len(moved), noun)} komt {what} {last} {word} voor dan {first}, en dat is meer dan "
                f"toeval. Het grootst is het verschil bij {_largest(moved, first, last)}."
            )
    if not sure:
        said.append(f"Bij geen enkele {noun[0]} in dit boek is het zeker dat het verschil meer dan toeval is.")
    elif others := len(found) - len(sure):
        said.append(f"Bij {number_of(others, noun)} kan het verschil toeval zijn, of is dat niet uit te maken.")
    if left_out:
        said.append(f"Van {number_of(left_out, noun)} staan de aantallen niet in dit boek.")
    return " ".join(said)


def _largest(moved: list[tuple[str, OwnChange]], first: str, last: str) -> str:
    """The question with the largest difference, with both of its counts; several where they tie."""
    most = max(abs(one.margins.difference) for _, one in moved)
    return listing(
        [
            f"‘{escape(one.title)}’{f' ({escape(title[0].lower() + title[1:])})' if title else ''}, "
            f"{share(one.margins.start, one.margins.n)} {first} en {share(one.margins.end, one.margins.n)} {last}"
            for title, one in moved
            if abs(one.margins.difference) == most
        ]
    )
