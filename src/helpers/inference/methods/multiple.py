"""Testing many rows at once.

What correcting for many rows decides, and what it could have decided at all.

One rule for the whole book, chosen beforehand: Holm's method over the rows of one
table and one group. With a few people a row, a correction may be unable to reject anything whatever
happens. "None of the rows survives" then says nothing about the rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from helpers.dutch.numbers import ALPHA


def holm(p: ArrayLike) -> np.ndarray:
    """Holm's step-down adjustment of p-values.

    Holm (1979), https://www.jstor.org/stable/4615733. It holds whatever the
    tests have to do with each other.

    The adjusted value of a row is the largest of |S| times the smallest p-value
    in S, over all sets S of rows with that row in it, and at most 1 (closed
    testing with Bonferroni). That grows with every single p-value. So when only
    a smallest and a largest p-value of each row are known, `holm` of all
    smallest and `holm` of all largest values are bounds of the adjusted value
    for every choice of p-values in between, and are reached when the rows can
    take their extremes together.

    Parameters
    ----------
    p
        p-values between 0 and 1, of shape (m,).

    Returns
    -------
    ndarray of float
        Adjusted p-values in the same order, of shape (m,). Equal p-values get
        equal adjusted values.

    Raises
    ------
    ValueError
        For another number of dimensions, or a value outside 0 to 1 (or NaN).

    Examples
    --------
    >>> holm([0.01, 0.04, 0.03]).round(4).tolist()
    [0.03, 0.06, 0.06]
    """
    values = _p_values(p)
    order = np.argsort(values, kind="stable")
    steps = values[order] * np.arange(len(values), 0, -1)
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1)
    return adjusted


def _p_values(p: ArrayLike) -> np.ndarray:
    values = np.asarray(p, dtype=float)
    if values.ndim != 1 or not np.all((values >= 0) & (values <= 1)):
        raise ValueError("a list of p-values between 0 and 1 expected")
    return values


@dataclass(frozen=True)
class FamilyVerdict:
    """What can be said of the rows that are tested together.

    Attributes
    ----------
    alpha : float
        The level of all rows together.
    p, smallest : ndarray of float
        p-values, and the smallest ones that the tests could have given, of shape (m,).
    holm, smallest_holm : ndarray of float
        Both, adjusted by Holm's method. The second is a lower bound of the
        first, whatever had happened.
    """

    alpha: float
    p: np.ndarray
    smallest: np.ndarray
    holm: np.ndarray
    smallest_holm: np.ndarray

    @property
    def floor(self) -> float:
        """The smallest adjusted p-value that any row could have had; 1 without rows."""
        return float(self.smallest_holm.min(initial=1))

    @property
    def could_reject(self) -> bool:
        """Whether Holm's method could have rejected anything at all."""
        return self.floor <= self.alpha

    @property
    def rejected(self) -> np.ndarray:
        """Which rows Holm's method rejects, of shape (m,)."""
        return self.holm <= self.alpha

    @property
    def rejected_alone(self) -> np.ndarray:
        """Which rows would be rejected if each were the only one, of shape (m,)."""
        return self.p <= self.alpha

    @property
    def could_reject_alone(self) -> np.ndarray:
        """Which rows could have been rejected if each were the only one, of shape (m,)."""
        return self.smallest <= self.alpha


def family_verdict(p: ArrayLike, smallest: ArrayLike, alpha: float = ALPHA) -> FamilyVerdict:
    """Correct the p-values of rows that are tested together.

    Parameters
    ----------
    p, smallest
        p-values, and the smallest ones that these tests could have given: both
        between 0 and 1, of shape (m,), with `smallest` <= `p`.
    alpha
        The level of all rows together, between 0 and 1.

    Raises
    ------
    ValueError
        When the shapes differ, something is no p-value, or a p-value is smaller
        than it can be.

    Examples
    --------
    >>> found = family_verdict([0.03125, 1, 1], smallest=[0.03125, 0.5, 1])
    >>> found.could_reject, found.floor
    (False, 0.09375)
    """
    values, least = _p_values(p), _p_values(smallest)
    if values.shape != least.shape or np.any(values < least * (1 - 1e-9)):
        raise ValueError("a smallest p-value of at most p expected for each row")
    return FamilyVerdict(alpha, values, least, holm(values), holm(least))
