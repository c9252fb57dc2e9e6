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
from helpers.pages.parts.table_html import grid_html, p_html

__all__ = ["MOMENTS", "changes_html", "number_of", "read", "show_changes"]

_COLUMNS = ("Verschil in procentpunt", "95%-interval", "Kan het toeval zijn?")

#: What the two moments of a question are called.
MOMENTS = ("Bij de start", "Bij het einde")

#: What a verdict says, whichever way the families moved that the book does not show.
_VERDICTS = {
    Significance.WHATEVER: "nee",
    Significance.NEVER: "ja",
    Significance.UNDETERMINED: "niet uit te maken",
}


def show_changes(book: dict) -> None:
    """A table for each subject, with a sentence on what a test finds."""
    if not book["changes"]:
        display.html("<p>Van geen enkele vraag kunnen de aantallen bij de start en bij het einde er allebei staan.</p>")
    display.html(changes_html(book, "verandering", "‘ja’", MOMENTS, ("vraag", "vragen")))


def changes_html(shown: dict, id: str, what: str, moments: tuple[str, str], noun: tuple[str, str]) -> str:
    """The questions of each subject that were asked twice, with what a test finds.

    Parameters
    ----------
    shown
        With the changes, and those of which there were too few, of `helpers.own.publish`.
    id
        What the ids of the tables begin with.
    what
        What is counted at both moments, such as ``‘ja’``.
    moments
        What they are called, such as ``Bij de start``.
    noun
        What is asked: one of them, and several.
    """
    found = enumerate(subjects(shown["changes"], shown["too_few_to_compare"]))
    return "".join(_subject_html(subject, f"{id}-{number}", what, moments, noun) for number, subject in found)


def _subject_html(subject: Subject, id: str, what: str, moments: tuple[str, str], noun: tuple[str, str]) -> str:
    title = f"<h3>{escape(subject.title)}</h3>" if subject.title else ""
    left_out = _left_out(subject.left_out)
    if not subject.changes:
        return f"{title}{left_out}"
    rows = [(one.title, _cells(one)) for one in subject.changes]
    first, last = (moment.lower() for moment in moments)
    caption = f"{subject.title + ': ' if subject.title else ''}{what} {first} en {last}"
    table = grid_html(id, caption[0].upper() + caption[1:], (*moments, *_COLUMNS), rows, {4})
    return f"{title}<p>{_said(subject.changes, what, last, noun)}</p>{table}{left_out}"


def _cells(one: OwnChange) -> list[str]:
    low, high = one.interval
    return [
        *(share(count, one.margins.n) for count in (one.margins.start, one.margins.end)),
        points(one.margins.difference),
        f"van {points(low)} tot {points(high)}",
        _VERDICTS[one.verdict] + _moved(one),
    ]


def _moved(one: OwnChange) -> str:
    """How many moved each way, with the test of that; nothing where it is not shown."""
    if one.pairs is None:
        return ""
    p = p_html(one.p.largest)
    sign = "" if p.startswith("&lt;") else "=&nbsp;"
    return f" ({dutch(one.pairs.up)} erbij, {dutch(one.pairs.down)} weg: p&nbsp;{sign}{p})"


def _said(changes: list[OwnChange], what: str, last: str, noun: tuple[str, str]) -> str:
    """What a test shows whichever way families moved, and of how many it shows nothing."""
    proven: dict[str, Callable[[OwnChange], bool]] = {
        f"Vaker {what} {last}": lambda one: one.margins.net > 0,
        f"Minder vaak {what} {last}": lambda one: one.margins.net < 0,
    }
    sure = [one for one in changes if one.verdict is Significance.WHATEVER]
    said = [
        f"{said}, en meer dan toeval: {listing([f'‘{escape(one.title)}’' for one in sure if is_so(one)])}."
        for said, is_so in proven.items()
        if any(map(is_so, sure))
    ]
    open_, never = (
        sum(one.verdict is verdict for one in changes) for verdict in (Significance.UNDETERMINED, Significance.NEVER)
    )
    if never:
        said.append(f"Bij {number_of(never, noun)} kan het verschil toeval zijn.")
    if open_:
        said.append(f"Bij {number_of(open_, noun)} zeggen de getoonde aantallen niet of het verschil toeval kan zijn.")
    return " ".join(said)


def number_of(count: int, noun: tuple[str, str]) -> str:
    """So many of something, with what one and several are called.

    >>> number_of(1, ("vraag", "vragen")), number_of(1200, ("vraag", "vragen"))
    ('één vraag', '1.200 vragen')
    """
    return f"één {noun[0]}" if count == 1 else f"{dutch(count)} {noun[1]}"


def _left_out(titles: list[str]) -> str:
    if not titles:
        return ""
    names = listing([f"‘{escape(title)}’" for title in titles])
    return f"<p>Niet getoond, omdat er te weinig gezinnen voor zijn of een aantal afgeschermd is: {names}.</p>"
