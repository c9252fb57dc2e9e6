"""axe-core finds nothing on any page, and no page complains in its console.

All details are open: on a phone every rule, and there and on a laptop the colours by day and in the dark.
"""

from pathlib import Path

import axe
import browser
import pytest
from explorer_lists import LISTS


def _pages(html: Path) -> list[Path]:
    return [*sorted(html.glob("chapters/*.html")), html / "search.html"]


def test_axe_finds_nothing_and_no_page_complains(html):
    with browser.Browser(width=360) as chromium:
        assert axe.faults(chromium, _pages(html)) == []
        assert chromium.errors == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_colours_too_close_to_each_other(html, width):
    with browser.Browser(width=width) as chromium:
        assert axe.pale(chromium, _pages(html)) == []


def test_one_pale_word_among_many_is_found(html):
    with browser.Browser(width=360) as chromium:
        axe.open_page(chromium, html / "chapters" / "05_casestudie.html")
        chromium.ask("[...document.querySelectorAll('article p')].at(-1).style.color = '#ddd'; looks([]); 0")
        assert len(axe.violations(chromium, "{include: judged}", "{runOnly: 'color-contrast'}")) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", LISTS)
def test_axe_finds_nothing_in_an_open_explorer(html, name, theme):
    with browser.Browser(width=360) as chromium:
        axe.open_page(chromium, html / "chapters" / f"{name}.html", "details.opk-verkenner")
        axe.in_theme(chromium, theme)
        chromium.wait_for("document.querySelector('.opk-explorer table') !== null")
        assert axe.violations(chromium, "'details.opk-verkenner'", "{}") == []
