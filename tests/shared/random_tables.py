"""Random sets of linked tables, and what a reader finds out about the records behind them.

The reader's side shares no code with `helpers.disclosure`: it works on the full
cross of all columns, and knows all that is shown, which counts kept back are not zero,
which answers do not go together, and every total that is known from elsewhere.
It looks for the ends of a count by linear program (GLOP), and where these are
no whole numbers, in whole numbers (CP-SAT).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod

import numpy as np
import pandas as pd
from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

from helpers.disclosure.cells import EVERYBODY, Crossing, Question, count
from helpers.disclosure.protection import Published, protect

#: So many combinations of answers can be looked through in a moment.
_MOST = 500


@dataclass(frozen=True)
class RandomTables:
    """Records, tables of them, and what a reader knows beside the tables.

    Attributes
    ----------
    frame : pandas.DataFrame
    crossings : list of Crossing
    threshold : int
    nobody : list of Condition
        Answers that do not go together, and the reader knows it.
    sizes : set of str
        Columns of which the reader knows how many gave each answer, where these are no small numbers.
    kinds : set of str
        What is special about them.
    """

    frame: pd.DataFrame
    crossings: list
    threshold: int = 5
    nobody: list = field(default_factory=list)
    sizes: set = field(default_factory=set)
    kinds: set = field(default_factory=set)

    @cached_property
    def counts(self):
        return count(self.frame, self.crossings, self.nobody)

    def protected(self) -> Published:
        """The tables as they may be shown."""
        known = {EVERYBODY}
        for name in self.sizes:
            cells = {cell for cell in self.counts.cells if {column for column, _ in cell} == {name}}
            if all(self.counts.cells[cell].count >= self.threshold for cell in cells):
                known |= cells
        return protect(self.counts, self.threshold, known)


def random_tables(seed: int) -> RandomTables:
    """Two to four tables of one to three columns of some records, which are often tied in a ring.

    They may be of few records or of many, take answers together in other ways
    than each other, each be about a part of the records, or all about the first
    trajectories only. Some answers follow from others, or never go together.
    """
    rng = np.random.default_rng([seed, 15])
    kinds = {str(rng.choice(["tiny", "middling", "large"], p=[0.2, 0.6, 0.2]))}
    size = int(rng.integers(*{"tiny": (6, 25), "middling": (25, 200), "large": (200, 3000)}[max(kinds)]))
    names, numbers = "", []
    while not names or prod(numbers) > _MOST:
        names = "pqrst"[: int(rng.integers(2, 6))]
        numbers = rng.integers(2, 7, len(names)).tolist()
    answers = {name: [f"{name}{place}" for place in range(number)] for name, number in zip(names, numbers, strict=True)}
    frame = _records(rng, size, answers)
    nobody = []
    if rng.random() < 0.3:
        kinds.add("one answer implies another")
        frame, nobody = _implied(rng, frame, answers)
    if len(names) > 2 and rng.random() < 0.3:
        kinds.add("a rule of three questions or more")
        frame, barred = _barred(rng, frame, answers)
        nobody = [*nobody, *barred]
    crossings = list(_crossings(rng, answers, kinds))
    if rng.random() < 0.15:
        kinds.add("second trajectories of which the total is known")
        frame = frame.assign(trajectory=np.where(rng.random(len(frame)) < rng.uniform(0.8, 1), "first", "second"))
        first = ("trajectory", frozenset(["first"]))
        crossings = [Crossing(one.asked, one.by, (*one.within, first)) for one in crossings]
    sizes = {one.by[0].column for one in crossings if one.by and not one.within and rng.random() < 0.5}
    if sizes:
        kinds.add("sizes that are known")
    return RandomTables(frame, crossings, int(rng.choice([3, 5, 5, 5, 10])), nobody, sizes, kinds)


def _records(rng, size: int, answers: dict) -> pd.DataFrame:
    """Records of one to three sorts of families, each with answers of its own."""
    sort = rng.integers(rng.integers(1, 4), size=size)
    columns = {}
    for name, given in answers.items():
        shares = rng.dirichlet(np.full(len(given), rng.choice([0.3, 1, 3])), 3)
        columns[name] = [rng.choice(given, p=shares[one]) for one in sort]
    return pd.DataFrame(columns)


def _implied(rng, frame: pd.DataFrame, answers: dict) -> tuple[pd.DataFrame, list]:
    """One answer, to another question too: as who has no partner has no partner's income. Not every reader knows."""
    one, other = rng.choice(list(answers), 2, replace=False)
    (when, *_), (*others, last) = answers[one], answers[other]
    frame = frame.assign(
        **{other: np.where(frame[one] == when, last, np.where(frame[other] == last, others[0], frame[other]))}
    )
    nobody = [
        frozenset({(one, frozenset([a])), (other, frozenset([b]))})
        for a, b in product(answers[one], answers[other])
        if (a == when) != (b == last)
    ]
    return frame, nobody if rng.random() < 0.7 else []


