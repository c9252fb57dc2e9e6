"""The number that would have to stand in place of a contradicted one: a matter of print alone.

Tried one by one, nearest first: a number counts when the relation that it breaks, and every
other relation of its cell, is consistent with it.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import islice

from helpers.checking import printed
from helpers.checking.rules.evidence import holds
from helpers.checking.rules.relations import Key, Place
from helpers.checking.rules.rounding import numbers_in
from helpers.dutch.numbers import dutch, parse_printed

#: How far from what is printed is looked, in units of its last digit.
REACH = 100

#: What may be printed where a number about nobody stands.
_NOBODY = "/"


@cache
def correction(key: Key) -> str:
    """What a contradicted cell would say if its one wrong number were right.

    Parameters
    ----------
    key
        A cell with an erratum.

    Returns
    -------
    str
        The whole cell. Empty where several numbers would do, where none does, and for a
        claim in words, which says nothing of one number.
    """
    known = printed.declarations()
    found = _allowed(key, {})
    if len(found) > 1:
        # Its relations may rest on another wrong number, of which only one correction is possible.
        near = {other for relation in known.relations_of[key] for other in relation.keys & set(known.erratum_of)}
        found = _allowed(key, {other: one[0] for other in near - {key} if len(one := _allowed(other, {})) == 1})
    return found[0] if len(found) == 1 else ""


def agrees_with_all(place: Place, other: str, mended: Mapping[Key, str]) -> bool:
    """Whether another number in a cell agrees with its own relation, and with all that no other erratum breaks.

    Parameters
    ----------
    mended
        Cells of which the correction is taken instead of what is printed.
    """
    known = printed.declarations()
    texts = ChainMap(mended, known.printed)
    changed = ChainMap({place.key: texts[place.key].replace(place.text(texts), other, 1)}, texts)
    own, errata = known.erratum_of[place.key].relation, set(known.erratum_of) - {place.key} - set(mended)
    return all(
        holds(relation, changed)
        for relation in known.relations_of[place.key]
        # A relation that another erratum breaks stays broken.
        if relation.name == own or not relation.keys & errata or holds(relation, texts)
    )


def _allowed(key: Key, mended: Mapping[Key, str]) -> list[str]:
    """The cell with each number that would do, two at most."""
    link = printed.declarations().link_of.get(key)
    if link is not None and link.how != "value":
        return []
    return list(islice(_trials(key, mended), 2))


def _trials(key: Key, mended: Mapping[Key, str]) -> Iterator[str]:
    text = printed.declarations().printed[key]
    numbers = numbers_in(text)
    if not numbers:
        # A number in words.
        yield from (number for number in map(str, range(REACH)) if agrees_with_all(Place(key), number, mended))
    for index, number in enumerate(numbers):
        place = Place(key) if len(numbers) == 1 else Place(key, index + 1)
        for other in [*_near(number), _NOBODY]:
            if agrees_with_all(place, other, mended):
                yield text.replace(number, other, 1) if other != _NOBODY else other


def _near(number: str) -> Iterator[str]:
    """Other numbers in the same notation, nearest first; only a negative one has negative ones beside it."""
    (read,), sign = parse_printed(number), "%" if number.endswith("%") else ""
    for steps in range(1, REACH + 1):
        for way in (steps, -steps):
            value = read.value + Decimal(way).scaleb(-read.decimals)
            if value >= 0 or read.value < 0:
                yield dutch(value, read.decimals) + sign
