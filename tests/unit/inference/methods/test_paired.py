"""The same people at two moments: tables and margins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_by_two import every_margins, every_table, tables_of, untimed

from helpers.inference.methods import (
    Margins,
    Pairs,
    count_pairs,
)


@pytest.mark.parametrize("n", range(6))
def test_margins_allow_exactly_the_tables_that_have_them(n):
    for margins in every_margins(n):
        tables = tables_of(margins)
        assert set(tables) == {table for table in every_table(n) if table.margins == margins}
        assert {table.up - table.down for table in tables} == {margins.net}
        assert sorted(min(table.up, table.down) for table in tables) == list(range(len(tables)))


@pytest.mark.parametrize("numbers", [(3, 4, 0), (3, 0, 4), (3, -1, 0), (3, 0, -1), (-1, 0, 0)])
def test_impossible_margins_are_refused(numbers):
    with pytest.raises(ValueError, match="impossible"):
        Margins(*numbers)


def test_impossible_tables_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        Margins(5, 3, 4).pairs(1)
    with pytest.raises(ValueError, match="negative"):
        Pairs(1, -1, 0, 3)
    with pytest.raises(ValueError, match="no share"):
        _ = Margins(0, 0, 0).difference


@untimed
@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_records_are_counted(records):
    start, end = [a for a, _ in records], [b for _, b in records]
    kinds = [(True, True), (False, True), (True, False), (False, False)]
    assert count_pairs(start, end) == Pairs(*(records.count(kind) for kind in kinds))


@pytest.mark.parametrize(
    ("start", "end"), [([True], [True, False]), ([[True]], [[True]]), ([1], [0]), (["yes"], ["no"]), ([True], [None])]
)
def test_records_that_are_no_pairs_of_booleans_are_refused(start, end):
    with pytest.raises(ValueError, match="expected"):
        count_pairs(start, end)
