"""The same people at two moments, in records: with some unknown at the end.

Nothing has to be bounded here but what the unknown would have said.
"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.typing import ArrayLike

from helpers.inference.methods.paired import Pairs, count_pairs
from helpers.inference.methods.verdict import Treatments


@dataclass(frozen=True)
class Recorded:
    """What was recorded of people who are all known at the start.

    Attributes
    ----------
    pairs : Pairs
        Unknown at the end counts as no.
    unknown_yes, unknown_no : int
        How many are unknown at the end, of those with yes at the start (among
        ``pairs.down``) and with no (among ``pairs.neither``).

    Raises
    ------
    ValueError
        When more are unknown than the pairs have room for.
    """

    pairs: Pairs
    unknown_yes: int
    unknown_no: int

    def __post_init__(self) -> None:
        if not (0 <= self.unknown_yes <= self.pairs.down and 0 <= self.unknown_no <= self.pairs.neither):
            raise ValueError(f"{self.pairs} has no room for {self.unknown_yes} and {self.unknown_no} unknown")

    @property
    def tables(self) -> Treatments[list[Pairs]]:
        """Every table that can be true, under both treatments of the unknown at the end."""
        known = self.pairs
        return Treatments(
            [known],
            [
                Pairs(known.both + stayed, known.up + gained, known.down - stayed, known.neither - gained)
                for stayed in range(self.unknown_yes + 1)
                for gained in range(self.unknown_no + 1)
            ],
        )


def count_recorded(start: ArrayLike, end: ArrayLike, unknown: ArrayLike) -> Recorded:
    """Count pairs in records, and who among them is unknown at the end.

    Parameters
    ----------
    start, end
        As for `count_pairs`; unknown at the end is not a yes.
    unknown
        Booleans of shape (n,): whose answer at the end is unknown.

    Raises
    ------
    ValueError
        As `count_pairs`, and when somebody is unknown with a yes at the end.

    Examples
    --------
    >>> count_recorded([True, True, False], [True, False, False], [False, True, False])
    Recorded(pairs=Pairs(both=1, up=0, down=1, neither=1), unknown_yes=1, unknown_no=0)
    """
    pairs, of_unknown = count_pairs(start, end), count_pairs(start, unknown)
    if count_pairs(end, unknown).both:
        raise ValueError("an unknown answer at the end cannot be a yes")
    return Recorded(pairs, of_unknown.both, of_unknown.up)
