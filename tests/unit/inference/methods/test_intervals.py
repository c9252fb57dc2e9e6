"""Intervals of one share, against scipy and enumeration."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest
from two_by_two import SLACK, untimed

from helpers.inference.methods import (
    clopper_pearson,
    wilson,
    wilson_bounds,
)


@pytest.mark.parametrize("n", [1, 2, 16, 284])
@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_wilson_agrees_with_scipy_for_every_count(n, confidence):
    for count in range(n + 1):
        expected = binomtest(count, n).proportion_ci(confidence, method="wilson")
        assert wilson(count, n, confidence) == pytest.approx((expected.low, expected.high), abs=1e-12)


@pytest.mark.parametrize(("count", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_interval(count, n):
    with pytest.raises(ValueError, match="is not a share"):
        wilson(count, n)


@untimed
@given(st.lists(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=4))
def test_the_bounds_of_a_share_are_those_of_every_possibility(shares):
    lows, highs = zip(*(wilson(count, n) for count, n in shares), strict=True)
    assert wilson_bounds(iter(shares)) == (min(lows), max(highs))


def test_without_possibilities_a_share_has_no_bounds():
    with pytest.raises(ValueError, match="no shares"):
        wilson_bounds([])


@pytest.mark.parametrize("n", [1, 2, 7, 21])
@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_clopper_pearson_agrees_with_scipy_for_every_count(n, confidence):
    for count in range(n + 1):
        expected = binomtest(count, n).proportion_ci(confidence, method="exact")
        assert clopper_pearson(count, n, confidence) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize("n", [1, 5, 11])
def test_clopper_pearson_covers_every_true_share(n):
    intervals = [clopper_pearson(count, n) for count in range(n + 1)]
    for share in np.linspace(0.005, 0.995, 199):
        covered = sum(binom.pmf(k, n, share) for k, (low, high) in enumerate(intervals) if low <= share <= high)
        assert covered >= 0.95 - SLACK


@pytest.mark.parametrize(("count", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_exact_interval(count, n):
    with pytest.raises(ValueError, match="is not a share"):
        clopper_pearson(count, n)


def test_the_ends_at_nobody_and_everybody_are_exact():
    assert all(wilson(0, n)[0] == 0 and wilson(n, n)[1] == 1 for n in range(1, 101))
