"""Which tables a registration of one's own has."""

import pytest

from helpers.data import codebook
from helpers.data.files import RECORDS, read_strings
from helpers.disclosure.cells import EVERYBODY, count
from helpers.own.questions import all_asked, barred, linked, programmes


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
        ("mother_age", ["minder dan 20 jaar", "20 tot 24 jaar", "25 tot 29 jaar", "30 tot 34 jaar", "35 jaar of meer"]),
        ("children_present", ["0", "1", "2", "3 of meer"]),
        ("child_age_at_start", ["voor de geboorte", "0 tot 5 maanden", "6 tot 11 maanden", "12 maanden of meer"]),
    ],
)
def test_whole_numbers_are_in_classes_without_an_outer_end(asked, column, labels):
    assert list(asked[column].rows)[: len(labels)] == labels


def test_the_synthetic_records_have_a_place_in_every_table(asked):
    codes = read_strings(RECORDS / "registration.csv")
    counts = count(codes, [one.crossing for one in asked.values()])
    assert counts.cells[EVERYBODY].count == len(codes)


def test_a_reader_knows_which_answers_do_not_go_together(asked):
    found = {crossing.columns: nobody for crossing, nobody in linked(asked.values())}
    family, partner = asked["family_composition"].rows, asked["partner_income"].rows
    impossible = found[frozenset({"family_composition", "partner_income"})]
    single = ("family_composition", family["Alleenstaand"])
    assert {single, ("partner_income", partner["Leefloon"])} in impossible
    assert {single, ("partner_income", partner["Niet van toepassing"])} not in impossible


def test_nobody_is_where_a_rule_of_the_codebook_says_so(asked):
    links = list(linked(asked.values()))
    counts = count(read_strings(RECORDS / "registration.csv"), [crossing for crossing, _ in links])
    assert links
    assert {counts.cells[cell].count for _, nobody in links for cell in nobody} == {0}
    assert [cell.condition for cell in counts.cells.values() if cell.is_shown] == [EVERYBODY]


def test_nobody_breaks_a_rule_about_three_questions_or_more(asked):
    cells = list(barred(asked.values()))
    counts = count(read_strings(RECORDS / "registration.csv"), [one.crossing for one in asked.values()], cells)
    assert counts.nobody == tuple(cells)
    first = ("pregnancy_order", asked["pregnancy_order"].rows["Eerste zwangerschap"])
    found = [dict(cell) for cell in cells if first in cell]
    assert {"pregnant_at_start", "pregnancy_order", "family_composition", "children_present"} in map(set, found)
    assert min(map(len, cells)) == 3
