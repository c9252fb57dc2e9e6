"""What can be said about significance when only margins are known.

Two treatments of those whose answer at the end is unknown:

`as_no`
    They count as no, as in the published numbers. The hypothesis is then about
    what was *registered* as yes.
`as_anything`
    Each of them can in truth have said no or yes. The number that said yes at
    the end is then a minimum: with at most u unknown, the truth can be any
    number from `end` to `end` + u, with any overlap that it allows. All of
    these can occur: of any such table, choose `end` of those with a yes at the
    end to be registered, let the others be unknown, and fill up the unknown
    with people who said no. Fewer than u unknown allow nothing that u do not,
    so only the largest possible number counts.

For a rise (`end` > `start`) the largest p-value is the same under both: more
yes at the end makes every largest p-value smaller. So what is significant
whatever the records with the unknown as no, is so whoever the unknown are.
"Never significant" has no such guarantee: an unknown that is a yes can make a
rise significant. For a fall it is the other way around: the unknown can undo
it, or turn it into a rise.

Between a significant rise and a significant fall of the same n lies no change,
with p = 1. So one n cannot be significant whatever the records in both
directions; readings with different n or start can.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from helpers.dutch.numbers import ALPHA
from helpers.inference.methods.paired import Margins

T = TypeVar("T")


class Significance(StrEnum):
    """What every table that is possible has in common."""

    WHATEVER = "significant whatever the records"
    NEVER = "never significant"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True)
class Treatments(Generic[T]):
    """The same thing under both treatments of the unknown at the end.

    Attributes
    ----------
    as_no
        When the unknown count as no.
    as_anything
        When each of the unknown can have said no or yes.
    """

    as_no: T
    as_anything: T


def significance(smallest: float, largest: float, alpha: float = ALPHA) -> Significance:
    """The verdict on a range of p-values, adjusted or not.

    Parameters
    ----------
    smallest, largest
        The smallest and the largest p-value over all tables that are possible.
    alpha
        The level of the test, between 0 and 1: significant is p <= `alpha`.

    Raises
    ------
    ValueError
        When `smallest` is larger than `largest`.
    """
    if smallest > largest:
        raise ValueError(f"the smallest p-value {smallest} is larger than the largest {largest}")
    if largest <= alpha:
        return Significance.WHATEVER
    return Significance.NEVER if smallest > alpha else Significance.UNDETERMINED


def treatments(candidates: Iterable[Margins], unknown: int | None = None) -> Treatments[list[Margins]]:
    """The margins that can be true, under both treatments of the unknown at the end.

    Parameters
    ----------
    candidates
        The margins that can have been published, the unknown counted as no.
    unknown
        The largest number that can be unknown at the end; None when nothing
        more is known than that it were not yes.

    Returns
    -------
    Treatments of list of Margins
        Each to be given to `p_range`, `moves_that_undo` or `newcombe_bounds`.

    Raises
    ------
    ValueError
        When `unknown` is negative, or larger than the number that did not say
        yes at the end in one of the candidates.

    Examples
    --------
    >>> treatments([Margins(5, 1, 3)], unknown=1).as_anything
    [Margins(n=5, start=1, end=3), Margins(n=5, start=1, end=4)]
    """
    published = list(candidates)
    return Treatments(published, [true for margins in published for true in _possible(margins, unknown)])


def _possible(margins: Margins, unknown: int | None) -> list[Margins]:
    not_yes = margins.n - margins.end
    most = not_yes if unknown is None else unknown
    if not 0 <= most <= not_yes:
        raise ValueError(f"{margins} does not allow {unknown} unknown at the end")
    return [Margins(margins.n, margins.start, margins.end + more) for more in range(most + 1)]
