"""Every table and figure: what it reads, and what it does with odd records."""

from dataclasses import replace

import pandas as pd
import pytest

from helpers.data import published, records
from helpers.tables import catalogue

OUTPUTS = catalogue.all_outputs()


@pytest.mark.parametrize("id", OUTPUTS)
def test_every_column_that_the_codebook_names_is_read(id):
    compute, frame = OUTPUTS[id].function.__wrapped__, records.load(OUTPUTS[id].records).columns_for(id)
    cells = list(compute(frame))
    for column in OUTPUTS[id].columns:
        try:
            without = list(compute(frame.drop(columns=column)))
        except KeyError:
            continue
        assert without != cells, f"{id} does not read {column}"


@pytest.mark.parametrize("id", OUTPUTS)
def test_cells_are_unique_and_complete(id):
    table = OUTPUTS[id].function(records.load(OUTPUTS[id].records))
    keys = [(cell.row, cell.column) for cell in table.cells]
    assert len(set(keys)) == len(keys) > 0
    assert all(cell.row_label and cell.base for cell in table.cells)


@pytest.mark.parametrize("id", OUTPUTS)
def test_records_without_one_programme_give_a_table_all_the_same(id):
    dossiers = records.load(OUTPUTS[id].records)
    only = replace(dossiers, frame=dossiers.frame[dossiers.frame["programme"] == "opkomst"])
    table = OUTPUTS[id].function(only)
    assert_empty_where_there_is_nobody(table)


@pytest.mark.parametrize("id", OUTPUTS)
def test_records_without_a_single_answer_give_a_table_all_the_same(id):
    dossiers = records.load(OUTPUTS[id].records)
    kept = ["dossier", "first_dossier", "programme", "start_month", "end_month", "birth_measurement_month"]
    kept += ["family", "mother", "indicator", "moment"]
    unanswered = {
        name: pd.array([pd.NA] * len(dossiers.frame), "Int64") if dtype == "Int64" else "unknown"
        for name, dtype in dossiers.frame.dtypes.items()
        if name not in kept
    }
    table = OUTPUTS[id].function(replace(dossiers, frame=dossiers.frame.assign(**unanswered)))
    assert_empty_where_there_is_nobody(table)


def assert_empty_where_there_is_nobody(table):
    for cell in table.cells:
        if cell.unit == "n":
            assert cell.value is not None or cell.n == 0
        elif cell.column == "change":
            # Relative to a start of nobody there is no change either.
            assert cell.n > 0 or cell.value is None
        else:
            assert (cell.value is None) == (cell.n == 0), cell
            assert (cell.text == "/") == (cell.n == 0), cell


def test_a_table_is_found_by_the_name_a_reader_uses():
    assert catalogue.find("Tabel 12").id == "tabel-12"
    assert "difficulty_cohabitation" in catalogue.find("Tabel 12").columns
    with pytest.raises(catalogue.UnknownOutputError, match="no function makes 'Tabel 99'"):
        catalogue.find("Tabel 99")


def test_no_table_reads_what_was_printed(monkeypatch):
    def refuse():
        raise AssertionError("a table read the published cells")

    monkeypatch.setattr(published, "cells", refuse)
    assert all(table.cells for table in catalogue.tables_of(*records.load_all()).values())
