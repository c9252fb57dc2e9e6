"""What changes between the start and the end of the support, in a registration of one's own."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.inference.methods import Significance
from helpers.inference.own_changes import OwnChange, Subject, subjects
from helpers.pages.own import IN_A_SENTENCE, QUESTIONS, difference, named_html, number_of, part, read, share
from helpers.pages.parts import display
from helpers.pages.parts.table_html import p_html, telling_html

__all__ = ["MOMENTS", "changed", "changes_html", "read", "show_changes", "show_finding"]

_DIFFERENCE = "Verschil in procentpunt (95%-interval)"

#: What the two moments of a question are called.
MOMENTS = ("Bij de start", "Bij het einde")


def show_finding(book: dict) -> None:
    """Of how many questions the answers changed, and which most."""
    display.html(f"<p>{changed(book, QUESTIONS, '‘ja’', MOMENTS)} Een verschil zegt niet waardoor het komt.</p>")


def show_changes(book: dict) -> None:
    """A table for each subject, with a sentence on what a test finds."""
    display.html(changes_html(book, "verandering", "‘ja’", MOMENTS, QUESTIONS))


def changed(shown: dict, noun: tuple[str, str], what: str, moments: tuple[str, str]) -> str:
    """Of how many questions the difference is more than chance, which way, and the largest; then of how many it is not.

    Parameters
    ----------
    shown, noun, what, moments
        As for `changes_html`.
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


def changes_html(
    shown: dict, id: str, what: str, moments: tuple[str, str], noun: tuple[str, str], group: str = ""
) -> str:
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
    group
        Whom the captions name, where there are tables of others on the page.
    """
    found = enumerate(subjects(shown["changes"], shown["too_few_to_compare"]))
    return "".join(_subject_html(subject, f"{id}-{number}", what, moments, noun, group) for number, subject in found)


def _subject_html(
    subject: Subject, id: str, what: str, moments: tuple[str, str], noun: tuple[str, str], group: str
) -> str:
    title = f"<h3>{escape(subject.title)}</h3>" if subject.title else ""
    why = "(te weinig gezinnen, of een aantal is afgeschermd)"
    left_out = named_html(f"Van {{}} staan de aantallen er niet {why}", subject.left_out, noun)
    if not subject.changes:
        return f"{title}{left_out}"
    rows = [
        (f"{one.title} (n\u00a0=\u00a0{dutch(one.margins.n)})", _cells(one), one.verdict is Significance.WHATEVER)
        for one in subject.changes
    ]
    first, last = (moment.lower() for moment in moments)
    caption = ": ".join(filter(None, (group, subject.title, f"{what} {first} en {last}")))
    nothing = "waar het verschil toeval kan zijn, of waar dat niet uit te maken is"
    table = telling_html(id, caption[0].upper() + caption[1:], (*moments, _DIFFERENCE), rows, nothing)
    return f"{title}<p>{_said(subject.changes, what, last, noun)}</p>{table}{left_out}"


def _cells(one: OwnChange) -> list[str]:
    margins = one.margins
    return [
        *(part(count, margins.n) for count in (margins.start, margins.end)),
        difference(margins.difference, *one.interval) + _moved(one),
    ]


def _moved(one: OwnChange) -> str:
    """How many moved each way, with the test of that; nothing where it is not shown."""
    if one.pairs is None:
        return ""
    p = p_html(one.p.largest)
    sign = "" if p.startswith("&lt;") else "=&nbsp;"
    moved = f"{dutch(one.pairs.up)} erbij, {dutch(one.pairs.down)} weg: p&nbsp;{sign}{p}"
    return f' <span class="opk-range">{moved}</span>'


def _said(changes: list[OwnChange], what: str, last: str, noun: tuple[str, str]) -> str:
    """What a test shows whichever way families moved, and of how many it shows nothing."""
    proven: dict[str, Callable[[OwnChange], bool]] = {
        f"Vaker {what} {last}": lambda one: one.margins.net > 0,
        f"Minder vaak {what} {last}": lambda one: one.margins.net < 0,
    }
    sure = [one for one in changes if one.verdict is Significance.WHATEVER]
    said = [
        f"{said}, en meer dan toeval: {_named(list(filter(is_so, sure)), noun)}."
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


def _named(changes: list[OwnChange], noun: tuple[str, str]) -> str:
    """Some questions, or how many they are: the table below has them all."""
    if len(changes) > IN_A_SENTENCE:
        return number_of(len(changes), noun)
    return listing([f"‘{escape(one.title)}’" for one in changes])