def _barred(rng, frame: pd.DataFrame, answers: dict) -> tuple[pd.DataFrame, list]:
    """Some answers to three or four questions that nobody gives together."""
    chosen = rng.choice(list(answers), int(rng.integers(3, min(4, len(answers)) + 1)), replace=False)
    nobody = []
    for _ in range(rng.integers(1, 6)):
        given = {str(name): str(rng.choice(answers[name])) for name in chosen}
        left = frame[~(frame[list(given)] == pd.Series(given)).all(axis=1)]
        if len(left):
            frame = left
            nobody.append(frozenset((name, frozenset([answer])) for name, answer in given.items()))
    return frame.reset_index(drop=True), nobody


def _crossings(rng, answers: dict, kinds: set) -> Iterator[Crossing]:
    def question(name):
        groups = [frozenset([answer]) for answer in answers[name]]
        if len(groups) > 2 and rng.random() < 0.4:
            if rng.random() < 0.5:
                kinds.add("answers taken together in steps")
                groups = [frozenset().union(*groups[place : place + 2]) for place in range(0, len(groups), 2)]
            else:
                kinds.add("answers taken together in some way")
                one, other, *rest = rng.permutation(np.array(groups, object))
                groups = [one | other, *rest]
        return Question(name, tuple(groups))

    for _ in range(rng.integers(2, 5)):
        chosen = list(rng.choice(list(answers), int(rng.integers(1, min(3, len(answers)) + 1)), replace=False))
        parts = [()]
        if len(chosen) > 1 and rng.random() < 0.4:
            name = chosen.pop()
            some = frozenset(rng.choice(answers[name], int(rng.integers(1, len(answers[name]))), replace=False))
            parts = [((name, some),)]
            kinds.add("a table of a part of the records")
            if rng.random() < 0.5:
                kinds.add("the same table of each part")
                parts.append(((name, frozenset(answers[name]) - some),))
        divides = len(chosen) > 1 and rng.random() < 0.5
        questions = tuple(question(name) for name in chosen)
        for within in parts:
            yield Crossing(questions[divides:], questions[:divides], within)


