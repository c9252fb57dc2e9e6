"""Protected sets of linked tables, attacked from the full cross of all columns by code of its own."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import LinearConstraint, milp

from helpers.disclosure.cells import Crossing, Question, count
from helpers.disclosure.protection import TooFewError, protect

#: Seeds of random sets of tables.
SETS = range(200)

THRESHOLD = 5


def random_tables(seed):
    """Two to four columns, and two to four tables of one to three of them, often tied in a ring."""
    rng = np.random.default_rng(seed)
    size, names = int(rng.integers(20, 200)), list("pqrs")[: int(rng.integers(2, 5))]
    questions, frame = {}, {}
    for name in names:
        answers = [f"{name}{number}" for number in range(rng.integers(2, 5))]
        frame[name] = rng.choice(answers, size, p=rng.dirichlet(np.ones(len(answers))))
        questions[name] = Question(name, tuple(frozenset([answer]) for answer in answers))
    crossings = []
    for _ in range(rng.integers(2, 5)):
        chosen = rng.choice(names, int(rng.integers(1, min(3, len(names)) + 1)), replace=False)
        divides = len(chosen) > 1 and rng.random() < 0.5
        crossings.append(
            Crossing(
                tuple(questions[name] for name in chosen[divides:]), tuple(questions[name] for name in chosen[:divides])
            )
        )
    return pd.DataFrame(frame), crossings


def widths(published):
    """How wide the interval of each cell kept back is, in whole numbers, by the full cross."""
    answers = published.counts.answers
    atoms = list(product(*(sorted(given) for given in answers.values())))
    names = list(answers)

    def row(cell):
        return np.array([all(atom[names.index(name)] in given for name, given in cell) for atom in atoms], float)

    known = [cell for cell in published.counts.cells if published.value(cell) is not None]
    rows, values = np.array([row(cell) for cell in known]), [published.value(cell) for cell in known]
    for cell in published.kept_back:
        ends = [
            milp(sign * row(cell), integrality=1, constraints=LinearConstraint(rows, values, values)).fun
            for sign in (1, -1)
        ]
        yield cell, -ends[1] - ends[0]


@pytest.mark.parametrize("seed", SETS)
def test_no_count_of_random_linked_tables_is_found_or_nearly_found(seed):
    frame, crossings = random_tables(seed)
    try:
        published = protect(count(frame, crossings), THRESHOLD)
    except TooFewError:
        pytest.skip("too few records for these tables")
    assert [(cell, width) for cell, width in widths(published) if width < THRESHOLD - 0.5] == []
    small = [cell for cell in published.counts.cells if 0 < (published.value(cell) or 0) < THRESHOLD]
    assert small == []
