"""What families answered at the start and at the end."""

import shutil

import pytest

from helpers.data import codebook, populations
from helpers.data.files import CODEBOOK, RECORDS, read_strings
from helpers.disclosure.cells import count
from helpers.own.changes import all_changes, large_enough, with_known


@pytest.fixture(scope="module")
def families():
    return with_known(populations.described(read_strings(RECORDS / "registration.csv")).astype(str), all_changes())


@pytest.fixture(scope="module")
def counts(families):
    changes = list(all_changes())
    crossings = [crossing for one in changes for crossing in one.crossings]
    return count(families, [*crossings, *(one.linked[0] for one in changes)])


def test_every_question_that_is_asked_twice_is_there_but_the_diploma():
    twice = {end for end in codebook.measured_at("end")}
    assert twice - {one.end.column for one in all_changes()} == {"parents_diploma_end"}


def test_what_a_question_counts_is_some_of_its_answers():
    for one in all_changes():
        variable = codebook.variables()[one.start.column]
        assert set(variable.counted) < set(codebook.labels(variable.categories))


def test_another_codebook_decides_what_is_counted(tmp_path):
    shutil.copytree(CODEBOOK, tmp_path, dirs_exist_ok=True)
    rows = read_strings(CODEBOOK / "variables.csv").set_index("name")
    rows.loc["housing", "counted"], rows.loc["network", "counted"] = "social", ""
    rows.reset_index().to_csv(tmp_path / "variables.csv", index=False)
    with codebook.using(tmp_path):
        titles = {one.end.column: one.title for one in all_changes()}
    assert titles["housing_end"] == "Huisvesting: Sociale woning Lokaal toewijzingsreglement"
    assert "network_end" not in titles


def test_only_families_count_whose_two_answers_are_known(families, counts):
    codes = populations.described(read_strings(RECORDS / "registration.csv")).set_index("dossier")
    for one in all_changes():
        if codebook.variables()[one.end.column].categories == "yes_no":
            both = codes[codes[one.start.column].isin(["yes", "no"]) & codes[one.end.column].isin(["yes", "no"])]
            expected = len(both), (both[one.start.column] == "yes").sum(), (both[one.end.column] == "yes").sum()
            assert [counts.cells[cell].count for cell in (one.known, one.yes_at_start, one.yes_at_end)] == [*expected]


def test_answers_that_are_good_count_as_yes_where_there_are_more_than_two(counts):
    (housing,) = (one for one in all_changes() if one.end.column == "housing_end")
    codes = populations.described(read_strings(RECORDS / "registration.csv"))
    good, missing = ["adequate", "social"], codebook.variables()["housing"].missing
    both = codes[~codes["housing"].isin(missing) & ~codes["housing_end"].isin(missing)]
    assert housing.title.startswith("Huisvesting: Vaste betaalbare")
    assert counts.cells[housing.yes_at_start].count == both["housing"].isin(good).sum()
    assert counts.cells[housing.yes_at_end].count == both["housing_end"].isin(good).sum()


def test_nobody_is_where_no_first_answer_is(counts):
    nobody = [cell for one in all_changes() for cell in one.linked[1]]
    assert nobody and {counts.cells[cell].count for cell in nobody} == {0}


def test_how_many_moved_each_way_has_no_place_in_the_book(counts):
    known = frozenset().union(*(one.known for one in all_changes()))
    for cell in counts.cells.values():
        assert not cell.is_shown or len(cell.condition) < 2 or known & cell.condition


def test_a_change_needs_enough_families_on_both_sides_at_both_moments(families):
    found = large_enough(families, all_changes(), 5)
    assert found
    for one in found:
        both = families[families[one.end.column] != "unknown"]
        for yes in (both[asked.column].isin(asked.groups[0]) for asked in (one.start, one.end)):
            assert min(yes.sum(), (~yes).sum()) >= 5
    assert large_enough(families, all_changes(), len(families)) == []
