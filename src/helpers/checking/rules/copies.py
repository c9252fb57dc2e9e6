"""One quantity that is printed twice, in digits or in words.

A copy can contradict, but proves nothing: whoever copies a wrong number
copies it wrong twice. So these rules never count as evidence.
"""

from __future__ import annotations

from fractions import Fraction

from helpers.checking.rules.rounding import Rounded, read
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.number_words import (
    keeps_side,
    nearest_common_fraction,
    read_fraction,
    read_number,
    share_in_words,
)
from helpers.dutch.numbers import dutch, number_text, percent, round_half_up


def same_quantity(number: str, source: str) -> Verdict:
    """Two printings of one quantity agree: some value is rounded to both.

    >>> same_quantity("40%", "37,0%").proof
    '37,0% is afgerond 37%, niet 40%'
    """
    coarse, fine = sorted([number, source], key=lambda printed: read(printed).decimals)
    if read(coarse).decimals == read(fine).decimals:
        consistent = read(coarse) == read(fine)
        return Verdict(consistent, f"{source} is {'ook' if consistent else 'niet'} {number}")
    possible = _coarser(read(fine), read(coarse))
    text = f"{fine} is afgerond {' of '.join(possible)}"
    consistent = read(coarse) in map(read, possible)
    return Verdict(consistent, text if consistent else f"{text}, niet {coarse}")


def _coarser(fine: Rounded, coarse: Rounded) -> list[str]:
    """What the values behind `fine` can be printed as, the coarse way.

    Two answers for 13,5%, which may be 13,48% and so 13%, or 13,52% and so 14%.
    """
    # The far ends would themselves be printed as the next number.
    just_inside = fine.half_unit * Fraction(99, 100)
    return list(dict.fromkeys(coarse.print(fine.value + sign * just_inside) for sign in (-1, 1)))


def fraction_words(words: str, percentage: str) -> Verdict:
    """The fraction in words is the common fraction nearest to the percentage."""
    named, printed = read_fraction(words), read(percentage)
    # 22,5% can be a little more or less, and lie nearer to a quarter or a fifth.
    near = [printed.value + sign * printed.half_unit for sign in (-1, 0, 1)]
    if named in map(nearest_common_fraction, near):
        if not any(keeps_side(words, value, named) for value in near):
            return Verdict(False, f"{percentage} ligt aan de andere kant van {_name(named)} dan ‘{words}’ zegt")
        return Verdict(True, f"{percentage} ligt het dichtst bij {_name(named)}")
    nearest = _name(nearest_common_fraction(printed.value))
    return Verdict(False, f"{percentage} ligt dichter bij {nearest} dan bij {_name(named)}")


def times(words: str, larger: str, smaller: str) -> Verdict:
    """The whole number of times in words is the ratio, rounded."""
    named, above, below = read_number(words), read(larger), read(smaller)
    if below.value <= below.half_unit:
        return Verdict(False, f"{larger} gedeeld door {smaller} is geen vast getal, dus ook geen {words}")
    lowest, highest = (
        round_half_up((above.value + sign * above.half_unit) / (below.value - sign * below.half_unit))
        for sign in (-1, 1)
    )
    text = f"{larger} gedeeld door {smaller} is {dutch(above.value / below.value, 1)}"
    if lowest <= named <= highest:
        return Verdict(True, f"{text}, afgerond {number_text(named)} keer")
    return Verdict(False, f"{text}, afgerond {lowest} keer en niet {number_text(named)} keer")


def _name(fraction: Fraction) -> str:
    return f"{share_in_words(fraction)} ({percent(fraction, 0)})"
