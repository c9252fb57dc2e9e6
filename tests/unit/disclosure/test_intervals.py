"""How far a count can go."""

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import linprog

from helpers.disclosure import intervals
from helpers.disclosure.cells import Crossing, count
from helpers.disclosure.intervals import Puzzle, Seen, UnsolvedError, furthest, puzzles, solved
from helpers.disclosure.system import System


@pytest.fixture
def table(records, question):
    frame = records("pq", ax=3, ay=7, bx=8, by=2, cx=6, cy=6)
    return System(count(frame, [Crossing((question("p", "a", "b", "c"), question("q", "x", "y")))]))


def ends(system, known, wanted):
    for puzzle in puzzles(system, known):
        for row in np.flatnonzero(puzzle.cells == system.number[wanted]):
            return [int(puzzle.sums[[row]].toarray()[0] @ furthest(puzzle, sign, row)[0]) for sign in (-1, 1)]


def test_a_square_of_unknown_counts_moves_as_far_as_its_smallest_corners(table, cell):
    known = np.array([not (len(one) == 2 and dict(one)["p"] <= frozenset("ab")) for one in table.cells])
    # ax + ay = 10, bx + by = 10, ax + bx = 11: none of the four is nobody.
    assert ends(table, known, cell(p="a", q="x")) == [2, 9]


def test_what_is_known_takes_a_system_apart(table, cell):
    known = np.array(
        [one != cell(p="a", q="x") and one != cell(p="a", q="y") and "q" in dict(one) for one in table.cells]
    )
    assert ends(table, known, cell(p="a", q="x")) == [3, 3]


def test_what_was_seen_lies_within_what_is_possible_and_is_wide_enough_or_all_of_it(table, cell):
    known = np.array([not (len(one) == 2 and dict(one)["p"] <= frozenset("ab")) for one in table.cells])
    for width, ends_of_ax in ((4, None), (7, (2, 9)), (50, (2, 9))):
        seen = Seen.truth(table)
        seen.widen(table, known, ~known, width)
        found = seen.low[table.number[cell(p="a", q="x")]], seen.high[table.number[cell(p="a", q="x")]]
        assert 2 <= found[0] <= 3 <= found[1] <= 9
        assert found == ends_of_ax if ends_of_ax else found[1] - found[0] >= width
        assert not seen.width[known].any()


def odd_ring():
    """Three numbers, each pair 3 together: halves without the demand for whole numbers."""
    pairs = sparse.csr_array(np.array([[1, 1, 0], [0, 1, 1], [1, 0, 1]]))
    one = sparse.csr_array(np.array([[1, 0, 0]]))
    return Puzzle(np.arange(3), pairs, np.array([3, 3, 3]), np.arange(3), np.array([3]), one, np.array([0]))


def test_halves_are_no_registration():
    with pytest.raises(UnsolvedError):
        solved(odd_ring(), np.ones(3))


def test_what_was_asked_before_is_not_solved_again(table, cell, monkeypatch):
    calls = []
    monkeypatch.setattr(intervals, "linprog", lambda *given, **named: calls.append(1) or linprog(*given, **named))
    intervals._solved.cache_clear()
    known = np.array([not (len(one) == 2 and dict(one)["p"] <= frozenset("ab")) for one in table.cells])
    first, again = (ends(table, known, cell(p="a", q="x")) for _ in range(2))
    assert first == again and len(calls) == 2
    # With one more count shown it is another question.
    known[table.number[cell(p="b", q="x")]] = True
    assert ends(table, known, cell(p="a", q="x")) == [3, 3] and len(calls) == 4
