"""Tabel 26."""

import pandas as pd
import pytest

from helpers.checking import verify
from helpers.data import instrument, records
from helpers.synthesis.interviews import PATH
from helpers.tables import catalogue

INDICATORS = list(instrument.indicators("interview"))


@pytest.fixture(scope="module")
def table():
    return catalogue.table_26(records.load("interviews"))


def test_the_table_is_the_printed_one(table):
    checks = verify.checks_for(table)
    assert len(checks) == 16 * 6 + 1
    assert {check.status for check in checks} == {verify.REPRODUCED}


def test_the_number_of_mothers_with_a_score_is_shown_in_each_row(table):
    sizes = {row: int(table[row, "rated"].value) for row in INDICATORS}
    assert {row for row, size in sizes.items() if size != 9} == {
        *("housing", "income", "debts", "insight", "employment", "baby_care")
    }
    for row, size in sizes.items():
        assert size == sum(table[row, column].value for column in ("better", "same", "worse"))
        assert all(cell.n == size for cell in table.row(row))


def test_the_change_is_that_of_the_exact_means(table):
    apart = [
        row
        for row in INDICATORS
        if table[row, "end"].rounded - table[row, "start"].rounded != table[row, "change"].rounded
    ]
    assert apart == ["employment", "health", "knowledge", "confidence_as_mother"]
    for row in INDICATORS:
        assert table[row, "end"].value - table[row, "start"].value == table[row, "change"].value


def test_a_score_at_one_moment_only_does_not_count(tmp_path):
    codes = pd.read_csv(PATH, dtype=str, keep_default_na=False)
    rated = codes[(codes["indicator"] == "stress") & (codes["moment"] == "end")].index[0]
    codes.loc[rated, "score"] = "not_rated"
    codes.to_csv(tmp_path / "one.csv", index=False)
    changed = catalogue.table_26(records.load("interviews", tmp_path / "one.csv"))
    assert changed["stress", "start"].n == changed["stress", "end"].n == 8
