"""What changes between the start and the end of the support, in a registration of one's own."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.inference.methods import Significance
from helpers.inference.own_changes import OwnChange, Subject, subjects
from helpers.pages.own import points, read, share
from helpers.pages.parts import display
from helpers.pages.parts.table_html import grid_html

__all__ = ["read", "show_changes"]

_COLUMNS = ("Bij de start", "Bij het einde", "Verschil", "95%-interval", "Kan het toeval zijn?")

#: What a verdict says, whichever way the families moved that the book does not show.
_VERDICTS = {
    Significance.WHATEVER: "nee",
    Significance.NEVER: "ja",
    Significance.UNDETERMINED: "niet uit te maken",
}


def show_changes(book: dict) -> None:
    """A table for each subject, with a sentence on what a test finds."""
    found = list(subjects(book["changes"], book["too_few_to_compare"]))
    if not book["changes"]:
        display.html("<p>Van geen enkele vraag kunnen de aantallen bij de start en bij het einde er allebei staan.</p>")
    display.html("".join(map(_subject_html, found)))


def _subject_html(subject: Subject) -> str:
    title = f"<h2>{escape(subject.title)}</h2>"
    left_out = _left_out(subject.left_out)
    if not subject.changes:
        return f"{title}{left_out}"
    rows = [(one.title, _cells(one)) for one in subject.changes]
    caption = f"{subject.title}: ‘ja’ bij de start en bij het einde"
    id = f"verandering-{book_id(subject.title)}"
    return f"{title}<p>{_said(subject.changes)}</p>{grid_html(id, caption, _COLUMNS, rows, {4})}{left_out}"


def book_id(title: str) -> str:
    """A title as a part of an id.

    >>> book_id("Wat in orde is")
    'wat-in-orde-is'
    """
    return title.lower().replace(" ", "-")


def _cells(one: OwnChange) -> list[str]:
    low, high = one.interval
    return [
        *(share(count, one.margins.n) for count in (one.margins.start, one.margins.end)),
        f"{points(one.margins.difference)} procentpunt",
        f"van {points(low)} tot {points(high)}",
        _VERDICTS[one.verdict],
    ]


def _said(changes: list[OwnChange]) -> str:
    """What a test shows whichever way families moved, and of how many it shows nothing."""
    proven: dict[str, Callable[[OwnChange], bool]] = {
        "Vaker ‘ja’ bij het einde": lambda one: one.margins.net > 0,
        "Minder vaak ‘ja’ bij het einde": lambda one: one.margins.net < 0,
    }
    sure = [one for one in changes if one.verdict is Significance.WHATEVER]
    said = [
        f"{what}, en meer dan toeval: {listing([f'‘{escape(one.title)}’' for one in sure if is_so(one)])}."
        for what, is_so in proven.items()
        if any(map(is_so, sure))
    ]
    open_, never = (
        sum(one.verdict is verdict for one in changes) for verdict in (Significance.UNDETERMINED, Significance.NEVER)
    )
    if never:
        said.append(f"Bij {_questions(never)} kan het verschil toeval zijn.")
    if open_:
        said.append(f"Bij {_questions(open_)} zeggen de getoonde aantallen niet of het verschil toeval kan zijn.")
    return " ".join(said)


def _questions(number: int) -> str:
    return "één vraag" if number == 1 else f"{dutch(number)} vragen"


def _left_out(titles: list[str]) -> str:
    if not titles:
        return ""
    names = listing([f"‘{escape(title)}’" for title in titles])
    return f"<p>Niet getoond, omdat er te weinig gezinnen voor zijn of een aantal afgeschermd is: {names}.</p>"
