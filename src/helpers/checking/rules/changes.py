"""How much a percentage or a mean changed, from the numbers as printed.

Whoever subtracts two printed percentages gets the printed difference: a report
that worked with more decimals would differ in the last one now and then.
"""

from __future__ import annotations

from fractions import Fraction

from helpers.checking.rules.rounding import HALF_UP, Rounded, Rounding, numbers_in, read
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch, percent


def points(before: str, after: str, difference: str) -> Verdict:
    """Two printed percentages, or two means, differ by the printed points.

    >>> points("80,6%", "83,9%", "3,2").proof
    '83,9% min 80,6% is 3,3, niet 3,2'
    """
    first, second, printed = read(before), read(after), read(difference)
    found = (second.value - first.value) * _scale(first)
    # A decimal zero may be left out: 10 is 10,0.
    shown = dutch(found, max(first.decimals, second.decimals))
    return _verdict(f"{after} min {before} is {shown}", found == printed.value, difference)


def relative_change(before: str, after: str, change: str, rounding: Rounding = HALF_UP) -> Verdict:
    """The difference of two printed percentages, over the first, rounds to the printed change.

    >>> relative_change("29,0%", "28,0%", "-4%").proof
    '(28,0% min 29,0%) gedeeld door 29,0% is -3,4%, afgerond -3%, niet -4%'
    """
    first, second = read(before), read(after)
    if not first.value:
        return _nothing(f"vanaf {before} bestaat er geen verandering in procent", change)
    if not numbers_in(change):
        return Verdict(False, f"vanaf {before} bestaat er een verandering in procent, en er staat geen getal")
    printed = read(change, rounding)
    found = Fraction(second.value - first.value) / first.value
    shown = printed.print(found)
    text = f"({after} min {before}) gedeeld door {before} is {percent(found, 1)}, afgerond {shown}"
    return _verdict(text, read(shown).value == printed.value, change)


def _nothing(text: str, printed: str) -> Verdict:
    """Where there is nothing to divide by no number can be right; a dash or a stroke is."""
    consistent = not numbers_in(printed)
    return Verdict(consistent, text if consistent else f"{text}, dus ook niet {printed}")


def _scale(number: Rounded) -> int:
    return 100 if number.is_share else 1


def _verdict(text: str, consistent: bool, printed: str) -> Verdict:
    return Verdict(consistent, text if consistent else f"{text}, niet {printed}")
