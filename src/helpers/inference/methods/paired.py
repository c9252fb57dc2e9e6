"""The same people at two moments, each time yes or no.

Of the four cells of such a table, two margins are often all that is published:
how many said yes at the start, and how many at the end. `Margins` holds those,
`Pairs` the four cells, and `Margins.overlaps` ties them together.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True)
class Margins:
    """How many of the same people said yes at the start, and at the end.

    Attributes
    ----------
    n : int
        People, 0 or more.
    start, end : int
        How many said yes, from 0 to `n`.

    Raises
    ------
    ValueError
        When no people can have these margins.
    """

    n: int
    start: int
    end: int

    def __post_init__(self) -> None:
        _whole(self)
        if not (0 <= self.start <= self.n and 0 <= self.end <= self.n):
            raise ValueError(f"{self.start} at the start and {self.end} at the end of {self.n} is impossible")

    @property
    def net(self) -> int:
        """The net change in the number that said yes."""
        return self.end - self.start

    @property
    def difference(self) -> Fraction:
        """The change in the share that said yes, from -1 to 1.

        Raises
        ------
        ValueError
            When there are no people.
        """
        if self.n == 0:
            raise ValueError("without people there is no share")
        return Fraction(self.net, self.n)

    @property
    def overlaps(self) -> range:
        """How many can have said yes both times: never empty.

        At least those that cannot be elsewhere (Fréchet bounds), and at most
        the smaller margin. One overlap fewer is one person more that moved
        against the net change, and one more along with it.
        """
        return range(max(0, self.start + self.end - self.n), min(self.start, self.end) + 1)

    def pairs(self, overlap: int) -> Pairs:
        """The whole table, once the number that said yes both times is known.

        Raises
        ------
        ValueError
            When the margins do not allow this overlap.
        """
        if overlap not in self.overlaps:
            raise ValueError(f"{self} does not allow an overlap of {overlap}")
        up, down = self.end - overlap, self.start - overlap
        return Pairs(overlap, up, down, self.n - overlap - up - down)


@dataclass(frozen=True)
class Pairs:
    """How many of the same people gave which two answers.

    Attributes
    ----------
    both : int
        Yes at the start and at the end.
    up : int
        No at the start, yes at the end.
    down : int
        Yes at the start, no at the end.
    neither : int
        No at the start and at the end.

    Raises
    ------
    ValueError
        When a number is negative.
    """

    both: int
    up: int
    down: int
    neither: int

    def __post_init__(self) -> None:
        _whole(self)
        if min(self.both, self.up, self.down, self.neither) < 0:
            raise ValueError(f"{self}: a number of people cannot be negative")

    @property
    def margins(self) -> Margins:
        """What remains when only the two moments are published."""
        n = self.both + self.up + self.down + self.neither
        return Margins(n, self.both + self.down, self.both + self.up)


def _whole(counts: Margins | Pairs) -> None:
    """Counts as Python has them: sums of the small integers that ``downcast`` makes would overflow."""
    for field in fields(counts):
        object.__setattr__(counts, field.name, int(getattr(counts, field.name)))


def count_pairs(start: ArrayLike, end: ArrayLike) -> Pairs:
    """Count the four kinds of pairs in records.

    Parameters
    ----------
    start, end
        Booleans of shape (n,): whether each person said yes. The same person
        stands at the same place. What to do with an unknown answer has to be
        decided before.

    Raises
    ------
    ValueError
        When the shapes differ, or something else than booleans is given.

    Examples
    --------
    >>> count_pairs([True, False, False], [True, True, False])
    Pairs(both=1, up=1, down=0, neither=1)
    """
    first, second = np.asarray(start), np.asarray(end)
    if first.ndim != 1 or first.shape != second.shape:
        raise ValueError(f"two lists of the same people expected, not {first.shape} and {second.shape}")
    # An empty list has no type of its own.
    if first.size and not first.dtype == second.dtype == np.bool_:
        raise ValueError(f"booleans expected, not {first.dtype} and {second.dtype}")
    first, second = first.astype(bool), second.astype(bool)
    return Pairs(*(int(kind.sum()) for kind in (first & second, ~first & second, first & ~second, ~first & ~second)))
