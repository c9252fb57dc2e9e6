"""Which counts of a set of linked tables are shown: the rule, and all that would give a count away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

import numpy as np
from scipy import sparse

from helpers.disclosure.cells import EVERYBODY, Condition, Counts
from helpers.disclosure.elimination import Vector, unsafe
from helpers.disclosure.intervals import Puzzle, Seen, UnsolvedError, puzzles, solved
from helpers.disclosure.primary import primary
from helpers.disclosure.system import System


class TooFewError(ValueError):
    """So few records that a count cannot be protected whatever else is kept back: its table has to go."""

    def __init__(self, cell: Condition):
        super().__init__(f"{named(cell)}: too few records to protect this count, even with all others kept back")
        self.cell = cell


@dataclass(frozen=True)
class Published:
    """What a reader gets to see of a set of tables.

    Attributes
    ----------
    counts : Counts
        The true counts.
    system : System
        Their relations.
    shown : numpy.ndarray of bool
        For each cell of the system whether its count is known to a reader.
    small : set of Condition
        The cells that the rule itself keeps back, those that no table has a place for included.
    threshold : int
    """

    counts: Counts
    system: System = field(repr=False)
    shown: np.ndarray = field(repr=False)
    small: frozenset[Condition] = field(repr=False)
    threshold: int

    def value(self, cell: Condition) -> int | None:
        """The count of a cell; None where it is kept back.

        Raises
        ------
        KeyError
            When no table has this cell.
        """
        return self.counts.cells[cell].count if self.shown[self.system.number[cell]] else None

    def is_protected(self, cell: Condition) -> bool:
        """Whether a reader may not find the count of a cell when it is kept back."""
        return self.counts.cells[cell].is_shown or cell in self.small

    @property
    def kept_back(self) -> list[Condition]:
        """The cells that tables have a place for and that are not shown."""
        return [
            cell
            for cell, shown in zip(self.system.cells, self.shown, strict=True)
            if not shown and self.counts.cells[cell].is_shown
        ]

    @property
    def secondary(self) -> list[Condition]:
        """Those that are only kept back because they would give another away."""
        return [cell for cell in self.kept_back if cell not in self.small]


def named(cell: Condition) -> str:
    """A cell in words for whoever builds the book, such as ``programme = opkomst``."""
    return ", ".join(f"{name} = {'/'.join(sorted(given))}" for name, given in sorted(cell, key=str)) or "everybody"


def protect(counts: Counts, threshold: int = 5, known: Collection[Condition] = (EVERYBODY,)) -> Published:
    """Keep back all counts that tell about fewer people than a threshold, and what gives them away.

    Parameters
    ----------
    counts
        All tables that anything shown is made from: two calls know nothing of each other.
    threshold
        Fewer are too few. Of every count that is kept back a reader finds no
        interval narrower than from 0 to the threshold.
    known
        Cells that a reader knows from elsewhere, such as the number of dossiers.

    Raises
    ------
    TooFewError
        When a count cannot be protected.
    """
    rule = primary(counts, threshold)
    counts = replace(counts, cells=counts.cells | rule)
    system = System(replace(counts, nobody=()))
    cells = [counts.cells[cell] for cell in system.cells]
    sure = np.isin(np.arange(len(cells)), [system.number[cell] for cell in known])
    small = rule.keys() - set(known)
    hidden = np.array([cell.condition in small or not cell.is_shown for cell in cells]) & ~sure
    protected = np.array([cell.condition in small or cell.is_shown for cell in cells])
    shown = ~_together(system, hidden)
    shown &= ~_together(system, _following(system, shown, sure, [system.number[cell] for cell in small]))
    _widen(system, shown, sure, protected, threshold)
    if counts.nobody:
        # These tie so many columns together that only what they add is looked for.
        system = System(counts)
        _widen(system, shown, sure, protected, threshold)
    return Published(counts, system, shown, frozenset(small), threshold)


def _together(system: System, chosen: np.ndarray) -> np.ndarray:
    """The chosen cells and those that count the same records."""
    chosen = chosen.copy()
    for group in system.same:
        chosen[group] |= chosen[group].any()
    return chosen


def _following(system: System, shown: np.ndarray, sure: np.ndarray, small: list[int]) -> np.ndarray:
    """The cells that would give a small one away exactly, those one would rather show tried first."""
    rows = _vectors(system.sums[system.first])
    others = {cell for _, *rest in system.same for cell in rest}
    candidates = [cell for cell in np.flatnonzero(shown & ~sure) if cell not in others]
    # Totals, then zeros: one that is missed for every total that "everybody" answered the same.
    order = sorted(candidates, key=lambda cell: (len(system.cells[cell]) > 1, -system.counts[cell] or -np.inf, cell))
    known = [*_vectors(system.equal), *(rows[cell] for cell in np.flatnonzero(sure))]
    places = unsafe(known, [rows[cell] for cell in order], [rows[cell] for cell in small])
    return np.isin(np.arange(len(shown)), [order[place] for place in places])


def _vectors(rows: sparse.csr_array) -> list[Vector]:
    bounds = list(zip(rows.indptr, rows.indptr[1:], strict=False))
    indices, values = rows.indices.tolist(), rows.data.tolist()
    return [dict(zip(indices[start:end], values[start:end], strict=True)) for start, end in bounds]


def _widen(system: System, shown: np.ndarray, sure: np.ndarray, protected: np.ndarray, width: int) -> None:
    """Keep back more, in place, until no interval is narrower than `width`."""
    seen = Seen.truth(system)
    while True:
        seen.widen(system, shown, protected, width)
        narrow = np.flatnonzero(~shown & protected & (seen.width < width))
        if not len(narrow):
            return
        # What several tables share is kept as long as it can be.
        shared = np.bincount(system.cell_of) > 1
        firm = [list(puzzles(system, sure | _together(system, shown & shared))), list(puzzles(system, sure))]
        for cell in sorted(narrow, key=lambda cell: system.counts[cell]):
            if seen.width[cell] < width:
                up, down = seen.low[cell] + width, seen.high[cell] - width
                found = _cheapest(firm, cell, shown, system.counts, up, down)
                if found is None:
                    raise TooFewError(system.cells[cell])
                puzzle, solution = found
                seen.add(puzzle, solution)
                counts = puzzle.sums @ solution
                shown[puzzle.cells[counts != system.counts[puzzle.cells]]] = False


def _cheapest(
    firm: list[list[Puzzle]], cell: int, shown: np.ndarray, counts: np.ndarray, up: int, down: int
) -> tuple[Puzzle, np.ndarray] | None:
    """The registration that brings a cell up, or down, to what is needed and changes least of what is shown, if any."""
    for found in firm:
        for puzzle in found:
            if cell in puzzle.cells:
                # Fewer than nobody are never in a cell: the solver need not find that out.
                tried = [_changing(puzzle, cell, shown, counts, aim) for aim in (up, down) if aim >= 0]
                if possible := [one for one in tried if one]:
                    return puzzle, min(possible, key=lambda one: one[0])[1]
    return None


def _changing(
    puzzle: Puzzle, cell: int, shown: np.ndarray, counts: np.ndarray, aim: int
) -> tuple[float, np.ndarray] | None:
    """What the cheapest registration with `aim` records in a cell costs, and its atoms; None without one."""
    movable = np.flatnonzero(shown[puzzle.cells])
    truth, size = counts[puzzle.cells[movable]], len(puzzle.atoms)
    more = sparse.eye_array(len(movable), dtype=int)
    # Beside the atoms: how far each shown cell goes up, and how far down.
    wider = Puzzle(
        puzzle.atoms,
        sparse.block_array(
            [
                [puzzle.equal, sparse.csr_array((len(puzzle.values), 2 * len(movable)), dtype=int)],
                [puzzle.sums[movable], sparse.hstack([-more, more])],
                [puzzle.sums[puzzle.cells == cell], None],
            ],
            format="csr",
        ),
        np.concatenate([puzzle.values, truth, [aim]]),
        np.full(len(puzzle.values) + len(movable) + 1, -1),
        puzzle.cells,
        sparse.hstack([puzzle.sums, sparse.csr_array((len(puzzle.cells), 2 * len(movable)), dtype=int)], format="csr"),
        puzzle.least,
    )
    # Large counts are the ones that a reader misses most.
    price = np.log2(2 + truth)
    cost = np.concatenate([np.zeros(size), price, price])
    try:
        solution, _ = solved(wider, cost)
    except UnsolvedError:
        return None
    return float(cost @ solution), solution[:size]
