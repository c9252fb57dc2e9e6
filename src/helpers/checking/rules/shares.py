"""Percentages and the whole numbers of people behind them (GRIM for shares).

Brown and Heathers (2017), https://doi.org/10.1177/1948550616673876. Every rule
takes the way of rounding as its last parameter.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import ceil, floor

from helpers.checking.rules.rounding import HALF_UP, Rounding, numbers_in, read, sums, whole
from helpers.checking.rules.verdict import Verdict


def share(percentage: str, counts: Sequence[str], base: str, rounding: Rounding = HALF_UP) -> Verdict:
    """A percentage is the printed count, or counts together, of a base.

    >>> share("24,0%", ["68"], "284").proof
    '68 van 284 is 23,9%, niet 24,0%'
    """
    part, n = sum(map(whole, counts)), whole(base)
    terms = f"{' + '.join(counts)} = {part}; " if len(counts) > 1 else ""
    if not n:
        return _of_nobody(base, percentage)
    shown = read(percentage, rounding).print(Fraction(part, n))
    text = f"{terms}{part} van {n} is {shown}"
    consistent = read(shown) == read(percentage)
    return Verdict(consistent, text if consistent else f"{text}, niet {percentage}")


def possible_share(percentage: str, base: str, rounding: Rounding = HALF_UP) -> Verdict:
    """Some whole number out of a base rounds to the percentage.

    Of nobody there is no percentage at all.
    """
    n = whole(base)
    if not n:
        return _of_nobody(base, percentage)
    counts = _counts(percentage, n, rounding)
    if not counts:
        return Verdict(False, _impossible(percentage, n, rounding))
    return Verdict(True, f"{_alternatives(counts)} van {n} is {percentage}")


def _of_nobody(base: str, percentage: str) -> Verdict:
    """Of nobody no percentage can be right; a dash or a stroke is."""
    text = f"van {base} bestaat geen percentage"
    consistent = not numbers_in(percentage)
    return Verdict(consistent, text if consistent else f"{text}, dus ook niet {percentage}")


def groups(
    percentages: Sequence[str], bases: Sequence[str], together: str, base: str, rounding: Rounding = HALF_UP
) -> Verdict:
    """Whole numbers give each group's percentage and the one of all together.

    Parameters
    ----------
    percentages, bases
        The percentage and the size of each group, in the same order.
    together, base
        The percentage and the size of the groups together.
    """
    sizes = [whole(size) for size in bases]
    for percentage, size in [*zip(percentages, bases, strict=True), (together, base)]:
        if not whole(size):
            return _of_nobody(size, percentage)
    found = [_counts(*pair, rounding) for pair in zip(percentages, sizes, strict=True)]
    if not all(found):
        return _first_impossible(percentages, sizes, rounding)
    parts = [f"{_alternatives(c)} van {size}" for c, size in zip(found, sizes, strict=True)]
    return _together(f"{' en '.join(parts)} maken samen ", sums(found), together, whole(base), rounding)


def part_of_base(percentages: Sequence[str], together: str, base: str, rounding: Rounding = HALF_UP) -> Verdict:
    """Percentages of one base are, in whole numbers, another percentage together."""
    n = whole(base)
    if not n:
        return _of_nobody(base, together)
    found = [_counts(percentage, n, rounding) for percentage in percentages]
    if not all(found):
        return _first_impossible(percentages, [n] * len(found), rounding)
    return _together(f"{' + '.join(map(_alternatives, found))} is ", sums(found), together, n, rounding)


def partition(percentages: Sequence[str], base: str, rounding: Rounding = HALF_UP) -> Verdict:
    """Whole numbers give each percentage of one base, and add up to it."""
    n = whole(base)
    if not n:
        return _of_nobody(base, next(filter(numbers_in, percentages), "/"))
    found = [_counts(percentage, n, rounding) for percentage in percentages]
    if not all(found):
        return _first_impossible(percentages, [n] * len(found), rounding)
    text = f"{' + '.join(map(_alternatives, found))} = {_alternatives(sums(found))}"
    consistent = n in sums(found)
    return Verdict(consistent, text if consistent else f"{text}, niet {n}")


def some_base(percentages: Sequence[str], at_most: str, rounding: Rounding = HALF_UP) -> Verdict:
    """Percentages of one base that was not printed, but is known not to be larger."""
    limit = whole(at_most)
    for base in range(1, limit + 1):
        found = [_counts(percentage, base, rounding) for percentage in percentages]
        # A proof takes longer than the sum, and only one of them is needed.
        if all(found) and base in sums(found):
            return Verdict(True, f"met een totaal van {base}: {partition(percentages, str(base), rounding).proof}")
    return Verdict(False, f"geen enkel totaal tot en met {limit} past bij {', '.join(percentages)}")


def one_base(
    percentages: Sequence[str],
    counts: Sequence[str],
    others: Sequence[str],
    at_most: str,
    rounding: Rounding = HALF_UP,
) -> Verdict:
    """Percentages with their counts, and others without, all of one base that was not printed.

    Parameters
    ----------
    percentages, counts
        Printed beside each other, in the same order.
    others
        Percentages of the same base whose count is not printed, or not trusted.
    at_most
        The base is known not to be larger.

    Examples
    --------
    >>> one_base(["75,9%"], ["123"], ["54,3%"], "246").proof
    'met een totaal van 162: 123 is 75,9% en 88 is 54,3%'
    """
    limit, pairs = whole(at_most), list(zip(percentages, counts, strict=True))
    if not limit:
        return _of_nobody(at_most, percentages[0])
    impossible = [pair for pair in pairs if not _bases(*pair, limit, rounding)]
    if impossible:
        return Verdict(False, _no_base(*impossible[0], limit, rounding))
    fitting = possible_bases(percentages, counts, others, at_most, rounding)
    if fitting:
        n = fitting[0]
        parts = [f"{count} is {percentage}" for percentage, count in pairs]
        parts += [f"{_alternatives(_counts(other, n, rounding))} is {other}" for other in others]
        return Verdict(True, f"met een totaal van {n}: {' en '.join(parts)}")
    parts = [f"{percentage} met {count}" for percentage, count in pairs] + list(others)
    return Verdict(False, f"geen enkel totaal tot en met {limit} past bij {' en '.join(parts)}")


def possible_bases(
    percentages: Sequence[str],
    counts: Sequence[str],
    others: Sequence[str],
    at_most: str,
    rounding: Rounding = HALF_UP,
) -> list[int]:
    """Every base that `one_base` allows, smallest first.

    >>> possible_bases(["80,6%"], ["25"], [], "50")
    [31]
    """
    limit = whole(at_most)
    pairs = [*zip(percentages, counts, strict=True), *((other, "") for other in others)]
    return sorted(frozenset.intersection(*(_bases(*pair, limit, rounding) for pair in pairs)))


def row_and_column(
    row_percentage: str, row_base: str, column_percentage: str, column_base: str, rounding: Rounding = HALF_UP
) -> Verdict:
    """One count gives a row percentage in one table, a column percentage in another."""
    for percentage, size in ((row_percentage, row_base), (column_percentage, column_base)):
        if not whole(size):
            return _of_nobody(size, percentage)
    percentages, bases = [row_percentage, column_percentage], [whole(row_base), whole(column_base)]
    found = [_counts(*pair, rounding) for pair in zip(percentages, bases, strict=True)]
    if not all(found):
        return _first_impossible(percentages, bases, rounding)
    row, column = (
        f"{percentage} van {base} is {_alternatives(counts)}"
        for percentage, base, counts in zip(percentages, bases, found, strict=True)
    )
    consistent = bool(set(found[0]) & set(found[1]))
    return Verdict(consistent, f"{row} en {column}" if consistent else f"{row}, maar {column}")


# Evidence asks for the same few counts thousands of times.
@cache
def _counts(percentage: str, base: int, rounding: Rounding) -> range:
    """The counts out of `base` that round to a percentage."""
    totals = read(percentage, rounding).totals(base)
    return range(max(totals.start, 0), min(totals.stop, base + 1))


def _together(text: str, totals: range, percentage: str, base: int, rounding: Rounding) -> Verdict:
    possible = [total for total in totals if total in _counts(percentage, base, rounding)]
    if possible:
        return Verdict(True, f"{text}{possible[0]} van {base}: {percentage}")
    shown = read(percentage, rounding).print(Fraction(totals[0], base))
    return Verdict(False, f"{text}{_alternatives(totals)} van {base}: {shown}, niet {percentage}")


def _first_impossible(percentages: Sequence[str], bases: Sequence[int], rounding: Rounding) -> Verdict:
    pairs = zip(percentages, bases, strict=True)
    return Verdict(False, next(_impossible(*p, rounding) for p in pairs if not _counts(*p, rounding)))


def _impossible(percentage: str, base: int, rounding: Rounding) -> str:
    """No whole number fits: the two around it are the proof."""
    number = read(percentage, rounding)
    below = min(floor(number.value * base), base)
    around = [count for count in (below, below + 1) if count <= base]
    shown = " en ".join(f"{count} geeft {number.print(Fraction(count, base))}" for count in around)
    return f"geen enkel geheel aantal van {base} geeft {percentage}: {shown}"


# Evidence asks for the same few again and again.
@cache
def _bases(percentage: str, count: str, limit: int, rounding: Rounding) -> frozenset[int]:
    """The bases of which a percentage is the count, or without one is any whole number."""
    if not count:
        return frozenset(n for n in range(1, limit + 1) if _counts(percentage, n, rounding))
    number, part = read(percentage, rounding), whole(count)
    # No way of rounding moves a value by more than a unit.
    unit = 2 * number.half_unit
    low = ceil(part / (number.value + unit))
    high = floor(part / (number.value - unit)) if number.value > unit else limit
    return frozenset(n for n in range(max(low, part, 1), min(high, limit) + 1) if number.prints(Fraction(part, n)))


def _no_base(percentage: str, count: str, limit: int, rounding: Rounding) -> str:
    """No base fits: the two around it, as far as they are allowed, are the proof."""
    number, part = read(percentage, rounding), whole(count)
    nearest = floor(part / number.value) if number.value else limit
    around = [n for n in (nearest, nearest + 1) if part <= n <= limit and n]
    shown = " en ".join(f"{part} van {n} is {number.print(Fraction(part, n))}" for n in around or [limit])
    return f"geen enkel totaal tot en met {limit} geeft {percentage} met {part}: {shown}"


def _alternatives(counts: range) -> str:
    return str(counts[0]) if len(counts) == 1 else f"{counts[0]} tot {counts[-1]}"
