"""Newcombe's interval of a difference, against published examples and enumeration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_by_two import SLACK, every_margins, every_table, some_margins, untimed

from helpers.inference.methods import (
    Pairs,
    newcombe,
    newcombe_bounds,
)


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
