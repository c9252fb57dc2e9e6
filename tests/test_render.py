"""The HTML of tables: caption, scopes, ids, and a download that is the table."""

import base64
import html
import io

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from helpers import notes, outputs, records, render, unprinted, verify
from helpers.paths import RELATIONS
from helpers.tabular import read_rows

TABLES = [id for id in outputs.all_outputs() if id.startswith("tabel")]


@pytest.fixture(scope="module")
def dossiers():
    return records.load()


@pytest.mark.parametrize("id", TABLES)
def test_a_table_can_be_read_with_a_screen_reader(dossiers, id):
    table = outputs.find(id).function(dossiers)
    (element,) = BeautifulSoup(render.table_html(table), "html.parser").find_all("table")
    assert element["id"] == id
    assert element.caption.get_text().startswith(f"{table.number} {table.title}")
    assert all(header.get("scope") for header in element.find_all("th"))
    widths = [
        sum(int(cell.get("colspan", 1)) for cell in row.find_all(["td", "th"])) for row in element.tbody.find_all("tr")
    ]
    leaves = element.thead.find_all("th", scope="col")
    assert set(widths) == {len(leaves) + 1}


def test_two_header_levels(dossiers):
    header = BeautifulSoup(
        render.table_html(outputs.find("Tabel 3").function(dossiers)), "html.parser"
    ).thead
    assert [cell.get_text() for cell in header.find_all("th", scope="colgroup")] == ["OPkomst+", "OPkomst"]
    assert [cell["colspan"] for cell in header.find_all("th", scope="colgroup")] == ["4", "4"]


@pytest.fixture(scope="module")
def downloaded(dossiers):
    def download(id: str) -> pd.DataFrame:
        table = outputs.find(id).function(dossiers)
        link = BeautifulSoup(render.csv_link(table, verify.origins(table)), "html.parser").a
        assert link["download"] == f"{id}.csv"
        content = base64.b64decode(link["href"].partition("base64,")[2]).decode("utf-8-sig")
        assert "\r" not in content
        return pd.read_csv(io.StringIO(content), dtype=str, keep_default_na=False)

    return download


@pytest.mark.parametrize("id", outputs.all_outputs())
def test_the_download_holds_every_cell_and_where_it_comes_from(dossiers, downloaded, id):
    table, rows = outputs.find(id).function(dossiers), downloaded(id)
    assert list(rows["waarde"]) == [cell.text for cell in table.cells]
    fixed = verify.fixed_cells(table)
    assert list(rows["herkomst"] == "voorbeeld") == [(cell.row, cell.column) not in fixed for cell in table.cells]


def test_the_download_says_where_the_report_prints_something_else(downloaded):
    rows = downloaded("tabel-1").set_index(["rij", "kolom"])["herkomst"]
    assert rows["Impact analyse (hoofdstuk 4)", "Totaal"] == "afwijkend van rapport"
    assert (rows == "afwijkend van rapport").sum() == 1


# The extra figures are copies of a table, under another id.
UNPRINTED = [row for row in read_rows(RELATIONS / "unprinted.csv") if not row["id"].startswith("extra-")]


@pytest.mark.parametrize("row", UNPRINTED, ids=lambda row: f"{row['id']} {row['what']}")
def test_sizes_and_ranges_that_nothing_fixes_are_called_an_example(dossiers, downloaded, row):
    table, rows = outputs.find(row["id"]).function(dossiers), downloaded(row["id"])
    column = "herkomst_n" if row["what"] == "n" else "herkomst_hoogst"
    keys = set(row["groups"].split())
    for cell, found in zip(table.cells, rows[column], strict=True):
        example = not keys.isdisjoint({cell.row, cell.column.partition(".")[0]})
        assert (found == "voorbeeld") == (example and (row["what"] == "n" or cell.high is not None))
    assert "voorbeeld" in set(rows[column])
    if row["what"] == "range":
        assert "voorbeeld" in render.table_html(table)
    # A count has no n of its own to name below the table.
    elif any(cell.unit != "n" and unprinted.is_example_size(table, cell) for cell in table.cells):
        assert "voorbeeld" in notes.base_text(table)
    assert row["why"] in html.unescape(notes.notes_html(table))


def test_every_erratum_stands_below_its_table(dossiers):
    found = 0
    for id in TABLES:
        table = outputs.find(id).function(dossiers)
        text = BeautifulSoup(notes.notes_html(table), "html.parser").get_text()
        for check in verify.checks_for(table):
            if check.status == verify.ERRATUM:
                assert all(part in text for part in (check.printed, check.computed, check.reason))
                found += 1
    assert found == sum(entry.id.startswith("tabel-") for entry in verify.declarations().errata)
