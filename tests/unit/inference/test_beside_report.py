"""A registration of one's own beside the report."""

import pytest

from helpers.checking import printed
from helpers.data import codebook, populations
from helpers.data.files import RECORDS, read_strings
from helpers.inference import beside_report
from helpers.inference.beside_report import Beside, Comparison, compared, without_counts
from helpers.own.questions import UNKNOWN, rows_of


def table(name, counts, base):
    """A table of ours, of all programmes together."""
    rows = {label: counts.get(label, 0) for label in rows_of(codebook.variables()[name])}
    # As in `publish`: a row with nobody is not there.
    shown = {label: count for label, count in rows.items() if count != 0}
    title = codebook.variables()[name].label_nl
    counts = [[count] for count in shown.values()]
    return {"id": name, "title": title, "rows": list(shown), "counts": counts, "bases": [base]}


def only(name, counts, base):
    (found,) = compared([table(name, counts, base)])[:1]
    return found


def test_the_records_of_the_report_are_beside_themselves():
    """Both sides are counted by other means: the records reproduce what is printed."""
    codes = populations.described(read_strings(RECORDS / "registration.csv"))
    tables = []
    for name, variable in codebook.variables().items():
        counts = {label: int(codes[name].isin(given).sum()) for label, given in rows_of(variable).items()}
        if counts and variable.section.startswith("3."):
            tables.append(table(name, counts, len(codes)))
    found = compared(tables)
    rows = [row for one in found for row in one.rows]
    assert len(found) == 10 and len(rows) > 60
    assert [label for one in found for label in one.kept_back] == []
    assert [row for row in rows if (row.count, row.base) != (row.printed, row.printed_base)] == []
    assert [one.id for one in found if one.differing] == []


@pytest.mark.parametrize("name", beside_report._TABLES)
def test_every_family_of_the_report_is_in_one_row(name):
    (one,) = (one for one in compared([table(name, {}, 100)]) if one.id == name)
    assert {sum(row.printed for row in one.rows)} == {row.printed_base for row in one.rows}


def test_no_number_of_the_report_is_one_that_it_contradicts():
    tables = [table(name, {}, 100) for name in codebook.variables() if name in beside_report._TABLES]
    used = {one.table for one in compared(tables)}
    wrong = {key for key in printed.declarations().erratum_of if key[0] in used}
    counts = {key for name, (keys, _) in beside_report._TABLES.items() for found in pairs(name, keys) for key in found}
    assert len(counts) > 40 and not wrong & counts


def pairs(name, keys):
    return beside_report._pairs(name, keys).values()


def test_an_answer_that_nobody_gave_is_compared_as_zero():
    one = only("housing", {"Tijdelijke huisvesting": 100}, 100)
    assert {row.label: row.count for row in one.rows}["Dak- of thuisloos"] == 0


def test_a_count_that_is_kept_back_is_not_compared():
    one = only("housing", {"Tijdelijke huisvesting": None, UNKNOWN: None}, 100)
    assert one.kept_back == ["Tijdelijke huisvesting", "Onbekend/niet van toepassing"]
    assert len(one.rows) == 5


def test_nothing_is_compared_without_the_number_of_families_whose_answer_is_known():
    assert only("interest", {"Interesse": 60, UNKNOWN: None}, 100).rows == []
    assert only("interest", {"Interesse": 60}, None).rows == []


def test_only_families_count_whose_answer_is_known_where_the_report_does_so():
    one = only("interest", {"Interesse": 60, UNKNOWN: 40}, 100)
    assert {(row.label, row.count, row.base) for row in one.rows if row.count} == {("Interesse", 60, 60)}


def test_the_last_class_holds_the_larger_families_of_the_report():
    one = only("children_present", {"3 of meer": 20}, 100)
    assert {row.label: row.printed for row in one.rows}["3 of meer"] == 19 + 9 + 1 + 2


def test_a_question_of_a_list_without_a_table_is_kept_back():
    found = {one.id: one for one in compared([table("admin_vdab", {"Ja": 40}, 100)])}
    assert [(row.label, row.count, row.base) for row in found["admin"].rows] == [("VDAB", 40, 100)]
    assert len(found["admin"].kept_back) == 11 and found["difficulty"].rows == []


def test_what_is_kept_back_counts_in_the_correction():
    row = Beside("a", 30, 100, 50, 284)
    assert 0.005 < row.p < 0.05
    assert Comparison("", "", "", [row], []).differing == [row]
    assert Comparison("", "", "", [row], ["b"] * 20).differing == []


def test_the_difference_has_the_interval_of_two_groups_of_other_people():
    row = Beside("a", 56, 70, 48, 80)
    assert row.difference == pytest.approx(0.2)
    assert row.interval == pytest.approx((0.0524, 0.3339), abs=1e-4)


def test_a_question_without_printed_counts_is_named():
    tables = [table(name, {}, 100) for name in ("referrer", "housing", "admin_vdab")]
    assert without_counts(tables) == ["Doorverwijzer"]
