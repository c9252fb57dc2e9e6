"""What print leaves open: every such cell has its range, and records that fit print lie within."""

import csv

from open_cells import figures, open_cells

from helpers.checking import ranges
from helpers.data import records
from helpers.synthesis.registration import ranges as synthesis


def test_every_cell_that_print_leaves_open_has_a_range():
    known = ranges.all_ranges()
    for table in figures(records.load()):
        listed = {(row, column) for id, row, column in known if id == table.id}
        assert listed >= open_cells(table), table.id
        # What is fixed all the same leaves the solver a single value.
        for key in listed - open_cells(table):
            if table[key].value is not None:
                between = known[table.id, *key]
                assert between.low == between.high == table[key].value, (table.id, key)


def test_the_records_lie_within():
    for table in figures(records.load()):
        assert set(ranges.ranges_of(table)) >= open_cells(table), table.id


#: Of each kind one that is soon worked out: a count, and a share of which the base is open too.
_AGAIN = {("figuur-7", "couple_own", "opkomst"), ("figuur-5", "first", "opkomst_plus")}


def test_ranges_worked_out_again_are_those_of_the_file():
    again = synthesis.generate(only=_AGAIN)
    with open(synthesis.PATH, encoding="utf-8", newline="") as file:
        stored = [row for row in csv.DictReader(file) if (row["id"], row["row"], row["column"]) in _AGAIN]
    assert again.to_dict("records") == stored
