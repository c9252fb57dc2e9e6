"""What a reader can find out: the interval of every count that is kept back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from helpers.disclosure.cells import Condition
from helpers.disclosure.intervals import furthest, puzzles
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


def attack(published: Published, named: Callable[[Condition], str] = named) -> list[Interval]:
    """The smallest and largest value of every count kept back that the shown ones allow.

    Parameters
    ----------
    named
        What a cell is called in a message.

    Raises
    ------
    ExposedError
        For the first interval that is narrower than from 0 to the threshold.
    """
    system, found = published.system, []
    wanted = ~published.shown & np.array([published.is_protected(cell) for cell in system.cells])
    for puzzle in puzzles(system, published.shown):
        for row in np.flatnonzero(wanted[puzzle.cells]):
            ends, sources = [], set()
            for sign in (-1, 1):
                solution, holding = furthest(puzzle, sign, row)
                ends.append(int((puzzle.sums[[row]] @ solution)[0]))
                sources |= {system.cells[cell] for cell in holding}
            interval = Interval(system.cells[puzzle.cells[row]], *ends)
            if interval.highest - interval.lowest < published.threshold:
                raise ExposedError(interval, sources, named)
            found.append(interval)
            wanted[puzzle.cells[row]] = False
    for cell in np.flatnonzero(wanted):
        raise ExposedError(Interval(system.cells[cell], 0, 0), _zeros_around(published, system.cells[cell]), named)
    return found


def _zeros_around(published: Published, cell: Condition) -> list[Condition]:
    """The shown zeros that a cell with nobody in it is a part of."""
    parts = dict(cell)
    return [
        other
        for other in published.counts.cells
        if published.value(other) == 0 and all(name in parts and parts[name] <= given for name, given in other)
    ]
