"""What correcting for many rows decides, and what it could have decided at all.

With a few people a row, a correction may be unable to reject anything whatever
happens. "None of the rows survives" then says nothing about the rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from helpers.inference.multiple import Tarone, holm, tarone


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
    tarone : Tarone
    """

    alpha: float
    p: np.ndarray
    smallest: np.ndarray
    holm: np.ndarray
    smallest_holm: np.ndarray
    tarone: Tarone

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


def family_verdict(p: ArrayLike, smallest: ArrayLike, alpha: float = 0.05) -> FamilyVerdict:
    """Correct the p-values of rows that are tested together.

    Parameters
    ----------
    p, smallest, alpha
        As for `helpers.inference.multiple.tarone`.

    Raises
    ------
    ValueError
        As for `tarone`.

    Examples
    --------
    >>> found = family_verdict([0.03125, 1, 1], smallest=[0.03125, 0.5, 1])
    >>> found.could_reject, found.floor, int(found.tarone.rejected.sum())
    (False, 0.09375, 1)
    """
    decided = tarone(p, smallest, alpha)
    values, least = np.asarray(p, dtype=float), np.asarray(smallest, dtype=float)
    return FamilyVerdict(alpha, values, least, holm(values), holm(least), decided)
