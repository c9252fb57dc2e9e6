"""Every registration that agrees with some counts, and how far another count can go in them.

Two things are known of every registration: the counts that are shown, and
which of the others are not zero. That last is more than a reader knows, who only
sees that zeros are mostly shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

import numpy as np
from scipy import sparse
from scipy.optimize import LinearConstraint, linprog, milp

from helpers.disclosure.system import System

#: Tables and changes are protected in steps, which mostly ask the same again: so many answers are kept.
_KEPT = 2000

#: Further off than this is another number.
_ROUNDING = 1e-6


class UnsolvedError(ArithmeticError):
    """The solver gave no answer, or one that does not hold when it is checked in whole numbers."""


@dataclass(frozen=True, eq=False)
class Puzzle:
    """A part of the system that nothing unknown ties to the rest; equal to another that has the same solutions.

    Attributes
    ----------
    atoms : numpy.ndarray of int
        Which atoms of the system it is about.
    equal, values : scipy.sparse.csr_array, numpy.ndarray of int
        Sums of atoms, and what they are.
    sources : numpy.ndarray of int
        The shown cell that each of these sums is; -1 for a relation.
    cells : numpy.ndarray of int
        The cells that are not known.
    sums : scipy.sparse.csr_array
        Their sums of atoms, in the same order.
    least : numpy.ndarray of int
        The least that each of them is: 1, or 0 for a zero.
    """

    atoms: np.ndarray
    equal: sparse.csr_array
    values: np.ndarray
    sources: np.ndarray
    cells: np.ndarray
    sums: sparse.csr_array
    least: np.ndarray

    @cached_property
    def _digest(self) -> bytes:
        digest = sha256(repr((self.equal.shape, self.sums.shape)).encode())
        for rows in (self.equal, self.sums):
            for part in (rows.indptr, rows.indices, rows.data):
                digest.update(np.asarray(part, np.int64))
        for part in (self.values, self.least):
            digest.update(np.asarray(part, np.int64))
        return digest.digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Puzzle) and self._digest == other._digest

    def __hash__(self) -> int:
        return hash(self._digest)

    def holds(self, solution: np.ndarray) -> bool:
        """Whether whole numbers of atoms agree with all that is known."""
        return bool(
            (solution >= 0).all()
            and (self.equal @ solution == self.values).all()
            and (self.sums @ solution >= self.least).all()
        )


def puzzles(system: System, known: np.ndarray) -> Iterator[Puzzle]:
    """Take a system apart, given which cells (bool, each) are known."""
    rows = known[system.cell_of]
    # Nobody is in an atom of a cell that is shown to be zero.
    empty = rows & (system.counts[system.cell_of] == 0)
    alive = np.flatnonzero(system.sums[empty].sum(axis=0) == 0)
    relations = (system.unless < 0) | ~known[system.unless]
    equal = sparse.vstack([system.sums[rows & ~empty], system.equal[relations]], format="csr")[:, alive]
    values = np.concatenate([system.counts[system.cell_of[rows & ~empty]], np.zeros(relations.sum(), int)])
    sources = np.concatenate([system.cell_of[rows & ~empty], np.full(relations.sum(), -1)])
    unknown = np.flatnonzero(~known)
    sums = system.sums[system.first[unknown]][:, alive]

    of_atom = _parts(sparse.vstack([equal, sums], format="csr"))
    of_equal, of_sum = _part_of_row(equal, of_atom), _part_of_row(sums, of_atom)
    for part in np.unique(of_sum[of_sum >= 0]):
        atoms = np.flatnonzero(of_atom == part)
        equals, cells = np.flatnonzero(of_equal == part), np.flatnonzero(of_sum == part)
        yield Puzzle(
            alive[atoms],
            equal[equals][:, atoms],
            values[equals],
            sources[equals],
            unknown[cells],
            sums[cells][:, atoms],
            np.minimum(system.counts[unknown[cells]], 1),
        )


def _parts(rows: sparse.csr_array) -> np.ndarray:
    """A number for each column: the same for those that rows tie together."""
    ties = abs(rows)
    graph = sparse.block_array([[None, ties.T], [ties, None]], format="csr")
    return sparse.csgraph.connected_components(graph, directed=False)[1][: rows.shape[1]]


def _part_of_row(rows: sparse.csr_array, of_column: np.ndarray) -> np.ndarray:
    """The part that each row lies in; -1 for an empty row."""
    filled = np.diff(rows.indptr) > 0
    found = np.full(rows.shape[0], -1)
    found[filled] = of_column[rows.indices[rows.indptr[:-1][filled]]]
    return found


@dataclass(frozen=True)
class Seen:
    """The least and the most that each cell is in the registrations found so far.

    Every one of them agrees with what is shown, and still does when less is: what lies
    between is within the interval of a cell. One that takes a cell far often takes others too.

    Attributes
    ----------
    low, high : numpy.ndarray of int
    """

    low: np.ndarray
    high: np.ndarray

    @classmethod
    def truth(cls, system: System) -> Seen:
        """The one registration that is known from the start."""
        return cls(system.counts.copy(), system.counts.copy())

    @property
    def width(self) -> np.ndarray:
        """How far apart the two are, of each cell."""
        return self.high - self.low

    def add(self, puzzle: Puzzle, solution: np.ndarray) -> None:
        """Take in a registration, of the atoms of a puzzle."""
        cells, counts = puzzle.cells, puzzle.sums @ solution
        self.low[cells] = np.minimum(self.low[cells], counts)
        self.high[cells] = np.maximum(self.high[cells], counts)

    def widen(self, system: System, known: np.ndarray, wanted: np.ndarray, width: int) -> None:
        """Look for registrations until each wanted cell (bool, each) is wide enough, or as wide as it can be."""
        for puzzle in puzzles(system, known):
            for row, cell in enumerate(puzzle.cells):
                for sign in (1, -1):
                    if wanted[cell] and self.high[cell] - self.low[cell] < width:
                        self.add(puzzle, furthest(puzzle, sign, row)[0])


def furthest(puzzle: Puzzle, sign: int, row: int) -> tuple[np.ndarray, np.ndarray]:
    """The registration in which one cell is furthest up (1) or down (-1), in whole numbers.

    Parameters
    ----------
    row
        The cell's place in `Puzzle.cells`.

    Returns
    -------
    As for `solved`.
    """
    return solved(puzzle, -sign * puzzle.sums[[row]].toarray()[0])


def solved(puzzle: Puzzle, cost: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The cheapest registration, in whole numbers.

    Parameters
    ----------
    cost
        Of one more record in each atom.

    Returns
    -------
    solution : numpy.ndarray of int
        Of atoms; it is checked in whole numbers that it agrees with all that is known.
    sources : numpy.ndarray of int
        The known cells that keep it from being cheaper.

    Raises
    ------
    UnsolvedError
        When there is none.
    """
    solution, holding = _solved(puzzle, np.asarray(cost, float).tobytes())
    sources = puzzle.sources[holding]
    return solution, np.unique(sources[sources >= 0])


