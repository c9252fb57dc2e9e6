"""Means of whole numbers, and the totals behind them (GRIM for means).

Brown and Heathers (2017), https://doi.org/10.1177/1948550616673876. A way of
rounding is the last parameter of every rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from helpers.checking.rules.rounding import HALF_UP, Rounding, numbers_in, read, sums, whole
from helpers.checking.rules.verdict import Verdict


def possible_mean(mean: str, base: str, items: str = "1", rounding: Rounding = HALF_UP) -> Verdict:
    """Some whole total, divided by the base, rounds to the mean.

    Parameters
    ----------
    mean
        Of whole scores, or of the mean of each person over several items.
    base
        The number of people.
    items
        How many items each person scored.
    """
    n = whole(base) * whole(items)
    if not n:
        text = f"van {base} bestaat geen gemiddelde"
        return Verdict(not numbers_in(mean), f"{text}, dus ook niet {mean}" if numbers_in(mean) else text)
    number = read(mean, rounding)
    divisor = str(n) if items == "1" else f"{base} keer {items}"
    totals = number.totals(n)
    if totals:
        return Verdict(True, f"{totals[0]} gedeeld door {divisor} is {mean}")
    below = floor(number.value * n)
    around = " en ".join(f"{t} geeft {number.print(Fraction(t, n))}" for t in (below, below + 1))
    return Verdict(False, f"geen enkel geheel totaal gedeeld door {divisor} geeft {mean}: {around}")


def mean_of_items(mean: str, percentages: Sequence[str], base: str, rounding: Rounding = HALF_UP) -> Verdict:
    """The mean number of items is the sum of the items' counts over the base.

    Parameters
    ----------
    mean
        How many of the items a person has on average.
    percentages
        For each item, the percentage of people who have it.
    base
        The number of people.
    """
    n = whole(base)
    found = [read(percentage, rounding).totals(n) for percentage in percentages]
    for percentage, counts in zip(percentages, found, strict=True):
        if not counts:
            return Verdict(False, f"geen enkel geheel aantal van {n} geeft {percentage}")
    return _mean("de aantallen van de items tellen op tot", sums(found), n, mean, rounding)


def weighted_mean(
    means: Sequence[str], bases: Sequence[str], together: str, base: str, rounding: Rounding = HALF_UP
) -> Verdict:
    """Means of whole numbers in groups give the mean of the groups together."""
    for mean, size in zip(means, bases, strict=True):
        possible = possible_mean(mean, size, rounding=rounding)
        if not possible.consistent:
            return possible
    found = [read(mean, rounding).totals(whole(size)) for mean, size in zip(means, bases, strict=True)]
    return _mean("de totalen van de groepen tellen op tot", sums(found), whole(base), together, rounding)


def _mean(text: str, totals: range, n: int, mean: str, rounding: Rounding) -> Verdict:
    if not n:
        return Verdict(False, f"{text} {totals[0]}; van 0 bestaat geen gemiddelde, dus ook niet {mean}")
    possible = [total for total in totals if total in read(mean, rounding).totals(n)]
    total = (possible or totals)[0]
    shown = read(mean, rounding).print(Fraction(total, n))
    text = f"{text} {total}; gedeeld door {n} is dat {shown}"
    return Verdict(bool(possible), text if possible else f"{text}, niet {mean}")
