"""Intervals of printed shares whose n is known or may be one of a few."""

from helpers.data import records
from helpers.inference.change_tests import row_tests
from helpers.inference.methods import Margins, wilson
from helpers.inference.printed_rows import EvolutionRow, evolution_rows
from helpers.inference.share_intervals import share_intervals


def test_an_interval_holds_that_of_every_size_that_fits():
    rows = {row.key: row for row in evolution_rows(records.load(), "tabel-19")}
    assert share_intervals(rows["org_kind_en_gezin"]) == [wilson(64, 120), wilson(92, 120)]
    low, high = share_intervals(rows["org_caw"])[0]
    assert low == wilson(11, 178)[0] < wilson(11, 177)[0] and high == wilson(11, 177)[1]


def test_nobody_has_no_interval():
    row = EvolutionRow("x", "X", (Margins(0, 0, 0),))
    assert share_intervals(row) == [None, None]
    assert row_tests([row])[0].change is None
