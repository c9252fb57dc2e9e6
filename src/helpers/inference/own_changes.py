"""What a test can say of the changes of a registration of one's own, from the counts that it shows.

Where how many families moved each way is shown, a change has its exact McNemar test and Newcombe's
interval. Elsewhere it gets the smallest and the largest p-value, and all that the interval can be,
over every way that its counts at both moments allow: as for the report, which does not print it either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from helpers.inference.methods import (
    Margins,
    Pairs,
    PRange,
    Significance,
    holm,
    newcombe,
    newcombe_bounds,
    p_range,
    p_range_of_tables,
    significance,
)


@dataclass(frozen=True)
class OwnChange:
    """A question that was asked at the start and at the end.

    Attributes
    ----------
    title : str
    margins : Margins
        Of the families whose two answers are known.
    pairs : Pairs or None
        How many gave which two answers, where that is shown.
    p : PRange
        Of the exact McNemar test, for this question alone: one p-value with those pairs.
    interval : tuple of float
        All that a 95% interval of the difference in shares can hold.
    verdict : Significance
        Of the p-values, corrected by Holm's method over all questions of the same subject.
    """

    title: str
    margins: Margins
    pairs: Pairs | None
    p: PRange
    interval: tuple[float, float]
    verdict: Significance


@dataclass(frozen=True)
class Subject:
    """Questions that are tested together.

    Attributes
    ----------
    title : str
    changes : list of OwnChange
    left_out : list of str
        The titles of those with too few families: they are tested too, as far as a reader can tell,
        and as if nothing changed, which leaves less for the others.
    """

    title: str
    changes: list[OwnChange]
    left_out: list[str]


def subjects(changes: Sequence[dict], left_out: Sequence[dict]) -> Iterator[Subject]:
    """The changes of each subject, tested.

    Parameters
    ----------
    changes, left_out
        As `helpers.own.publish.publish` gives them.
    """
    for subject in dict.fromkeys(one["subject"] for one in (*changes, *left_out)):
        absent = [one["title"] for one in left_out if one["subject"] == subject]
        shown = [one for one in changes if one["subject"] == subject]
        alone = list(map(_alone, shown))
        smallest, largest = (
            holm([*(getattr(one.p, end) for one in alone), *([1.0] * len(absent))]) for end in ("smallest", "largest")
        )
        p = zip(alone, smallest, largest, strict=False)
        yield Subject(subject, [replace(one, verdict=significance(low, high)) for one, low, high in p], absent)


def _alone(one: dict) -> OwnChange:
    """A change as if no other were tested."""
    margins = Margins(one["n"], one["start"], one["end"])
    if one["both"] is None:
        pairs, p, bounds = None, p_range([margins]), newcombe_bounds([margins])
        interval = bounds.low[0], bounds.high[1]
    else:
        pairs = margins.pairs(one["both"])
        p, interval = p_range_of_tables([pairs]), newcombe(pairs)
    return OwnChange(one["title"], margins, pairs, p, interval, significance(p.smallest, p.largest))
