"""Which numbers of people fit what was printed about them at two moments.

The same idea as `helpers.consistency.shares` (GRIM: Brown and Heathers, 2017,
https://doi.org/10.1177/1948550616673876), but with the number of people
unknown, and the same at both moments.
"""

from __future__ import annotations

from itertools import product

from helpers.consistency.rounding import read
from helpers.inference.paired import Margins

#: A percentage and a count as printed (``("57,5%", 23)``); None for the one of
#: the two that is not printed, or is read as a misprint.
Moment = tuple[str | None, int | None]


def fitting_margins(start: Moment, end: Moment, at_most: int) -> list[Margins]:
    """The margins that round half-up to what was printed.

    Parameters
    ----------
    start, end
        What was printed of each moment.
    at_most
        The largest number of people that there can be.

    Returns
    -------
    list of Margins
        By number of people, then by start and end; empty when nothing fits.

    Raises
    ------
    ValueError
        When neither number of a moment is given, or the first is no percentage.

    Examples
    --------
    >>> fitting_margins(("34,9%", 15), ("69,8%", 30), at_most=50)
    [Margins(n=43, start=15, end=30)]
    """
    return [
        Margins(n, *counts)
        for n in range(1, at_most + 1)
        for counts in product(_counts(start, n), _counts(end, n))
    ]


def fitting_sizes(start: Moment, end: Moment, at_most: int) -> list[int]:
    """The numbers of people, from small to large, that fit what was printed.

    Parameters and errors are those of `fitting_margins`.

    Examples
    --------
    >>> fitting_sizes(("20,0%", None), ("40,0%", None), at_most=12)
    [5, 10]
    """
    return sorted({margins.n for margins in fitting_margins(start, end, at_most)})


def _counts(moment: Moment, n: int) -> list[int]:
    """The counts out of `n` that one moment can stand for."""
    percentage, count = moment
    if percentage is None and count is None:
        raise ValueError("of each moment a percentage or a count is needed")
    possible = range(n + 1) if count is None else range(count, min(count, n) + 1)
    if percentage is None:
        return list(possible)
    number = read(percentage)
    if not number.is_share:
        raise ValueError(f"a percentage expected, not {percentage!r}")
    totals = number.totals(n)
    return [candidate for candidate in possible if candidate in totals]
