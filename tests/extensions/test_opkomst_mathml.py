"""Formulas without a script."""

from __future__ import annotations

from small_book import figure, table


def test_formulas_need_no_script(book):
    book.write("b", table("tabel-12", 12), figure("figuur-7", 7), "{math}`x^2`\n\n```{math}\ny\n```")
    book.build()
    assert book.page("b").count("<math") == 2
    assert "mathjax" not in book.page("b").lower()