class Reader:
    """Who sees what is published, and asks how far a number of records can lie from the truth."""

    def __init__(self, published, nobody=()):
        self.answers = published.counts.answers
        self.names = sorted(self.answers)
        self.atoms = list(product(*(sorted(self.answers[name]) for name in self.names)))
        values = {cell: published.value(cell) for cell in published.counts.cells}
        known = {self.row(cell): value for cell, value in values.items() if value is not None}
        empty = np.zeros(len(self.atoms), bool)
        for row in [*(row for row, value in known.items() if value == 0), *map(self.row, nobody)]:
            empty |= np.array(row, bool)
        full = {self.row(cell) for cell in published.kept_back if published.counts.cells[cell].count}
        most = published.counts.frame.shape[0]
        # Least, most, and the combinations that are counted.
        rules = [(value, value, row) for row, value in known.items() if value] + [(1, most, row) for row in full]
        self.least, self.most = (np.array([rule[end] for rule in rules], int) for end in (0, 1))
        self.rows = np.array([rule[2] for rule in rules], int).reshape(len(rules), len(self.atoms))
        self.ceiling = np.where(empty, 0, most)
        self.seen = np.zeros((0, len(self.atoms)), int)

    def row(self, cell):
        """Of each combination of answers whether it is in a cell."""
        places = [(self.names.index(name), given) for name, given in cell]
        return tuple(int(all(atom[place] in given for place, given in places)) for atom in self.atoms)

    @cached_property
    def linear(self):
        solver = pywraplp.Solver.CreateSolver("GLOP")
        counts = [solver.NumVar(0, int(most), "") for most in self.ceiling]
        for low, high, row in zip(self.least, self.most, self.rows, strict=True):
            constraint = solver.Constraint(int(low), int(high))
            for atom in np.flatnonzero(row):
                constraint.SetCoefficient(counts[atom], 1)
        return solver, counts

    @cached_property
    def whole(self):
        model = cp_model.CpModel()
        counts = [model.new_int_var(0, int(most), "") for most in self.ceiling]
        for low, high, row in zip(self.least, self.most, self.rows, strict=True):
            model.add_linear_constraint(sum(counts[atom] for atom in np.flatnonzero(row)), int(low), int(high))
        return model, counts

    def is_possible(self, counts):
        sums = self.rows @ counts
        return bool(
            (counts >= 0).all()
            and (counts <= self.ceiling).all()
            and (sums >= self.least).all()
            and (sums <= self.most).all()
        )

    def width(self, row, enough):
        """How wide the interval of a sum of combinations is, in whole numbers, or `enough` where it is no less."""
        row = np.array(row)
        for sign in (1, -1):
            seen = self.seen @ row
            if len(seen) and np.ptp(seen) >= enough:
                return enough
            self.seen = np.vstack([self.seen, self.furthest(row, sign)])
        return min(enough, int(np.ptp(self.seen @ row)))

    def furthest(self, row, sign):
        """Numbers of all combinations, in which a sum of some is furthest up (1) or down (-1)."""
        solver, counts = self.linear
        objective = solver.Objective()
        objective.Clear()
        for atom in np.flatnonzero(row):
            objective.SetCoefficient(counts[atom], 1)
        objective.SetOptimizationDirection(sign > 0)
        if solver.Solve() == pywraplp.Solver.OPTIMAL:
            found = np.rint([one.solution_value() for one in counts]).astype(int)
            if self.is_possible(found) and abs(found @ row - objective.Value()) < 1e-6:
                return found
        model, counts = self.whole
        some = sum(counts[atom] for atom in np.flatnonzero(row))
        model.maximize(sign * some)
        search = cp_model.CpSolver()
        search.parameters.num_workers = 1
        assert search.solve(model) == cp_model.OPTIMAL, "the true counts are possible"
        return np.array([search.value(one) for one in counts])


def exposed(tables: RandomTables, published: Published) -> tuple[int, list[int]]:
    """How many numbers of records a reader looks for, and how wide the interval of each is that is found nearly."""
    reader, threshold = Reader(published, tables.nobody), published.threshold
    places = {atom: place for place, atom in enumerate(reader.atoms)}
    given = tables.frame[reader.names].itertuples(index=False, name=None)
    truth = np.bincount([places[one] for one in given], minlength=len(places))
    assert reader.is_possible(truth), "the reader is told the truth"
    kept_back = {reader.row(cell) for cell in published.kept_back}
    wanted = set()
    for crossing in tables.crossings:
        questions = (*crossing.by, *crossing.asked)
        columns = sorted(crossing.columns)
        # A few people who can be told apart, if only by the difference of two tables.
        for given in product(*(sorted(reader.answers[name]) for name in columns)):
            wanted.add(reader.row([(name, {answer}) for name, answer in zip(columns, given, strict=True)]))
        # A few people who did not answer what the rest of a group did; also nobody at all.
        for groups in product(*((None, *question.groups) for question in questions)):
            named = [(question.column, group) for question, group in zip(questions, groups, strict=True) if group]
            for part in named[sum(group is not None for group in groups[: len(crossing.by)]) :]:
                base = np.array(reader.row([*crossing.within, *(other for other in named if other != part)]))
                cell = np.array(reader.row([*crossing.within, *named]))
                if cell @ truth and (base - cell) @ truth < threshold and (base - cell).any():
                    kept_back.add(tuple(base - cell))
    kept_back |= {row for row in wanted if 0 < np.array(row) @ truth < threshold}
    widths = [reader.width(row, threshold) for row in sorted(kept_back)]
    return len(widths), [width for width in widths if width < threshold]
