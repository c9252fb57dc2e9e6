"""The rule: which counts may not be shown for what they say themselves."""

from __future__ import annotations

from functools import reduce

import numpy as np

from helpers.disclosure.cells import Condition, CountCell, Counts, counted


def primary(counts: Counts, threshold: int) -> dict[Condition, CountCell]:
    """The cells that a reader may not find, also those that no table has a place for.

    A count is small when it is of fewer people than the threshold, or when so
    few are left of a group that it is a share of; who is left is then a cell too.

    Zero may be shown: it is about nobody. "Everybody" may not: it says of every
    person in the group what that person answered. So nothing that is shown
    tells what one family answered, unless a reader already knows all the others.
    Where all other answers of a group would be zeros, one of them at least is
    kept back as well, whether the size of the group is shown or not: nobody is
    left of the group, and that may not be found.

    Parameters
    ----------
    threshold
        Fewer people are too few.
    """
    small = {cell.condition: cell for cell in counts.cells.values() if 0 < cell.count < threshold}
    for cell in counts.cells.values():
        for base in cell.bases:
            if cell.count and counts.cells[base].count - cell.count < threshold:
                rest = _rest(counts, cell, base)
                small |= {cell.condition: cell, rest: counts.cells.get(rest) or _cell(counts, rest, base)}
    return small


def _rest(counts: Counts, cell: CountCell, base: Condition) -> Condition:
    """Who gave any other answer than those of a cell, of the group that it is a share of."""
    ((name, given),) = cell.condition - base
    return base | {(name, counts.answers[name] - given)}


def _cell(counts: Counts, rest: Condition, base: Condition) -> CountCell:
    rows = reduce(np.logical_and, (counts.frame[name].isin(given).to_numpy() for name, given in rest))
    return counted(rows, rest, rest - base, is_shown=False)
