"""Counts that know which records they count, and the tables they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from hashlib import blake2b
from itertools import combinations, product

import numpy as np
import pandas as pd

Answers = frozenset[str]

#: Which records a cell counts: the answers, of each column named, that they may have given.
#: A column where any answer will do is not named: the empty condition counts everybody.
Condition = frozenset[tuple[str, Answers]]

EVERYBODY: Condition = frozenset()


@dataclass(frozen=True)
class Question:
    """A column of the records, and the groups of answers that a table has a row or column for.

    Attributes
    ----------
    column : str
    groups : tuple of frozenset of str
        No answer is in two of them, and together they hold every answer in the records.
    """

    column: str
    groups: tuple[Answers, ...]

    def __post_init__(self):
        if len(self.answers) != sum(map(len, self.groups)):
            raise ValueError(f"{self.column}: an answer is in two groups")

    @property
    def answers(self) -> Answers:
        """Every answer of every group."""
        return frozenset().union(*self.groups)


@dataclass(frozen=True)
class Crossing:
    """A table: every combination of the groups of some questions, with all their totals.

    Attributes
    ----------
    asked : tuple of Question
        What the records answered: a combination may not tell what nearly all who could did answer.
    by : tuple of Question
        What only divides them, such as the programme.
    within : tuple of (str, frozenset of str)
        The population: a column and the answers that count. The others are not shown, and yet
        protected: another table may hold everybody.
    """

    asked: tuple[Question, ...]
    by: tuple[Question, ...] = ()
    within: tuple[tuple[str, Answers], ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that says who is in a cell."""
        return frozenset(question.column for question in (*self.asked, *self.by)) | {name for name, _ in self.within}


@dataclass(frozen=True)
class CountCell:
    """One count, in as many tables as it stands in.

    Attributes
    ----------
    condition : Condition
        Which records it counts.
    count : int
    records : bytes
        The same for cells that count the same records.
    divided_by : Condition
        The part of the condition that is no answer to a question asked.
    bases : frozenset of Condition
        The cells that its shares are of: each has one answer less in its condition.
    is_shown : bool
        Whether a table has a place for it.
    """

    condition: Condition
    count: int
    records: bytes = field(repr=False)
    divided_by: Condition = EVERYBODY
    bases: frozenset[Condition] = frozenset()
    is_shown: bool = True


@dataclass(frozen=True)
class Counts:
    """Every cell of a set of tables, and the records they are counted from.

    Attributes
    ----------
    cells : dict of Condition to CountCell
    answers : dict of str to frozenset of str
        Every possible answer in each column.
    crossed : tuple of frozenset of str
        The columns of each table.
    frame : pandas.DataFrame
        One row a record; strings.
    """

    cells: Mapping[Condition, CountCell]
    answers: Mapping[str, Answers]
    crossed: tuple[frozenset[str], ...]
    frame: pd.DataFrame = field(repr=False)


def condition(answers: Mapping[str, Answers], *parts: tuple[str, Answers]) -> Condition:
    """The condition of these columns and answers; a column where any answer will do is left out.

    >>> condition({"age": frozenset("ab")}, ("age", frozenset("ab")))
    frozenset()
    """
    return frozenset((name, given) for name, given in parts if given != answers[name])


def count(frame: pd.DataFrame, crossings: Iterable[Crossing]) -> Counts:
    """Count every cell of a set of tables.

    Parameters
    ----------
    frame
        One row a record, an answer in every column of the crossings.
    crossings
        The tables.

    Raises
    ------
    ValueError
        When a record has an answer that no group of a question holds.
    """
    crossings = tuple(crossings)
    names = sorted(frozenset().union(*(crossing.columns for crossing in crossings)))
    frame = frame[names].astype(str)
    answers = {name: frozenset(frame[name]) for name in names}
    for crossing in crossings:
        for question in (*crossing.asked, *crossing.by):
            if lost := answers[question.column] - question.answers:
                raise ValueError(f"{question.column}: no group of the table holds {', '.join(sorted(lost))}")
    for crossing in crossings:
        for name, given in _parts(crossing):
            answers[name] |= given
    given = {part: frame[part[0]].isin(part[1]).to_numpy() for crossing in crossings for part in _parts(crossing)}
    given |= {(name, answers[name] - part): ~rows for (name, part), rows in given.items()}
    # How many records there are is known to every reader, whether a table says so or not.
    cells: dict[Condition, CountCell] = {}
    for crossing in (Crossing(()), *crossings):
        for found in _cells(crossing, answers, given, len(frame)):
            if before := cells.get(found.condition):
                found = CountCell(
                    *(found.condition, found.count, found.records, found.divided_by & before.divided_by),
                    bases=found.bases | before.bases,
                    is_shown=found.is_shown or before.is_shown,
                )
            cells[found.condition] = found
    return Counts(cells, answers, tuple(crossing.columns for crossing in crossings), frame)


def _parts(crossing: Crossing) -> Iterator[tuple[str, Answers]]:
    yield from crossing.within
    for question in (*crossing.asked, *crossing.by):
        yield from ((question.column, group) for group in question.groups)


def _cells(crossing: Crossing, answers: Mapping[str, Answers], given: Mapping, size: int) -> Iterator[CountCell]:
    # Who is not in the population is told by the difference with a table of everybody.
    populations = product(*([(name, part), (name, answers[name] - part)] for name, part in crossing.within))
    questions = (*crossing.by, *crossing.asked)
    asked = {question.column for question in crossing.asked}
    for population in populations:
        for number in range(len(questions) + 1):
            for named in combinations(questions, number):
                for groups in product(*(question.groups for question in named)):
                    parts = [*population, *zip((question.column for question in named), groups, strict=True)]
                    rows = reduce(np.logical_and, (given[part] for part in parts), np.ones(size, bool))
                    whole = condition(answers, *parts)
                    told = frozenset(part for part in whole if part[0] in asked)
                    yield CountCell(
                        whole,
                        int(rows.sum()),
                        blake2b(np.packbits(rows), digest_size=16).digest(),
                        whole - told,
                        frozenset(whole - {part} for part in told),
                        population == crossing.within,
                    )
