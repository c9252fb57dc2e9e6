"""Counts that add up, smallest and largest values, and what lies between."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from helpers.checking.rules.rounding import read, whole
from helpers.checking.rules.verdict import Verdict


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


def mean_between(mean: str, others: Sequence[str]) -> Verdict:
    """A mean lies between the smallest and the largest value, or between the means of its groups.

    >>> mean_between("29", ["22", "28"]).proof
    '29 ligt niet tussen 22 en 28'
    """
    low, high = min(others, key=_value), max(others, key=_value)
    number = read(mean)
    lowest, highest = read(low).value - read(low).half_unit, read(high).value + read(high).half_unit
    consistent = lowest - number.half_unit < number.value < highest + number.half_unit
    return Verdict(consistent, f"{mean} ligt {'' if consistent else 'niet '}tussen {low} en {high}")


def _value(printed: str) -> Fraction:
    return read(printed).value


def _extreme(found: str, name: str, parts: Sequence[str], together: str) -> Verdict:
    shown = f"de {name} van {', '.join(parts[:-1])} en {parts[-1]} is {found}"
    return _verdict(_value(found) == _value(together), shown, together)


def _verdict(consistent: bool, shown: str, printed: str) -> Verdict:
    return Verdict(consistent, shown if consistent else f"{shown}, niet {printed}")
