"""Whole scores at two moments: in how many ways they give the same counts and totals.

Nothing here knows about OPkomst.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np


@dataclass(frozen=True)
class Outcome:
    """What is known of some people with a score before and a score after.

    Attributes
    ----------
    better, same, worse : int
        How many of them scored higher, equal and lower afterwards.
    before, after : int
        The sum of their scores at either moment.
    """

    better: int
    same: int
    worse: int
    before: int
    after: int

    @property
    def people(self) -> int:
        """How many people there are."""
        return self.better + self.same + self.worse

    def without(self, before: int, after: int) -> Outcome:
        """The outcome of all but one of them, who had these two scores."""
        return Outcome(
            self.better - (after > before),
            self.same - (after == before),
            self.worse - (after < before),
            self.before - before,
            self.after - after,
        )


@cache
def ways(outcome: Outcome, highest: int) -> int:
    """In how many ways the people, in order, can have got scores from 1 to `highest`.

    >>> ways(Outcome(better=1, same=0, worse=0, before=2, after=4), 4)
    1
    >>> ways(Outcome(better=0, same=2, worse=0, before=3, after=4), 4)
    0
    """
    if min(outcome.better, outcome.same, outcome.worse) < 0:
        return 0
    if not outcome.people:
        return int(outcome.before == outcome.after == 0)
    return sum(ways(outcome.without(*pair), highest) for pair in _pairs(highest))


@cache
def possible(outcome: Outcome, highest: int) -> bool:
    """Whether whole scores from 1 to `highest` can give this outcome: `ways` without counting them.

    >>> possible(Outcome(better=0, same=2, worse=0, before=3, after=4), 4)
    False
    """
    if not outcome.people:
        return outcome.before == outcome.after == 0
    totals = outcome.before, outcome.after
    if min(totals) < outcome.people or max(totals) > outcome.people * highest:
        return False
    # In whatever order they come: first all who went up, then who stayed, then who went down.
    direction = 1 if outcome.better else 0 if outcome.same else -1
    pairs = [pair for pair in _pairs(highest) if (pair[1] > pair[0]) - (pair[1] < pair[0]) == direction]
    return any(possible(outcome.without(*pair), highest) for pair in pairs)


def draw(outcome: Outcome, highest: int, rng: np.random.Generator) -> list[tuple[int, int]]:
    """Draw the scores of the people, each of the possible ways as likely as another.

    Raises
    ------
    ValueError
        When no whole scores give this outcome.
    """
    if not ways(outcome, highest):
        raise ValueError(f"no scores from 1 to {highest} give {outcome}")
    drawn = []
    while outcome.people:
        pairs = _pairs(highest)
        chances = np.array([ways(outcome.without(*pair), highest) for pair in pairs], dtype=float)
        pair = pairs[rng.choice(len(pairs), p=chances / chances.sum())]
        drawn.append(pair)
        outcome = outcome.without(*pair)
    return drawn


def _pairs(highest: int) -> list[tuple[int, int]]:
    scores = range(1, highest + 1)
    return [(before, after) for before in scores for after in scores]
