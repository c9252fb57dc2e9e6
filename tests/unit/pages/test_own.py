"""The pages of a book of one's own, made as its notebooks make them."""

import json
import re
from pathlib import Path

import nbformat
import pytest

from helpers.pages import own

BOOK = Path(__file__).parents[3] / "own_book"

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
    "too_few_for": ["Leeftijd"],
    "cells": 8,
    "kept_back": 3,
    "secondary": 2,
    "attacked": 4,
    "narrowest": 6,
}


@pytest.fixture
def page(capsys, monkeypatch, tmp_path):
    """The HTML that the code cells of a notebook show."""
    shown = []
    monkeypatch.setattr(own, "html", shown.append)
    monkeypatch.chdir(tmp_path)

    def made(name, book):
        (tmp_path / own.PUBLISHED).write_text(json.dumps(book), encoding="utf-8")
        names = {}
        for cell in nbformat.read(BOOK / f"{name}.ipynb", as_version=4).cells:
            if cell.cell_type == "code":
                exec(cell.source, names)
        return "".join(shown)

    return made


def test_a_count_has_its_share_only_where_count_and_base_are_shown(page):
    _, *cells = re.findall(r"<td>(.*?)</td>", page("gezinnen", SHOWN))
    kept_back = own.KEPT_BACK
    assert cells == [kept_back, "642 (50,0%)", "7", kept_back, "0", "0 (0,0%)", kept_back, "1.284"]


def test_who_hears_the_page_hears_what_is_kept_back(page):
    assert page("gezinnen", SHOWN).count('<span class="opk-heard">afgeschermd</span>') == 3


def test_a_name_from_the_workbook_is_no_markup(page):
    made = page("gezinnen", SHOWN)
    assert "Stad &lt;b&gt;A&lt;/b&gt;" in made and "<b>" not in made


def test_a_question_without_a_table_is_told_in_a_sentence(page):
    assert "Voor deze vraag staat er geen tabel: ‘Leeftijd’." in page("gezinnen", SHOWN)


def test_no_sentence_about_tables_that_are_all_there(page):
    assert "geen tabel" not in page("gezinnen", SHOWN | {"too_few_for": []})


def test_the_page_on_protection_tells_what_was_found(page):
    made = page("bescherming", SHOWN)
    assert "samen 8 aantallen. Daarvan zijn er 3 afgeschermd: 1 door de drempel van 5 gezinnen, en 2" in made
    assert "was altijd 6 of meer" in made


def test_a_book_that_keeps_nothing_back_says_so(page):
    made = page("bescherming", SHOWN | {"kept_back": 0, "secondary": 0, "attacked": 0, "narrowest": None})
    assert "Geen enkel moest afgeschermd worden" in made


@pytest.mark.parametrize("path", sorted(BOOK.glob("*.ipynb")), ids=lambda path: path.stem)
def test_the_template_stores_no_output(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert cells and not [cell for cell in cells if cell.outputs or cell.execution_count]
