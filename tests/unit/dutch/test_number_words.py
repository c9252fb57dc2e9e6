"""Numbers and shares in words, read and written."""

from fractions import Fraction

import pytest

from helpers.dutch.number_words import (
    COMMON_FRACTIONS,
    keeps_side,
    nearest_common_fraction,
    read_fraction,
    read_number,
    read_range,
    share_in_words,
)


@pytest.mark.parametrize(
    ("words", "fraction"),
    [
        ("Eén op de vijf", "1/5"),
        ("ongeveer één op de vijf", "1/5"),
        ("één op drie", "1/3"),
        ("vier op de tien", "2/5"),
        ("1 op 3", "1/3"),
        ("bijna twee derde", "2/3"),
        ("één derde", "1/3"),
        ("Een kwart", "1/4"),
        ("driekwart", "3/4"),
        ("de andere helft", "1/2"),
    ],
)
def test_fractions_are_read_from_the_printed_words(words, fraction):
    assert read_fraction(words) == Fraction(fraction)


@pytest.mark.parametrize(
    "words",
    [
        *("veel", "tweede grootste", "zes maanden"),
        # Denied, more than the fraction at the end, several, or of nothing.
        *("niet de helft", "geen vierde", "anderhalf", "zes en een half", "een derde van een kwart", "1 op 3 tot 4"),
        *("een op de drie à vier", "een op nul", "½", "2/5"),
    ],
)
def test_other_words_are_no_fraction(words):
    with pytest.raises(ValueError, match="noemt geen breuk"):
        read_fraction(words)


def test_numbers_are_read_from_words_and_digits():
    assert [read_number(w) for w in ("ongeveer drie keer zo hoog", "zes maanden", "meer dan 9")] == [3, 6, 9]
    with pytest.raises(ValueError, match="noemt geen getal"):
        read_number("enkele")


def test_the_nearest_common_fraction():
    assert all(nearest_common_fraction(fraction) == fraction for fraction in COMMON_FRACTIONS)
    # Halfway between a fifth and a quarter lies 22,5%.
    assert nearest_common_fraction(Fraction(224, 1000)) == Fraction(1, 5)
    assert nearest_common_fraction(Fraction(225, 1000)) == Fraction(1, 4)
    assert nearest_common_fraction(Fraction(0)) == Fraction(1, 10)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "geen enkele"),
        ("1/284", "minder dan een op honderd"),
        ("1/100", "een op honderd"),
        ("7/284", "ruim een op vijftig"),
        ("20/284", "ruim een op twintig"),
        ("21/284", "ruim een op twintig"),
        ("22/284", "bijna een op tien"),
        ("62/284", "ruim een op vijf"),
        ("68/284", "bijna een kwart"),
        ("71/284", "een kwart"),
        ("89/284", "ruim drie op tien"),
        ("92/284", "bijna een derde"),
        ("1/3", "een derde"),
        ("141/284", "bijna de helft"),
        ("142/284", "de helft"),
        ("143/284", "ruim de helft"),
        ("175/284", "ruim zes op tien"),
        ("2/3", "twee derde"),
        ("19/20", "bijna alle"),
        ("283/284", "bijna alle"),
        ("1", "alle"),
    ],
)
def test_a_share_in_words(value, words):
    assert share_in_words(Fraction(value)) == words


@pytest.mark.parametrize("value", [Fraction(-1, 10), Fraction(11, 10)])
def test_only_a_share_can_be_put_in_words(value):
    with pytest.raises(ValueError, match="not a share"):
        share_in_words(value)


@pytest.mark.parametrize(
    ("words", "fraction"),
    [
        *(("drie kwart", (3, 4)), ("driekwart", (3, 4)), ("tweederde", (2, 3)), ("twee-derde", (2, 3))),
        *(("een vijfde", (1, 5)), ("drie vierde", (3, 4)), ("meer dan de helft", (1, 2)), ("3 op de 10", (3, 10))),
        *(("e\u0301e\u0301n op de vijf", (1, 5)), ("eenentwintig op honderd", (21, 100))),
    ],
)
def test_fractions_are_read_as_people_write_them(words, fraction):
    assert read_fraction(words) == Fraction(*fraction)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(("6,5 of meer", "6.5"), ("1.500 gezinnen", "1500"), ("ongeveer twintig maanden", "20")),
        *(("eenentwintig", "21"), ("honderd tweeëntwintig moeders", "122"), ("drie honderd", "300")),
        *(("twee en twintig", "22"), ("honderd tweee\u0308ntwintig", "122")),
    ],
)
def test_a_number_is_read_whole(words, number):
    assert read_number(words) == Fraction(number)


@pytest.mark.parametrize(
    "words",
    [
        *("niet drie", "geen twee keer", "min twee", "vier à vijf", "vier, vijf", "twee tot drie", "een tiental"),
        *("zes en een half", "een half jaar", "anderhalf", "6½", "1.28", "0.050", "1'286", "1.286 500", "12.50"),
    ],
)
def test_a_number_that_is_not_read_whole_is_refused_by_name(words):
    with pytest.raises(ValueError, match="noemt geen getal") as refused:
        read_number(words)
    assert repr(words) in str(refused.value)


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        *(("bijna een kwart", (True, False, False)), ("nog geen kwart", (True, False, False))),
        *(("ruim een kwart", (False, False, True)), ("een kwart", (True, True, True))),
    ],
)
def test_words_say_on_which_side_of_a_fraction_a_share_lies(words, sides):
    shares = (Fraction(24, 100), Fraction(1, 4), Fraction(26, 100))
    assert tuple(keeps_side(words, share, read_fraction(words)) for share in shares) == sides
    low, high = read_range(words)
    assert (low >= Fraction(1, 4), high <= Fraction(1, 4)) == (not sides[0], not sides[2])
