"""Testing many rows at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


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
    values = np.asarray(p, dtype=float)
    if values.ndim != 1 or not np.all((values >= 0) & (values <= 1)):
        raise ValueError("a list of p-values between 0 and 1 expected")
    order = np.argsort(values, kind="stable")
    steps = values[order] * np.arange(len(values), 0, -1)
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1)
    return adjusted
