"""A reader searches: from disk, without a network, on a telephone and on a laptop."""

import json

import browser
import pytest

RESULTS = "[...document.querySelectorAll('.bd-search-container .opk-found li')]"


@pytest.fixture(scope="module")
def found(html):
    """A function that gives the titles, addresses and marked words of what a question finds."""
    with browser.Browser() as chromium:

        def ask(question):
            chromium.open(html / "search.html", query=f"q={question}")
            parts = "[l.querySelector('a').innerText, l.querySelector('a').getAttribute('href'), [...l.querySelectorAll"
            return json.loads(
                chromium.ask(f"JSON.stringify({RESULTS}.map(l => {parts}('mark')].map(m => m.innerText)]))")
            )

        yield ask
        assert chromium.errors == []
        assert all(address.startswith(("file:", "data:")) for address in chromium.requests)


@pytest.mark.parametrize("question", ["Tabel 12", "figuur 7", "tabel 29"])
def test_a_number_leads_to_that_table_or_figure_first(found, question):
    title, address, _ = found(question)[0]
    assert title.lower().startswith(f"{question.lower()} ")
    assert address.endswith(f"#{question.lower().replace(' ', '-')}")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("financiële", "financieel"),
        ("financiele", "financieel"),
        ("initiatief", "initiatieven"),
        ("gezin", "gezinnen"),
        ("huizen", "huis"),
        # Another name for the same thing, from the glossary.
        ("thuisloos", "dakloos"),
        ("ziekenfonds", "mutualiteit"),
    ],
)
def test_other_forms_and_other_names_of_a_word_are_found_and_marked(found, question, word):
    marked = {mark.lower() for _, _, marks in found(question) for mark in marks}
    assert word in marked


def test_what_a_chapter_tells_stands_before_lists_and_proofs(found):
    first = found("groeipakket")[0][1]
    assert first.startswith("./chapters/0")
    assert "08_verificatie" not in first


def test_what_is_nowhere_is_not_found(found):
    assert found("zeppelin") == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_dialog_fetches_its_texts_when_it_opens_and_leads_to_a_section(html, width):
    with browser.Browser(width) as chromium:
        chromium.open(html / "chapters" / "03_opkomst_in_cijfers.html")
        chromium.wait_for("document.querySelector('.search-button') !== null")
        assert not any("/zoeken/" in address for address in chromium.requests)
        button = "[...document.querySelectorAll('.search-button, .search-button-field')].find(b => b.offsetParent)"
        chromium.ask(f"{button}.click()")
        assert chromium.ask("document.activeElement.matches('dialog input')")
        chromium.write("groeipakket")
        chromium.wait_for("document.querySelectorAll('dialog .opk-found li').length === 8")
        assert chromium.ask("document.querySelector('dialog [role=status]').innerText").startswith("Gevonden op ")
        assert chromium.ask("document.querySelector('dialog .opk-found > a').offsetParent !== null")
        assert chromium.ask("document.documentElement.scrollWidth") <= width
        chromium.press("Tab")
        chromium.press("Tab")
        assert chromium.ask("document.activeElement.closest('dialog .opk-found') !== null")
        chromium.visit(chromium.ask("document.querySelector('dialog .opk-found li a').href"))
        assert chromium.ask("document.getElementById(location.hash.slice(1)) !== null")
        assert all(address.startswith(("file:", "data:")) for address in chromium.requests)
        assert chromium.errors == []


def test_texts_that_did_not_come_are_asked_for_again(html):
    with browser.Browser() as chromium:
        chromium.open(html / "chapters" / "03_opkomst_in_cijfers.html")
        chromium.block("*/zoeken/*")
        chromium.ask("addEventListener('error', ({target}) => { window.failed = target.src }, true); 0")
        chromium.ask("document.querySelector('.search-button, .search-button-field').click()")
        chromium.write("groei")
        chromium.wait_for("window.failed?.includes('/zoeken/')")
        chromium.block()
        chromium.write("pakket")
        chromium.wait_for("document.querySelectorAll('dialog .opk-found li').length > 0")
