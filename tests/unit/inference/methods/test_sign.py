"""The sign test and its power, against enumeration."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from scipy.stats import binomtest

from helpers.inference.methods import (
    exact_mcnemar,
    sign_power,
    smallest_sign_p,
)


def signs_by_counting(up: int, down: int) -> Fraction:
    """The sign test as a share of all sequences of changes, one by one."""
    net = [abs(sum(steps)) for steps in product([1, -1], repeat=up + down)]
    return Fraction(sum(found >= abs(up - down) for found in net), len(net))


@pytest.mark.parametrize("changed", range(11))
def test_the_sign_test_is_that_of_every_sequence_of_changes(changed):
    for up in range(changed + 1):
        assert exact_mcnemar(up, changed - up) == pytest.approx(float(signs_by_counting(up, changed - up)))
        assert exact_mcnemar(up, changed - up) == pytest.approx(binomtest(up, changed).pvalue if changed else 1)


def test_the_smallest_p_is_that_of_every_way_to_change():
    for changed in range(25):
        every = exact_mcnemar(np.arange(changed + 1), changed - np.arange(changed + 1))
        assert smallest_sign_p(changed) == pytest.approx(every.min())


def test_of_the_rated_nobody_can_give_less_than_all_changing_the_same_way():
    for rated in range(13):
        every = [exact_mcnemar(up, down) for up in range(rated + 1) for down in range(rated + 1 - up)]
        assert smallest_sign_p(rated) == pytest.approx(min(every))


@pytest.mark.parametrize("changed", range(9))
@pytest.mark.parametrize("share", [0, 0.5, 0.7, 0.9, 1])
def test_power_is_the_probability_of_every_significant_sequence(changed, share):
    expected = sum(
        share**up * (1 - share) ** (changed - up)
        for up in map(sum, product([0, 1], repeat=changed))
        if signs_by_counting(up, changed - up) <= Fraction(1, 10)
    )
    assert sign_power(share, changed, alpha=0.1) == pytest.approx(expected)


@pytest.mark.parametrize("changed", range(30))
def test_the_level_is_never_exceeded_and_both_directions_have_the_same_power(changed):
    assert sign_power(0.5, changed) <= 0.05
    assert sign_power(0.8, changed) == pytest.approx(sign_power(0.2, changed))


@pytest.mark.parametrize(("share", "changed"), [(1.1, 5), (-0.1, 5), (0.5, -1), (0.5, 2.5)])
def test_power_of_what_cannot_be_is_refused(share, changed):
    with pytest.raises(ValueError, match="is not a share|no number"):
        sign_power(share, changed)
