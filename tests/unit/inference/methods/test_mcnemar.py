"""The exact test of change and its range, against enumeration and independent implementations."""

from itertools import product
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from two_by_two import SLACK, by_counting, every_margins, every_table, some_margins, untimed

from helpers.inference.methods import (
    Margins,
    Pairs,
    clopper_pearson,
    exact_mcnemar,
    fisher,
    moves_that_undo,
    newcombe,
    newcombe_bounds,
    newcombe_independent,
    p_range,
    p_range_of_tables,
    sign_power,
    smallest_fisher_p,
    smallest_sign_p,
    treatments,
    wilson,
)

# The exact McNemar test


def test_the_exact_test_is_the_two_sided_binomial_test():
    up, down = np.meshgrid(np.arange(40), np.arange(40))
    found = exact_mcnemar(up, down)
    for a, b in product(range(40), repeat=2):
        expected = binomtest(a, a + b).pvalue if a + b else 1
        assert found[b, a] == pytest.approx(expected, rel=1e-10)
        assert found[b, a] == pytest.approx(float(by_counting(a, b)), rel=1e-10)


def test_the_exact_test_agrees_with_a_published_value():
    # contingencytables (R), McNemar_exact_cond_test_paired_2x2(cavo_2012): 0.052479.
    assert exact_mcnemar(6, 16) == pytest.approx(0.052479, abs=5e-7)


def test_the_exact_test_keeps_its_digits_far_from_significance():
    assert exact_mcnemar(246, 0) == pytest.approx(2.0**-245, rel=1e-10)


@pytest.mark.parametrize(("up", "down"), [(0, 0), (1, 0), (7, 7), (120, 121)])
def test_no_net_change_or_one_person_more_is_exactly_one(up, down):
    assert exact_mcnemar(up, down) == 1


@pytest.mark.parametrize(("up", "down"), [(-1, 2), (2, -1), (1.5, 2), ([1, float("nan")], [1, 1])])
def test_what_is_no_number_of_people_is_refused(up, down):
    with pytest.raises(ValueError, match="whole"):
        exact_mcnemar(up, down)


# Its range when only margins are known


@pytest.mark.parametrize("n", range(11))
def test_the_range_of_p_is_that_of_every_table(n):
    for margins in every_margins(n):
        expected = [by_counting(t.up, t.down) for t in every_table(n) if t.margins == margins]
        found = p_range([margins])
        assert (found.smallest, found.largest) == pytest.approx((float(min(expected)), float(max(expected))))


def test_p_never_falls_when_more_people_move_against_the_change():
    # The argument in the module, for every table that 250 people can give, exactly.
    for net in range(0, 251, 5):
        p_values = [by_counting(net + against, against) for against in range((250 - net) // 2 + 1)]
        assert p_values == sorted(p_values)


@untimed
@given(st.lists(some_margins(), min_size=1, max_size=4), st.data())
def test_any_allowed_overlap_lies_within_the_range(candidates, data):
    found = p_range(candidates)
    margins = data.draw(st.sampled_from(candidates))
    table = margins.pairs(data.draw(st.sampled_from(margins.overlaps)))
    assert found.smallest - SLACK <= exact_mcnemar(table.up, table.down) <= found.largest + SLACK


def test_over_several_readings_the_range_holds_each_of_them():
    readings = [Margins(40, 17, 34), Margins(40, 23, 34), Margins(44, 17, 24)]
    ranges = [p_range([margins]) for margins in readings]
    found = p_range(iter(readings))
    assert found.smallest == min(one.smallest for one in ranges)
    assert found.largest == max(one.largest for one in ranges)


def test_without_candidates_nothing_can_be_said():
    for function in (p_range, moves_that_undo, newcombe_bounds):
        with pytest.raises(ValueError, match="no margins"):
            function([])


@pytest.mark.parametrize("alpha", [0.05, 0.2])
@pytest.mark.parametrize("n", range(11))
def test_the_moves_that_undo_are_those_of_the_first_table_that_is_not_significant(n, alpha):
    for margins in every_margins(n):
        tables = [table for table in every_table(n) if table.margins == margins]
        lost = {min(t.up, t.down) for t in tables if by_counting(t.up, t.down) > alpha}
        expected = min(lost) if lost and len(lost) < len(tables) else None
        assert moves_that_undo([margins], alpha) == expected


def test_the_moves_that_undo_by_hand():
    # From 5 to 14 of 40: 13 up and 4 down is 2 * 3214 / 2**17 = 0.0490, and
    # 14 up and 5 down is 2 * 16664 / 2**19 = 0.0636.
    assert moves_that_undo([Margins(40, 5, 14)]) == 5
    # From 15 to 30 of 43 at most 13 move back, and 28 up and 13 down is 0.0275: never lost.
    assert moves_that_undo([Margins(43, 15, 30)]) is None
    # From 5 to 7: nothing to lose.
    assert moves_that_undo([Margins(46, 5, 7)]) is None
    # The fewest over the readings; one that is never significant needs nobody.
    assert moves_that_undo([Margins(40, 5, 14), Margins(40, 5, 20), Margins(43, 15, 30)]) == 5
    assert moves_that_undo([Margins(40, 5, 14), Margins(46, 5, 7)]) == 0


def test_one_table_has_one_p_value():
    found = p_range_of_tables([Pairs(3, 6, 0, 2)])
    assert found.smallest == found.largest == 0.03125
    with pytest.raises(ValueError, match="no tables"):
        p_range_of_tables([])


# All of it


def test_39_rows_take_a_moment():
    # Some 0.4 seconds, also with hundreds of candidates a row; with room for a slow machine.
    rows = [[Margins(246, 60 + row, 100 + row), Margins(240, 60 + row, 100 + row)] for row in range(39)]
    began = process_time()
    for candidates in rows:
        for margins in vars(treatments(candidates)).values():
            p_range(margins)
            moves_that_undo(margins)
            newcombe_bounds(margins)
    assert process_time() - began < 3


@pytest.mark.parametrize("small", [np.int8, np.uint8, np.int16, np.int32])
@pytest.mark.parametrize(
    ("method", "counts"),
    [
        *((exact_mcnemar, (120, 100)), (exact_mcnemar, (100, 60)), (smallest_sign_p, (120,))),
        *((wilson, (100, 120)), (clopper_pearson, (100, 120)), (fisher, (100, 120, 60, 110))),
        *((newcombe_independent, (100, 120, 60, 110)), (smallest_fisher_p, (100, 120, 60))),
        (lambda *counts: newcombe(Pairs(*counts)), (100, 60, 30, 100)),
        (lambda *counts: newcombe(Margins(*counts).pairs(40)), (127, 100, 60)),
        (lambda changed: sign_power(0.75, changed), (100,)),
    ],
)
def test_small_integer_types_do_not_overflow(method, counts, small):
    assert method(*map(small, counts)) == method(*counts)
