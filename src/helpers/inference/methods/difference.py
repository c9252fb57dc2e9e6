"""How sure the change in a share can be, among the same people at two moments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from helpers.inference.methods.intervals import wilson
from helpers.inference.methods.paired import Margins, Pairs


def newcombe(pairs: Pairs, confidence: float = 0.95) -> tuple[float, float]:
    """Newcombe's hybrid score interval for a difference between paired shares.

    Method 10 of Newcombe (1998), Statistics in Medicine 17, 2635-2650,
    https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C:
    Wilson's intervals of both shares, combined with a phi coefficient that is
    corrected for continuity when it is positive. It is not the exact McNemar
    test turned around: close to the border of significance the two can differ.

    Parameters
    ----------
    pairs
        How many people gave which two answers.
    confidence
        How often such intervals hold the true difference, between 0 and 1.

    Returns
    -------
    tuple of float
        Lower and upper end of share at the end minus share at the start, from
        -1 to 1.

    Raises
    ------
    ValueError
        When there are no people.

    Examples
    --------
    >>> [round(end, 4) for end in newcombe(Pairs(both=59, up=16, down=6, neither=80))]
    [0.0046, 0.1186]
    """
    margins = pairs.margins
    difference, n = float(margins.difference), margins.n
    phi = _phi(pairs)
    start_low, start_high = _distances(margins.start, n, confidence)
    end_low, end_high = _distances(margins.end, n, confidence)
    return difference - _combined(end_low, start_high, phi), difference + _combined(end_high, start_low, phi)


@dataclass(frozen=True)
class IntervalBounds:
    """How far both ends of an interval can lie, over all tables that are possible.

    Attributes
    ----------
    low, high : tuple of float
        The smallest and the largest value of the lower end, and of the upper
        end. ``low[0]`` to ``high[1]`` holds every possible interval.
    """

    low: tuple[float, float]
    high: tuple[float, float]


def newcombe_bounds(candidates: Iterable[Margins], confidence: float = 0.95) -> IntervalBounds:
    """The range of `newcombe` when only margins are known.

    With the margins fixed, phi grows with the overlap, so that the interval
    shrinks: the smallest overlap gives the widest interval and the largest
    overlap the narrowest.

    Parameters
    ----------
    candidates
        The margins that can be true.
    confidence
        As for `newcombe`.

    Raises
    ------
    ValueError
        When there are no candidates, or one without people.
    """
    found = [
        newcombe(margins.pairs(overlap), confidence)
        for margins in candidates
        for overlap in {margins.overlaps[0], margins.overlaps[-1]}
    ]
    if not found:
        raise ValueError("no margins to choose from")
    lows, highs = zip(*found, strict=True)
    return IntervalBounds((min(lows), max(lows)), (min(highs), max(highs)))


def _distances(count: int, n: int, confidence: float) -> tuple[float, float]:
    """How far the ends of Wilson's interval lie below and above the share."""
    low, high = wilson(count, n, confidence)
    return count / n - low, high - count / n


def _phi(pairs: Pairs) -> float:
    margins = pairs.margins
    product = margins.start * (margins.n - margins.start) * margins.end * (margins.n - margins.end)
    if product == 0:
        return 0.0
    numerator = pairs.both * pairs.neither - pairs.up * pairs.down
    if numerator > 0:
        numerator = max(numerator - margins.n / 2, 0)
    return numerator / sqrt(product)


def _combined(end: float, start: float, phi: float) -> float:
    # Never negative, but for rounding.
    return sqrt(max(end**2 - 2 * phi * end * start + start**2, 0.0))
