"""All tables at once: every cell as a sum of the same smallest parts.

The smallest parts ("atoms") are how many records gave which combination of
answers. Two tables that share columns share the totals over the others; more
than that is not known about them together, as long as no third table ties
them. So atoms are combinations within a *cluster* of columns: the columns of a
table, or of several that are tied in a ring. Clusters form a tree in which what
two of them share, they share through every one between (a junction tree): then
whole numbers of atoms that agree on what neighbours share are the counts of
some registration. Answers that nobody can have together tie their columns as a
table does, and have no atoms. An attack that knows the atoms' relations knows everything
that the tables say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from math import prod

import numpy as np
import pandas as pd
from scipy import sparse

from helpers.disclosure.cells import Answers, Condition, Counts, condition, told_apart

#: More atoms than this in one cluster is a mistake in the choice of tables.
_MOST = 100_000


class EntangledError(ValueError):
    """The tables tie so many columns together that they cannot be protected as one system."""


class System:
    """The cells of a set of tables, and the linear relations between them.

    Attributes
    ----------
    cells : list of Condition
        In the order of their numbers below.
    number : dict of Condition to int
    counts : numpy.ndarray of int
        Of each cell.
    atoms : numpy.ndarray of int
        The true count of each atom.
    sums : scipy.sparse.csr_array
        A row for each cell in each cluster that holds its columns, a column an atom: 1 where it counts.
    cell_of : numpy.ndarray of int
        The number of the cell of each row of `sums`.
    first : numpy.ndarray of int
        For each cell the first of its rows.
    equal : scipy.sparse.csr_array
        Rows that are zero for every registration: what neighbouring clusters share, and cells that
        count the same records.
    unless : numpy.ndarray of int
        For each row of `equal` a cell that makes it superfluous when it is known; -1 where there is none.
    same : list of list of int
        Cells that count the same records, so that they are shown or kept back together.
    """

    def __init__(self, counts: Counts):
        self.cells = list(counts.cells)
        self.counts = np.array([cell.count for cell in counts.cells.values()])
        self.number = number = {cell: place for place, cell in enumerate(self.cells)}
        self._classes = _classes(counts)
        barred = [frozenset(name for name, _ in cell) for cell in counts.nobody]
        clusters, pairs = _junction_tree(
            [frozenset(name for name in tied if len(self._classes[name]) > 1) for tied in (*counts.crossed, *barred)]
        )
        self._columns = [sorted(cluster) for cluster in clusters]
        self._shapes = [tuple(len(self._classes[name]) for name in columns) for columns in self._columns]
        if (largest := max(map(prod, self._shapes))) > _MOST:
            tied = max(zip(map(prod, self._shapes), self._columns, strict=True))[1]
            raise EntangledError(f"{', '.join(tied)}: {largest} combinations of answers in tables that are tied")
        self._starts = np.cumsum([0, *map(prod, self._shapes)])
        self.atoms = self._counted(counts.frame)
        self._possible = np.ones(len(self.atoms), bool)
        impossible = [
            self._atoms_in(cell, cluster)
            for cell, tied in zip(counts.nobody, barred, strict=True)
            for cluster, columns in enumerate(clusters)
            if all(name in columns or len(self._classes[name]) == 1 for name in tied)
        ]
        for atoms in impossible:
            self._possible[atoms] = False

        rows, cell_of = [], []
        for place, cell in enumerate(self.cells):
            for cluster in range(len(clusters)):
                if {name for name, _ in cell} <= clusters[cluster]:
                    rows.append(self._atoms_in(cell, cluster))
                    cell_of.append(place)
        self.cell_of = np.array(cell_of)
        self.sums = self._matrix([(row, ()) for row in rows])
        self.first = np.searchsorted(self.cell_of, np.arange(len(self.cells)))

        equal, unless = [], []
        for one, other in pairs:
            shared = sorted(clusters[one] & clusters[other])
            for parts in product(*(self._classes[name] for name in shared)):
                cell = condition(counts.answers, *zip(shared, parts, strict=True))
                equal.append((self._atoms_in(cell, one), self._atoms_in(cell, other)))
                unless.append(number.get(cell, -1))
        self.same = _same(counts, number)
        for first, *others in self.same:
            for other in others:
                equal.append((rows[self.first[first]], rows[self.first[other]]))
                unless.append(first)
        self.equal, self.unless = self._matrix(equal), np.array(unless, int)

    def _atoms_in(self, cell: Condition, cluster: int) -> np.ndarray:
        """The numbers of the atoms of a cluster that count for a cell, without those that nobody can be in."""
        given = dict(cell)
        wanted = [
            [place for place, part in enumerate(self._classes[name]) if part <= given.get(name, part)]
            for name in self._columns[cluster]
        ]
        grid = np.arange(prod(self._shapes[cluster])).reshape(self._shapes[cluster])
        atoms = self._starts[cluster] + grid[np.ix_(*wanted)].ravel()
        return atoms[self._possible[atoms]]

    def _counted(self, frame: pd.DataFrame) -> np.ndarray:
        codes = {
            name: frame[name].map({answer: place for place, part in enumerate(classes) for answer in part}).to_numpy()
            for name, classes in self._classes.items()
        }
        found = []
        for columns, shape in zip(self._columns, self._shapes, strict=True):
            flat = np.zeros(len(frame), np.intp)
            for name, size in zip(columns, shape, strict=True):
                flat = flat * size + codes[name]
            found.append(np.bincount(flat, minlength=prod(shape)))
        return np.concatenate(found)

    def _matrix(self, rows: list[tuple[Iterable[int], Iterable[int]]]) -> sparse.csr_array:
        """Rows with 1 for the first atoms and -1 for the second; an atom in both is in neither."""
        pairs = [(np.setdiff1d(plus, minus), np.setdiff1d(minus, plus)) for plus, minus in rows]
        lengths = [len(plus) + len(minus) for plus, minus in pairs]
        values = [np.repeat([1, -1], [len(plus), len(minus)]) for plus, minus in pairs]
        return sparse.csr_array(
            (
                np.concatenate([*values, np.zeros(0, int)]),
                np.concatenate([*(part for pair in pairs for part in pair), np.zeros(0, int)]).astype(int),
                np.cumsum([0, *lengths]),
            ),
            shape=(len(rows), self._starts[-1]),
        )


def _classes(counts: Counts) -> dict[str, tuple[Answers, ...]]:
    """For each column the answers that no condition tells apart, together."""
    used = defaultdict(set)
    for cell in (*counts.cells, *counts.nobody):
        for name, given in cell:
            used[name].add(given)
    return {name: told_apart(answers, used[name]) for name, answers in counts.answers.items()}


def _junction_tree(crossed: list[frozenset[str]]) -> tuple[list[frozenset[str]], list[tuple[int, int]]]:
    """Clusters of columns that hold every table, and which are neighbours.

    Columns leave one by one, each time one that ties the fewest others that
    were not tied (minimum fill-in); with its neighbours it is a cluster.
    """
    tied: dict[str, set[str]] = defaultdict(set)
    for columns in crossed:
        for name in columns:
            tied[name] |= columns - {name}
    clusters: list[frozenset[str]] = []
    while tied:

        def new_ties(name: str) -> int:
            return sum(other not in tied[one] for one, other in combinations(tied[name], 2))

        name = min(sorted(tied), key=new_ties)
        around = tied.pop(name)
        for one in around:
            tied[one] |= around - {one}
            tied[one].discard(name)
        if not any(around | {name} <= cluster for cluster in clusters):
            clusters.append(frozenset(around | {name}))
    clusters = clusters or [frozenset()]
    # A tree over the clusters in which neighbours share as much as possible.
    pairs, joined = [], {0}
    while len(joined) < len(clusters):
        one, other = max(
            ((one, other) for one in sorted(joined) for other in range(len(clusters)) if other not in joined),
            key=lambda pair: len(clusters[pair[0]] & clusters[pair[1]]),
        )
        pairs.append((one, other))
        joined.add(other)
    return clusters, pairs


def _same(counts: Counts, number: dict[Condition, int]) -> list[list[int]]:
    """Groups of cells that count the same records for another reason than that everybody is in them.

    Such as "not applicable" for the partner's income, and families without a
    partner. Only cells of the same division, or a total would be one with a
    part of it.
    """
    groups = defaultdict(list)
    for cell in counts.cells.values():
        if cell.count and all(counts.cells[base].count > cell.count for base in cell.bases):
            groups[cell.divided_by, cell.records].append(number[cell.condition])
    return [group for group in groups.values() if len(group) > 1]
