"""Which sums of scores stand behind the printed means of the case study.

For one indicator in one programme Tabel 23, 24 and 25 print how many families
improved, stayed and worsened, with the mean of each group at both moments;
Tabel 21 prints the mean of all of them at the start. Scores are whole, so only
few sums are possible. Every sum is tried, and costs the printed numbers that
it does not reproduce: no solver, and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from helpers.dutch.numbers import round_half_up

#: The groups, and the two scores that a family in each of them can have.
SCORES = range(1, 6)


CHANGES = {
    "improved": [(x, y) for x in SCORES for y in SCORES if x < y],
    "stable": [(x, x) for x in SCORES],
    "worsened": [(x, y) for x in SCORES for y in SCORES if x > y],
}


#: A printed cell: id, row and column.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Mean:
    """A printed mean with one decimal, and where it stands."""

    key: Key
    printed: Fraction


@dataclass(frozen=True)
class Group:
    """The families of one group: how many, and their printed means (None without families)."""

    change: str
    n: int
    start: Mean | None
    end: Mean | None


@dataclass(frozen=True, order=True)
class Cost:
    """How much is not as printed: numbers first, then by how much in all.

    Attributes
    ----------
    cells : int
    size : Fraction
        Sum of the differences between printed and computed.
    """

    cells: int = 0
    size: Fraction = Fraction(0)

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cells + other.cells, self.size + other.size)


@dataclass(frozen=True)
class Sums:
    """The sums of the scores of the three groups at both moments, and what that costs."""

    groups: tuple[tuple[int, int], ...]
    n: int
    cost: Cost
    missed: tuple[tuple[Key, Fraction], ...]

    @property
    def mean(self) -> Fraction:
        """Mean of all families at the start."""
        return Fraction(sum(start for start, _ in self.groups), self.n)

    def gain(self, improved: int) -> Fraction | None:
        """How far the mean of the improved families went up, given how many they are."""
        start, end = self.groups[0]
        return Fraction(end - start, improved) if improved else None


def difference(printed: Fraction, value: Fraction) -> Fraction:
    """How far the value is from the printed number when it is rounded the same way."""
    return abs(Fraction(round_half_up(value, 1)) - printed)


def candidates(groups: Iterable[Group], together: Mean, most: int) -> list[Sums]:
    """All sums of scores, for each mean of the start only the cheapest.

    Parameters
    ----------
    groups
        Improved, stable and worsened.
    together
        The mean of all families at the start.
    most
        Leave out what costs more printed numbers than this.

    Returns
    -------
    list of Sums
        Cheapest first; the first one costs nothing when the tables agree.
    """
    found: dict[int, tuple] = {0: (Cost(), (), ())}
    n = 0
    for group in groups:
        n += group.n
        found = _cheapest(
            (total + start, (cost + own, (*sums, (start, end)), missed + wrong))
            for total, (cost, sums, missed) in found.items()
            for start, end, own, wrong in _of_group(group)
            if (cost + own).cells <= most
        )
    results = []
    for total, (cost, sums, missed) in found.items():
        own, wrong = _compare(together, Fraction(total, n))
        if (cost + own).cells <= most:
            results.append(Sums(sums, n, cost + own, missed + wrong))
    return sorted(results, key=lambda result: (result.cost, result.groups))


def _cheapest(options: Iterable[tuple[int, tuple]]) -> dict[int, tuple]:
    best: dict[int, tuple] = {}
    for total, option in options:
        if total not in best or option[:2] < best[total][:2]:
            best[total] = option
    return best


def _of_group(group: Group) -> list[tuple]:
    """Possible sums at the start and the end, with what each costs."""
    if not group.n:
        return [(0, 0, Cost(), ())]
    options = []
    for start, end in _possible_sums(group):
        costs = [_compare(group.start, Fraction(start, group.n)), _compare(group.end, Fraction(end, group.n))]
        options.append((start, end, costs[0][0] + costs[1][0], costs[0][1] + costs[1][1]))
    return options


def _possible_sums(group: Group) -> list[tuple[int, int]]:
    """Every pair of sums that families of this group can have together."""
    pairs = {(0, 0)}
    for _ in range(group.n):
        pairs = {(start + x, end + y) for start, end in pairs for x, y in CHANGES[group.change]}
    return sorted(pairs)


def _compare(mean: Mean, value: Fraction) -> tuple[Cost, tuple]:
    size = difference(mean.printed, value)
    return (Cost(1, size), ((mean.key, value),)) if size else (Cost(), ())
