"""How sure a share can be. Nothing here knows about OPkomst."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist


def wilson(count: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval for a share.

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
