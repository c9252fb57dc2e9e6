"""Intervals, against an independent implementation."""

import pytest
from scipy.stats import binomtest

from helpers.inference import wilson


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
