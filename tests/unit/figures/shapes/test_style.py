"""Colours, contrast and the width of text."""

import pytest

from helpers.figures.shapes.style import COLOURS, INNER, SHADES, hyphenated, ink_on, luminance, text_width, tint, wrap


def test_the_two_programmes_can_be_told_apart_without_colour():
    one, other = sorted(luminance(COLOURS[programme]) + 0.05 for programme in ("opkomst_plus", "opkomst"))
    assert other / one >= 2.5
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in COLOURS.values())


@pytest.mark.parametrize("colour", [*COLOURS.values(), *SHADES, *map(tint, COLOURS.values())])
def test_letters_on_a_bar_have_enough_contrast(colour):
    low, high = sorted(luminance(c) + 0.05 for c in (colour, ink_on(colour)))
    assert high / low >= 4.5


def test_text_is_wrapped_to_the_width_and_hyphenated_where_allowed():
    lines = wrap("Uitkering of tegemoet\xadkoming", 1.05).split("\n")
    assert lines == ["Uitkering of", "tegemoet-", "koming"]
    assert all(text_width(line) <= 1.05 for line in lines)
    assert wrap("tegemoet\xadkoming", INNER) == "tegemoetkoming"


def test_a_word_that_is_too_long_can_be_broken():
    text = "Het Gezinsondersteuningsprogramma van de stad"
    lines = wrap(hyphenated(text, 1.05), 1.05).split("\n")
    assert all(text_width(line) <= 1.05 for line in lines)
    assert " ".join(lines).replace("- ", "") == text
    assert hyphenated("Het programma van", 1.05) == "Het programma van"
