"""No English in what a script adds when the page opens."""

import browser
import pytest
from bs4 import BeautifulSoup
from interface_language import english, found_in


@pytest.mark.parametrize("address", ["chapters/00_in_een_oogopslag.html", "chapters/04_impact_registratie.html"])
def test_scripts_add_no_english(html, address):
    with browser.Browser() as chromium:
        chromium.open(html / address)
        chromium.wait_for("document.querySelector('.theme-switch-button') !== null")
        opened = BeautifulSoup(chromium.ask("document.documentElement.outerHTML"), "html.parser")
    assert found_in(opened) == {}


def test_searching_speaks_dutch(html):
    with browser.Browser() as chromium:
        chromium.open(html / "search.html", query="q=leefloon")
        chromium.wait_for("document.querySelector('.bd-search-container [role=status]').innerText.includes('Gevonden')")
        said = chromium.ask("document.querySelector('.bd-search-container').innerText")
    assert english(said) == []
