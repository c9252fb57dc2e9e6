"""The signs of Tabel 26 are those that the text of 4.3 gives its numbers."""

from decimal import Decimal

import pytest

from helpers.data import records
from helpers.tables import catalogue
from helpers.tables.score_classes import INTERVIEW, class_if_any

NAMED = {
    "lowest": {
        *("employment", "stress", "help_seeking", "housing"),
        *("administration", "insight", "confidence_in_relationships", "safety_net"),
    },
    "highest": {"attachment", "trust_in_services", "debts"},
    "strongest": {"insight", "safety_net", "housing", "administration", "stress", "employment"},
}


@pytest.fixture(scope="module")
def marks():
    return [cell for cell in catalogue.table_26(records.load("interviews")).cells if cell.mark]


@pytest.mark.parametrize("name", NAMED)
def test_what_the_text_names_has_a_sign_and_nothing_else(marks, name):
    assert {cell.row for cell in marks if cell.mark == name} == NAMED[name]


def test_twelve_indicators_have_six_mothers_or_more(marks):
    assert sum(cell.mark == "six" for cell in marks) == 12


@pytest.mark.parametrize("name, column, lowest", [("highest", "start", "2.45"), ("strongest", "change", "1.39")])
def test_a_limit_that_print_does_not_give_could_lie_lower_without_another_sign(marks, name, column, lowest):
    (found,) = (one for one in INTERVIEW[column] if one.code == name)
    values = {cell.row: cell.value for cell in catalogue.table_26(records.load("interviews")).column(column)}
    assert min(values[row] for row in NAMED[name]) >= found.least - Decimal("0.005")
    assert max(value for row, value in values.items() if row not in NAMED[name]) < Decimal(lowest)


def test_a_number_between_two_classes_has_none():
    assert class_if_any(Decimal("2.22"), INTERVIEW["start"], 2) is None
    assert class_if_any(Decimal("2.004"), INTERVIEW["start"], 2).code == "lowest"
