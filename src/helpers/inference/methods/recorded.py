"""The same people at two moments, in records: with some unknown at the end.

Nothing has to be bounded here but what the unknown would have said.
"""

from __future__ import annotations

from dataclasses import dataclass

from helpers.inference.methods.paired import Pairs
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
