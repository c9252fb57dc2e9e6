"""Many rows: Holm and Tarone, against their definitions and enumeration."""

from fractions import Fraction
from itertools import combinations, product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_by_two import SLACK, by_counting, tables_of, untimed

from helpers.inference.methods import (
    Margins,
    exact_mcnemar,
    family_verdict,
    holm,
    p_range,
    smallest_sign_p,
    tarone,
)

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


#: p-values on a grid, so that ties are common.
P_VALUES = st.lists(st.integers(0, 40).map(lambda fortieth: fortieth / 40), min_size=1, max_size=6)


def by_closed_testing(p):
    """Holm's adjusted values from their definition, over all sets of rows."""
    rows = range(len(p))
    sets = [chosen for size in range(1, len(p) + 1) for chosen in combinations(rows, size)]
    worst = {chosen: min(1, len(chosen) * min(p[row] for row in chosen)) for chosen in sets}
    return [max(worst[chosen] for chosen in sets if row in chosen) for row in rows]


def test_holm_by_hand():
    # Sorted 0.005, 0.01, 0.03, 0.04; times 4, 3, 2, 1: 0.02, 0.03, 0.06, 0.04; never lower than before.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_holm_gives_ties_the_same_value():
    # 0.02 times 3 for both, not 0.06 and 0.04.
    assert holm([0.02, 0.5, 0.02]) == pytest.approx([0.06, 0.5, 0.06])


@untimed
@given(P_VALUES)
def test_holm_is_the_closed_test(p):
    assert holm(p) == pytest.approx(by_closed_testing(p))


@untimed
@given(P_VALUES, st.data())
def test_holm_grows_with_every_p_value(p, data):
    larger = [data.draw(st.floats(value, 1)) for value in p]
    assert np.all(holm(p) <= holm(larger) + SLACK)


@untimed
@given(P_VALUES, st.randoms(use_true_random=False))
def test_holm_does_not_depend_on_the_order(p, random):
    order = random.sample(range(len(p)), len(p))
    assert holm([p[row] for row in order]) == pytest.approx(holm(p)[order])


@pytest.mark.parametrize("p", [0.5, [[0.5]], [1.1], [-0.1], [float("nan")]])
def test_holm_refuses_what_is_no_list_of_p_values(p):
    with pytest.raises(ValueError, match="p-values"):
        holm(p)


def test_holm_of_no_rows_is_no_rows():
    assert holm([]).shape == (0,)


@pytest.mark.parametrize(
    "rows",
    [
        [Margins(8, 1, 7), Margins(9, 2, 6), Margins(7, 3, 3)],
        [Margins(12, 1, 10), Margins(10, 8, 2), Margins(9, 4, 5)],
        [Margins(20, 2, 12), Margins(20, 2, 12), Margins(14, 7, 1)],
    ],
)
def test_holm_of_the_extremes_bounds_every_joint_choice_of_tables(rows):
    ranges = [p_range([margins]) for margins in rows]
    low = holm([one.smallest for one in ranges])
    high = holm([one.largest for one in ranges])
    p_values = [[float(by_counting(t.up, t.down)) for t in tables_of(margins)] for margins in rows]
    adjusted = np.array([holm(choice) for choice in product(*p_values)])
    # The bounds hold for every choice, and no narrower ones do.
    assert adjusted.min(axis=0) == pytest.approx(low)
    assert adjusted.max(axis=0) == pytest.approx(high)
