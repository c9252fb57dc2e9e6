"""Counts that add up, and means of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from helpers.consistency.rounding import read, sums, whole
from helpers.consistency.verdict import Verdict


def closure(parts: Sequence[str], together: str) -> Verdict:
    """Counts add up to their total.

    >>> closure(["16", "230"], "238").proof
    '16 + 230 = 246, niet 238'
    """
    total = sum(map(whole, parts))
    return _verdict(total == whole(together), f"{' + '.join(parts)} = {total}", together)


def same_total(parts: Sequence[str], others: Sequence[str]) -> Verdict:
    """Two groups of counts divide the same total, which itself need not be printed.

    >>> same_total(["34", "212"], ["16", "230"]).proof
    '34 + 212 = 246 en 16 + 230 = 246'
    """
    totals = [sum(map(whole, group)) for group in (parts, others)]
    one, other = (f"{' + '.join(group)} = {total}" for group, total in zip((parts, others), totals, strict=True))
    consistent = totals[0] == totals[1]
    return Verdict(consistent, f"{one} {'en' if consistent else 'maar'} {other}")


def smallest(parts: Sequence[str], together: str) -> Verdict:
    """The smallest value of all is the smallest of the groups' smallest values."""
    return _extreme(min(parts, key=_value), "kleinste", parts, together)


def largest(parts: Sequence[str], together: str) -> Verdict:
    """The largest value of all is the largest of the groups' largest values."""
    return _extreme(max(parts, key=_value), "grootste", parts, together)


def possible_mean(mean: str, base: str) -> Verdict:
    """Some whole total, divided by the base, rounds to the mean (GRIM)."""
    number, n = read(mean), whole(base)
    totals = number.totals(n)
    if totals:
        return Verdict(True, f"{totals[0]} gedeeld door {n} is {mean}")
    below = int(number.value * n)
    around = " en ".join(f"{t} geeft {number.print(Fraction(t, n))}" for t in (below, below + 1))
    return Verdict(False, f"geen enkel geheel totaal gedeeld door {n} geeft {mean}: {around}")


def mean_of_items(mean: str, percentages: Sequence[str], base: str) -> Verdict:
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
    found = [read(percentage).totals(n) for percentage in percentages]
    for percentage, counts in zip(percentages, found, strict=True):
        if not counts:
            return Verdict(False, f"geen enkel geheel aantal van {n} geeft {percentage}")
    return _mean("de aantallen van de items tellen op tot", sums(found), n, mean)


def weighted_mean(means: Sequence[str], bases: Sequence[str], together: str, base: str) -> Verdict:
    """Means of whole numbers in groups give the mean of the groups together."""
    for mean, size in zip(means, bases, strict=True):
        possible = possible_mean(mean, size)
        if not possible.consistent:
            return possible
    found = [read(mean).totals(whole(size)) for mean, size in zip(means, bases, strict=True)]
    return _mean("de totalen van de groepen tellen op tot", sums(found), whole(base), together)


def _value(printed: str) -> Fraction:
    return read(printed).value


def _extreme(found: str, name: str, parts: Sequence[str], together: str) -> Verdict:
    shown = f"de {name} van {', '.join(parts[:-1])} en {parts[-1]} is {found}"
    return _verdict(_value(found) == _value(together), shown, together)


def _mean(text: str, totals: range, n: int, mean: str) -> Verdict:
    possible = [total for total in totals if total in read(mean).totals(n)]
    total = (possible or totals)[0]
    shown = read(mean).print(Fraction(total, n))
    return _verdict(bool(possible), f"{text} {total}; gedeeld door {n} is dat {shown}", mean)


def _verdict(consistent: bool, shown: str, printed: str) -> Verdict:
    return Verdict(consistent, shown if consistent else f"{shown}, niet {printed}")
