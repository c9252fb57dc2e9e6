"""The exact McNemar test, and its range when only margins are known.

For a fixed net change d = |up - down|, the p-value never falls when the number
k that moved against it grows. For let S(N) be the sum of N fair steps of +1 or
-1, with N = d + 2k. The p-value is P(|S(N)| >= d), and two more steps change it
by (P(S(N) = d - 2) - P(S(N) = d)) / 2 for d >= 1, which is not negative because
|d - 2| <= d and S(N) is unimodal around 0. For d = 0 the p-value is 1. So over
all tables with the same margins the smallest p-value is at the largest overlap
(k = 0), and the largest at the smallest overlap. The tests hold this to an
enumeration of every table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from helpers.dutch.numbers import ALPHA
from helpers.inference.methods.paired import Margins, Pairs


def exact_mcnemar(up: ArrayLike, down: ArrayLike) -> np.ndarray:
    """Two-sided exact McNemar test for paired yes/no data.

    Under the hypothesis that a change is as likely one way as the other, the
    number that moved up is binomial(up + down, 1/2). McNemar (1947),
    https://doi.org/10.1007/BF02295996; the same as a two-sided binomial test.

    Parameters
    ----------
    up, down
        How many moved from no to yes, and from yes to no: whole numbers of 0
        or more, of shapes that broadcast.

    Returns
    -------
    ndarray of float
        p-values, of the broadcast shape; a numpy float for two numbers. Without
        any change it is 1.

    Raises
    ------
    ValueError
        When a number is negative or not whole.

    Examples
    --------
    >>> float(exact_mcnemar(6, 0))
    0.03125
    """
    counts = np.broadcast_arrays(up, down)
    if any(np.any((count < 0) | (count != np.floor(count))) for count in counts):
        raise ValueError("the numbers that moved should be whole and not negative")
    # Small integer types, as "downcast" makes them, would overflow in the sum.
    up, down = (count.astype(np.int64) for count in counts)
    from scipy.stats import binom

    p = np.minimum(2 * binom.cdf(np.minimum(up, down), up + down, 0.5), 1)
    # By symmetry exactly 1; the floating sum can miss it in the last digit.
    return np.where(np.abs(up - down) <= 1, 1.0, p)[()]


@dataclass(frozen=True)
class PRange:
    """The smallest and the largest p-value over all tables that are possible.

    Attributes
    ----------
    smallest, largest : float
    """

    smallest: float
    largest: float


def p_range(candidates: Iterable[Margins]) -> PRange:
    """The range of the exact p-value when only margins are known.

    Parameters
    ----------
    candidates
        The margins that can be true: one when they are certain, several when
        several numbers of people or several readings of a misprint fit.

    Raises
    ------
    ValueError
        When there are no candidates.

    Examples
    --------
    >>> p_range([Margins(5, 0, 5)])
    PRange(smallest=0.0625, largest=0.0625)
    """
    known = _not_empty(candidates)
    # The largest overlap gives the smallest p-value, the smallest overlap the largest.
    return p_range_of_tables([margins.pairs(margins.overlaps[end]) for margins in known for end in (0, -1)])


def p_range_of_tables(tables: Sequence[Pairs]) -> PRange:
    """The range of the exact p-value over tables that can be true: one p-value for one table.

    Raises
    ------
    ValueError
        When there are no tables.
    """
    if not tables:
        raise ValueError("no tables to choose from")
    p = exact_mcnemar([table.up for table in tables], [table.down for table in tables])
    return PRange(float(p.min()), float(p.max()))


def moves_that_undo(candidates: Iterable[Margins], alpha: float = ALPHA) -> int | None:
    """The fewest people moving against the net change with which it is not significant.

    Parameters
    ----------
    candidates
        The margins that can be true, as for `p_range`.
    alpha
        The level of the test, between 0 and 1: significant is p <= `alpha`.

    Returns
    -------
    int or None
        None when there is nothing to lose, because no candidate is significant
        however the people moved, and when no candidate allows enough of them to
        move against the change. 0 when some candidates, but not all, are not
        significant even with nobody moving against.

    Raises
    ------
    ValueError
        When there are no candidates.

    Examples
    --------
    >>> moves_that_undo([Margins(40, 5, 14)])
    5
    """
    known = _not_empty(candidates)
    # All tables of all candidates in one list: hundreds of candidates are common
    # when nothing is known of the unknown at the end.
    against = np.concatenate([np.arange(len(margins.overlaps)) for margins in known])
    net = np.concatenate([np.full(len(margins.overlaps), abs(margins.net)) for margins in known])
    lost = exact_mcnemar(net + against, against) > alpha
    if lost[against == 0].all() or not lost.any():
        return None
    return int(against[lost].min())


def _not_empty(candidates: Iterable[Margins]) -> list[Margins]:
    known = list(candidates)
    if not known:
        raise ValueError("no margins to choose from")
    return known
