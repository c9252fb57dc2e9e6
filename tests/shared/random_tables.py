"""Random sets of linked tables, and what a reader finds out about the records behind them.

The reader's side shares no code with `helpers.disclosure`: it works on the full
cross of all columns, and knows all that is shown and which counts kept back are not zero.
"""

from itertools import product

import numpy as np
import pandas as pd
from scipy.optimize import LinearConstraint, milp

from helpers.disclosure.cells import Crossing, Question


def random_tables(seed):
    """Records, and two to four tables of one to three of their columns.

    Tables are often tied in a ring, take answers together in another way than
    each other, and are sometimes about a part of the records.
    """
    rng = np.random.default_rng(seed)
    size, names = int(rng.integers(20, 200)), list("pqrs")[: int(rng.integers(2, 5))]
    answers = {name: [f"{name}{number}" for number in range(rng.integers(2, 5))] for name in names}
    frame = {name: rng.choice(given, size, p=rng.dirichlet(np.ones(len(given)))) for name, given in answers.items()}

    def question(name):
        groups = [frozenset([answer]) for answer in answers[name]]
        if len(groups) > 2 and rng.random() < 0.3:
            one, other, *rest = rng.permutation(groups)
            groups = [one | other, *rest]
        return Question(name, tuple(groups))

    crossings = []
    for _ in range(rng.integers(2, 5)):
        chosen = list(rng.choice(names, int(rng.integers(1, min(3, len(names)) + 1)), replace=False))
        within = ()
        if len(chosen) > 1 and rng.random() < 0.3:
            name = chosen.pop()
            within = ((name, frozenset(rng.choice(answers[name], len(answers[name]) - 1, replace=False))),)
        divides = len(chosen) > 1 and rng.random() < 0.5
        questions = tuple(question(name) for name in chosen)
        crossings.append(Crossing(questions[divides:], questions[:divides], within))
    return pd.DataFrame(frame), crossings


class Reader:
    """Who sees what is published, and asks how far a number of records can lie from the truth."""

    def __init__(self, published):
        self.answers = published.counts.answers
        self.names = sorted(self.answers)
        self.atoms = list(product(*(sorted(self.answers[name]) for name in self.names)))
        values = {cell: published.value(cell) for cell in published.counts.cells}
        known = [cell for cell, value in values.items() if value is not None]
        rows, found = np.array([self.row(cell) for cell in known]), [values[cell] for cell in known]
        self.constraints = [LinearConstraint(rows, found, found)]
        full = [cell for cell in published.kept_back if published.counts.cells[cell].count]
        if full:
            self.constraints.append(LinearConstraint(np.array([self.row(cell) for cell in full]), 1))

    def row(self, cell):
        return np.array(
            [all(atom[self.names.index(name)] in given for name, given in cell) for atom in self.atoms], int
        )

    def width(self, row):
        """How wide the interval of a sum of combinations is, in whole numbers."""
        ends = [milp(sign * row, integrality=1, constraints=self.constraints) for sign in (1, -1)]
        # No largest value at all is wide enough.
        return -sum(end.fun for end in ends) if all(end.success for end in ends) else np.inf


def exposed(published, frame, crossings):
    """What a reader finds nearly: each number of records, and how wide its interval is."""
    reader, threshold = Reader(published), published.threshold
    values = frame[reader.names].itertuples(index=False)
    truth = np.bincount([reader.atoms.index(tuple(one)) for one in values], minlength=len(reader.atoms))
    kept_back = {tuple(reader.row(cell)) for cell in published.kept_back}
    wanted = set()
    for crossing in crossings:
        questions = (*crossing.by, *crossing.asked)
        columns = sorted(crossing.columns)
        # A few people who can be told apart, if only by the difference of two tables.
        for given in product(*(sorted(reader.answers[name]) for name in columns)):
            wanted.add(tuple(reader.row([(name, {answer}) for name, answer in zip(columns, given, strict=True)])))
        # A few people who did not answer what the rest of a group did; also nobody at all.
        for groups in product(*((None, *question.groups) for question in questions)):
            named = [(question.column, group) for question, group in zip(questions, groups, strict=True) if group]
            for part in named[sum(group is not None for group in groups[: len(crossing.by)]) :]:
                base = reader.row([*crossing.within, *(other for other in named if other != part)])
                cell = reader.row([*crossing.within, *named])
                if cell @ truth and (base - cell) @ truth < threshold and (base - cell).any():
                    kept_back.add(tuple(base - cell))
    kept_back |= {row for row in wanted if 0 < np.array(row) @ truth < threshold}
    widths = {row: reader.width(np.array(row)) for row in kept_back}
    return [(row, width) for row, width in widths.items() if width < threshold - 0.5]
