"""Half-up rounding and Dutch notation."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from helpers.numbers import dutch, parse_printed, percent, round_half_up


def test_a_tie_is_rounded_away_from_zero():
    assert percent(Fraction(1, 16)) == "6,3%"
    assert str(round_half_up(Fraction(5, 2))) == "3"
    assert str(round_half_up(Fraction(-5, 2))) == "-3"


@pytest.mark.parametrize("thousandths", range(-2500, 2500, 7))
def test_rounding_agrees_with_decimal(thousandths):
    expected = (Decimal(thousandths) / 1000).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert round_half_up(Fraction(thousandths, 1000), 1) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1286, 0, "1.286"), (1234567, 0, "1.234.567"), (Fraction(5, 2), 2, "2,50"), (-2, 1, "-2,0"), (-0.01, 1, "0,0")],
)
def test_dutch_notation(value, decimals, text):
    assert dutch(value, decimals) == text


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("57,5% (17)", [("57.5", 1), ("17", 0)]),
        ("-1,1", [("-1.1", 1)]),
        ("1.286", [("1286", 0)]),
        ("5,0", [("5.0", 1)]),
        ("100%", [("100", 0)]),
        ("-", []),
        ("/", []),
        ("één op de vijf", []),
    ],
)
def test_a_printed_string_keeps_its_decimals(printed, numbers):
    found = [(str(number.value), number.decimals) for number in parse_printed(printed)]
    assert found == numbers


def test_what_is_written_is_read_back():
    for hundredths in range(-150_000, 150_000, 1_237):
        (number,) = parse_printed(dutch(Fraction(hundredths, 100), 2))
        assert number.value == Decimal(hundredths) / 100
