"""The pages of a book of one's own, made as its notebooks make them."""

import base64
import csv
import io
import json
import re

import filled_workbook
import nbformat
import pytest
from openpyxl import load_workbook

from helpers.data import codebook
from helpers.data.files import ROOT
from helpers.data.workbook.reading import read_folder
from helpers.own.publish import write
from helpers.pages import own

BOOK = ROOT / "own_book"

SHOWN = {
    "place": "Stad <b>A</b>",
    "threshold": 5,
    "families": 1284,
    "tables": [
        {
            "id": "housing",
            "title": "Huisvesting",
            "columns": ["Lang", "Totaal"],
            "rows": ["Goed", "Slecht", "Niemand"],
            "counts": [[None, 642], [7, None], [0, 0]],
            "bases": [None, 1284],
        }
    ],
    "nobody_in": [],
    "too_few_for": ["Leeftijd"],
    "protection": {"cells": 8, "kept_back": 3, "secondary": 2, "attacked": 4},
    "changes": [],
    "too_few_to_compare": [],
    "scores": {},
}

#: Where nothing had to be kept back.
OPEN = {"cells": 5, "kept_back": 0, "secondary": 0, "attacked": 0}


def test_a_count_has_its_share_only_where_count_and_base_are_shown(page):
    shown = re.sub(r'<span class="opk-bar".*?</span>', "", page("gezinnen", SHOWN))
    _, *cells = re.findall(r"<td>(.*?)</td>", shown)
    kept_back = own.KEPT_BACK
    assert cells == [kept_back, "642 (50,0%)", "7", kept_back, "0", "0 (0,0%)", kept_back, "1.284"]


def test_a_question_with_more_answers_has_a_picture_above_its_table(page):
    (table,) = SHOWN["tables"]
    more = table | {"rows": [*table["rows"], "Onbekend"], "counts": [*table["counts"], [0, 0]]}
    made = page("gezinnen", SHOWN | {"tables": [more, table | {"id": "network"}]})
    (found,) = re.findall(r'<figure id="antwoorden-housing">.*?src="data:image/svg\+xml;base64,([^"]+)"', made)
    assert base64.b64decode(found).startswith(b"<svg")
    assert re.search(r'alt="Staafdiagram van ‘Huisvesting’.*?</figure><details class="opk-long">', made)
    assert made.count("<details") == 1


def test_a_bar_is_as_long_as_the_share_that_is_shown(page):
    assert re.findall(r"inline-size:([\d.]+)%", page("gezinnen", SHOWN)) == ["50.0", "0.0"]


def downloaded(made):
    return base64.b64decode(re.search(r"base64,([^\"]+)", made)[1]).decode("utf-8-sig")


def test_a_download_holds_the_counts_that_are_shown(page):
    rows = downloaded(page("gezinnen", SHOWN)).splitlines()
    assert rows == [
        *("antwoord,groep,aantal,van", "Goed,Lang,,", "Goed,Totaal,642,1284", "Slecht,Lang,7,", "Slecht,Totaal,,1284"),
        *("Niemand,Lang,0,", "Niemand,Totaal,0,1284"),
    ]


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_answer_of_a_download_is_a_formula(page, label):
    (table,) = SHOWN["tables"]
    text = downloaded(page("gezinnen", SHOWN | {"tables": [table | {"rows": [label, "b", "c"]}]}))
    assert f"'{label}" in text and f"\n{label}" not in text


def test_who_hears_the_page_hears_what_is_kept_back(page):
    assert page("gezinnen", SHOWN).count('<span class="opk-heard">afgeschermd</span>') == 3


def test_a_name_from_the_workbook_is_no_markup(page):
    made = page("gezinnen", SHOWN)
    assert "Stad &lt;b&gt;A&lt;/b&gt;" in made and "<b>" not in made


def test_a_question_without_a_table_is_told_in_a_sentence(page):
    why = "staat er geen tabel, omdat daarin te veel aantallen afgeschermd zouden zijn"
    assert f"Voor één vraag {why}: ‘Leeftijd’." in page("gezinnen", SHOWN)
    made = page("gezinnen", SHOWN | {"too_few_for": ["Leeftijd", "<b>", "Diploma", "Inkomen"]})
    assert f"<summary>Voor 4 vragen {why}</summary><ul><li>Leeftijd</li><li>&lt;b&gt;</li>" in made


def test_a_programme_with_nobody_is_told(page):
    assert "geen enkel gezin" not in page("gezinnen", SHOWN)
    assert "In dit programma zit geen enkel gezin: A." in page("gezinnen", SHOWN | {"nobody_in": ["A"]})
    made = page("gezinnen", SHOWN | {"nobody_in": ["<b>", "A"]})
    assert "In deze programma's zit geen enkel gezin: &lt;b&gt; en A." in made


def test_no_sentence_about_tables_that_are_all_there(page):
    assert "geen tabel" not in page("gezinnen", SHOWN | {"too_few_for": []})


def test_the_page_on_protection_tells_what_was_found(page):
    made = page("bescherming", SHOWN)
    assert "samen 8 aantallen. Daarvan zijn er 3 afgeschermd: 1 door de drempel van 5 gezinnen, en 2" in made
    assert "die minstens 5 uit elkaar liggen" in made


def test_a_book_that_keeps_nothing_back_says_so(page):
    made = page("bescherming", SHOWN | {"protection": OPEN})
    assert "samen 5 aantallen. Geen enkel moest afgeschermd worden" in made and "viel de computer" not in made


def test_scores_are_protected_as_a_set_of_their_own(page):
    scores = {
        "case_study": {"changes": [{}], "protection": OPEN | {"cells": 7, "attacked": 3}},
        "interviews": {"changes": [], "protection": OPEN},
    }
    made = page("bescherming", SHOWN | {"scores": scores})
    assert (
        "de tabellen van de casestudie zitten samen 7 aantallen. Geen enkel moest" in made and "interviews" not in made
    )
    assert made.count("viel de computer dit boek zelf aan") == 1


@pytest.mark.parametrize("path", sorted(BOOK.glob("*.ipynb")), ids=lambda path: path.stem)
def test_the_template_stores_no_output(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert cells and not [cell for cell in cells if cell.outputs or cell.execution_count]


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
