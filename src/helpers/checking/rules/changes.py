"""How much a percentage or a mean changed, from the numbers as printed or before rounding.

Whoever subtracts two printed percentages gets the printed difference: a report
that worked with more decimals would differ in the last one now and then. The
`exact_` rules allow that too.
"""

from __future__ import annotations

from fractions import Fraction

from helpers.checking.rules.rounding import HALF_UP, Rounded, Rounding, read
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
    first, second, printed = read(before), read(after), read(change, rounding)
    found = Fraction(second.value - first.value) / first.value
    shown = printed.print(found)
    text = f"({after} min {before}) gedeeld door {before} is {percent(found, 1)}, afgerond {shown}"
    return _verdict(text, read(shown).value == printed.value, change)


def exact_points(before: str, after: str, difference: str) -> Verdict:
    """Two numbers that are printed so can differ, before rounding, by the printed points.

    >>> exact_points("80,6%", "83,9%", "3,2").proof
    'voor het afronden kan 83,9% min 80,6% alles zijn van 3,20 tot 3,40'
    """
    (low, high), (lower, higher) = _ends(read(before)), _ends(read(after))
    scale, printed = _scale(read(before)), read(difference)
    lowest, highest = (lower - high) * scale, (higher - low) * scale
    shown = " tot ".join(dutch(end, printed.decimals + 1) for end in (lowest, highest))
    text = f"voor het afronden kan {after} min {before} alles zijn van {shown}"
    return _verdict(text, _overlap(printed, lowest, highest), difference)


def exact_relative_change(before: str, after: str, change: str) -> Verdict:
    """Two percentages that are printed so can, before rounding, change by the printed share."""
    (low, high), (lower, higher) = _ends(read(before)), _ends(read(after))
    ends = [(end - start) / start for start in (max(low, Fraction(1, 10**6)), high) for end in (lower, higher)]
    text = f"voor het afronden is de evolutie van {before} naar {after} {percent(min(ends))} tot {percent(max(ends))}"
    return _verdict(text, _overlap(read(change), min(ends), max(ends)), change)


def _scale(number: Rounded) -> int:
    return 100 if number.is_share else 1


def _ends(number: Rounded) -> tuple[Fraction, Fraction]:
    return number.value - number.half_unit, number.value + number.half_unit


def _overlap(printed: Rounded, lowest: Fraction, highest: Fraction) -> bool:
    low, high = _ends(printed)
    return low < highest and lowest < high


def _verdict(text: str, consistent: bool, printed: str) -> Verdict:
    return Verdict(consistent, text if consistent else f"{text}, niet {printed}")
