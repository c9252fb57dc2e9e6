"""Intervals and tests, against enumeration, hand calculation and independent implementations."""

from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import comb
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from helpers.inference.methods import (
    Margins,
    Pairs,
    Recorded,
    Significance,
    count_pairs,
    count_recorded,
    exact_mcnemar,
    holm,
    moves_that_undo,
    newcombe,
    newcombe_bounds,
    p_range,
    p_range_of_tables,
    significance,
    treatments,
    wilson,
    wilson_bounds,
)

# The first call of scipy is slow, which says nothing of what is tested.
untimed = settings(deadline=None)

#: Floating sums of binomial terms differ in the last digits.
SLACK = 1e-12

#: p-values on a grid, so that ties are common.
P_VALUES = st.lists(st.integers(0, 40).map(lambda fortieth: fortieth / 40), min_size=1, max_size=6)


@st.composite
def some_margins(draw, largest=60):
    n = draw(st.integers(0, largest))
    return Margins(n, draw(st.integers(0, n)), draw(st.integers(0, n)))


@cache
def every_table(n):
    """Every way to divide n people over the four cells."""
    return [
        Pairs(both, up, down, n - both - up - down)
        for both in range(n + 1)
        for up in range(n + 1 - both)
        for down in range(n + 1 - both - up)
    ]


def every_margins(n):
    return [Margins(n, start, end) for start, end in product(range(n + 1), repeat=2)]


@cache
def by_counting(up, down):
    """The p-value as a share of all ways in which the changes can go: exact."""
    moved = up + down
    ways = sum(comb(moved, k) for k in range(moved + 1) if abs(2 * k - moved) >= abs(up - down))
    return Fraction(ways, 2**moved)


# One share


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


# The same people at two moments


@pytest.mark.parametrize("n", range(6))
def test_margins_allow_exactly_the_tables_that_have_them(n):
    for margins in every_margins(n):
        tables = margins.tables()
        assert set(tables) == {table for table in every_table(n) if table.margins == margins}
        assert {table.up - table.down for table in tables} == {margins.net}
        assert sorted(table.against for table in tables) == list(range(len(tables)))


@pytest.mark.parametrize("numbers", [(3, 4, 0), (3, 0, 4), (3, -1, 0), (3, 0, -1), (-1, 0, 0)])
def test_impossible_margins_are_refused(numbers):
    with pytest.raises(ValueError, match="impossible"):
        Margins(*numbers)


def test_impossible_tables_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        Margins(5, 3, 4).pairs(1)
    with pytest.raises(ValueError, match="negative"):
        Pairs(1, -1, 0, 3)
    with pytest.raises(ValueError, match="no share"):
        _ = Margins(0, 0, 0).difference


@untimed
@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_records_are_counted(records):
    start, end = [a for a, _ in records], [b for _, b in records]
    kinds = [(True, True), (False, True), (True, False), (False, False)]
    assert count_pairs(start, end) == Pairs(*(records.count(kind) for kind in kinds))


@pytest.mark.parametrize(
    ("start", "end"), [([True], [True, False]), ([[True]], [[True]]), ([1], [0]), (["yes"], ["no"]), ([True], [None])]
)
def test_records_that_are_no_pairs_of_booleans_are_refused(start, end):
    with pytest.raises(ValueError, match="expected"):
        count_pairs(start, end)


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
        for p, table in [(found.smallest, found.at_smallest), (found.largest, found.at_largest)]:
            assert table.margins == margins
            assert p == exact_mcnemar(table.up, table.down)


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
        lost = {t.against for t in tables if by_counting(t.up, t.down) > alpha}
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


# The unknown at the end, and the verdict


