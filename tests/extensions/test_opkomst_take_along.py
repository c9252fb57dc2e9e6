"""What can be taken along is what the pages show."""

import base64
import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from helpers.data.files import DATA
from helpers.pages.parts.stored_outputs import shown_outputs


@pytest.fixture(scope="module")
def packed(html):
    return html / "meenemen"


def files(path):
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_table_of_a_page_is_in_the_zip_and_a_sheet_of_the_workbook(html, packed):
    offered = {}
    for page in (html / "chapters").glob("*.html"):
        found = re.findall(r'download="([^"]+.csv)" href="data:[^,]+,([^"]+)"', page.read_text(encoding="utf-8"))
        offered |= {name: base64.b64decode(content) for name, content in found}
    assert {f"tabel-{number}.csv" for number in range(1, 30)} <= set(offered)
    assert files(packed / "tabellen.zip") == offered
    book = load_workbook(packed / "tabellen.xlsx")
    first, *sheets = book.sheetnames
    assert first == "Lees mij"
    assert set(sheets) == {name.removesuffix(".csv")[:31] for name in offered}
    sheet = book["tabel-12"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    lines = offered["tabel-12.csv"].decode("utf-8-sig").splitlines()
    assert ",".join(rows[0]) == lines[0]
    assert len(rows) == len(lines)
    assert "nagekeken" in sheet["A2"].value
    assert {"rapport"} <= {row[rows[0].index("herkomst")] for row in rows[1:]} <= {"rapport", "voorbeeld"}


def test_every_picture_is_in_its_zip(packed):
    pictures = files(packed / "figuren.zip")
    drawn = {about["id"] for _, about in shown_outputs() if "alt" in about}
    assert {name.removesuffix(".svg") for name in pictures} == drawn
    assert all(content.startswith(b"<svg") for content in pictures.values())


def test_the_data_package_is_whole(packed):
    data = files(packed / "gegevens.zip")
    described = json.loads(data["datapackage.json"])
    assert {resource["path"] for resource in described["resources"]} <= set(data)
    assert all((DATA / name).read_bytes() == content for name, content in data.items())


def test_the_page_leads_to_everything_that_is_packed(pages, packed):
    links = pages["bijlage_alle_tabellen_en_figuren"].select("a[download]")
    names = {link["href"].removeprefix("../meenemen/") for link in links}
    assert names == {path.name for path in packed.iterdir()} - {"inhoud.sha256"}


def test_the_workbook_has_no_formula(packed):
    for sheet in load_workbook(BytesIO((packed / "tabellen.xlsx").read_bytes())):
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
