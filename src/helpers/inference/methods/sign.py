"""What the exact sign test could have found, before looking at what it did find.

The sign test asks whether those that changed went up more often than down. Its
p-value is that of `helpers.inference.methods.mcnemar.exact_mcnemar`: who went up counts
as one that moved from no to yes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from helpers.dutch.numbers import ALPHA
from helpers.inference.methods.mcnemar import exact_mcnemar


def smallest_sign_p(changed: ArrayLike) -> np.ndarray:
    """The smallest two-sided p-value that so many changes can give: all the same way.

    Parameters
    ----------
    changed
        How many changed, of any shape. With the number that was rated instead,
        it is the smallest p-value whoever had changed: p only falls when more
        people change the same way.

    Returns
    -------
    ndarray of float
        Of the same shape; 1 for no change and for a single one.

    Raises
    ------
    ValueError
        When a number is negative or not whole.

    Examples
    --------
    >>> smallest_sign_p([0, 1, 5, 6]).tolist()
    [1.0, 1.0, 0.0625, 0.03125]
    """
    return exact_mcnemar(changed, np.zeros_like(changed))


def sign_power(share: float, changed: int, alpha: float = ALPHA) -> float:
    """How likely the exact two-sided sign test finds a true share.

    For a share that was chosen beforehand. With the share that was observed it
    would say nothing that the p-value does not (Hoenig and Heisey 2001,
    https://doi.org/10.1198/000313001300339897).

    Parameters
    ----------
    share
        The true share that goes up among those that change, between 0 and 1.
    changed
        How many change, 0 or more.
    alpha
        The level of the test, between 0 and 1: significant is p <= `alpha`.

    Returns
    -------
    float
        The probability of a significant result, in either direction. At a half
        it is the true level of the test, which is at most `alpha`.

    Raises
    ------
    ValueError
        When `share` lies outside 0 to 1, or `changed` is negative or not whole.

    Examples
    --------
    >>> round(sign_power(0.9, 8), 3)
    0.43
    """
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is not a share")
    if changed < 0 or changed != int(changed):
        raise ValueError(f"{changed} is no number of people")
    changed = int(changed)
    up = np.arange(changed + 1)
    from scipy.stats import binom

    return float(binom.pmf(up, changed, share)[exact_mcnemar(up, changed - up) <= alpha].sum())
