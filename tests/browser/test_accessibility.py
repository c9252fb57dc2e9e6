"""axe-core finds nothing on any page, and no page complains in its console.

On a phone and on a laptop, light and dark, with details closed and open.
"""

import json
from importlib.resources import files

import browser
import pytest

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

#: Style sheets are read in the page itself: from disk a script may not fetch them.
RUN = """
axe.run(document, {resultTypes: ["violations"], preload: false}).then(({violations}) => JSON.stringify(
  violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => [id, target.join(" "), failureSummary]))
))
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_no_page_complains(html, width):
    found = {}
    with browser.Browser(width=width) as chromium:
        for page in sorted(html.glob("chapters/*.html")) + [html / "search.html"]:
            chromium.open(page)
            chromium.ask(f"{AXE}; 0")
            # Colours that fade would be caught half way.
            chromium.ask(
                "document.head.append(Object.assign(document.createElement('style'), "
                "{textContent: '* {transition: none !important}'})); 0"
            )
            for theme, is_open in (("light", True), ("dark", True), ("light", False)):
                shown = f"{{theme: '{theme}', mode: '{theme}'}}"
                opened = f"(one) => one.open = {str(is_open).lower()}"
                chromium.ask(f"Object.assign(document.documentElement.dataset, {shown}); 0")
                chromium.ask(f"document.querySelectorAll('article details').forEach({opened}); 0")
                for violation in json.loads(chromium.ask(RUN)):
                    found.setdefault(tuple(violation), []).append((page.stem, theme, is_open))
        assert chromium.errors == []
    assert found == {}
