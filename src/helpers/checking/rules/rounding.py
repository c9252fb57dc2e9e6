"""What a rounded number in print can stand for: exact, in any way of rounding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache, cached_property

from helpers.dutch.numbers import NUMBER_OR_SHARE, dutch, parse_printed


class Rounding(StrEnum):
    """A way to round, by what becomes of a half or of every rest."""

    HALF_UP = "half_up"  #: a half away from zero: what people and spreadsheets do
    HALF_EVEN = "half_even"  #: a half to the even digit: what R and Python do
    HALF_DOWN = "half_down"  #: a half towards zero
    DOWN = "down"  #: every rest is cut off
    UP = "up"  #: every rest counts for a whole unit
    FLOOR = "floor"  #: always to the lower number
    CEILING = "ceiling"  #: always to the higher number
    TWICE = "twice"  #: half up to one more decimal, and then once more


#: What is assumed unless a rule is told otherwise.
HALF_UP = Rounding.HALF_UP


#: Each way to round as a reader calls it, the usual one first.
IN_DUTCH = {
    Rounding.HALF_UP: "een half naar boven afgerond",
    Rounding.HALF_EVEN: "een half naar het even cijfer afgerond",
    Rounding.HALF_DOWN: "een half naar beneden afgerond",
    Rounding.DOWN: "altijd afgekapt",
    Rounding.UP: "altijd naar boven afgerond",
    Rounding.FLOOR: "altijd naar het lagere getal afgerond",
    Rounding.CEILING: "altijd naar het hogere getal afgerond",
    Rounding.TWICE: "in twee stappen afgerond",
}


def rounded(value: Fraction, decimals: int, rounding: Rounding = HALF_UP) -> Fraction:
    """An exact value, rounded in one of the ways.

    >>> rounded(Fraction(5, 2), 0, Rounding.HALF_EVEN)
    Fraction(2, 1)
    """
    scale = 10**decimals
    return Fraction(_nearest(value.numerator * scale, value.denominator, rounding), scale)


# Whole numbers throughout: evidence asks for hundreds of thousands of roundings.
def _nearest(part: int, n: int, rounding: Rounding) -> int:
    """A ratio, rounded to a whole number."""
    if rounding is Rounding.TWICE:
        return _nearest(_nearest(10 * part, n, HALF_UP), 10, HALF_UP)
    low, rest = divmod(part, n)
    if not rest:
        return low
    match rounding:
        case Rounding.HALF_UP:
            up = 2 * rest > n or (2 * rest == n and part > 0)
        case Rounding.HALF_DOWN:
            up = 2 * rest > n or (2 * rest == n and part < 0)
        case Rounding.HALF_EVEN:
            up = 2 * rest > n or (2 * rest == n and low % 2 == 1)
        case Rounding.DOWN:
            up = part < 0
        case Rounding.UP:
            up = part > 0
        case _:
            up = rounding is Rounding.CEILING
    return low + up


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
    rounding : Rounding
        How the number is taken to be rounded.
    """

    value: Fraction
    decimals: int
    is_share: bool
    rounding: Rounding = HALF_UP

    @property
    def half_unit(self) -> Fraction:
        """Half of the last printed digit, on the scale of `value`."""
        return Fraction(1, 2 * self.scale)

    @cached_property
    def units(self) -> int:
        """How many units of the last printed digit `value` is."""
        return int(self.value * self.scale)

    @cached_property
    def scale(self) -> int:
        """How many units of the last printed digit go into a `value` of 1."""
        return 10**self.decimals * (100 if self.is_share else 1)

    def totals(self, n: int) -> range:
        """The whole numbers whose ratio to `n` is printed so.

        Always an interval of whole numbers, possibly empty.
        """
        if n == 0:
            return range(0)
        # No way of rounding moves a value by more than a unit.
        units, scale = self.units, self.scale
        nearby = range(-((1 - units) * n // scale), (units + 1) * n // scale + 1)
        found = [total for total in nearby if _nearest(total * scale, n, self.rounding) == units]
        return range(found[0], found[-1] + 1) if found else range(0)

    def prints(self, value: Fraction) -> bool:
        """Whether another value is printed so."""
        return _nearest(value.numerator * self.scale, value.denominator, self.rounding) == self.units

    def print(self, value: Fraction) -> str:
        """Another value, printed in the same way."""
        scale, sign = (100, "%") if self.is_share else (1, "")
        return dutch(rounded(value * scale, self.decimals, self.rounding), self.decimals) + sign


@cache
def read(printed: str, rounding: Rounding = HALF_UP) -> Rounded:
    """Read a string that holds exactly one number.

    Raises
    ------
    ValueError
        When it holds none, or several.
    """
    found = numbers_in(printed)
    if len(found) != 1:
        raise ValueError(f"in {printed!r} staat niet precies één getal")
    number = parse_printed(found[0])[0]
    is_share = not found[0][-1].isdigit()
    return Rounded(Fraction(number.value) / (100 if is_share else 1), number.decimals, is_share, rounding)


def whole(printed: str) -> int:
    """Read a printed count.

    Raises
    ------
    ValueError
        When it is not a whole number, or is below zero.
    """
    number = read(printed)
    if number.is_share or number.value.denominator != 1 or number.value < 0:
        raise ValueError(f"{printed!r} is geen aantal")
    return int(number.value)


def numbers_in(printed: str) -> list[str]:
    """The numbers in a cell, each with its per cent sign: ``57,5%`` and ``17``."""
    return NUMBER_OR_SHARE.findall(printed)


def other_last_digits(printed: str, index: int) -> list[str]:
    """The cell with every other last digit of one of its numbers.

    A number with only zeros behind the comma, without per cent sign, may be a
    count: then every other last digit before the comma is there as well.

    Parameters
    ----------
    printed
        A cell such as ``57,5% (17)``.
    index
        Which number, from 0.
    """
    last = list(NUMBER_OR_SHARE.finditer(printed))[index]
    end = last.start() + len(re.sub(r"\D+$", "", last[0])) - 1
    places = [end]
    if count := re.fullmatch(r"[-−]?\d+(,0+)", last[0]):
        places.append(end - len(count[1]))
    return [printed[:at] + digit + printed[at + 1 :] for at in places for digit in "0123456789" if digit != printed[at]]


def sums(found: Sequence[range]) -> range:
    """The sums of one whole number out of each interval: again an interval."""
    return range(sum(r[0] for r in found), sum(r[-1] for r in found) + 1)
