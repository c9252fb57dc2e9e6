"""What a rounded number in print can stand for (half-up, exact)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor

from helpers.numbers import dutch, parse_printed, percent

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d{3})*(?:,\d+)?%?")


@dataclass(frozen=True)
class Rounded:
    """The values that would be printed as one number.

    Attributes
    ----------
    value : Fraction
        What was printed; a share (between 0 and 1) for a percentage.
    decimals : int
        Of the printed digits.
    is_share : bool
        Whether a per cent sign follows.
    """

    value: Fraction
    decimals: int
    is_share: bool

    @property
    def half_unit(self) -> Fraction:
        """Half of the last printed digit, on the scale of `value`."""
        return Fraction(1, 2 * 10**self.decimals * (100 if self.is_share else 1))

    # Evidence asks for the same few intervals thousands of times.
    @cache
    def totals(self, n: int) -> range:
        """The whole numbers whose ratio to `n` is printed so.

        Always an interval of whole numbers, possibly empty.
        """
        low, high = (self.value - self.half_unit) * n, (self.value + self.half_unit) * n
        # A tie is rounded away from zero: a positive number includes its lower
        # bound, a negative one its upper bound, and 0 neither.
        first = ceil(low) if self.value > 0 else floor(low) + 1
        last = floor(high) if self.value < 0 else ceil(high) - 1
        return range(first, last + 1)

    def print(self, value: Fraction) -> str:
        """Another value, printed in the same way."""
        return percent(value, self.decimals) if self.is_share else dutch(value, self.decimals)


@cache
def read(printed: str) -> Rounded:
    """Read a string that holds exactly one number.

    Raises
    ------
    ValueError
        When it holds none, or several.
    """
    found = numbers_in(printed)
    if len(found) != 1:
        raise ValueError(f"one number expected in {printed!r}")
    number = parse_printed(found[0])[0]
    is_share = found[0].endswith("%")
    return Rounded(Fraction(number.value) / (100 if is_share else 1), number.decimals, is_share)


def whole(printed: str) -> int:
    """Read a printed count.

    Raises
    ------
    ValueError
        When it is not a whole number.
    """
    number = read(printed)
    if number.is_share or number.value.denominator != 1:
        raise ValueError(f"a whole number expected, not {printed!r}")
    return int(number.value)


def numbers_in(printed: str) -> list[str]:
    """The numbers in a cell, each with its per cent sign: ``57,5%`` and ``17``."""
    return _NUMBER.findall(printed)


def other_last_digits(printed: str, index: int) -> list[str]:
    """The cell with every other last digit of one of its numbers.

    Parameters
    ----------
    printed
        A cell such as ``57,5% (17)``.
    index
        Which number, from 0.
    """
    last = list(_NUMBER.finditer(printed))[index]
    at = last.start() + len(last[0].rstrip("%")) - 1
    return [printed[:at] + digit + printed[at + 1 :] for digit in "0123456789" if digit != printed[at]]


def sums(found: Sequence[range]) -> range:
    """The sums of one whole number out of each interval: again an interval."""
    return range(sum(r[0] for r in found), sum(r[-1] for r in found) + 1)
