"""How sure one share can be."""

from __future__ import annotations

from collections.abc import Iterable
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
    # Squares of a small integer type would overflow.
    count, n = int(count), int(n)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = count / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # At 0 and at n the ends are exactly 0 and 1; floating point can miss them.
    return (centre - half if count else 0.0), (centre + half if count < n else 1.0)


def clopper_pearson(count: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval of Clopper and Pearson for a share.

    Clopper and Pearson (1934), https://doi.org/10.1093/biomet/26.4.404. It
    holds the true share at least as often as `confidence` says, whatever the
    share is; for small `n` more often, so that it is rather wide.

    Parameters
    ----------
    count, n, confidence
        As for `wilson`.

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
    >>> [round(end, 3) for end in clopper_pearson(6, 7)]
    [0.421, 0.996]
    """
    if not 0 <= count <= n or n == 0:
        raise ValueError(f"{count} of {n} is not a share")
    tail = (1 - confidence) / 2
    from scipy.stats import beta

    low = float(beta.ppf(tail, count, n - count + 1)) if count else 0.0
    high = float(beta.ppf(1 - tail, count + 1, n - count)) if count < n else 1.0
    return low, high


def wilson_bounds(shares: Iterable[tuple[int, int]], confidence: float = 0.95) -> tuple[float, float]:
    """What holds every interval of `wilson`, when several counts and sizes are possible.

    Parameters
    ----------
    shares
        A count and its n for each possibility; at least one.
    confidence
        As for `wilson`.

    Raises
    ------
    ValueError
        When there are no possibilities, or for an impossible one.

    Examples
    --------
    >>> [round(end, 3) for end in wilson_bounds([(8, 16), (8, 17)])]
    [0.262, 0.72]
    """
    found = [wilson(count, n, confidence) for count, n in shares]
    if not found:
        raise ValueError("no shares to choose from")
    lows, highs = zip(*found, strict=True)
    return min(lows), max(highs)
