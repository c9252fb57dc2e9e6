"""Two groups of different people: Fisher and Newcombe, against enumeration and published examples."""

from fractions import Fraction
from itertools import product
from math import comb

import pytest
from two_by_two import SLACK

from helpers.inference.methods import (
    fisher,
    newcombe_independent,
    smallest_fisher_p,
    wilson,
)


def fisher_by_counting(first: int, n_first: int, second: int, n_second: int) -> Fraction:
    """Fisher's test over every table with the same margins: exact."""
    yes = first + second
    ways = {k: comb(n_first, k) * comb(n_second, yes - k) for k in range(yes + 1)}
    return Fraction(sum(w for w in ways.values() if w <= ways[first]), sum(ways.values()))


@pytest.mark.parametrize(("n_first", "n_second"), [(1, 1), (3, 5), (6, 6), (11, 10)])
def test_fisher_is_the_share_of_every_table_with_the_same_margins(n_first, n_second):
    for first, second in product(range(n_first + 1), range(n_second + 1)):
        expected = fisher_by_counting(first, n_first, second, n_second)
        assert fisher(first, n_first, second, n_second) == pytest.approx(float(expected))


@pytest.mark.parametrize(("n_first", "n_second"), [(1, 1), (3, 5), (6, 6), (11, 10)])
def test_the_smallest_fisher_p_is_that_of_every_table_with_the_same_margins(n_first, n_second):
    for yes in range(n_first + n_second + 1):
        every = [
            fisher_by_counting(first, n_first, yes - first, n_second)
            for first in range(max(0, yes - n_second), min(yes, n_first) + 1)
        ]
        assert smallest_fisher_p(n_first, n_second, yes) == pytest.approx(float(min(every)))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Newcombe (1998), table II, method 10.
        ((56, 70, 48, 80), (0.0524, 0.3339)),
        ((9, 10, 3, 10), (0.1705, 0.8090)),
        ((5, 56, 0, 29), (-0.0381, 0.1926)),
        ((0, 10, 0, 20), (-0.1611, 0.2775)),
        ((10, 10, 0, 20), (0.6791, 1.0)),
    ],
)
def test_newcombes_interval_agrees_with_published_examples(table, expected):
    assert newcombe_independent(*table) == pytest.approx(expected, abs=0.5e-4)


def test_newcombes_interval_holds_the_difference_and_mirrors():
    for first, second in product(range(6), range(8)):
        low, high = newcombe_independent(first, 5, second, 7)
        assert -1 - SLACK <= low <= first / 5 - second / 7 <= high <= 1 + SLACK
        assert newcombe_independent(second, 7, first, 5) == pytest.approx((-high, -low))


def test_against_a_group_without_doubt_the_interval_is_wilsons():
    # 0 of a billion is as good as certain: what is left is the first share alone.
    assert newcombe_independent(3, 10, 0, 10**9) == pytest.approx(wilson(3, 10), abs=1e-6)


@pytest.mark.parametrize("numbers", [(0, 0, 1, 2), (3, 2, 1, 2), (1, 2, -1, 2), (1, 2, 1, 0)])
def test_groups_that_cannot_be_are_refused(numbers):
    for function in (fisher, newcombe_independent):
        with pytest.raises(ValueError, match="is not a share"):
            function(*numbers)


def test_more_yes_than_people_is_refused():
    for yes in (-1, 6):
        with pytest.raises(ValueError, match="impossible"):
            smallest_fisher_p(2, 3, yes)
