"""The nearest explanation of a contradiction: what small change would undo it?

An explanation proves nothing. It says what a reader may look for first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from helpers.checking.rules.judgement import Arguments, judge
from helpers.checking.rules.relations import RULES
from helpers.checking.rules.rounding import IN_DUTCH, Rounding, numbers_in, read, whole
from helpers.dutch.number_words import read_number
from helpers.dutch.numbers import dutch, percent

#: How much each kind of explanation changes, from nothing to another group of people.
#: Nobody rounds all numbers up: that is less likely than one wrong last digit.
COSTS = {
    "rounding": 0,
    "double_rounding": 0,
    "forced_to_100": 1,
    "last_digit": 1,
    "one_way_rounding": 2,
    "digit": 3,
    "swapped_digits": 3,
    "threshold": 4,
    "complement": 4,
    "other_base": 5,
}


_KINDS_OF_ROUNDING = {
    Rounding.HALF_EVEN: "rounding",
    Rounding.HALF_DOWN: "rounding",
    Rounding.TWICE: "double_rounding",
    Rounding.UP: "one_way_rounding",
    Rounding.DOWN: "one_way_rounding",
}


@dataclass(frozen=True)
class Explanation:
    """A change that would make printed numbers agree.

    Attributes
    ----------
    kind : str
        A key of `COSTS`.
    change : str
        What would have been printed, or the base or threshold meant; empty
        for a way of rounding.
    text : str
        In Dutch.
    cost : Fraction
        Smaller for a smaller change.
    """

    kind: str
    change: str
    text: str
    cost: Fraction


def explain(
    kind: str,
    arguments: Arguments,
    parameter: str,
    index: int | None = None,
    column: Sequence[str] = (),
    allowed: Callable[[str], bool] = lambda other: True,
) -> list[Explanation]:
    """Every explanation of a contradiction, the smallest change first.

    Parameters
    ----------
    kind
        The rule that is contradicted: a name in `RULES`.
    arguments
        The printed strings that contradict each other.
    parameter, index
        Which of them is taken to be wrong; an index for one of a list.
    column
        Percentages that stand beside the wrong one and divide the same whole.
    allowed
        Whether another string in its place agrees with everything else.

    Returns
    -------
    list of Explanation
        Empty when the numbers are consistent or nothing small explains them.

    Examples
    --------
    >>> found = explain("share", {"percentage": "23,8%", "counts": ["68"], "base": "284"}, "percentage")
    >>> found[0].text
    'met 23,9% in plaats van 23,8% klopt het: het laatste cijfer scheelt één'
    """
    judgement = judge(kind, arguments)
    if judgement.consistency == "consistent":
        return []

    def agrees(changed: dict) -> bool:
        try:
            return RULES[kind](**{**arguments, **changed}).consistent
        except (ValueError, ZeroDivisionError, IndexError):
            return False  # No such number can stand there.

    found = [
        *(_rounding(rounding) for rounding in judgement.roundings if rounding in _KINDS_OF_ROUNDING),
        *_misprints(arguments, parameter, index, lambda changed, other: agrees(changed) and allowed(other), column),
        *_thresholds(arguments, agrees),
        *_bases(arguments, agrees),
    ]
    return sorted(found, key=lambda explanation: (explanation.cost, explanation.kind, explanation.change))


def _rounding(rounding: Rounding) -> Explanation:
    kind = _KINDS_OF_ROUNDING[rounding]
    return Explanation(kind, "", f"het klopt als er {IN_DUTCH[rounding]} is", Fraction(COSTS[kind]))


def _misprints(
    arguments: Arguments, parameter: str, index: int | None, agrees: Callable, column: Sequence[str]
) -> Iterator[Explanation]:
    given = arguments[parameter]
    printed = given if index is None else given[index]
    for kind, other, why in _candidates(printed, arguments):
        changed = other if index is None else [*given[:index], other, *given[index + 1 :]]
        if not agrees({parameter: changed}, other):
            continue
        yield Explanation(kind, other, f"met {other} in plaats van {printed} klopt het: {why}", Fraction(COSTS[kind]))
        if _forces_hundred(printed, other, column):
            text = (
                f"met {other} telt de kolom niet op tot 100%, met {printed} wel: misschien is de kolom sluitend gemaakt"
            )
            yield Explanation("forced_to_100", other, text, Fraction(COSTS["forced_to_100"]))


def _candidates(printed: str, arguments: Arguments) -> Iterator[tuple[str, str, str]]:
    """Other strings that may have been meant, with why."""
    if len(numbers_in(printed)) != 1:
        return
    seen = {printed}
    for kind, other, why in (*_other_digits(printed), *_complements(printed, arguments)):
        if other not in seen:
            seen.add(other)
            yield kind, other, why


def _other_digits(printed: str) -> Iterator[tuple[str, str, str]]:
    number = read(printed)
    for step in (-1, 1):
        moved = number.value + step * 2 * number.half_unit
        yield "last_digit", number.print(moved), "het laatste cijfer scheelt één"
    places = [i for i, character in enumerate(printed) if character.isdigit()]
    for place in places:
        for digit in "123456789" if place == places[0] else "0123456789":
            yield "digit", f"{printed[:place]}{digit}{printed[place + 1 :]}", "één cijfer is dan anders"
    for one, two in zip(places, places[1:], strict=False):
        swapped = list(printed)
        swapped[one], swapped[two] = printed[two], printed[one]
        yield "swapped_digits", "".join(swapped), "twee cijfers zijn van plaats gewisseld"


def _complements(printed: str, arguments: Arguments) -> Iterator[tuple[str, str, str]]:
    number = read(printed)
    if number.is_share:
        yield "complement", percent(1 - number.value, number.decimals), "het is wat er van 100% overblijft"
    elif "base" in arguments and number.value.denominator == 1:
        rest = whole(arguments["base"]) - int(number.value)
        yield "complement", str(rest), f"het is wat er van {arguments['base']} overblijft"
    elif "percentages" in arguments:
        # The base is not printed: whoever prints the others has about this base.
        for percentage in arguments["percentages"]:
            share = read(percentage).value
            if 0 < share < 1:
                base = round(number.value / (1 - share))
                yield "complement", str(base - int(number.value)), f"het is wat er van {base} overblijft"


def _forces_hundred(printed: str, other: str, column: Sequence[str]) -> bool:
    if not column or not read(printed).is_share:
        return False
    rest = sum(read(percentage).value for percentage in column)
    return rest + read(printed).value == 1 != rest + read(other).value


def _thresholds(arguments: Arguments, agrees: Callable) -> Iterator[Explanation]:
    for parameter in ("limit", "low", "high"):
        if parameter not in arguments:
            continue
        limit = read_number(arguments[parameter])
        for other in (limit - 1, limit + 1):
            if agrees({parameter: str(other)}):
                text = f"het klopt met een grens van {other} in plaats van {limit}"
                yield Explanation("threshold", str(other), text, Fraction(COSTS["threshold"]))


def _bases(arguments: Arguments, agrees: Callable) -> Iterator[Explanation]:
    """The nearest other base, up to a tenth away."""
    base = whole(arguments["base"]) if "base" in arguments else 0
    steps = (sign * step for step in range(1, base // 10 + 1) for sign in (-1, 1))
    for step in steps:
        if agrees({"base": str(base + step)}):
            text = f"het klopt met een totaal van {dutch(base + step)} in plaats van {arguments['base']}"
            yield Explanation("other_base", str(base + step), text, COSTS["other_base"] + Fraction(abs(step), base))
            return
