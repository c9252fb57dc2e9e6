"""The button that shows the code of a cell."""

from __future__ import annotations

import re

from nbformat.v4 import new_code_cell
from small_book import figure, table

HIDDEN = {"tags": ["hide-input"]}


def test_button_for_code_has_only_its_dutch_name(book):
    book.build()
    assert "Toon de code" in book.page("b")
    assert "Toggle hidden content" not in book.page("b")


def test_code_stands_below_what_it_shows(book):
    book.build()
    page = book.page("b")
    assert 0 < page.index('class="cell_output') < page.index("Toon de code")


def test_each_button_tells_who_hears_it_what_it_belongs_to(book):
    book.write("b", table("tabel-1", 1), figure("extra-1", None), "## Deel", new_code_cell("1", metadata=HIDDEN))
    book.build()
    assert re.findall('"opk-heard"> van (.*?)</span></summary>', book.page("b")) == ["Tabel 1", "Titel", "Deel"]
