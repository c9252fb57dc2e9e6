"""How many wrong digits the check would notice: each printed number of the report, changed in turn.

The measure of the declared relations as they stand. Nothing is made up but the mistake.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from helpers.checking import printed
from helpers.checking.printed import Declarations
from helpers.checking.rules.relations import Key, Printed, Relation
from helpers.checking.rules.rounding import numbers_in, other_last_digits, read
from helpers.dutch.numbers import NUMBER_OR_SHARE, percent

#: Kinds of mistakes, as a reader is told.
KINDS = {
    "last": "Een ander laatste cijfer",
    "other": "Een ander cijfer ervoor",
    "swapped": "Twee cijfers omgewisseld",
    "complement": "Het percentage van de rest",
}


@dataclass(frozen=True)
class Trial:
    """One number of a printed cell with one kind of mistake.

    Attributes
    ----------
    key : tuple of str
    kind : str
        A key of `KINDS`.
    tried, noticed : int
        How many mistakes of this kind it was given, and how many break a relation that holds now.
    """

    key: Key
    kind: str
    tried: int
    noticed: int


def trials(known: Declarations | None = None) -> Iterator[Trial]:
    """Change every printed number in every way.

    Parameters
    ----------
    known
        Without it, those of the report.
    """
    known = known or printed.declarations()
    for key, text in known.printed.items():
        held = [relation for relation in known.relations_of[key] if relation.verdict(known.printed).consistent]
        for index in range(len(numbers_in(text))):
            for kind, changed in mistakes(text, index).items():
                if changed:
                    found = sum(_is_noticed(held, ChainMap({key: other}, known.printed)) for other in changed)
                    yield Trial(key, kind, len(changed), found)


def shares(found: list[Trial]) -> Mapping[str, Fraction]:
    """The share of mistakes that is noticed, by kind."""
    return {
        kind: Fraction(sum(one.noticed for one in of_kind), sum(one.tried for one in of_kind))
        for kind in KINDS
        if (of_kind := [one for one in found if one.kind == kind])
    }


def mistakes(text: str, index: int) -> dict[str, list[str]]:
    """A printed cell with one of its numbers mistaken, by kind.

    >>> mistakes("57,5%", 0)["swapped"], mistakes("57,5%", 0)["complement"]
    (['75,5%', '55,7%'], ['42,5%'])
    """
    match = list(NUMBER_OR_SHARE.finditer(text))[index]
    number, before, after = match[0], text[: match.start()], text[match.end() :]
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    others = [
        number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
        for place in places[:-1]
        for step in (1, 5)
    ]
    swapped = [_swapped(number, *pair) for pair in zip(places, places[1:], strict=False)]
    share = read(number)
    rest = [percent(1 - share.value, share.decimals)] if share.is_share and 0 <= share.value <= 1 else []
    return {
        "last": other_last_digits(text, index),
        # A number that begins with 0 would not be written so.
        "other": [before + other + after for other in others if not other.startswith("0") or number.startswith("0")],
        "swapped": [before + other + after for other in swapped if other != number],
        "complement": [before + other + after for other in rest if other != number],
    }


def _swapped(number: str, first: int, second: int) -> str:
    signs = list(number)
    signs[first], signs[second] = signs[second], signs[first]
    return "".join(signs)


def _is_noticed(held: list[Relation], changed: Printed) -> bool:
    return not all(relation.verdict(changed).consistent for relation in held)
