"""How sure one share can be."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from statistics import NormalDist


def wilson(count: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval for a share.

    Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953.

    Parameters
    ----------
    count
        How many of the `n` have the property.
    n
        How many there are, 1 or more.
    confidence
        How often such intervals hold the true share, between 0 and 1.

    Returns
    -------
    tuple of float
        The lower and the upper end, within 0 and 1.

    Raises
    ------
    ValueError
        When `n` is 0, or `count` lies outside 0 to `n`.

    Examples
    --------
    >>> [round(end, 3) for end in wilson(8, 16)]
    [0.28, 0.72]
    """
    if not 0 <= count <= n or n == 0:
        raise ValueError(f"{count} of {n} is not a share")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = count / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # At 0 and at n the ends are exactly 0 and 1, but for rounding.
    return max(0.0, centre - half), min(1.0, centre + half)


def share_range(count: int, unknown: int, n: int) -> tuple[Fraction, Fraction]:
    """What a share can be when the unknown were counted as not having the property.

    Parameters
    ----------
    count
        How many of the `n` are known to have the property.
    unknown
        Of how many of the `n` it is unknown.
    n
        How many there are, 1 or more.

    Returns
    -------
    tuple of Fraction
        The share when none of the unknown has the property, and when all have:
        exact, between 0 and 1.

    Raises
    ------
    ValueError
        When `n` is 0, a number is negative, or `count` and `unknown` together
        exceed `n`.

    Examples
    --------
    >>> share_range(11, 4, 34)
    (Fraction(11, 34), Fraction(15, 34))
    """
    if count < 0 or unknown < 0 or count + unknown > n or n == 0:
        raise ValueError(f"{count} and {unknown} unknown of {n} is not a share")
    return Fraction(count, n), Fraction(count + unknown, n)
