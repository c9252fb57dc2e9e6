"""Would the relations notice a wrong digit?

Records that are made to reproduce a number always reproduce it, also when it
was misprinted. A cell is `cross_checked` only if some relation with other
printed numbers holds, and would not hold with any other last digit of any
number in that cell.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable

from helpers.checking.rules.relations import COPIES, LIMITS, Key, Place, Printed, Relation
from helpers.checking.rules.rounding import numbers_in, other_last_digits


def cross_checking(key: Key, relations: Iterable[Relation], printed: Printed) -> list[str]:
    """Names of the relations that pin a cell down, one for each of its numbers.

    Parameters
    ----------
    key
        A printed cell.
    relations
        Those that the cell is part of, or more.
    printed
        What was printed in every cell.

    Returns
    -------
    list of str
        Empty when a wrong last digit could pass unnoticed.
    """
    count = len(numbers_in(printed[key]))
    places = [Place(key)] if count == 1 else [Place(key, index) for index in range(1, count + 1)]
    proper = [r for r in relations if r.kind not in COPIES | LIMITS and r.verdict(printed).consistent]
    names = [next((r.name for r in proper if _pins_down(r, place, printed)), "") for place in places]
    return names if all(names) else []


def _pins_down(relation: Relation, place: Place, printed: Printed) -> bool:
    others = other_last_digits(printed[place.key], max(place.index - 1, 0))
    return place in relation.places and not any(
        holds(relation, ChainMap({place.key: other}, printed)) for other in others
    )


def holds(relation: Relation, printed: Printed) -> bool:
    """Whether a relation is consistent with numbers that need not make sense together."""
    return relation.verdict(printed).consistent
