"""What words say of a number: a bound, a place in a row, a fraction, another word.

Like copies, words prove nothing about the digits: they only contradict.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from unicodedata import normalize

from helpers.checking.rules.rounding import numbers_in, read, whole
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.lists import listing
from helpers.dutch.number_words import (
    keeps_side,
    nearest_common_fraction,
    read_fraction,
    read_number,
    read_range,
    says_not,
    share_in_words,
)
from helpers.dutch.numbers import dutch, number_text, percent, round_half_up

_LESS, _MORE = "(?:jonger|minder|lager|kleiner|korter|vroeger)", "(?:ouder|meer|hoger|groter|langer|later)"

#: Whole phrases for a bound, most specific first.
_BOUNDS = {
    rf"{_LESS} dan of gelijk aan|of {_LESS}|hoogstens|hooguit|ten hoogste|maxim(?:aal|um)|tot(?: en met)?": operator.le,
    rf"{_MORE} dan of gelijk aan|of {_MORE}|minstens|ten minste|op zijn minst|minim(?:aal|um)|vanaf": operator.ge,
    rf"{_LESS} dan|onder|(?:nog|net) geen|net niet|bijna": operator.lt,
    rf"{_MORE} dan|boven|ruim": operator.gt,
}


#: What a bound becomes behind ``niet``.
_DENIED = {operator.le: operator.gt, operator.gt: operator.le, operator.ge: operator.lt, operator.lt: operator.ge}


_LOWEST = re.compile(r"minst|laagst|kleinst")


_HIGHEST = re.compile(r"meest|hoogst|grootst")


def bound_words(words: str, numbers: Sequence[str]) -> Verdict:
    """The number, or the sum of several, keeps the bound that the words put.

    >>> bound_words("onder de 25", ["26"]).proof
    '26 is niet onder de 25'
    """
    holds, limit = bound(words)
    total = sum(read(number).value for number in numbers)
    shown = f"{' + '.join(numbers)} = {dutch(total)}, en dat" if len(numbers) > 1 else numbers[0]
    consistent = holds(total, limit)
    said = re.sub(r"^tot (?!en met)", "hoogstens ", words[0].lower() + words[1:])
    # Not "is niet niet meer dan".
    denied = re.sub(r"^(?:niet|nooit) ", "", said) if re.match(r"(?:niet|nooit) ", said) else f"niet {said}"
    return Verdict(consistent, f"{shown} is {said if consistent else denied}")


def same_bound(words: str, others: str) -> Verdict:
    """Two ways to put a bound let the same whole numbers through."""
    (first, one), (second, other) = bound(words), bound(others)
    differing = [n for n in sorted({int(one), int(other)}) if first(n, one) != second(n, other)]
    if not differing:
        return Verdict(True, f"‘{words}’ en ‘{others}’ zijn dezelfde grens")
    n = differing[0]
    allows, excludes = (words, others) if first(n, one) else (others, words)
    return Verdict(False, f"‘{allows}’ laat {n} toe, maar ‘{excludes}’ niet")


def reached_within(years: str, reach: str, counts: Sequence[str]) -> Verdict:
    """The counts of the first so many years, together, keep the bound.

    >>> reached_within("twee jaar", "meer dan 5", ["2", "3", "4"]).proof
    '2 + 3 = 5, en dat is niet meer dan 5; pas in jaar 3 wordt het 9'
    """
    n, (holds, limit) = int(read_number(years)), bound(reach)
    verdict = bound_words(reach, counts[:n])
    totals = [sum(map(whole, counts[: i + 1])) for i in range(len(counts))]
    later = next((i for i, total in enumerate(totals) if i >= n and holds(total, limit)), None)
    if verdict.consistent or later is None:
        return verdict
    return Verdict(False, f"{verdict.proof}; pas in jaar {later + 1} wordt het {dutch(totals[later])}")


def extreme_words(words: str, number: str, others: Sequence[str]) -> Verdict:
    """What is called the least (or the most) is no larger (smaller) than any other."""
    lowest = bool(_LOWEST.search(words.casefold()))
    if says_not(words) or not lowest and not _HIGHEST.search(words.casefold()):
        raise ValueError(f"no extreme in {words!r}")
    ranked = sorted([*others, number], key=lambda printed: read(printed).value, reverse=not lowest)
    consistent = read(ranked[0]).value == read(number).value
    text = f"{'het laagste' if lowest else 'het hoogste'} van {', '.join(ranked)} is {ranked[0]}"
    return Verdict(consistent, text if consistent else f"{text}, niet {number}")


def same_number(words: str, other: str) -> Verdict:
    """Two strings, in words or digits, name the same whole number."""
    one, two = read_number(words), read_number(other)
    if one == two:
        return Verdict(True, f"‘{words}’ is {number_text(one)}, ‘{other}’ is ook {number_text(two)}")
    return Verdict(False, f"‘{words}’ is {number_text(one)}, ‘{other}’ is {number_text(two)}, dus niet hetzelfde")


def same_words(words: str, other: str) -> Verdict:
    """Two names of one thing are the same, whatever the capitals."""
    # Composed: text that was copied from a PDF has its accents apart.
    one, two = (normalize("NFC", text).casefold() for text in (words, other))
    consistent = one == two
    return Verdict(consistent, f"‘{words}’ is {'ook' if consistent else 'niet'} ‘{other}’")


def within(number: str, ends: str) -> Verdict:
    """A number lies between the two that words give: ``4 à 5``."""
    found = [read(end).value for end in numbers_in(ends)]
    if len(found) != 2:
        raise ValueError(f"in {ends!r} staan niet precies twee getallen")
    low, high = sorted(found)
    consistent = low <= read(number).value <= high
    ends = f"tussen {dutch(low)} en {dutch(high)}"
    return Verdict(consistent, f"{number} ligt {'' if consistent else 'niet '}{ends}")


def rounded_number(words: str, number: str) -> Verdict:
    """The whole number in words is the printed one, rounded.

    >>> rounded_number("ongeveer zes maanden", "6,4").proof
    '6,4 is afgerond 6'
    """
    named, printed = read_number(words), read(number)
    possible = sorted({round_half_up(printed.value + side * printed.half_unit * Fraction(99, 100)) for side in (-1, 1)})
    text = f"{number} is afgerond {' of '.join(map(str, possible))}"
    return Verdict(named in possible, text if named in possible else f"{text}, niet {number_text(named)}")


def fraction_of(words: str, counts: Sequence[str], base: str) -> Verdict:
    """The fraction in words is the common fraction nearest to the counts, out of a base.

    >>> fraction_of("1 op 5", ["62"], "284").proof
    '62 van 284 is 21,8%, en dat ligt het dichtst bij een op vijf'
    """
    total, n = sum(map(whole, counts)), whole(base)
    if not n:
        return Verdict(False, f"van {base} bestaat geen deel, dus ook niet {words}")
    share, named = Fraction(total, n), read_fraction(words)
    nearest = nearest_common_fraction(share)
    text = f"{' + '.join(counts)} van {base} is {percent(share)}, en dat ligt het dichtst bij {share_in_words(nearest)}"
    consistent = nearest == named and keeps_side(words, share, named)
    said = share_in_words(named) if nearest != named else f"‘{words}’"
    return Verdict(consistent, text if consistent else f"{text}, niet bij {said}")


def mixed_fraction(words: str, parts: Sequence[str]) -> Verdict:
    """The share of the whole lies between the shares of its groups, all in words.

    Each fraction stands for every share that is nearer to it than to another
    common fraction.
    """
    low, high = read_range(words)
    ranges = [read_range(part) for part in parts]
    lowest, highest = min(r[0] for r in ranges), max(r[1] for r in ranges)
    consistent = low < highest and high > lowest
    groups = " en ".join(f"‘{part}’" for part in parts)
    text = f"met {groups} in de groepen ligt het geheel tussen {percent(lowest, 0)} en {percent(highest, 0)}"
    named = f"bij ‘{words}’ ({percent(read_fraction(words), 0)})"
    return Verdict(consistent, f"{text}, {'zoals' if consistent else 'niet'} {named}")


def bound(words: str) -> tuple[Callable[[Fraction, Fraction], bool], Fraction]:
    """The comparison and the number in words such as ``meer dan 300`` or ``meer dan de helft``."""
    for pattern, comparison in _BOUNDS.items():
        if found := re.search(rf"\b(niet |nooit |geen )?(?:{pattern})\b", words, re.IGNORECASE):
            rest = words[: found.start()] + words[found.end() :]
            return _DENIED[comparison] if found[1] else comparison, _limit(rest)
    raise ValueError(f"{words!r} noemt geen grens")


def _limit(words: str) -> Fraction:
    try:
        return read_fraction(words)
    except ValueError:
        return read(words).value if numbers_in(words) else read_number(words)


def row_not_column(said: Sequence[str], row: Sequence[str], others: Sequence[str] = ()) -> Verdict:
    """What a sentence says of several columns is not what one row divides over them.

    Parameters
    ----------
    said
        Percentages that the sentence gives of the people of each column.
    row
        What a row of the table has in those columns.
    others
        What its other rows have there, one row after the other: a single row can be 100% by chance.

    Examples
    --------
    >>> row_not_column(["28,2%", "71,8%"], ["28,2%", "71,8%"]).consistent
    False
    """
    cells, size = [*row, *others], len(row)
    rows = [cells[start : start + size] for start in range(0, len(cells), size)]
    sums = [sum(read(part).value for part in one) for one in rows]
    divides = all(
        abs(total - 1) <= sum(read(part).half_unit for part in one) for total, one in zip(sums, rows, strict=True)
    )
    each = listing(
        [
            f"{' + '.join(one)} {'is samen' if one is rows[0] else '='} {percent(total, read(one[0]).decimals)}"
            for total, one in zip(sums, rows, strict=True)
        ]
    )
    text = f"{each}: ze verdelen wie in de rij staat over de kolommen"
    return Verdict(not (divides and [*said] == [*row]), f"{text}, en de zin zegt ze van wie in elke kolom staat")
