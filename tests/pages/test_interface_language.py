"""No English word in what surrounds the text: menus, buttons, names that are read out.

`test_book_extension` knows what the themes say in English, sentence by sentence.
Here any English word counts, also of what a script adds when the page opens.
"""

import re

import browser
import pytest
from bs4 import BeautifulSoup

#: Words that Dutch does not have, or has for nothing that an interface says.
ENGLISH = set(
    """
    all and any are at back breadcrumb breadcrumbs by can cannot click close collapse color colour contents copied
    copy couldn't created dark depending did documents does edit enter error expand failed figure file find found from
    fullscreen heading here hide home how image index jump keyboard last launch left light list load loading
    main make match matches matching mode more navigation new next no not note on or page pages permalink please
    powered preparing press prev previous print query results right search searching section see select settings show
    sidebar site size skip sorry source submit successful successfully switch system table text that the theme these
    this to toggle top up updated using version view warning widget with without words you your
    """.split()
)

#: What is read out, or shown on hovering.
SPOKEN = ("title", "aria-label", "aria-description", "placeholder", "alt", "data-bs-title", "data-tooltip", "value")

INTERFACE = (
    "nav, header, footer, button, label, legend, summary, select, dialog, form, aside, noscript, title, "
    ".admonition-title, .prev-next-area, .headerlink, [role=button], [role=status], [role=search]"
)

#: What a citation says on hovering is the title of a work, in its own language.
WORKS = ".bibtex-citation a"

#: Not for people, or in English because that is what it quotes.
NOT_PROSE = "script, style, template, pre, code, svg, [lang=en]"


def interface_texts(page):
    """Every text of the interface, and every text that is read out."""
    page = BeautifulSoup(str(page), "html.parser")
    for element in page.select(NOT_PROSE):
        element.decompose()
    works = page.select(WORKS)
    for element in page.find_all(lambda tag: not any(tag is work for work in works)):
        yield from (element[name] for name in SPOKEN if isinstance(element.get(name), str))
    for element in page.select(INTERFACE):
        yield element.get_text(" ", strip=True)


def english(text):
    """The English words of a text."""
    return sorted(ENGLISH.intersection(re.findall(r"[a-z']+", text.lower())))


def found_in(page):
    return {text[:80]: english(text) for text in interface_texts(page) if english(text)}


def test_no_page_has_english_in_its_interface(html):
    paths = [path for path in html.rglob("*.html") if not {"_static", "widgets"} & set(path.relative_to(html).parts)]
    assert len(paths) > 10
    pages = {path.name: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in paths}
    assert {name: found_in(page) for name, page in pages.items() if found_in(page)} == {}


@pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium")
@pytest.mark.parametrize("address", ["chapters/00_in_een_oogopslag.html", "chapters/04_impact_registratie.html"])
def test_scripts_add_no_english(html, address):
    with browser.Browser() as chromium:
        chromium.open(html / address)
        chromium.wait_for("document.querySelector('.theme-switch-button') !== null")
        opened = BeautifulSoup(chromium.ask("document.documentElement.outerHTML"), "html.parser")
    assert found_in(opened) == {}


@pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium")
def test_searching_speaks_dutch(html):
    with browser.Browser() as chromium:
        chromium.open(html / "search.html", query="q=leefloon")
        chromium.wait_for("document.querySelectorAll('#search-results li').length > 0")
        chromium.wait_for("document.querySelector('#search-results .search-summary').innerText.includes('Gevonden')")
        said = chromium.ask("document.querySelector('#search-results').innerText")
    assert english(said) == []


@pytest.mark.parametrize(
    "page",
    [
        '<a title="Link to this heading">#</a>',
        "<button>Toggle</button>",
        "<nav><p>On this page</p></nav>",
        '<a title="The page">a</a>',
    ],
)
def test_english_is_found(page):
    assert found_in(BeautifulSoup(page, "html.parser"))


@pytest.mark.parametrize(
    "page",
    [
        "<p>The</p>",
        "<nav><code>show</code> Zoek in dit boek</nav>",
        '<img alt="Een balk">',
        '<span class="bibtex-citation"><a title="The Escape">b</a></span>',
    ],
)
def test_dutch_and_code_pass(page):
    assert not found_in(BeautifulSoup(page, "html.parser"))
