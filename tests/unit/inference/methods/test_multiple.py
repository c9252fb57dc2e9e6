"""Tests of small groups: sign test, Fisher, Clopper-Pearson and Tarone, against enumeration."""

from fractions import Fraction
from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from helpers.inference.methods import (
    clopper_pearson,
    exact_mcnemar,
    family_verdict,
    fisher,
    holm,
    newcombe_independent,
    sign_power,
    smallest_fisher_p,
    smallest_sign_p,
    tarone,
    wilson,
)

untimed = settings(deadline=None)

#: Floating sums of binomial terms differ in the last digits.
SLACK = 1e-12


def signs_by_counting(up: int, down: int) -> Fraction:
    """The sign test as a share of all sequences of changes, one by one."""
    net = [abs(sum(steps)) for steps in product([1, -1], repeat=up + down)]
    return Fraction(sum(found >= abs(up - down) for found in net), len(net))


def fisher_by_counting(first: int, n_first: int, second: int, n_second: int) -> Fraction:
    """Fisher's test over every table with the same margins: exact."""
    yes = first + second
    ways = {k: comb(n_first, k) * comb(n_second, yes - k) for k in range(yes + 1)}
    return Fraction(sum(w for w in ways.values() if w <= ways[first]), sum(ways.values()))


# The sign test


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


# Clopper and Pearson's interval


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


# Two groups


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


# Tarone, and what a correction could decide


def test_tarone_by_hand():
    # Smallest p of 8, 5, 4, 9 and 7 changes: 0.0078, 0.0625, 0.125, 0.0039, 0.0156. At 0.05 three
    # can be rejected, at 0.025 still three, at 0.0167 three: so K = 3.
    smallest = smallest_sign_p([8, 5, 4, 9, 7])
    p = exact_mcnemar([8, 3, 4, 8, 7], [0, 2, 0, 1, 0])
    found = tarone(p, smallest)
    assert found.divisor == 3
    assert found.testable.tolist() == [True, False, False, True, True]
    # 8 up and 1 down is 20/512 = 0.039, above 0.0167.
    assert found.rejected.tolist() == [True, False, False, False, True]


@st.composite
def rows_of_changes(draw):
    rows = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=8))
    return [up for up, _ in rows], [down for _, down in rows]


@untimed
@given(rows_of_changes(), st.sampled_from([0.01, 0.05, 0.2]))
def test_tarone_rejects_at_least_what_bonferroni_does_and_never_the_impossible(rows, alpha):
    up, down = rows
    p, smallest = exact_mcnemar(up, down), smallest_sign_p(np.add(up, down))
    found = tarone(np.ravel(p), np.ravel(smallest), alpha)
    m = len(up)
    assert np.all(found.rejected >= (np.ravel(p) <= alpha / max(m, 1)))
    assert np.all(found.rejected <= found.testable)
    assert found.testable.sum() <= found.divisor <= max(m, 1)
    # One less would be too little.
    assert found.divisor == 1 or np.sum(smallest <= alpha / (found.divisor - 1)) > found.divisor - 1


@pytest.mark.parametrize("changes", [(6, 5, 3), (6, 6, 2), (7, 6, 6), (9, 1, 1)])
def test_under_the_hypothesis_tarone_errs_at_most_at_its_level(changes):
    smallest = smallest_sign_p(list(changes))
    wrong = Fraction(0)
    for up in product(*(range(n + 1) for n in changes)):
        weight = np.prod([comb(n, k) for n, k in zip(changes, up, strict=True)])
        p = [float(exact_mcnemar(k, n - k)) for n, k in zip(changes, up, strict=True)]
        if tarone(p, smallest).rejected.any():
            wrong += Fraction(int(weight), 2 ** sum(changes))
    assert wrong <= Fraction(5, 100)


@pytest.mark.parametrize(("p", "smallest"), [([0.5], [0.5, 0.5]), ([0.1], [0.2]), ([1.1], [0.5]), (0.5, 0.5)])
def test_tarone_refuses_what_does_not_belong_together(p, smallest):
    with pytest.raises(ValueError, match="p-value"):
        tarone(p, smallest)


@untimed
@given(rows_of_changes())
def test_no_outcome_gives_less_than_the_floor(rows):
    up, down = rows
    smallest = np.ravel(smallest_sign_p(np.add(up, down)))
    found = family_verdict(np.ravel(exact_mcnemar(up, down)), smallest)
    assert np.all(found.holm >= found.smallest_holm - SLACK)
    assert found.floor == pytest.approx(min([1, *(len(up) * smallest)]))
    assert found.could_reject or not found.rejected.any()
    assert np.all(found.rejected_alone <= found.could_reject_alone)


def test_holm_may_be_unable_to_reject_what_tarone_rejects():
    # Five rows of which one can tell anything: 6 of 6, p = 0.03125.
    up, down = [6, 1, 2, 0, 3], [0, 1, 1, 0, 2]
    found = family_verdict(exact_mcnemar(up, down), smallest_sign_p(np.add(up, down)))
    assert not found.could_reject
    assert found.floor == pytest.approx(5 * 0.03125)
    assert not found.rejected.any()
    assert (found.tarone.divisor, found.tarone.rejected.tolist()) == (1, [True, False, False, False, False])
    assert found.holm == pytest.approx(holm(exact_mcnemar(up, down)))


def test_without_rows_there_is_nothing_to_reject():
    found = family_verdict([], [])
    assert (found.floor, found.could_reject, found.tarone.divisor) == (1, False, 1)
