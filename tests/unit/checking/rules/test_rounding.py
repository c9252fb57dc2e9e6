"""Printed numbers, the ways to round, and what rounds to what was printed."""

from fractions import Fraction

import pytest
from rounding_ways import DECIMAL, quantized

from helpers.checking.rules.rounding import Rounding, numbers_in, other_last_digits, read, rounded, whole
from helpers.dutch.numbers import round_half_up


@pytest.mark.parametrize("printed", ["6,3%", "0,0%", "0%", "100%", "-2", "-2,9", "1,69", "5"])
def test_totals_are_exactly_the_whole_numbers_that_round_to_what_was_printed(printed):
    number = read(printed)
    scale = 100 if number.is_share else 1
    for n in (1, 2, 16, 20, 268):
        expected = [
            total
            for total in range(-4 * n, 6 * n)
            if round_half_up(Fraction(total * scale, n), number.decimals) == number.value * scale
        ]
        assert list(number.totals(n)) == expected


@pytest.mark.parametrize("printed", ["-5", "5,5", "5%"])
def test_what_counts_nobody_is_no_count(printed):
    with pytest.raises(ValueError, match="geen aantal"):
        whole(printed)


def test_a_cell_with_two_numbers_has_to_be_taken_apart():
    assert numbers_in("57,5% (17)") == ["57,5%", "17"]
    with pytest.raises(ValueError, match="niet precies één getal"):
        read("57,5% (17)")


def test_every_other_last_digit_is_tried():
    assert other_last_digits("57,5% (17)", 0)[:2] == ["57,0% (17)", "57,1% (17)"]
    assert other_last_digits("57,5% (17)", 1)[-1] == "57,5% (19)"
    assert len(other_last_digits("100%", 0)) == 9


def test_a_count_with_decimal_zeros_has_another_last_digit_before_the_comma_too():
    others = other_last_digits("8,00", 0)
    assert "8,01" in others and "7,00" in others and "8,00" not in others
    assert len(others) == 18


@pytest.mark.parametrize("rounding", DECIMAL)
def test_every_way_of_rounding_is_that_of_the_standard_library(rounding):
    for n in (1, 2, 3, 7, 16, 40):
        for total in range(-3 * n, 3 * n + 1):
            value = Fraction(total, n)
            assert all(rounded(value, d, rounding) == Fraction(quantized(value, d, rounding)) for d in (0, 1, 2))


def test_rounding_twice_is_rounding_twice():
    assert rounded(Fraction(4, 21) * 100, 1, Rounding.TWICE) == Fraction(191, 10)
    assert rounded(Fraction(4, 21) * 100, 1) == Fraction(190, 10)
