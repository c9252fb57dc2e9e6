"""Half-up rounding and Dutch notation."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from helpers.dutch.numbers import ALPHA, dutch, p_value, parse_printed, percent, round_half_up


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


@pytest.mark.parametrize(
    ("p", "written"),
    [
        (0.0009, "< 0,001"),
        (0.001, "0,001"),
        (0.0495, "0,050"),
        (0.05, "0,050"),
        (0.0504, "0,0504"),
        (0.05004, "0,05004"),
        (0.0505, "0,051"),
        (1.0, "1,000"),
    ],
)
def test_a_p_value_is_never_shown_as_zero_or_as_another_verdict(p, written):
    assert p_value(p) == written


def test_rounding_never_moves_a_p_value_across_the_level():
    near = [
        Fraction(1, 20) + Fraction(sign * step, 10**9) for sign in (1, -1) for step in (1, 7, 999, 10**5, 10**6, 10**7)
    ]
    for p in [*near, *(Fraction(k, 997) for k in range(998))]:
        written = p_value(p)
        shown = Fraction(0) if written.startswith("<") else Fraction(written.replace(",", "."))
        assert (shown <= ALPHA) == (p <= ALPHA), written


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        *(("1 286", ["1286"]), ("1\u202f286", ["1286"]), ("1.286", ["1286"]), (",050", ["0.050"]), ("4-5", ["4", "5"])),
        *(
            ("18\u201325 jaar", ["18", "25"]),
            ("\u22122,6", ["-2.6"]),
            ("\u20112", ["-2"]),
            ("57,5% (17)", ["57.5", "17"]),
        ),
        *(("1.28", ["1", "28"]), ("12.345,6", ["12345.6"]), ("2020 tot 2023", ["2020", "2023"])),
        # The widths of a space and of a dash that typesetters use; a minus with a space behind it.
        *((f"1{space}286", ["1286"]) for space in "\u2002\u2005\u2007\u2008\u200a\u205f"),
        *((f"{dash}2", ["-2"]) for dash in "\u2010\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"),
        *((f"18{dash}25", ["18", "25"]) for dash in "\u2010\u2012\u2013\u2014\u2015\u2212"),
        *(("\u2013 10%", ["-10"]), ("18 - 25", ["18", "25"])),
        # Neither the Dutch thousands of an English decimal, nor six of six and a half.
        *(("0.050", ["0", "050"]), ("6½", [])),
    ],
)
def test_numbers_are_read_whole_with_every_space_dash_and_minus(printed, values):
    assert [number.value for number in parse_printed(printed)] == list(map(Decimal, values))
