"""The button that shows the code of a cell."""

from __future__ import annotations


def test_button_for_code_has_only_its_dutch_name(book):
    book.build()
    assert "Toon de code" in book.page("b")
    assert "Toggle hidden content" not in book.page("b")


def test_code_stands_below_what_it_shows(book):
    book.build()
    page = book.page("b")
    assert 0 < page.index('class="cell_output') < page.index("Toon de code")
