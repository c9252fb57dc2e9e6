"""Chapter 5 of the report: each of its conclusions with the evidence that there is for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html import escape

from helpers.conclusions.report import Conclusion, Strength, conclusions
from helpers.data.records import Records, load_all
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.pages.parts import display
from helpers.pages.parts.heard import heard_html
from helpers.pages.parts.show import show_synthetic_notice
from helpers.pages.parts.stored_outputs import link_html
from helpers.prose import names
from helpers.tables.disclosure import may_be_shown

__all__ = ["load_all", "names", "show_balance", "show_conclusions", "show_synthetic_notice"]

#: A sign and words for each strength: the colour beside them only repeats it.
WORDS = {
    Strength.CROSS_CHECKED: ("✔", "nagerekend"),
    Strength.CHANGE: ("✔", "zeker een verandering, oorzaak onbekend"),
    Strength.HOLDS_HERE: ("✔", "klopt voor de gezinnen van de casestudie"),
    Strength.CONSISTENT: ("≈", "past bij andere gedrukte cijfers"),
    Strength.FITTED: ("≈", "overgenomen, niet bewezen"),
    Strength.DEPENDS: ("±", "hangt af van hoe je telt"),
    Strength.UNDETERMINED: ("?", "verandering onbeslist"),
    Strength.NO_CHANGE_SHOWN: ("○", "verandering niet aangetoond"),
    Strength.NOT_VERIFIABLE: ("–", "niet na te gaan"),
    Strength.CONTRADICTED: ("⚠", "botst met andere gedrukte cijfers"),
    Strength.DIFFERS: ("≠", "anders dan hier berekend"),
    Strength.STORIES: ("❝", "alleen verhalen"),
    Strength.NOTHING: ("·", "niet aan te tonen met deze gegevens"),
}


#: What a reader keeps of all these strengths: each in one group, the strongest first.
BALANCE = {
    "kloppen in de gedrukte cijfers, soms alleen voor de gezinnen van de casestudie; de oorzaak kennen we niet": (
        *(Strength.CROSS_CHECKED, Strength.CHANGE, Strength.HOLDS_HERE),
    ),
    "worden door niets tegengesproken, maar ook niet bewezen, of zijn niet na te gaan": (
        *(Strength.CONSISTENT, Strength.FITTED, Strength.NOT_VERIFIABLE),
    ),
    "hangen af van hoe je telt, of tonen geen zekere verandering": (
        *(Strength.DEPENDS, Strength.UNDETERMINED, Strength.NO_CHANGE_SHOWN),
    ),
    "botsen met andere gedrukte cijfers": (Strength.CONTRADICTED, Strength.DIFFERS),
    "steunen alleen op verhalen, of zijn met deze gegevens niet aan te tonen": (Strength.STORIES, Strength.NOTHING),
}


#: The verbs of `WORDS`, for more than one number.
_OF_MANY = {"past": "passen", "hangt": "hangen", "botst": "botsen"}

_MANY = re.compile("|".join(rf"^{verb}\b" for verb in _OF_MANY))


def show_conclusions(*records: Records) -> None:
    """Show every conclusion of the report with what it rests on."""
    display.html(list_html(conclusions(*map(may_be_shown, records))))


def show_balance(*records: Records) -> None:
    """Show how many conclusions of the report are how strong, and which."""
    found = conclusions(*map(may_be_shown, records))
    lines = ""
    for words, strengths in BALANCE.items():
        which = {number: one for number, one in enumerate(found, 1) if one.strength in strengths}
        links = listing([f'<a href="#besluit-{one.id}">{dutch(number)}</a>' for number, one in which.items()])
        lines += f"<li>{words}: {dutch(len(which))}{f' (besluit {links})' if which else ''}</li>"
    display.html(f"<p>Van de {dutch(len(found))} besluiten van het rapport:</p><ul>{lines}</ul>")


def list_html(found: Iterable[Conclusion]) -> str:
    """Conclusions, each with the strength of its weakest evidence, and where all of it stands."""
    return f'<ol class="opk-conclusions">{"".join(map(_item, found))}</ol>'


def _item(conclusion: Conclusion) -> str:
    strength = conclusion.strength
    return (
        f'<li id="besluit-{conclusion.id}"><p><strong>{escape(conclusion.claim)}</strong></p>'
        f'<p class="opk-strength opk-{strength}">{_words(strength)}</p><p>{escape(conclusion.remark)}</p>'
        f"{_sources(conclusion)}</li>"
    )


def _words(strength: Strength) -> str:
    sign, words = WORDS[strength]
    return f'<span aria-hidden="true">{sign}</span> {words}'


def _sources(conclusion: Conclusion) -> str:
    """Where the evidence stands, one line a source."""
    lines = "".join(f"<li>{line}</li>" for line in map(_source, _by_source(conclusion)))
    about = heard_html(f" ({escape(conclusion.claim)})")
    return f"<details><summary>Waar staat dat?{about}</summary><ul>{lines}</ul></details>"


def _by_source(conclusion: Conclusion) -> list[tuple[str, list[str], Counter[Strength]]]:
    found: dict[str, tuple[list[str], Counter[Strength]]] = {}
    for piece in conclusion.evidence:
        what, counts = found.setdefault(piece.source, ([], Counter()))
        what.append(piece.what)
        counts[piece.strength] += 1
    return [(source, what, counts) for source, (what, counts) in found.items()]


def _source(entry: tuple[str, list[str], Counter[Strength]]) -> str:
    source, what, counts = entry
    kinds = "; ".join(_counted(strength, counts[strength]) for strength in Strength if counts[strength])
    only = escape(what[0]) if len(what) == 1 else ""
    if not source:
        words = WORDS[next(iter(counts))][1]
        return f"{only} ({words})" if only else words
    return f"{_name(source)}{f': {only}' if only else ''} ({kinds})"


def _counted(strength: Strength, number: int) -> str:
    words = WORDS[strength][1]
    return f"{dutch(number)} {_MANY.sub(lambda verb: _OF_MANY[verb[0]], words) if number > 1 else words}"


def _name(source: str) -> str:
    kind, _, number = source.partition("-")
    if kind in {"tabel", "figuur"}:
        return link_html(source)
    if kind == "tekst":
        return f"tekst van deel {number.partition('-')[0]}"
    return kind.capitalize()
