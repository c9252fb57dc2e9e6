"""The button that shows the code of a cell."""

from __future__ import annotations


def test_button_for_code_has_only_its_dutch_name(book):
    book.build()
    assert "Toon de code" in book.page("b")
    assert "Toggle hidden content" not in book.page("b")
