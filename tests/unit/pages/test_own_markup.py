"""No name that a workbook gives is markup on any page of a book of one's own, or a formula in a download."""

import base64
import csv
import io
import json
import re

import filled_workbook
import pytest
from openpyxl import load_workbook

from helpers.data import codebook
from helpers.data.files import ROOT
from helpers.data.workbook.reading import read_folder
from helpers.own.publish import write

BAD = '+"><b>'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """What may be shown of a registration whose names are markup, and formulas."""
    folder = filled_workbook.fill(tmp_path_factory.mktemp("stad"), rows=120)
    path = folder / "registratie.xlsx"
    book = load_workbook(path)
    names = {"Voorbeeldstad", *codebook.labels("programme").values(), *codebook.labels("referrer").values()}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in names:
                    cell.value = BAD + cell.value
    book.save(path)
    write(read_folder(folder), folder / "shown.json")
    return json.loads((folder / "shown.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("notebook", sorted(path.stem for path in (ROOT / "own_book").glob("*.ipynb")))
def test_no_name_is_markup_or_a_formula(page, hostile, notebook):
    made = page(notebook, hostile)
    assert BAD not in made and "<b>" not in made
    for found in re.findall(r"base64,([^\"]+)", made):
        for row in csv.reader(io.StringIO(base64.b64decode(found).decode("utf-8-sig"))):
            assert not [value for value in row if value.startswith(("=", "+", "@"))]


def test_the_names_are_on_the_pages(page, hostile):
    """Otherwise the test above would find nothing."""
    assert "+&quot;&gt;&lt;b&gt;Voorbeeldstad" in page("overzicht", hostile)
    assert "+&quot;&gt;&lt;b&gt;OPkomst" in page("codeboek", hostile)
