"""Counts that know which records they count, and the tables they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, reduce
from hashlib import blake2b
from itertools import chain, combinations, product

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
        The population: a column and the answers that count.
    is_shown : bool
        False for a table that is nowhere, but of which a reader knows some cells: that nobody has
        one answer with another.
    """

    asked: tuple[Question, ...]
    by: tuple[Question, ...] = ()
    within: tuple[tuple[str, Answers], ...] = ()
    is_shown: bool = True

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
        Whether a table has a place for it; the others follow from tables that are shown side by side.
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
        One row a record; categories.
    nobody : tuple of Condition
        What a reader knows that no record can answer.
    """

    cells: Mapping[Condition, CountCell]
    answers: Mapping[str, Answers]
    crossed: tuple[frozenset[str], ...]
    frame: pd.DataFrame = field(repr=False)
    nobody: tuple[Condition, ...] = ()


def condition(answers: Mapping[str, Answers], *parts: tuple[str, Answers]) -> Condition:
    """The condition of these columns and answers; a column where any answer will do is left out.

    >>> condition({"age": frozenset("ab")}, ("age", frozenset("ab")))
    frozenset()
    """
    return frozenset((name, given) for name, given in parts if given != answers[name])


def count(frame: pd.DataFrame, crossings: Iterable[Crossing], nobody: Iterable[Condition] = ()) -> Counts:
    """Count every cell of a set of tables.

    Parameters
    ----------
    frame
        One row a record, an answer in every column of the crossings.
    crossings
        The tables.
    nobody
        Answers that no record can have together, to questions of which a table need not have them all.

    Raises
    ------
    ValueError
        When a record has an answer that no group of a question holds, or answers that none can have.
    """
    crossings, nobody = tuple(crossings), tuple(nobody)
    asked = [*(crossing.columns for crossing in crossings), *({name for name, _ in cell} for cell in nobody)]
    names = sorted(frozenset().union(*asked))
    frame = frame[names].astype(str).astype("category")
    answers = {name: frozenset(frame[name].unique()) for name in names}
    for crossing in crossings:
        for question in (*crossing.asked, *crossing.by):
            if lost := answers[question.column] - question.answers:
                raise ValueError(f"{question.column}: no group of the table holds {', '.join(sorted(lost))}")
    used: dict[str, set[Answers]] = {name: set() for name in names}
    # What cannot be tells answers apart as tables do: where "none" is what all of one group answer, and they
    # alone, the size of the group is the number of "none", and with "none or a few" that of "a few".
    for name, given in chain(chain.from_iterable(nobody), chain.from_iterable(map(_parts, crossings))):
        answers[name] |= given
        used[name].add(given)
    parts = {name: told_apart(answers[name], used[name]) for name in names}
    rows_of = cache(lambda part: frame[part[0]].isin(part[1]).to_numpy())
    for cell in nobody:
        if np.logical_and.reduce([rows_of(part) for part in cell]).any():
            raise ValueError(f"a record has answers that none can have: {', '.join(name for name, _ in cell)}")
    # How many records there are is known to every reader, whether a table says so or not.
    cells: dict[Condition, CountCell] = {}
    for crossing in (Crossing(()), *crossings):
        for one in (crossing, *_finer(crossing, parts)):
            for rows, whole, told in _cells(one, answers, rows_of, len(frame)):
                found = counted(rows, whole, told, one is crossing and crossing.is_shown)
                if before := cells.get(whole):
                    found = replace(
                        found,
                        divided_by=found.divided_by & before.divided_by,
                        bases=found.bases | before.bases,
                        is_shown=found.is_shown or before.is_shown,
                    )
                cells[whole] = found
    return Counts(cells, answers, tuple(crossing.columns for crossing in crossings), frame, nobody)


def counted(rows: np.ndarray, whole: Condition, told: Condition, is_shown: bool) -> CountCell:
    """The cell of these records (bool, each), of whose condition a part is an answer to a question asked."""
    return CountCell(
        whole,
        int(rows.sum()),
        blake2b(np.packbits(rows), digest_size=16).digest(),
        whole - told,
        frozenset(whole - {part} for part in told),
        is_shown,
    )


def told_apart(answers: Answers, groups: Iterable[Answers]) -> tuple[Answers, ...]:
    """The answers that none of these groups tells apart, together.

    >>> [sorted(part) for part in told_apart(frozenset("abc"), [frozenset("ab"), frozenset("bc")])]
    [['a'], ['b'], ['c']]
    """
    groups = sorted(groups, key=sorted)
    parts = defaultdict(set)
    for answer in sorted(answers):
        parts[tuple(answer in group for group in groups)].add(answer)
    return tuple(frozenset(part) for part in parts.values())


def _parts(crossing: Crossing) -> Iterator[tuple[str, Answers]]:
    yield from crossing.within
    for question in (*crossing.asked, *crossing.by):
        yield from ((question.column, group) for group in question.groups)


def _finer(crossing: Crossing, parts: Mapping[str, tuple[Answers, ...]]) -> Iterator[Crossing]:
    """The tables that follow from the difference with another: of who is not in the population, of parts of groups."""
    finer = [
        tuple(replace(question, groups=parts[question.column]) for question in questions)
        for questions in (crossing.asked, crossing.by)
    ]
    for population in product(*(parts[name] for name, _ in crossing.within)):
        yield Crossing(*finer, tuple(zip((name for name, _ in crossing.within), population, strict=True)))


def _cells(
    crossing: Crossing, answers: Mapping[str, Answers], rows_of: Callable, size: int
) -> Iterator[tuple[np.ndarray, Condition, Condition]]:
    questions = (*crossing.by, *crossing.asked)
    asked = {question.column for question in crossing.asked}
    for number in range(len(questions) + 1):
        for named in combinations(questions, number):
            for groups in product(*(question.groups for question in named)):
                given = [*crossing.within, *zip((question.column for question in named), groups, strict=True)]
                whole = condition(answers, *given)
                rows = reduce(np.logical_and, map(rows_of, whole), np.ones(size, bool))
                yield rows, whole, frozenset(part for part in whole if part[0] in asked)
