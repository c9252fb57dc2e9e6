"""Claims in the running text: expressions, number words, comparisons."""

import re
from fractions import Fraction

import pytest

from helpers.checking import claims
from helpers.checking.claims import Derived, Link
from helpers.dutch.number_words import (
    COMMON_FRACTIONS,
    nearest_common_fraction,
    read_fraction,
    read_number,
    share_in_words,
)
from helpers.tables.expressions import ExpressionError, evaluate
from helpers.tables.table import Table, cell

LETTER = re.compile(r"[a-z]")
VALUES = {"a": Fraction(1, 3), "b": Fraction(2)}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + a + a", [1]),
        ("1 - a", [Fraction(2, 3)]),
        ("a / b * 6", [1]),
        ("-(a - 1)", [Fraction(2, 3)]),
        ("a < b", [True]),
        ("0 < a < b, a == b", [True, False]),
    ],
)
def test_expressions_are_exact(expression, expected):
    assert evaluate(expression, LETTER, VALUES.__getitem__) == expected


@pytest.mark.parametrize(
    "expression", ["", "a +", "a ** b", "__import__('os')", "a / 0", "c", "'a'", "a and b", "a != b", "1.5", "[a]"]
)
def test_nothing_else_is_an_expression(expression):
    with pytest.raises(ExpressionError):
        evaluate(expression, LETTER, VALUES.__getitem__)


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


@pytest.mark.parametrize("words", ["veel", "tweede grootste", "zes maanden"])
def test_other_words_are_no_fraction(words):
    with pytest.raises(ValueError, match="no fraction"):
        read_fraction(words)


def test_numbers_are_read_from_words_and_digits():
    assert [read_number(w) for w in ("ongeveer drie keer zo hoog", "zes maanden", "meer dan 9")] == [3, 6, 9]
    with pytest.raises(ValueError, match="no number"):
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


TABLE = Table(
    "tabel-99",
    "Voorbeeld",
    "3.9",
    (
        cell(("a", "A"), ("total", "Totaal"), Fraction(68, 284), "%", 284, "gezinnen"),
        cell(("b", "B"), ("total", "Totaal"), Fraction(-29, 10), "maanden", 10, "gezinnen"),
        cell(("c", "C"), ("total", "Totaal"), None, "%", 0, "gezinnen"),
    ),
    True,
)


def compare(how, computed, printed):
    outcome = claims.compare(Link("tekst", "", "", how, computed, ""), printed, {TABLE.id: TABLE})
    return outcome.holds, outcome.computed


@pytest.mark.parametrize(
    ("how", "computed", "printed", "outcome"),
    [
        ("value", "tabel-99[a,total]", "23,9%", (True, "23,9%")),
        ("value", "tabel-99[a,total]", "ongeveer 24%", (True, "24%")),
        ("value", "tabel-99[a,total]", "24,0%", (False, "23,9%")),
        ("value", "tabel-99[a,total].count", "68", (True, "68")),
        ("value", "tabel-99[a,total].n - 16", "268", (True, "268")),
        ("value", "9 + tabel-99[b,total]", "zes maanden", (True, "6")),
        ("value", "tabel-99[b,total]", "-2,9", (True, "-2,9")),
        ("value", "tabel-99[b,total]", "-3", (True, "-3")),
        ("value", "1 - tabel-99[a,total]", "76%", (True, "76%")),
        ("fraction", "tabel-99[a,total]", "een kwart", (True, "23,9%")),
        ("fraction", "tabel-99[a,total]", "bijna een kwart", (True, "23,9%")),
        ("fraction", "tabel-99[a,total] + 2 / 100", "bijna een kwart", (False, "25,9%")),
        ("fraction", "tabel-99[a,total]", "een op de vijf", (False, "23,9%")),
        ("fraction", "tabel-99[a,total], 1 - tabel-99[a,total]", "een kwart", (False, "23,9%; 76,1%")),
        ("times", "tabel-99[a,total] * 12", "drie keer zo hoog", (True, "2,9")),
        ("times", "tabel-99[a,total] * 15", "drie keer zo hoog", (False, "3,6")),
        ("holds", "tabel-99[a,total] > 1 / 5", "tweede grootste", (True, "klopt")),
        ("holds", "tabel-99[a,total] > 1 / 4", "tweede grootste", (False, "klopt niet")),
    ],
)
def test_a_claim_is_compared_in_its_own_way(how, computed, printed, outcome):
    assert compare(how, computed, printed) == outcome


@pytest.mark.parametrize("computed", ["tabel-99[z,total]", "tabel-98[a,total]", "tabel-99[c,total]", "tabel-99"])
def test_a_claim_about_a_cell_that_is_not_there_cannot_be_compared(computed):
    with pytest.raises(ExpressionError):
        compare("value", computed, "1")


def test_a_derived_cell_has_to_follow_from_what_was_printed():
    printed = {("tabel-98", "A", "N"): "68", ("tabel-98", "Totaal", "N"): "284", ("figuur-9", "rest", ""): "76%"}

    def follows(source):
        return claims.follows(Derived("tabel-99", "a", "total", source, ""), TABLE["a", "total"], printed)

    assert follows("{tabel-98 | A | N} / {tabel-98 | Totaal | N}")
    assert follows("1 - {figuur-9 | rest | }")
    assert not follows("{tabel-98 | A | N} / ({tabel-98 | Totaal | N} + 2)")
    with pytest.raises(ExpressionError, match="not printed"):
        follows("{tabel-98 | B | N}")
