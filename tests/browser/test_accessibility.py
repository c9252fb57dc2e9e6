"""axe-core finds nothing on any page, and no page complains in its console.

All details are open: on a phone by day every rule, on a laptop in dark mode the colours, which alone differ.
"""

import json
from importlib.resources import files

import browser
import pytest
from explorer_lists import LISTS

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

#: Colours that fade, and texts that slide open, would be caught half way.
STILL = """
document.head.append(Object.assign(document.createElement("style"), {
  textContent: "*, *::before, *::after { transition: none !important; animation: none !important }"
}));
"""

#: Style sheets are read in the page itself: from disk a script may not fetch them.
RUN = """
axe.run(%s, {...%s, resultTypes: ["violations"], preload: false}).then(({violations}) => JSON.stringify(
  violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => [id, target.join(" "), failureSummary]))
))
"""


@pytest.mark.parametrize(
    ("width", "theme", "only"), [(360, "light", "{}"), (1280, "dark", "{runOnly: 'color-contrast'}")]
)
def test_axe_finds_nothing_and_no_page_complains(html, width, theme, only):
    found = []
    with browser.Browser(width=width) as chromium:
        for page in [*sorted(html.glob("chapters/*.html")), html / "search.html"]:
            chromium.open(page)
            chromium.ask(f"{STILL}; {AXE}; 0")
            chromium.ask(f"Object.assign(document.documentElement.dataset, {{theme: '{theme}', mode: '{theme}'}}); 0")
            chromium.ask("document.querySelectorAll('article details').forEach((one) => one.open = true); 0")
            found += [(page.stem, *violation) for violation in json.loads(chromium.ask(RUN % ("document", only)))]
        assert chromium.errors == []
    assert found == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", LISTS)
def test_axe_finds_nothing_in_an_open_explorer(html, name, theme):
    with browser.Browser(width=360) as chromium:
        chromium.open(html / "chapters" / f"{name}.html")
        chromium.ask(f"{STILL}; {AXE}; 0")
        chromium.ask(f"Object.assign(document.documentElement.dataset, {{theme: '{theme}', mode: '{theme}'}}); 0")
        chromium.ask("document.querySelector('details.opk-verkenner').open = true; 0")
        chromium.wait_for("document.querySelector('.opk-explorer table') !== null")
        assert json.loads(chromium.ask(RUN % ("'details.opk-verkenner'", "{}"))) == []