@lru_cache(_KEPT)
def _solved(puzzle: Puzzle, priced: bytes) -> tuple[np.ndarray, np.ndarray]:
    """The same, and which of the sums hold it back."""
    cost = np.frombuffer(priced)
    given = {"A_eq": puzzle.equal, "b_eq": puzzle.values} if len(puzzle.values) else {}
    found = linprog(cost, A_ub=-puzzle.sums, b_ub=-puzzle.least, method="highs", **given)
    if found.x is None:
        raise UnsolvedError(found.message)
    holding = np.flatnonzero(np.abs(found.eqlin.marginals) > _ROUNDING)
    solution = np.rint(found.x).astype(int)
    if np.abs(found.x - solution).max(initial=0) > _ROUNDING or not puzzle.holds(solution):
        solution = _whole(puzzle, cost)
    # Who asks later gets the same.
    solution.flags.writeable = False
    return solution, holding


def _whole(puzzle: Puzzle, cost: np.ndarray) -> np.ndarray:
    found = milp(
        cost,
        integrality=1,
        constraints=[
            LinearConstraint(puzzle.equal, puzzle.values, puzzle.values),
            LinearConstraint(puzzle.sums, puzzle.least),
        ],
        # Without presolve: it takes most of the time, for puzzles of which the first bound is mostly reached.
        options={"mip_rel_gap": 0, "presolve": False},
    )
    if found.x is None or not puzzle.holds(solution := np.rint(found.x).astype(int)):
        raise UnsolvedError(found.message)
    return solution
