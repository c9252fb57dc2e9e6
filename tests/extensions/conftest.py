"""Shared by the tests of the extensions: a book of two pages."""

from __future__ import annotations

import pytest
from small_book import SmallBook, figure, table


@pytest.fixture
def book(tmp_path) -> SmallBook:
    """Two pages: the first refers to the table and the figure of the second."""
    book = SmallBook(tmp_path)
    book.write("a", "{numref}`tabel-12` en {numref}`figuur-7`\n\n```{toctree}\nb\n```")
    book.write("b", "{numref}`tabel-12`", table("tabel-12", 12), figure("figuur-7", 7))
    return book
