"""Claims in the running text: each compared in its own way."""

from dataclasses import replace
from fractions import Fraction

import pytest

from helpers.checking import claims
from helpers.checking.claims import Derived, Link
from helpers.tables.expressions import ExpressionError
from helpers.tables.table import Table, cell

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


PRINTED = {("tabel-98", "A", "N"): "68"}


def compare(how, computed, printed):
    outcome = claims.compare(Link("tekst", "", "", how, computed, ""), printed, {TABLE.id: TABLE}, PRINTED)
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


@pytest.mark.parametrize(
    ("computed", "depends"),
    [
        ("tabel-99[a,total] > 1 / 5; tabel-99[b,total] < 0", False),
        ("tabel-99[a,total] > 1 / 5; tabel-99[b,total] > 0", True),
        ("tabel-99[a,total] < 1 / 5, tabel-99[b,total] < 0; tabel-99[b,total] > 0", False),
        # What is printed beside what is computed.
        ("tabel-99[a,total].count == {tabel-98 | A | N}; {tabel-98 | A | N} > 68", True),
    ],
)
def test_a_claim_that_holds_in_one_reading_depends_on_it(computed, depends):
    link = Link("tekst", "", "", "holds", computed, "")
    outcome = claims.compare(link, "het vaakst", {TABLE.id: TABLE}, PRINTED)
    assert (outcome.depends, outcome.holds) == (depends, all(outcome.readings))


def test_a_derived_cell_has_to_follow_from_what_was_printed():
    printed = {("tabel-98", "A", "N"): "68", ("tabel-98", "Totaal", "N"): "284", ("figuur-9", "rest", ""): "76%"}

    def follows(source):
        return claims.follows(Derived("tabel-99", "a", "total", source, ""), TABLE["a", "total"], printed)

    assert follows("{tabel-98 | A | N} / {tabel-98 | Totaal | N}")
    assert follows("1 - {figuur-9 | rest | }")
    assert not follows("{tabel-98 | A | N} / ({tabel-98 | Totaal | N} + 2)")
    # Nobody was asked: print says otherwise.
    nobody = replace(TABLE["a", "total"], value=None, n=0)
    assert not claims.follows(Derived("tabel-99", "a", "total", "{tabel-98 | A | N}", ""), nobody, printed)
    with pytest.raises(ExpressionError, match="not printed"):
        follows("{tabel-98 | B | N}")
