"""From one moment to the next: how many families with each answer come to each later one.

The earlier answers have been dealt already, so that only the later one is
counted: one `CountTable` for each column, with a row for every kind of family.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from helpers.synthesis.counts import CountTable
from helpers.synthesis.margins import Between, Total, Values


@dataclass(frozen=True)
class Moves:
    """Counts of a later answer within every kind of family.

    Attributes
    ----------
    given : tuple of str
        The columns that tell the kinds of family apart.
    kinds : dict of tuple to int
        How many families there are of each kind: a value for every column.
    table : CountTable
        Axes ``kind`` and the later column, whose name is the table's.
    """

    given: tuple[str, ...]
    kinds: dict[tuple[str, ...], int]
    table: CountTable

    @classmethod
    def of(
        cls, rows: pd.DataFrame, given: Sequence[str], new: str, answers: Sequence[str], chance: Callable[..., float]
    ) -> Moves:
        """The moves of these families.

        Parameters
        ----------
        rows
            One row a family.
        given
            Columns of `rows`.
        new, answers
            The later column, and what can stand there.
        chance
            From the values of `given` and an answer to how common it is; 0 is
            a move that cannot be.
        """
        kinds = {key: len(group) for key, group in rows.groupby(list(given), sort=True)}
        weights = [[chance(*kind, answer) for answer in answers] for kind in kinds]
        axes = {"kind": tuple(kinds), new: tuple(answers)}
        return cls(tuple(given), kinds, CountTable(new, axes, np.array(weights, dtype=float), tuple(kinds.values())))

    def total(self, answer: str | list[str] | None = None, **given: str | list[str]) -> Total:
        """The families with these earlier answers and this later one (all when not named)."""
        kinds = [kind for kind in self.kinds if all(_is(kind[self.given.index(c)], want) for c, want in given.items())]
        later = {} if answer is None else {self.table.name: answer}
        return self.table.total(kind=kinds, **later)

    def facts(self) -> Iterator[Between]:
        """Every family has one later answer."""
        for kind, n in self.kinds.items():
            yield Between(self.table.total(kind=[kind]), low=Fraction(n), high=Fraction(n))

    def answers(self, counts: Values) -> pd.DataFrame:
        """One row a family: the columns of `given`, and the later one."""
        dealt = pd.DataFrame(self.table.dossiers(counts[self.table.name]))
        kinds = pd.DataFrame(dealt["kind"].tolist(), columns=list(self.given))
        return kinds.assign(**{self.table.name: dealt[self.table.name]})


def _is(value: str, wanted: str | list[str]) -> bool:
    return value in wanted if isinstance(wanted, list) else value == wanted
