"""What families answered at the start and at the end: how many said yes, of whom both answers are known.

How many moved each way is in the book only where all of these counts can be shown. What the two
moments say of the others is protected as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.disclosure.cells import EVERYBODY, Answers, Condition, Crossing, Question
from helpers.own.questions import subject

#: What stands for a later answer that does not count.
UNKNOWN: Answers = frozenset(["unknown"])


@dataclass(frozen=True)
class Change:
    """A question that is asked twice.

    Attributes
    ----------
    title : str
    subject : str
        What it is a part of, such as who is involved.
    start, end : Question
        What counts as yes, as no, and as neither; the later answer as `with_known` makes it.
    within : Condition
        Of whom, such as of one programme; of everybody without it.
    """

    title: str
    subject: str
    start: Question
    end: Question
    within: Condition = EVERYBODY

    @property
    def columns(self) -> frozenset[str]:
        """Both columns of the records."""
        return frozenset([self.start.column, self.end.column])

    @property
    def known(self) -> Condition:
        """The families whose two answers are known."""
        yes, no, _ = self.end.groups
        return self.within | {(self.end.column, yes | no)}

    @property
    def yes_at_start(self) -> Condition:
        """Those of them who said yes at the start."""
        return self.known | {(self.start.column, self.start.groups[0])}

    @property
    def yes_at_end(self) -> Condition:
        """Those of them who said yes at the end."""
        return self.within | {(self.end.column, self.end.groups[0])}

    @property
    def crossings(self) -> tuple[Crossing, Crossing]:
        """How many gave which later answer; and which first one, of the families whose two answers are known."""
        return Crossing((self.end,), within=tuple(self.within)), Crossing((self.start,), within=tuple(self.known))

    @property
    def pairs(self) -> tuple[Condition, ...]:
        """Who said yes twice, yes and then no, no and then yes, and no twice."""
        return tuple(
            self.within | {(self.start.column, first), (self.end.column, later)}
            for first in self.start.groups[:2]
            for later in self.end.groups[:2]
        )

    @property
    def pairings(self) -> tuple[Crossing, ...]:
        """Which later answer followed a yes, and which a no.

        Each pair of answers is of enough families (`moving_enough`), and so is the rest of those with a first answer.
        """
        return tuple(
            Crossing((), (self.end,), ((self.start.column, first), *self.within)) for first in self.start.groups[:2]
        )

    @property
    def linked(self) -> tuple[Crossing, list[Condition]]:
        """What a reader knows, as in `helpers.own.questions.linked`: no later answer counts without a first one."""
        (*_, unknown), (yes, no, _) = self.start.groups, self.end.groups
        nobody = [frozenset([(self.start.column, unknown), (self.end.column, later)]) for later in (yes, no)]
        return Crossing((), (self.start, self.end), is_shown=False), nobody


def all_changes() -> Iterator[Change]:
    """The questions of the codebook in use that are asked at the start and at the end, and of which it counts answers.

    Of the diploma it counts none: its rules say that a diploma is never lost, so no test of it is fair.
    """
    for end in codebook.measured_at("end"):
        item = end.removesuffix("_end")
        for start in (item, f"{item}_start"):
            variable = codebook.variables().get(start)
            if variable and variable.counted:
                later = (*_groups(end, variable)[:2], UNKNOWN)
                asked = Question(start, _groups(start, variable)), Question(end, later)
                yield Change(_title(variable), subject(end), *asked)


def with_known(families: pd.DataFrame, changes: Iterable[Change]) -> pd.DataFrame:
    """The later answers where both are known, and else unknown."""
    made = {}
    for change in changes:
        known = [families[one.column].isin(one.groups[0] | one.groups[1]) for one in (change.start, change.end)]
        made[change.end.column] = families[change.end.column].where(known[0] & known[1], "unknown")
    return families.assign(**made)


def large_enough(families: pd.DataFrame, changes: Iterable[Change], threshold: int) -> list[Change]:
    """The changes of which enough families said yes, and enough said no, at both moments.

    The others could not be shown, and would be looked for in vain.
    """
    found = []
    for change in changes:
        both = families[_among(families, change.known)]
        said = [both[one.column].isin(one.groups[0]) for one in (change.start, change.end)]
        if all(threshold <= yes.sum() <= len(both) - threshold for yes in said):
            found.append(change)
    return found


def moving_enough(families: pd.DataFrame, changes: Iterable[Change], threshold: int) -> list[Change]:
    """The changes of which enough families gave each of the four pairs of answers."""
    return [change for change in changes if all(_among(families, pair).sum() >= threshold for pair in change.pairs)]


def _among(families: pd.DataFrame, cell: Condition) -> np.ndarray:
    """Which families a cell counts."""
    return np.logical_and.reduce([families[name].isin(given) for name, given in cell])


def _groups(name: str, start: Variable) -> tuple[Answers, Answers, Answers]:
    """The answers that count as yes, those that count as no, and what says neither."""
    variable, yes = codebook.variables()[name], frozenset(start.counted)
    return yes, frozenset(codebook.labels(variable.categories)) - yes, frozenset(variable.missing)


def _title(start: Variable) -> str:
    if start.categories == "yes_no":
        return start.label_nl
    labels = codebook.labels(start.categories)
    return f"{start.label_nl}: {', of '.join(labels[code] for code in start.counted)}"