def records_behind(margins, unknown):
    """Every table in truth, from every division of people over start and registered end."""
    # (yes, no, unknown) at the end, of those with yes at the start; the others follow.
    for yes, hidden in product(range(margins.end + 1), range(unknown + 1)):
        no = margins.start - yes - hidden
        no_start = margins.n - margins.start
        other_yes, other_hidden = margins.end - yes, unknown - hidden
        other_no = no_start - other_yes - other_hidden
        if min(no, other_no) < 0:
            continue
        for a, b in product(range(hidden + 1), range(other_hidden + 1)):
            up, down = other_yes + b, no + hidden - a
            yield Pairs(yes + a, up, down, other_no + other_hidden - b)


@pytest.mark.parametrize("n", range(6))
def test_the_unknown_can_be_anything_that_records_allow(n):
    for margins in every_margins(n):
        for unknown in range(n - margins.end + 1):
            possible = treatments([margins], unknown)
            found = {table for true in possible.as_anything for table in true.tables()}
            assert found == set(records_behind(margins, unknown))
            assert possible.as_no == [margins]


@pytest.mark.parametrize("n", range(5))
def test_fewer_unknown_allow_nothing_new(n):
    for margins in every_margins(n):
        most = treatments([margins]).as_anything
        fewer = [treatments([margins], unknown).as_anything for unknown in range(n - margins.end + 1)]
        assert all(set(some) <= set(most) for some in fewer)
        assert set(most) == set(fewer[-1])


def test_more_unknown_than_people_are_refused():
    for unknown in (-1, 3):
        with pytest.raises(ValueError, match="unknown"):
            treatments([Margins(5, 1, 3)], unknown)


