"""How many printed values reach a threshold, against the printed count of them."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.checking.rules.rounding import numbers_in, read
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.number_words import read_number
from helpers.dutch.numbers import number_text


def at_least(values: Sequence[str], limit: str, count: str) -> Verdict:
    """So many values are the limit or more.

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
    lowest = read_number(limit)
    numbers = [value for value in values if numbers_in(value)]
    found = [value for value in numbers if read(value).value >= lowest]
    shown = f" ({'; '.join(found)})" if found else ""
    verb = "is" if len(found) == 1 else "zijn"
    text = f"{len(found)} van de {len(numbers)} waarden {verb} {number_text(lowest)} of meer{shown}"
    consistent = len(found) == read_number(count)
    return Verdict(consistent, text if consistent else f"{text}, niet {count}")
