"""Tables and figures with the number, the caption and the id that the report gives them."""

from __future__ import annotations

import re

from small_book import figure, table


def links(html: str) -> dict[str, str]:
    """Address and text of the references by number on a page."""
    return dict(re.findall(r'href="([^"]*)"><span class="std std-numref">([^<]*)<', html))


def test_references_have_the_number_of_the_report(book):
    assert book.build() == ""
    assert links(book.page("a")) == {"b.html#tabel-12": "Tabel 12", "b.html#figuur-7": "Figuur 7"}
    assert links(book.page("b")) == {"#tabel-12": "Tabel 12"}


def test_figure_has_its_finding_its_caption_and_alternative_text(book):
    book.build()
    html = book.page("b")
    assert re.search(r'<figure[^>]* id="figuur-7">\s*<p class="opk-shows">Eén stip.</p>\s*<img alt="Een stip." ', html)
    assert '<span class="caption-number">Figuur 7 </span><span class="caption-text">Titel</span>' in html
    assert "vingerafdruk" not in html


def test_table_keeps_its_one_caption_and_id(book):
    book.build()
    html = book.page("b")
    assert html.count('id="tabel-12"') == 1
    assert html.count("<caption") == 1


def test_numbers_survive_a_build_of_another_page(book):
    book.build()
    before = (book.html / "b.html").stat().st_mtime_ns
    book.write("a", "Nieuw: {numref}`figuur-7`\n\n```{toctree}\nb\n```")
    assert book.build() == ""
    assert links(book.page("a")) == {"b.html#figuur-7": "Figuur 7"}
    assert (book.html / "b.html").stat().st_mtime_ns == before


def test_changed_number_reaches_the_pages_that_refer_to_it(book):
    book.build()
    book.write("b", table("tabel-12", 13), figure("figuur-7", 7))
    book.build()
    assert links(book.page("a"))["b.html#tabel-12"] == "Tabel 13"


def test_figure_without_number_keeps_its_title(book):
    book.write("b", table("tabel-12", 12), figure("figuur-7", 7), figure("figuur-extra", None))
    assert book.build() == ""
    extra = book.page("b").partition('id="figuur-extra"')[2]
    assert "caption-number" not in extra
    assert "Titel" in extra


def test_same_id_twice_on_a_page_is_a_warning(book):
    book.write("b", table("tabel-12", 12), table("tabel-12", 12), figure("figuur-7", 7))
    assert 'Duplicate explicit target name: "tabel-12"' in book.build()


def test_same_id_on_two_pages_is_a_warning(book):
    book.write("a", table("tabel-12", 12), "```{toctree}\nb\n```")
    assert "duplicate label tabel-12" in book.build()
