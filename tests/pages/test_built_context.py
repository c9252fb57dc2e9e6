"""The built pages of chapters 1 and 2, the glossary and the literature."""

import re

import pytest

from helpers.data.context import glossary, schemes, timeline
from helpers.dutch.typography import typeset


def straight(text: str) -> str:
    """A text with the quotes that a keyboard has."""
    return re.sub("[‘’]", "'", text)


@pytest.mark.parametrize("id", schemes())
def test_schemes_stand_under_the_report_s_number_with_a_download(pages, id):
    page = pages["02_organisatie"]
    figure = page.find(id=id)
    number = id.replace("-", " ").capitalize()
    assert figure.name == "figure" and figure.figcaption.get_text(" ", strip=True).startswith(f"{number} ")
    notes = figure.find_next(class_="opk-notes")
    assert {link["download"] for link in notes.find_all("a")} == {f"{id}-vakken.csv", f"{id}-lijnen.csv"}


def test_the_timeline_has_its_list_beside_it(pages):
    items = pages["02_organisatie"].find(id="tijdlijn").find_next("ol").find_all("li")
    assert len(items) == len(timeline())


def test_the_glossary_has_every_term_with_its_source(pages):
    text = straight(pages["bijlage_woordenlijst"].find("article").get_text(" "))
    for term in glossary():
        assert all(straight(part) in text for part in (term.term, term.definition, term.source))


def test_terms_show_their_definition_where_they_occur(pages):
    terms = {typeset(term.definition): term for term in glossary()}
    pages_with_terms = 0
    for page in pages.values():
        buttons = page.select("button.opk-term")
        pages_with_terms += bool(buttons)
        for button in buttons:
            definition = page.find(id=button["popovertarget"])
            explained = page.find(id=button["aria-describedby"])
            assert definition.has_attr("popover") and explained in definition.find_all("span")
            spelling = button.get_text().casefold()
            assert spelling in {form.casefold() for form in terms[explained.get_text()].forms}
            target, _, anchor = definition.a["href"].partition("#")
            assert target == "bijlage_woordenlijst.html"
            assert pages["bijlage_woordenlijst"].find(id=anchor).name == "dt"
        assert {b["popovertarget"] for b in buttons} == {d["id"] for d in page.select(".opk-definition")}
    assert pages_with_terms >= 4


def test_a_term_is_marked_once_in_a_section_and_never_on_the_page_of_the_glossary(pages):
    assert not pages["bijlage_woordenlijst"].select(".opk-term")
    for page in pages.values():
        for section in page.select("article section section"):
            if section.find_parent("section").find_parent("section") is None:
                keys = [button["popovertarget"] for button in section.select(".opk-term")]
                assert len(set(keys)) == len(keys)


def test_every_citation_leads_to_its_entry(pages):
    entries = {entry["id"] for entry in pages["bijlage_referenties"].select(".citation")}
    reached = set()
    for name in ("01_context", "02_organisatie"):
        for link in pages[name].select(".bibtex-citation a"):
            target, _, anchor = link["href"].partition("#")
            assert target == "bijlage_referenties.html" and anchor in entries
            reached.add(anchor)
    assert reached == entries


def test_citations_and_the_list_are_in_dutch(pages):
    for name in ("01_context", "02_organisatie", "bijlage_referenties"):
        for cited in pages[name].select(".bibtex-citation, .citation p"):
            assert not re.search(r"\b(and|et al|visited|thesis|editors?|volume|pages)\b", cited.get_text())


def test_entries_stand_in_the_order_of_the_alphabet(pages):
    names = [
        entry.p.get_text().casefold().replace("\xa0", " ") for entry in pages["bijlage_referenties"].select(".citation")
    ]
    assert names == sorted(names) and len(names) > 15


@pytest.mark.parametrize("name", ["01_context", "02_organisatie"])
def test_printed_numbers_are_marked_and_the_mark_is_explained(pages, name):
    notice = pages[name].select_one(".opk-printed-notice")
    marks = pages[name].select(".opk-printed")
    assert "zo drukt het rapport het" in notice.get_text() and notice.select_one(".opk-printed")
    assert len(marks) >= 5
