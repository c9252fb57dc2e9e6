"""Scores that were given twice: who moved which way, and what follows for all.

A dash or a stroke in print (``-``, ``/``) is a group of nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from helpers.checking.rules.rounding import Rounded, numbers_in, read, sums, whole
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.number_words import read_number
from helpers.dutch.numbers import dutch


def improved(before: str, after: str, base: str) -> Verdict:
    """Means of people who each went up one whole step or more.

    >>> improved("4,0", "4,0", "1").proof
    'wie van 4,0 naar 4,0 gaat, wint samen 0 punten; met 1 moet dat minstens 1 zijn'
    """
    return _moved(before, after, base, 1, "wint")


def worsened(before: str, after: str, base: str) -> Verdict:
    """Means of people who each went down one whole step or more."""
    return _moved(before, after, base, -1, "verliest")


def _moved(before: str, after: str, base: str, sign: int, verb: str) -> Verdict:
    n = whole(base)
    if not any(map(numbers_in, (before, after))):
        return _nobody(n == 0)
    first, second = (read(mean).totals(n) for mean in (before, after))
    if not first or not second:
        return Verdict(False, f"geen enkel geheel totaal gedeeld door {n} geeft {before if not first else after}")
    most = max(sign * (second[-1] - first[0]), sign * (second[0] - first[-1]))
    points = f"{most} {'punt' if most == 1 else 'punten'}"
    text = f"wie van {before} naar {after} gaat, {verb} samen {points}; met {n} moet dat minstens {n} zijn"
    return Verdict(most >= n, text)


def unchanged(before: str, after: str) -> Verdict:
    """People who each kept their score keep their mean."""
    if not any(map(numbers_in, (before, after))):
        return _nobody(True)
    consistent = read(before).value == read(after).value
    text = f"wie gelijk blijft, houdt hetzelfde gemiddelde: {before}"
    return Verdict(consistent, text if consistent else f"{text}, niet {after}")


def _nobody(consistent: bool) -> Verdict:
    return Verdict(consistent, f"er is {'niemand, dus ook' if consistent else 'iemand, maar'} geen gemiddelde")


def class_sizes(
    values: Sequence[str], others: Sequence[str], sizes: Sequence[str], other_sizes: Sequence[str]
) -> Verdict:
    """Three limits, the same for two lists of numbers, make the printed class sizes.

    Parameters
    ----------
    values, others
        The numbers of each list.
    sizes, other_sizes
        How many of each list are in the lowest, the second and the highest
        class; the class below the highest is not printed.
    """
    lists = [sorted(read(value).value for value in _filled(found)) for found in (values, others)]
    wanted = [tuple(map(_count, found)) for found in (sizes, other_sizes)]
    # How many of each list lie below each of the three limits.
    below = [
        tuple(lowest for lowest, _, _ in wanted),
        tuple(lowest + second for lowest, second, _ in wanted),
        tuple(len(found) - highest for found, (_, _, highest) in zip(lists, wanted, strict=True)),
    ]
    found = {tuple(bisect_left(one, limit) for one in lists): limit for limit in sorted(lists[0] + lists[1])}
    in_order = all(second <= third for second, third in zip(below[1], below[2], strict=True))
    if in_order and all(counts in found for counts in below):
        shown = ", ".join(dutch(found[counts], 1) for counts in below)
        return Verdict(True, f"met klassen vanaf {shown} komen alle aantallen uit")
    shown = "; ".join(" en ".join(map(str, pair)) for pair in zip(*wanted, strict=True))
    return Verdict(False, f"waar de drie grenzen ook liggen, nooit geven de gedrukte scores samen de aantallen {shown}")


def mean_of_means(means: Sequence[str], together: str) -> Verdict:
    """The plain mean of printed means, each of which may be rounded up or down.

    >>> mean_of_means(["3,7", "-", "2,9"], "3,5").proof
    'het gemiddelde van 3,7 en 2,9 ligt tussen 3,25 en 3,35: 3,5 kan niet'
    """
    numbers = [read(mean) for mean in _filled(means)]
    if not numbers or not numbers_in(together):
        consistent = not numbers and not numbers_in(together)
        return Verdict(consistent, "er is geen gemiddelde" + ("" if consistent else f", en er staat {together}"))
    middle = sum((number.value for number in numbers), Fraction(0)) / len(numbers)
    slack = sum((number.half_unit for number in numbers), Fraction(0)) / len(numbers)
    printed = read(together)
    consistent = abs(middle - printed.value) <= slack + printed.half_unit
    shown = _listed([*_filled(means)])
    low, high = (dutch(middle + sign * slack, printed.decimals + 1) for sign in (-1, 1))
    text = f"het gemiddelde van {shown} ligt tussen {low} en {high}"
    return Verdict(consistent, f"{text}: {together} kan{'' if consistent else ' niet'}")


def mean_of_group_means(means: Sequence[str], counts: Sequence[str], together: str) -> Verdict:
    """The plain mean over items, each item's mean being that of its three groups.

    Parameters
    ----------
    means, counts
        Mean and size of the groups: first group of every item, then the second
        of every item in the same order, then the third.
    together
        The mean over the items.
    """
    found = list(_item_means(means, counts))
    low, high = (sum(bounds, Fraction(0)) / len(found) for bounds in zip(*found, strict=True))
    printed = read(together)
    shown = list(dict.fromkeys(printed.print(bound) for bound in (low, high)))
    items = _listed([dutch(item_low, 2) for item_low, _ in found])
    text = f"de drie groepen samen geven voor elke indicator {items}; gemiddeld is dat {' tot '.join(shown)}"
    consistent = _prints(printed, low, high)
    return Verdict(consistent, text if consistent else f"{text}, niet {together}")


def count_of_group_means(means: Sequence[str], counts: Sequence[str], starts: Sequence[str], together: str) -> Verdict:
    """As many items reach the class of the highest printed means by their groups as are printed.

    Parameters
    ----------
    means, counts
        As in `mean_of_group_means`.
    starts
        The printed mean of every item: as many of the highest as `together`
        says make the class, and the lowest of these is its limit.
    together
        How many items the class has.
    """
    size = _count(together)
    printed = sorted((read(start) for start in _filled(starts)), key=lambda number: number.value, reverse=True)
    if not 0 < size <= len(printed):
        return Verdict(False, f"er zijn {len(printed)} gemiddelden: {together} daarvan kan geen klasse zijn")
    limit = printed[size - 1]
    # What is printed with as many decimals decides the class.
    reached = sum(read(limit.print(low)).value >= limit.value for low, _ in _item_means(means, counts))
    text = f"volgens de drie groepen samen {_are(reached)} met {limit.print(limit.value)} of meer"
    return Verdict(reached == size, text if reached == size else f"{text}, niet {size}")


def _item_means(means: Sequence[str], counts: Sequence[str]) -> Iterator[tuple[Fraction, Fraction]]:
    """Lowest and highest mean of every item that has people."""
    third = len(means) // 3
    for index in range(third):
        places = (index, index + third, index + 2 * third)
        groups = [(means[i], whole(counts[i])) for i in places if numbers_in(counts[i]) and whole(counts[i])]
        if groups:
            totals, n = sums([_totals(*group) for group in groups]), sum(size for _, size in groups)
            yield Fraction(totals[0], n), Fraction(totals[-1], n)


def _totals(mean: str, n: int) -> range:
    """The totals behind a mean of scores of 1 or more: a mean of 1 is no 0,5."""
    found = read(mean).totals(n)
    return range(max(found.start, n), max(found.stop, n + 1))


def _prints(printed: Rounded, low: Fraction, high: Fraction) -> bool:
    return read(printed.print(low)).value <= printed.value <= read(printed.print(high)).value


def _filled(values: Sequence[str]) -> list[str]:
    return [value for value in values if numbers_in(value)]


def _count(printed: str) -> int:
    return whole(printed) if numbers_in(printed) else int(read_number(printed))


def _are(number: int) -> str:
    return "is er 1" if number == 1 else f"zijn er {number}"


def _listed(items: Sequence[str]) -> str:
    return " en ".join(filter(None, [", ".join(items[:-1]), items[-1]]))
