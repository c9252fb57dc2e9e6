"""The list of all tables and figures."""

from __future__ import annotations

import re

import pytest
from small_book import SmallBook, figure, table


def listed(html: str) -> list[tuple[str, str]]:
    """Address and text of the links in the lists of a page."""
    return re.findall(r'<li><p><a class="reference internal" href="([^"]*)"><span>([^<]*)</span>', html)


@pytest.fixture
def lists(book) -> SmallBook:
    """A small book whose first page lists the tables, then the figures, then the rest."""
    kinds = "\n\n".join(f"```{{opkomst-list}} {kind}\n```" for kind in ("table", "figure", "extra"))
    book.write("a", f"{kinds}\n\n```{{toctree}}\nb\nc\n```")
    book.write("b", table("tabel-12", 12), figure("figuur-7", 7))
    book.write("c", figure("extra-1", None), table("tabel-2", 2))
    return book


def test_lists_link_to_everything_in_the_order_of_the_numbers(lists):
    assert lists.build() == ""
    assert listed(lists.page("a")) == [
        ("c.html#tabel-2", "Tabel 2 Titel"),
        ("b.html#tabel-12", "Tabel 12 Titel"),
        ("b.html#figuur-7", "Figuur 7 Titel"),
        ("c.html#extra-1", "Titel"),
    ]


def test_lists_follow_a_change_on_another_page(lists):
    lists.build()
    lists.write("c", table("tabel-3", 3))
    assert lists.build() == ""
    assert [text for _, text in listed(lists.page("a"))] == ["Tabel 3 Titel", "Tabel 12 Titel", "Figuur 7 Titel"]
