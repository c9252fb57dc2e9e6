"""Counting and drawing whole scores at two moments."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.checking.rules.score_pairs import Outcome, draw, ways

PAIRS = list(product([1, 2, 3], repeat=2))


def outcome_of(pairs) -> Outcome:
    better, same = (sum(test(*pair) for pair in pairs) for test in (lambda a, b: b > a, lambda a, b: b == a))
    return Outcome(better, same, len(pairs) - better - same, *map(sum, zip(*pairs, strict=True)))


@pytest.mark.parametrize("people", [1, 2, 3])
def test_the_ways_are_those_that_trying_everything_finds(people):
    found = Counter(map(outcome_of, product(PAIRS, repeat=people)))
    assert all(ways(outcome, 3) == count for outcome, count in found.items())
    assert sum(found.values()) == len(PAIRS) ** people


@given(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=6), st.integers(0, 1000))
def test_what_is_drawn_has_the_outcome(pairs, seed):
    outcome = outcome_of(pairs)
    assert outcome_of(draw(outcome, 3, np.random.default_rng(seed))) == outcome


def test_every_way_is_drawn_about_as_often():
    outcome = Outcome(better=1, same=1, worse=0, before=3, after=4)
    rng = np.random.default_rng(1)
    drawn = Counter(tuple(draw(outcome, 3, rng)) for _ in range(2000))
    assert len(drawn) == ways(outcome, 3) == 4
    assert min(drawn.values()) > 2000 / 4 * 0.8


def test_what_cannot_be_is_not_drawn():
    with pytest.raises(ValueError, match="no scores from 1 to 3"):
        draw(Outcome(better=2, same=0, worse=0, before=6, after=7), 3, np.random.default_rng(1))
