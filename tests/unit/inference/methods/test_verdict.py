"""The unknown at the end, and the verdict over every table that fits."""

from itertools import product

import pytest
from two_by_two import SLACK, by_counting, every_margins, tables_of

from helpers.inference.methods import (
    Margins,
    Pairs,
    Significance,
    p_range,
    significance,
    treatments,
)


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
            found = {table for true in possible.as_anything for table in tables_of(true)}
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
            significant = {by_counting(t.up, t.down) <= alpha for true in candidates for t in tables_of(true)}
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
