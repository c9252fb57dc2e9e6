"""Small made-up registrations."""

import pandas as pd
import pytest

from helpers.disclosure.cells import Question


@pytest.fixture
def question():
    """A question with a group for every answer, or for answers written together: ``question("age", "a", "bc")``."""
    return lambda column, *groups: Question(column, tuple(map(frozenset, groups)))


@pytest.fixture
def cell():
    """A cell: ``cell(age="bc")``."""
    return lambda **parts: frozenset((name, frozenset(given)) for name, given in parts.items())


@pytest.fixture
def records():
    """Records from how often each combination of one-letter answers was given: ``records("pq", ax=3)``."""

    def made(columns, **times):
        rows = [list(answers) for answers, number in times.items() for _ in range(number)]
        return pd.DataFrame(rows, columns=list(columns))

    return made
