"""Tests of families that moved forward."""

import pytest
from counted_progress import ONE, TWO, table_of
from made_progress import made

from helpers.inference.methods import clopper_pearson, exact_mcnemar, fisher, holm
from helpers.inference.score_tests import Counts, counts_in, group_labels, pooled_table, progress
from helpers.pages.parts import score_tests


def test_groups_and_counts_are_read_from_the_keys():
    table = table_of(TWO)
    assert group_labels(table) == {"opkomst": "OPkomst", "opkomst_plus": "OPkomst+"}
    assert counts_in(table, "debts", "opkomst_plus") == Counts(1, 3, 6)
    assert counts_in(table, "baby", "opkomst") is None
    with pytest.raises(KeyError):
        counts_in(table, "baby", "total")


def test_every_row_is_tested_in_its_group():
    found = progress(table_of(TWO))
    assert list(found.groups) == ["opkomst", "opkomst_plus", "pooled"]
    for group in ("opkomst", "opkomst_plus"):
        tests = {test.row: test for test in found.groups[group].rows}
        assert set(tests) == {row for row in TWO if TWO[row][group]}
        for row, test in tests.items():
            up, same, down = TWO[row][group]
            assert test.p == exact_mcnemar(up, down)
            assert test.of_rated == clopper_pearson(up, up + same + down)
            assert test.of_changed == (clopper_pearson(up, up + down) if up + down else None)
        assert found.groups[group].family.holm.tolist() == holm([test.p for test in tests.values()]).tolist()


def test_pooled_is_the_sum_and_a_row_of_one_group_is_that_group():
    pooled = {test.row: test.counts for test in progress(table_of(TWO)).groups["pooled"].rows}
    assert pooled["housing"] == Counts(12, 7, 2)
    assert pooled["baby"] == Counts(6, 2, 1)


def test_groups_are_compared_where_both_were_rated():
    found = progress(table_of(TWO)).between
    assert [test.row for test in found.rows] == ["housing", "rights", "insight", "debts"]
    insight = found.rows[2]
    assert insight.p == fisher(3, 9, 9, 10)
    assert float(insight.difference) == pytest.approx(9 / 10 - 3 / 9)
    assert insight.interval[0] < insight.difference < insight.interval[1]


def test_a_single_group_is_neither_pooled_nor_compared():
    found = progress(table_of(ONE))
    assert list(found.groups) == ["total"]
    assert found.between is None
    assert score_tests.between_html(found) == ""


def test_if_everyone_had_changed_more_could_have_been_found():
    for tests in progress(table_of(TWO)).groups.values():
        assert tests.floor_of_rated <= tests.family.floor


def test_areas_leave_out_where_few_moved_forward():
    table = made("extra-21")
    every, some = pooled_table(table, "extra-20", ""), pooled_table(table, "extra-20", "", 3)
    third = sorted((c.value for c in every.cells), reverse=True)[2]
    assert {c.row: c.value for c in some.cells} == {c.row: c.value for c in every.cells if c.value >= third}
    assert 3 <= len(some.cells) < len(every.cells)
