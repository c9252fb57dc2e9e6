"""Mean scores at two moments, beside how many people went up, stayed and went down."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from helpers.checking.rules.rounding import HALF_UP, Rounding, numbers_in, read, whole
from helpers.checking.rules.score_pairs import Outcome, possible
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch


def scored_pairs(
    before: str,
    after: str,
    change: str,
    better: str,
    same: str,
    worse: str,
    scale: str,
    rounding: Rounding = HALF_UP,
) -> Verdict:
    """Some whole scores give both means, the mean change, and how many went which way.

    Parameters
    ----------
    before, after, change
        Mean scores at two moments, and the mean of the differences.
    better, same, worse
        How many people went up, stayed and went down: together everyone.
    scale
        Lowest and highest score, such as ``1 tot 4``; the lowest is 1.

    Examples
    --------
    >>> scored_pairs("2,00", "3,75", "1,75", "8,00", "0,00", "0,00", "1 tot 4").proof
    '8 + 0 + 0 = 8 mensen; met 16 punten vooraf en 30 achteraf is het verschil 1,75'
    """
    counts = [read(number).value for number in (better, same, worse)]
    if any(count.denominator != 1 for count in counts):
        return Verdict(False, f"{better}, {same} en {worse} zijn niet allemaal gehele aantallen")
    n, highest = int(sum(counts)), whole(numbers_in(scale)[1])
    text = f"{' + '.join(map(dutch, counts))} = {n} mensen"
    for found in outcomes(before, after, change, *map(int, counts), rounding):
        if possible(found, highest):
            difference = read(change, rounding).print(Fraction(found.after - found.before, n))
            points = f"met {found.before} punten vooraf en {found.after} achteraf"
            return Verdict(True, f"{text}; {points} is het verschil {difference}")
    return Verdict(False, f"{text}: geen gehele scores van {scale} geven {before}, {after} en {change}")


def outcomes(
    before: str, after: str, change: str, better: int, same: int, worse: int, rounding: Rounding = HALF_UP
) -> Iterator[Outcome]:
    """The whole totals behind two printed means and their printed difference.

    Whether scores on a scale can add up to them is for `helpers.checking.rules.score_pairs.ways` to say.
    """
    n = better + same + worse
    for first, second in product(*(read(mean, rounding).totals(n) for mean in (before, after))):
        if second - first in read(change, rounding).totals(n):
            yield Outcome(better, same, worse, first, second)
