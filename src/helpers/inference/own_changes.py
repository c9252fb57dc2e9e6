"""What a test can say of the changes of a registration of one's own, from the counts that it shows.

How many families moved each way is kept back, so every change gets the smallest and the largest
p-value of the exact McNemar test, and all that Newcombe's interval can be, over every way that
its counts at both moments allow: as for the report, which does not print it either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpers.inference.methods import Margins, Significance, holm, newcombe_bounds, p_range, significance


@dataclass(frozen=True)
class OwnChange:
    """A question that was asked at the start and at the end.

    Attributes
    ----------
    title : str
    margins : Margins
        Of the families whose two answers are known.
    interval : tuple of float
        All that a 95% interval of the difference in shares can hold.
    verdict : Significance
        Of the p-values, corrected by Holm's method over all questions of the same subject.
    """

    title: str
    margins: Margins
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
        margins = [Margins(one["n"], one["start"], one["end"]) for one in shown]
        ranges = [p_range([found]) for found in margins]
        smallest, largest = (
            holm([*(getattr(found, end) for found in ranges), *([1.0] * len(absent))])
            for end in ("smallest", "largest")
        )
        bounds = [newcombe_bounds([found]) for found in margins]
        tested = [
            OwnChange(one["title"], found, (bound.low[0], bound.high[1]), significance(*p))
            for one, found, bound, p in zip(shown, margins, bounds, zip(smallest, largest, strict=True), strict=False)
        ]
        yield Subject(subject, tested, absent)