@pytest.mark.parametrize("n", [9, 25, 60])
def test_a_rise_has_the_same_largest_p_whoever_the_unknown_are(n):
    for margins in every_margins(n)[:: max(1, n // 9)]:
        if margins.net >= 0:
            possible = treatments([margins])
            as_no, as_anything = p_range(possible.as_no), p_range(possible.as_anything)
            assert as_anything.largest == pytest.approx(as_no.largest)
            assert as_anything.smallest <= as_no.smallest + SLACK


@pytest.mark.parametrize("alpha", [0.05, 0.2])
@pytest.mark.parametrize("n", [0, 1, 7, 9])
def test_the_verdict_is_that_of_every_table(n, alpha):
    for margins in every_margins(n):
        truths = treatments([margins])
        for candidates in (truths.as_no, truths.as_anything):
            significant = {by_counting(t.up, t.down) <= alpha for true in candidates for t in true.tables()}
            expected = {
                frozenset({True}): Significance.WHATEVER,
                frozenset({False}): Significance.NEVER,
                frozenset({True, False}): Significance.UNDETERMINED,
            }[frozenset(significant)]
            assert verdict(candidates, alpha) == expected


def verdict(candidates, alpha=0.05):
    found = p_range(candidates)
    return significance(found.smallest, found.largest, alpha)


def verdicts(margins, unknown=None):
    possible = treatments([margins], unknown)
    return verdict(possible.as_no), verdict(possible.as_anything)


def test_a_rise_can_be_certain_and_a_fall_can_be_undone():
    assert verdicts(Margins(43, 15, 30)) == (Significance.WHATEVER, Significance.WHATEVER)
    assert verdicts(Margins(43, 30, 15), unknown=15) == (Significance.WHATEVER, Significance.UNDETERMINED)
    assert verdicts(Margins(46, 5, 7), unknown=10) == (Significance.NEVER, Significance.UNDETERMINED)
    assert str(Significance.NEVER) == "never significant"


def test_the_border_counts_as_significant():
    assert significance(0.01, 0.05) == Significance.WHATEVER
    assert significance(0.05, 0.06) == Significance.UNDETERMINED
    with pytest.raises(ValueError, match="larger"):
        significance(0.2, 0.1)


# The difference between the shares


@pytest.mark.parametrize(
    ("table", "expected", "digits"),
    [
        # contingencytables (R), Newcombe_square_and_add_CI_paired_2x2(cavo_2012),
        # with the moments the other way around: -0.1186 to -0.0046.
        (Pairs(both=59, up=16, down=6, neither=80), (0.0046, 0.1186), 4),
        # Altman et al. (2000), Statistics with confidence, table 6.2: 0.011 to 0.226.
        (Pairs(both=14, up=5, down=0, neither=22), (0.011, 0.226), 3),
        # Newcombe (1998): 36, 12, 2 and 0 give 0.0569 to 0.3404.
        (Pairs(both=36, up=12, down=2, neither=0), (0.0569, 0.3404), 4),
    ],
)
def test_newcombes_interval_agrees_with_published_examples(table, expected, digits):
    assert newcombe(table) == pytest.approx(expected, abs=0.5 * 10**-digits)


@pytest.mark.parametrize("n", range(1, 9))
def test_newcombes_interval_holds_the_difference_and_mirrors(n):
    for table in every_table(n):
        low, high = newcombe(table)
        assert -1 - SLACK <= low <= table.margins.difference + SLACK
        assert table.margins.difference - SLACK <= high <= 1 + SLACK
        mirrored = newcombe(Pairs(table.both, table.down, table.up, table.neither))
        assert mirrored == pytest.approx((-high, -low), abs=SLACK)


@pytest.mark.parametrize("n", range(1, 9))
def test_the_bounds_of_the_interval_are_those_of_every_table(n):
    for margins in every_margins(n):
        lows, highs = zip(*(newcombe(t) for t in every_table(n) if t.margins == margins), strict=True)
        found = newcombe_bounds([margins])
        assert found.low == pytest.approx((min(lows), max(lows)), abs=SLACK)
        assert found.high == pytest.approx((min(highs), max(highs)), abs=SLACK)


@untimed
@given(st.lists(some_margins().filter(lambda margins: margins.n), min_size=1, max_size=4), st.data())
def test_any_allowed_interval_lies_within_the_bounds(candidates, data):
    found = newcombe_bounds(candidates, 0.9)
    margins = data.draw(st.sampled_from(candidates))
    low, high = newcombe(margins.pairs(data.draw(st.sampled_from(margins.overlaps))), 0.9)
    assert found.low[0] - SLACK <= low <= found.low[1] + SLACK
    assert found.high[0] - SLACK <= high <= found.high[1] + SLACK


def test_without_people_there_is_no_interval():
    with pytest.raises(ValueError, match="no share"):
        newcombe(Pairs(0, 0, 0, 0))


# Many rows


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
    p_values = [[float(by_counting(t.up, t.down)) for t in margins.tables()] for margins in rows]
    adjusted = np.array([holm(choice) for choice in product(*p_values)])
    # The bounds hold for every choice, and no narrower ones do.
    assert adjusted.min(axis=0) == pytest.approx(low)
    assert adjusted.max(axis=0) == pytest.approx(high)


# Records, with some unknown at the end


ANSWERS = st.tuples(st.booleans(), st.sampled_from(["yes", "no", "unknown"]))


@untimed
@given(st.lists(ANSWERS, max_size=7))
def test_the_tables_of_records_are_those_of_every_answer_of_the_unknown(people):
    start, later = [a for a, _ in people], [b for _, b in people]
    recorded = count_recorded(start, [b == "yes" for b in later], [b == "unknown" for b in later])
    choices = product(*([b == "yes"] if b != "unknown" else [True, False] for b in later))
    assert set(recorded.tables.as_anything) == {count_pairs(start, list(end)) for end in choices}
    assert recorded.tables.as_no == [count_pairs(start, [b == "yes" for b in later])]


def test_who_is_unknown_said_nothing_and_was_there():
    with pytest.raises(ValueError, match="cannot be a yes"):
        count_recorded([True], [True], [True])
    with pytest.raises(ValueError, match="no room"):
        Recorded(Pairs(1, 1, 0, 1), 1, 0)


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
