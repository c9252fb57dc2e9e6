"""A page looks the same as with all styles of the theme, of which the book keeps a part (`_ext/opkomst_light.py`)."""

import json
from importlib.resources import files

import browser
import pydata_sphinx_theme
import pytest
import sphinx_book_theme

SHEETS = {
    "pydata-sphinx-theme.css": (pydata_sphinx_theme, "theme/pydata_sphinx_theme/static/styles"),
    "sphinx-book-theme.css": (sphinx_book_theme, "theme/sphinx_book_theme/static/styles"),
}
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"

#: Every property of every element and of what stands before and after it.
LOOK = """
[...document.querySelectorAll("html, body, body *")].map((element) => [undefined, "::before", "::after"].map((part) => {
  const style = getComputedStyle(element, part);
  return part && style.content === "none" ? [] : [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
}).flat())
"""


@pytest.mark.parametrize(("width", "name"), [(360, "02_organisatie"), (1280, "01_context")])
def test_a_page_looks_as_with_all_styles_of_the_theme(html, name, width):
    with browser.Browser(width) as chromium:
        chromium.open(html / "chapters" / f"{name}.html")
        chromium.wait_for("document.querySelector('.search-button') !== null")
        still = f"Object.assign(document.createElement('style'), {{textContent: '{STILL}'}})"
        chromium.ask(f"document.head.append({still})")
        chromium.ask(f"window.before = {LOOK}; 0")
        for sheet, (package, folder) in SHEETS.items():
            # Addresses in it are read from the page's own folder now.
            whole = files(package).joinpath(folder, sheet).read_text("utf-8").replace("url(..", "url(../_static")
            link = f"document.querySelector('link[href*=\"/{sheet}\"]')"
            style = f"Object.assign(document.createElement('style'), {{textContent: {json.dumps(whole)}}})"
            chromium.ask(f"{link}.replaceWith({style})")
        chromium.ask("document.fonts.ready.then(() => 0)")
        different = f"{LOOK}.flatMap((look, at) => look.filter((each) => !before[at].includes(each)))"
        assert chromium.ask(different) == []
        assert chromium.ask("before.length") > 100
