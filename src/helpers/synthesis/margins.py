"""What a printed cell asks of whole numbers of dossiers.

A printed cell such as ``31,3%`` holds for every pair of counts whose share
rounds to it, half-up. Written as ``low * whole <= part <= high * whole`` that
is linear in the counts, so that a solver can meet thousands of them exactly.

Counts live in named tables (arrays); a `Total` is a weighted sum of their
cells. Nothing here knows OR-tools or OPkomst.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from helpers.dutch.numbers import PrintedNumber, dutch, parse_printed, percent

#: Which printed cell: id, row and column of ``data/published/cells.csv``.
Key = tuple[str, str, str]


#: The counts of every table, by the table's name.
Values = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Total:
    """A weighted sum of counts, plus a constant.

    Attributes
    ----------
    parts : tuple of (str, ndarray of int)
        Name of a table and a weight for each of its cells (same shape).
    constant : int
        Added to the sum.
    """

    parts: tuple[tuple[str, np.ndarray], ...] = ()
    constant: int = 0

    def __add__(self, other: Total) -> Total:
        return Total(self.parts + other.parts, self.constant + other.constant)

    def __sub__(self, other: Total) -> Total:
        return self + other.times(-1)

    def times(self, factor: int) -> Total:
        """Every weight multiplied by a whole number."""
        return Total(tuple((name, weights * factor) for name, weights in self.parts), self.constant * factor)

    def value(self, counts: Values) -> int:
        """The sum for given counts."""
        return self.constant + sum(int((weights * counts[name]).sum()) for name, weights in self.parts)


ONE = Total(constant=1)


@dataclass(frozen=True)
class Between:
    """``low <= part / whole <= high``; a bound that is None does not bind.

    Attributes
    ----------
    part, whole : Total
    low, high : Fraction or None
    open_low, open_high : bool
        Whether the bound itself is excluded.
    """

    part: Total
    whole: Total = ONE
    low: Fraction | None = None
    high: Fraction | None = None
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True)
class Claim:
    """A printed number and the conditions under which the counts reproduce it.

    Attributes
    ----------
    key : tuple of str
    printed : str
    conditions : tuple of Between
    show : callable
        From solved counts to the cell as it would be printed, and the sum it
        comes from (``"68/284"``).
    nth : int
        Which number of the cell it is: ``57,5% (17)`` has two.
    """

    key: Key
    printed: str
    conditions: tuple[Between, ...]
    show: Callable[[Values], tuple[str, str]]
    nth: int = 0

    @property
    def name(self) -> tuple[Key, int]:
        """What tells this claim from all others."""
        return self.key, self.nth


def rounds_to(number: PrintedNumber, decimals: int, per: int = 1) -> dict:
    """The bounds, as arguments of `Between`, of what rounds half-up to `number`.

    Parameters
    ----------
    number
        What was printed.
    decimals
        To how many decimals the table rounds; at least as many as printed.
    per
        100 for a percentage.

    Examples
    --------
    >>> bounds = rounds_to(parse_printed("6,3")[0], 1, 100)
    >>> bounds["low"], bounds["high"], bounds["open_high"]
    (Fraction(1, 16), Fraction(127, 2000), True)
    """
    half = Fraction(1, 2 * 10**decimals)
    value = Fraction(number.value)
    return {
        "low": (value - half) / per,
        "high": (value + half) / per,
        # A tie goes away from zero: upwards for a positive number only.
        "open_low": value <= 0,
        "open_high": value >= 0,
    }


def count(key: Key, printed: str, total: Total) -> Claim:
    """The cell is a number of dossiers."""
    n = Fraction(parse_printed(printed)[0].value)

    def show(counts: Values) -> tuple[str, str]:
        return dutch(total.value(counts)), str(total.value(counts))

    return Claim(key, printed, (Between(total, low=n, high=n),), show)


def mean(key: Key, printed: str, decimals: int, part: Total, whole: Total) -> Claim:
    """The cell is a mean of whole numbers."""
    bounds = rounds_to(parse_printed(printed)[0], decimals)

    def show(counts: Values) -> tuple[str, str]:
        return dutch(_ratio(part, whole, counts), decimals), _sum(part, whole, counts)

    return Claim(key, printed, (Between(part, whole, **bounds),), show)


def share(key: Key, printed: str, decimals: int, part: Total, whole: Total) -> Claim:
    """The cell is a percentage."""
    bounds = rounds_to(parse_printed(printed)[0], decimals, 100)

    def show(counts: Values) -> tuple[str, str]:
        return percent(_ratio(part, whole, counts), decimals), _sum(part, whole, counts)

    return Claim(key, printed, (Between(part, whole, **bounds),), show)


def share_and_count(key: Key, printed: str, decimals: int, part: Total, whole: Total) -> list[Claim]:
    """The cell is a percentage with its number of dossiers: ``57,5% (17)``."""
    percentage, number = parse_printed(printed)
    n = Fraction(number.value)

    def show(counts: Values) -> tuple[str, str]:
        shown = percent(_ratio(part, whole, counts), decimals)
        return f"{shown} ({part.value(counts)})", _sum(part, whole, counts)

    conditions = Between(part, whole, **rounds_to(percentage, decimals, 100)), Between(part, low=n, high=n)
    return [Claim(key, printed, (condition,), show, nth) for nth, condition in enumerate(conditions)]


def points(key: Key, printed: str, decimals: int, part: Total, whole: Total) -> Claim:
    """The cell is a difference of two percentages, in percentage points.

    It may be taken before or after rounding, hence twice the usual width.
    """
    value = Fraction(parse_printed(printed)[0].value) / 100
    width = Fraction(1, 100 * 10**decimals)

    def show(counts: Values) -> tuple[str, str]:
        return dutch(_ratio(part, whole, counts) * 100, decimals), _sum(part, whole, counts)

    return Claim(key, printed, (Between(part, whole, value - width, value + width),), show)


def within(key: Key, printed: str, low: Fraction, high: Fraction, part: Total, whole: Total) -> Claim:
    """The cell is a share in words (``een kwart``), read as an interval."""

    def show(counts: Values) -> tuple[str, str]:
        return percent(_ratio(part, whole, counts)), _sum(part, whole, counts)

    return Claim(key, printed, (Between(part, whole, low, high),), show)


def extreme(key: Key, printed: str, at: Total, beyond: Total, found: Callable[[Values], int]) -> Claim:
    """The cell is a largest or smallest value: some dossier at it, none beyond it."""

    def show(counts: Values) -> tuple[str, str]:
        return dutch(found(counts)), f"{at.value(counts)} at {printed}"

    return Claim(key, printed, (Between(at, low=Fraction(1)), Between(beyond, high=Fraction(0))), show)


def _ratio(part: Total, whole: Total, counts: Values) -> Fraction:
    return Fraction(part.value(counts), whole.value(counts))


def _sum(part: Total, whole: Total, counts: Values) -> str:
    return f"{part.value(counts)}/{whole.value(counts)}"
