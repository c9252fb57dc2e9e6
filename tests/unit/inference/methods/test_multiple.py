"""Many rows: Holm, against its definition and enumeration."""

from itertools import combinations, product

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
)

# What a correction could decide


@st.composite
def rows_of_changes(draw):
    rows = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=8))
    return [up for up, _ in rows], [down for _, down in rows]


@pytest.mark.parametrize(("p", "smallest"), [([0.5], [0.5, 0.5]), ([0.1], [0.2]), ([1.1], [0.5]), (0.5, 0.5)])
def test_what_does_not_belong_together_is_refused(p, smallest):
    with pytest.raises(ValueError, match="p-value"):
        family_verdict(p, smallest)


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


def test_holm_may_be_unable_to_reject_anything():
    # Five rows of which one can tell anything: 6 of 6, p = 0.03125.
    up, down = [6, 1, 2, 0, 3], [0, 1, 1, 0, 2]
    found = family_verdict(exact_mcnemar(up, down), smallest_sign_p(np.add(up, down)))
    assert not found.could_reject
    assert found.floor == pytest.approx(5 * 0.03125)
    assert not found.rejected.any()
    assert found.holm == pytest.approx(holm(exact_mcnemar(up, down)))


def test_without_rows_there_is_nothing_to_reject():
    found = family_verdict([], [])
    assert (found.floor, found.could_reject) == (1, False)


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
