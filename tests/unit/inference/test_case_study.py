"""What chapter 4.2 draws of its tables together, and which of it print fixes."""

from dataclasses import replace

import pytest

from helpers import figures
from helpers.data import records
from helpers.inference import case_study
from helpers.inference.case_study import AREAS, GAPS, LINES, MOVES, SCORES
from helpers.tables import case_study_scores
from helpers.tables.disclosure import ConfidentialError

#: The domains that the brochure lists as those with progress for many mothers.
BROCHURE = {
    *("housing", "income", "social_rights", "insight"),
    *("living_environment", "confidence_as_mother", "stress"),
}


@pytest.fixture(scope="module")
def families():
    return records.load("case_study")


@pytest.fixture(scope="module")
def found(families):
    return case_study.made_from(families)


def test_the_areas_are_those_that_the_brochure_names(found):
    table, fixed = case_study.drawn(found, AREAS)
    assert set(table.rows) == BROCHURE
    assert fixed == {(cell.row, cell.column) for cell in table.cells}


def test_each_picture_has_its_own_number_and_title(found):
    ids = [AREAS, MOVES, SCORES, GAPS]
    tables = [case_study.drawn(found, id)[0] for id in ids]
    assert [table.id for table in tables] == ids
    assert len({table.title for table in tables}) == len(set(ids)) == 4


def test_a_share_is_an_example_when_a_count_behind_it_is(found):
    shaken = replace(found, fixed=found.fixed - {("insight", "opkomst.worsened")})
    table, fixed = case_study.drawn(shaken, GAPS)
    assert {(cell.row, cell.column) for cell in table.cells} - fixed == {
        ("insight", column) for column in table.columns
    }


def test_lines_are_the_families_of_one_indicator_and_always_an_example(families):
    table = case_study.lines(families, "housing")
    pairs = case_study_scores.rated(families.frame)
    mine = pairs[pairs["indicator"] == "housing"].set_index("family")
    assert set(table.rows) == set(mine.index)
    assert list(dict.fromkeys(cell.column.partition(".")[0] for cell in table.cells)) == ["opkomst", "opkomst_plus"]
    for cell in table.cells:
        assert cell.value == mine.at[cell.row, cell.column.partition(".")[2]]
    assert (table.id, figures.draw(table).no_fixed_mark) == (LINES, True)
    with pytest.raises(KeyError):
        case_study.lines(families, "employment")


def test_nothing_of_real_families_is_shown(families):
    real = replace(families, synthetic=False)
    with pytest.raises(ConfidentialError):
        case_study.made_from(real)
    with pytest.raises(ConfidentialError):
        case_study.lines(real, "housing")
