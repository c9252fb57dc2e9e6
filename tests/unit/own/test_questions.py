"""Which tables a registration of one's own has."""

import pytest

from helpers.data import codebook, records
from helpers.disclosure.cells import count
from helpers.own.questions import all_asked, programmes


@pytest.fixture(scope="module")
def asked():
    return {one.column: one for one in all_asked()}


def test_every_answer_of_the_codebook_has_one_row(asked):
    """Otherwise a record with it could not be counted."""
    for column, one in asked.items():
        variable = codebook.variables()[column]
        allowed = set(variable.missing)
        if variable.type == "integer":
            allowed |= set(map(str, range(int(variable.minimum), int(variable.maximum) + 1)))
        else:
            allowed |= set(codebook.labels(variable.categories))
        assert sorted(answer for given in one.rows.values() for answer in given) == sorted(allowed)


def test_the_start_of_the_support_is_asked_and_the_end_is_not(asked):
    sections = {codebook.variables()[column].section for column in asked}
    assert {"3.5", "3.6", "3.7", "3.8", "3.9"} <= sections
    assert not [section for section in sections if not section.startswith("3.")]


def test_only_questions_with_more_than_yes_and_no_are_divided_by_programme(asked):
    assert set(asked["housing"].columns) == {*programmes(), "Totaal"}
    assert list(asked["difficulty_anxiety"].columns) == ["Totaal"]


@pytest.mark.parametrize(
    ("column", "labels"),
    [
        ("mother_age", ["minder dan 20", "20 tot 24", "25 tot 29", "30 tot 34", "35 of meer"]),
        ("children_present", ["0", "1", "2", "3 of meer"]),
        ("child_age_at_start", ["minder dan 0", "0 tot 5", "6 tot 11", "12 of meer"]),
    ],
)
def test_whole_numbers_are_in_classes_without_an_outer_end(asked, column, labels):
    assert list(asked[column].rows)[: len(labels)] == labels


def test_the_synthetic_records_have_a_place_in_every_table(asked):
    codes = records.load().frame.astype(str).replace("<NA>", "unknown").replace("nan", "unknown")
    columns = [column for column in asked if codebook.variables()[column].type == "category"]
    counts = count(codes, [asked[column].crossing for column in columns])
    assert counts.cells[frozenset()].count == len(codes)
