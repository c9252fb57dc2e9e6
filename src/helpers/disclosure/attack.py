"""What a reader can find out: the interval of every count that is kept back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np

from helpers.disclosure.cells import Condition
from helpers.disclosure.intervals import Seen, furthest, puzzles
from helpers.disclosure.protection import Published, named


@dataclass(frozen=True)
class Interval:
    """How far a count that is kept back can lie from its true value, for all that a reader can see."""

    cell: Condition
    lowest: int
    highest: int


class ExposedError(ValueError):
    """What is shown gives away too much of what is kept back."""

    def __init__(self, interval: Interval, sources: Iterable[Condition], named: Callable[[Condition], str]):
        super().__init__(
            f"{named(interval.cell)} is afgeschermd, maar ligt van {interval.lowest} tot {interval.highest} volgens "
            f"wat er wel staat: {'; '.join(sorted(map(named, sources)))}"
        )
        self.interval = interval


def attack(published: Published, named: Callable[[Condition], str] = named) -> int:
    """Look whether every count kept back can be two numbers as far apart as the threshold, for all that is shown.

    Both are of a registration, in whole numbers, that agrees with all of it. How much
    further apart they can be is not looked for.

    Parameters
    ----------
    named
        What a cell is called in a message.

    Returns
    -------
    int
        How many counts were looked at.

    Raises
    ------
    ExposedError
        For the first interval that is narrower than from 0 to the threshold.
    """
    system, seen = published.system, Seen.truth(published.system)
    wanted = ~published.shown & np.array([published.is_protected(cell) for cell in system.cells])
    seen.widen(system, published.shown, wanted, published.threshold)
    for cell in np.flatnonzero(wanted & (seen.width < published.threshold)):
        interval = Interval(system.cells[cell], int(seen.low[cell]), int(seen.high[cell]))
        raise ExposedError(interval, _sources(published, cell), named)
    return int(wanted.sum())


def _sources(published: Published, cell: int) -> set[Condition]:
    """The shown counts that keep one that is kept back where it is."""
    system = published.system
    for puzzle in puzzles(system, published.shown):
        for row in np.flatnonzero(puzzle.cells == cell):
            held = [furthest(puzzle, sign, row)[1] for sign in (1, -1)]
            return {system.cells[source] for source in chain.from_iterable(held)}
    return _zeros_around(published, system.cells[cell])


def _zeros_around(published: Published, cell: Condition) -> set[Condition]:
    """The shown zeros that a cell with nobody in it is a part of."""
    parts = dict(cell)
    return {
        other
        for other in published.counts.cells
        if published.value(other) == 0 and all(name in parts and parts[name] <= given for name, given in other)
    }
