"""How many printed values reach a threshold, against the printed count of them."""

from __future__ import annotations

import operator
from collections.abc import Sequence

from helpers.checking.rules.rounding import numbers_in, read
from helpers.checking.rules.verdict import Verdict
from helpers.checking.rules.words import bound
from helpers.dutch.number_words import read_number
from helpers.dutch.numbers import number_text


def at_least(values: Sequence[str], limit: str, count: str) -> Verdict:
    """So many values reach the limit: are it or more, or more than it. ``minder dan zes`` leaves six and more.

    Parameters
    ----------
    values
        Printed numbers; a cell without a number (``-``, ``/``) counts for none.
    limit, count
        In digits or in words: ``6 of meer``, ``12 van de 16``, ``één``.

    Examples
    --------
    >>> at_least(["8,00", "5", "-"], "zes of meer", "2").proof
    '1 van de 2 waarden is 6 of meer (8,00), niet 2'
    """
    try:
        holds, lowest = bound(limit)
    except ValueError:
        holds, lowest = operator.ge, read_number(limit)
    reaches = operator.ge if holds in (operator.ge, operator.lt) else operator.gt
    numbers = [value for value in values if numbers_in(value)]
    found = [value for value in numbers if reaches(read(value).value, lowest)]
    said = f"{number_text(lowest)} of meer" if reaches is operator.ge else f"meer dan {number_text(lowest)}"
    shown = f" ({'; '.join(found)})" if found else ""
    verb = "is" if len(found) == 1 else "zijn"
    text = f"{len(found)} van de {len(numbers)} waarden {verb} {said}{shown}"
    consistent = len(found) == read_number(count)
    return Verdict(consistent, text if consistent else f"{text}, niet {count}")
