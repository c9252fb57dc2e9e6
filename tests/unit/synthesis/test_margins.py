"""Bounds of what rounds to a printed number."""

import pytest

from helpers.synthesis import margins


@pytest.mark.parametrize(
    ("printed", "decimals", "inside", "outside"),
    [("6,3", 1, "0.0625", "0.0635"), ("-2", 1, "-0.0195", "-0.0205"), ("0,0", 1, "0.0004", "0.0005")],
)
def test_bounds_are_those_of_half_up_rounding(printed, decimals, inside, outside):
    bounds = margins.rounds_to(margins.parse_printed(printed)[0], decimals, 100)
    assert _within(inside, bounds)
    assert not _within(outside, bounds)


def _within(value: str, bounds: dict) -> bool:
    value = margins.Fraction(value)
    above = value > bounds["low"] or (value == bounds["low"] and not bounds["open_low"])
    below = value < bounds["high"] or (value == bounds["high"] and not bounds["open_high"])
    return above and below
