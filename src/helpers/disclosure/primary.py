"""The rule: which counts may not be shown for what they say themselves."""

from __future__ import annotations

from helpers.disclosure.cells import Condition, Counts


def is_small(count: int, bases: list[int], threshold: int) -> bool:
    """Whether a count, or who is left of a group it is a share of, is about too few people.

    Zero may be shown: it is about nobody. "Everybody" may not: it says of every
    person in the group what that person answered. So nothing that is shown
    tells what one family answered, unless a reader already knows all the others.
    Where there are only two answers, a zero would say "everybody" of the other
    answer: it is then kept back with it, as all else that gives a count away.

    Parameters
    ----------
    count
        How many people gave an answer.
    bases
        The sizes of the groups they are a part of.
    threshold
        Fewer are too few.
    """
    return 0 < count and (count < threshold or any(base - count < threshold for base in bases))


def primary(counts: Counts, threshold: int) -> set[Condition]:
    """The cells that the rule keeps back, shown in a table or not."""
    return {
        cell.condition
        for cell in counts.cells.values()
        if is_small(cell.count, [counts.cells[base].count for base in cell.bases], threshold)
    }
