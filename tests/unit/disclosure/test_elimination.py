"""Which sums give another away."""

import numpy as np
import pytest

from helpers.disclosure.elimination import unsafe


def test_the_last_part_of_a_known_total_is_unsafe():
    assert unsafe([{0: 1, 1: 1, 2: 1}], [{1: 1}, {2: 1}], [{0: 1}]) == [1]


def test_what_is_not_tied_to_a_protected_sum_is_safe():
    assert unsafe([{0: 1, 1: 1}], [{2: 1}, {2: 1, 3: 1}], [{0: 1}]) == []


def test_a_multiple_gives_away_as_much():
    assert unsafe([], [{0: 2, 1: 2}], [{0: 1, 1: 1}]) == [0]


def test_a_candidate_that_follows_from_those_before_it_is_safe():
    assert unsafe([], [{0: 1, 1: 1}, {2: 1}, {0: 1, 1: 1, 2: 1}], [{0: 1}]) == []


def follows(target, rows):
    """Whether a vector is a combination of others, by rank."""
    return np.linalg.matrix_rank([*rows, target]) == np.linalg.matrix_rank(rows) if rows else not any(target)


@pytest.mark.parametrize("seed", range(60))
def test_no_protected_sum_follows_and_each_unsafe_one_would_have_made_one_follow(seed):
    rng = np.random.default_rng(seed)
    rows = rng.integers(0, 2, (14, 8))
    rows[~rows.any(axis=1), 0] = 1
    known, candidates, protected = rows[:2], rows[2:11], rows[11:]
    protected = [row for row in protected if not follows(row, list(known))]
    sums = [
        [{atom: int(value) for atom, value in enumerate(row) if value} for row in part]
        for part in (known, candidates, protected)
    ]
    found, shown = unsafe(*sums), list(known)
    for place, row in enumerate(candidates):
        gives_away = any(follows(target, [*shown, row]) for target in protected)
        assert (place in found) == gives_away
        if not gives_away:
            shown.append(row)
