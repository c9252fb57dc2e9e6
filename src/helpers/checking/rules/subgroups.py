"""Groups that a larger group falls apart into: their sizes and means, and its own.

A dash or a stroke in print (``-``, ``/``) is a group of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from helpers.checking.rules.rounding import HALF_UP, Rounding, numbers_in, read, sums, whole
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch


def subgroup_counts(counts: Sequence[str], group: str | Sequence[str]) -> Verdict:
    """Subgroups that do not overlap are together no larger than the group, which may be given in parts.

    >>> subgroup_counts(["6,0", "5", "/"], "10").proof
    '6 + 5 = 11, meer dan 10'
    >>> subgroup_counts(["11"], ["6", "4"]).proof
    '11, meer dan 6 + 4 = 10'
    """
    total, told = _added(counts)
    limit, of_group = _added([group] if isinstance(group, str) else group)
    return Verdict(total <= limit, f"{told}, {'niet meer' if total <= limit else 'meer'} dan {of_group}")


def _added(counts: Sequence[str]) -> tuple[int, str]:
    """How many they are together, and the sum as it is written."""
    sizes = [size for size in map(_size, counts) if size]
    total = sum(sizes)
    return total, f"{' + '.join(map(str, sizes))} = {total}" if len(sizes) > 1 else str(total)


def distinct(told: str, everything: str, again: str, elsewhere: str) -> Verdict:
    """So many different people can be among things that some of them have twice.

    Parameters
    ----------
    told
        How many different people there are said to be.
    everything
        How many things were counted.
    again
        How many of these are somebody's second.
    elsewhere
        Of how many of these the first can at most have been counted elsewhere.

    Examples
    --------
    >>> distinct("303", "303", "15", "8").proof
    'van de 15 tweede keren kan bij hoogstens 8 de eerste elders geteld zijn; 303 - 7 = 296, minder dan 303'
    """
    most = whole(everything) - max(whole(again) - whole(elsewhere), 0)
    text = (
        f"van de {again} tweede keren kan bij hoogstens {elsewhere} de eerste elders geteld zijn; "
        f"{everything} - {whole(everything) - most} = {most}"
    )
    return Verdict(whole(told) <= most, f"{text}, {'niet ' if whole(told) <= most else ''}minder dan {told}")


def subgroup_means(
    means: Sequence[str],
    counts: Sequence[str],
    together: str,
    group: str = "",
    scale: str = "",
    rounding: Rounding = HALF_UP,
) -> Verdict:
    """Means of whole scores in subgroups give the mean of the group.

    Parameters
    ----------
    means, counts
        The mean and the size of each subgroup, in the same order.
    together
        The mean of the group.
    group
        The size of the group, where it may hold people who are in none of the
        subgroups. Empty: the subgroups are the whole group.
    scale
        Lowest and highest score, such as ``1 tot 5``: only with `group`.

    Examples
    --------
    >>> subgroup_means(["2,5", "3,6"], ["6,0", "5"], "3,0").proof
    '2,5 van 6 is samen 15 en 3,6 van 5 is samen 18; 33 gedeeld door 11 is 3,0'
    """
    filled = [(mean, _size(count)) for mean, count in zip(means, counts, strict=True) if _size(count)]
    if not filled:
        consistent = not numbers_in(together)
        return Verdict(consistent, "er is niemand" + ("" if consistent else f", dus ook geen {together}"))
    found = [read(mean, rounding).totals(size) for mean, size in filled]
    for (mean, size), totals in zip(filled, found, strict=True):
        if not totals:
            return Verdict(False, f"geen enkel geheel totaal gedeeld door {size} geeft {mean}")
    parts = [f"{mean} van {size} is samen {_span(t)}" for (mean, size), t in zip(filled, found, strict=True)]
    text, total, n = " en ".join(parts), sums(found), sum(size for _, size in filled)
    others = whole(group) - n if group else 0
    number = read(together, rounding)
    for scores, size in _with_others(total, n, others, scale):
        if scores in number.totals(size):
            more = f"; met {size - n} erbij" if size > n else ""
            return Verdict(True, f"{text}{more}; {scores} gedeeld door {size} is {together}")
    rest = f", en met tot {others} anderen erbij nog" if others else ","
    shown = number.print(Fraction(total[0], n))
    return Verdict(False, f"{text}; {_span(total)} gedeeld door {n} is {shown}{rest} niet {together}")


def _with_others(totals: range, n: int, others: int, scale: str) -> Iterator[tuple[int, int]]:
    """Totals and sizes that the whole group can have, fewest others first."""
    low, high = map(whole, numbers_in(scale)) if scale else (0, 0)
    for more in range(others + 1):
        for total in range(totals[0] + more * low, totals[-1] + more * high + 1):
            yield total, n + more


def _size(count: str) -> int:
    return whole(count) if numbers_in(count) else 0


def _span(totals: range) -> str:
    return dutch(totals[0]) if len(totals) == 1 else f"{dutch(totals[0])} tot {dutch(totals[-1])}"
