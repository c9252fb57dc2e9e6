"""The HTML of tables: caption, scopes, ids, and a download that is the table."""

import base64
import io

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from helpers import outputs, records, render

TABLES = [id for id in outputs.all_outputs() if id.startswith("tabel")]


@pytest.fixture(scope="module")
def dossiers():
    return records.load()


@pytest.mark.parametrize("id", TABLES)
def test_a_table_can_be_read_with_a_screen_reader(dossiers, id):
    table = outputs.find(id).function(dossiers)
    (html,) = BeautifulSoup(render.table_html(table), "html.parser").find_all("table")
    assert html["id"] == id
    assert html.caption.get_text().startswith(f"{table.number} {table.title}")
    assert all(header.get("scope") for header in html.find_all("th"))
    widths = [
        sum(int(cell.get("colspan", 1)) for cell in row.find_all(["td", "th"])) for row in html.tbody.find_all("tr")
    ]
    leaves = html.thead.find_all("th", scope="col")
    assert set(widths) == {len(leaves) + 1}


def test_two_header_levels(dossiers):
    html = render.table_html(outputs.find("Tabel 3").function(dossiers))
    header = BeautifulSoup(html, "html.parser").thead
    assert [cell.get_text() for cell in header.find_all("th", scope="colgroup")] == ["OPkomst+", "OPkomst"]
    assert [cell["colspan"] for cell in header.find_all("th", scope="colgroup")] == ["4", "4"]


@pytest.mark.parametrize("id", outputs.all_outputs())
def test_the_download_holds_every_cell(dossiers, id):
    table = outputs.find(id).function(dossiers)
    fixed = {(cell.row, cell.column) for cell in table.cells[::2]}
    link = BeautifulSoup(render.csv_link(table, fixed), "html.parser").a
    content = base64.b64decode(link["href"].partition("base64,")[2]).decode("utf-8-sig")
    downloaded = pd.read_csv(io.StringIO(content), dtype=str, keep_default_na=False)
    assert link["download"] == f"{id}.csv"
    assert list(downloaded["waarde"]) == [cell.text for cell in table.cells]
    assert list(downloaded["herkomst"].eq("rapport")) == [(cell.row, cell.column) in fixed for cell in table.cells]
