"""The HTML of tables: caption, scopes, ids, and a download that is the table."""

import base64
import html
import io
import re
from functools import cache

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from helpers.checking import findings, printed, unprinted
from helpers.data import codebook, records
from helpers.data.files import RELATIONS, read_rows
from helpers.pages.parts import notes, table_html
from helpers.tables import catalogue

TABLES = [id for id in catalogue.all_outputs() if id.startswith("tabel")]


@cache
def computed(id: str):
    found = catalogue.find(id)
    return found.function(records.load(found.records))


@pytest.mark.parametrize("id", TABLES)
def test_a_table_can_be_read_with_a_screen_reader(id):
    table = computed(id)
    (element,) = BeautifulSoup(table_html.table_html(table), "html.parser").find_all("table")
    assert element["id"] == id
    assert element.caption.get_text().startswith(f"{table.number} {table.title}")
    assert all(header.get("scope") for header in element.find_all("th"))
    widths = [
        sum(int(cell.get("colspan", 1)) for cell in row.find_all(["td", "th"])) for row in element.select("tbody tr")
    ]
    leaves = element.thead.find_all("th", scope="col")
    assert set(widths) == {len(leaves) + 1}


def test_a_domain_is_a_heading_and_not_a_row():
    element = BeautifulSoup(table_html.table_html(computed("tabel-21")), "html.parser")
    headings = [group.find("th", scope="rowgroup") for group in element.find_all("tbody")]
    assert [heading.get_text() for heading in headings] == list(codebook.labels("domain").values())
    assert len(element.find_all("th", scope="row")) == 30


@pytest.mark.parametrize("id", ["tabel-21", "tabel-22", "tabel-23"])
def test_a_class_has_a_sign_and_a_word_beside_its_colour(id):
    table = computed(id)
    marks = BeautifulSoup(table_html.table_html(table), "html.parser").select(".opk-mark")
    assert len(marks) == sum(bool(cell.mark) for cell in table.cells) > 50
    signs = {
        mark["class"][1]: (
            mark.find(attrs={"aria-hidden": "true"}).get_text(),
            mark.select_one(".opk-heard").get_text(),
        )
        for mark in marks
    }
    assert len({sign for sign, _ in signs.values()}) == len(signs)
    legend = BeautifulSoup(table_html.legend_html(table), "html.parser")
    for sign, word in signs.values():
        assert any(sign in item.get_text() and word in item.get_text() for item in legend.find_all("li"))


def test_a_table_without_classes_has_no_legend():
    assert table_html.legend_html(computed("tabel-24")) == ""


def test_two_header_levels():
    header = BeautifulSoup(table_html.table_html(computed("Tabel 3")), "html.parser").thead
    assert [cell.get_text() for cell in header.find_all("th", scope="colgroup")] == ["OPkomst+", "OPkomst"]
    assert [cell["colspan"] for cell in header.find_all("th", scope="colgroup")] == ["4", "4"]


@pytest.fixture(scope="module")
def downloaded():
    def download(id: str) -> pd.DataFrame:
        table = computed(id)
        link = BeautifulSoup(table_html.csv_link(table, printed.origins(table)), "html.parser").a
        assert link["download"] == f"{id}.csv"
        content = base64.b64decode(link["href"].partition("base64,")[2]).decode("utf-8-sig")
        assert "\r" not in content
        return pd.read_csv(io.StringIO(content), dtype=str, keep_default_na=False)

    return download


@pytest.mark.parametrize("id", catalogue.all_outputs())
def test_the_download_holds_every_cell_and_where_it_comes_from(downloaded, id):
    table, rows = computed(id), downloaded(id)
    assert list(rows["waarde"]) == [cell.text for cell in table.cells]
    fixed = printed.fixed_cells(table)
    assert list(rows["herkomst"] == "rapport") == [(cell.row, cell.column) in fixed for cell in table.cells]


def test_the_download_says_where_the_report_prints_something_else(downloaded):
    rows = downloaded("tabel-1").set_index(["rij", "kolom"])["herkomst"]
    assert rows["Impact analyse (hoofdstuk 4)", "Totaal"] == "afwijkend van rapport"
    assert (rows == "afwijkend van rapport").sum() == 1


# The extra figures are copies of a table, under another id.
UNPRINTED = [row for row in read_rows(RELATIONS / "unprinted.csv") if not row["id"].startswith("extra-")]


@pytest.mark.parametrize("row", UNPRINTED, ids=lambda row: f"{row['id']} {row['what']}")
def test_sizes_and_ranges_that_nothing_fixes_are_called_an_example(downloaded, row):
    table, rows = computed(row["id"]), downloaded(row["id"])
    column = "herkomst_n" if row["what"] == "n" else "herkomst_hoogst"
    keys = set(row["groups"].split())
    for cell, found in zip(table.cells, rows[column], strict=True):
        example = not keys.isdisjoint({cell.row, cell.column.partition(".")[0]})
        assert (found == "voorbeeld") == (example and (row["what"] == "n" or cell.high is not None))
    assert "voorbeeld" in set(rows[column])
    if row["what"] == "range":
        # Only in the download: an invented range is nothing for the cells of a table.
        assert "voorbeeld" not in table_html.table_html(table)
    # A count has no n of its own to name below the table.
    elif any(cell.unit != "n" and unprinted.is_example_size(table, cell) for cell in table.cells):
        assert "voorbeeld" in notes.base_text(table)
    assert row["why"] in html.unescape(notes.notes_html(table))


def test_what_the_proof_under_a_table_rests_on_can_light_up():
    page = BeautifulSoup(table_html.table_html(computed("tabel-1")), "html.parser")
    row = page.find("th", string=re.compile("^Impact analyse")).parent
    assert page.select("td.opk-proof") == row.select("td")
    assert not table_html.table_html(computed("tabel-2")).count("opk-proof")


def test_a_corrected_cell_shows_both_numbers_and_leads_to_the_proof():
    page = BeautifulSoup(table_html.table_html(computed("tabel-1")), "html.parser")
    (cell,) = page.select("td.opk-corrected")
    assert cell.get_text().startswith("246") and cell.s.get_text() == "238"
    assert "het rapport drukt 238 af" in cell.get_text()
    anchor = findings.anchor(("tabel-1", "Impact analyse (hoofdstuk 4)", "Totaal"))
    assert cell.a["href"] == f"08_verificatie.html#{anchor}"


def test_a_cell_without_a_number_says_so_to_who_hears_it():
    table = computed("tabel-23")
    cells = BeautifulSoup(table_html.table_html(table), "html.parser").select("td")
    silent = [cell for cell in cells if cell.get_text().startswith("/")]
    assert silent and all("geen gegevens" in cell.get_text() for cell in silent)


@pytest.mark.parametrize("rows", [table_html.LONG, table_html.LONG + 1])
def test_only_a_long_table_is_folded(rows):
    html_ = table_html.grid_html("lang", "Wat er staat", ["n"], ((f"rij {row}", [row]) for row in range(rows)))
    page = BeautifulSoup(html_, "html.parser")
    assert len(page.select("table tbody tr")) == rows
    folded = [summary.get_text() for summary in page.select("details.opk-long > summary")]
    assert folded == ([f"Toon de tabel: Wat er staat ({rows} rijen)"] if rows > table_html.LONG else [])
