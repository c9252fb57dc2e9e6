"""No English word in what surrounds the text: menus, buttons, names that are read out.

`test_book_extension` knows what the themes say in English, sentence by sentence.
Here any English word counts, also of what a script adds when the page opens.
"""

import pytest
from bs4 import BeautifulSoup
from interface_language import found_in


def test_no_page_has_english_in_its_interface(html):
    paths = [path for path in html.rglob("*.html") if not {"_static", "widgets"} & set(path.relative_to(html).parts)]
    assert len(paths) > 10
    pages = {path.name: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in paths}
    assert {name: found_in(page) for name, page in pages.items() if found_in(page)} == {}


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
