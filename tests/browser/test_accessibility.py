"""axe-core finds nothing on any page, and no page complains in its console.

All details are open: on a phone every rule, and there and on a laptop the colours by day and in the dark.
"""

import json
from importlib.resources import files
from pathlib import Path

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

#: Colours take nearly all of axe's time, and a book repeats few of them: of elements that have the
#: same colours on the same grounds, on this page or on an earlier one, one is judged.
LOOKS = """
window.looks = (seen) => {
  const words = (element) => [...element.childNodes].some(({nodeType, data}) => nodeType === 3 && data.trim());
  const found = [], known = new Set(seen);
  const visit = (element, behind) => {
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    const paint = [style.backgroundColor, style.backgroundImage, style.opacity, style.position].join();
    const ground = paint === "rgba(0, 0, 0, 0),none,1,static" ? behind : `${behind} ${paint}`;
    const look = [ground, style.color, style.fill, style.fontSize, style.fontWeight, element.disabled].join();
    if ((words(element) || element.matches("input, select")) && !known.has(look)) {
      known.add(look);
      found.push(element);
    }
    for (const child of element.children) visit(child, ground);
  };
  visit(document.body, "");
  window.judged = found;
  return [...known];
};
"""


def _open(chromium: browser.Browser, page: Path, which: str = "article details") -> None:
    chromium.open(page)
    chromium.ask(f"{STILL}; {AXE}; {LOOKS}; 0")
    chromium.ask(f"document.querySelectorAll('{which}').forEach((one) => one.open = true); 0")


def _in_theme(chromium: browser.Browser, theme: str) -> None:
    chromium.ask(f"Object.assign(document.documentElement.dataset, {{theme: '{theme}', mode: '{theme}'}}); 0")


def _violations(chromium: browser.Browser, where: str, rules: str) -> list[list[str]]:
    return json.loads(chromium.ask(RUN % (where, rules)))


def _pages(html: Path) -> list[Path]:
    return [*sorted(html.glob("chapters/*.html")), html / "search.html"]


def test_axe_finds_nothing_and_no_page_complains(html):
    found = []
    with browser.Browser(width=360) as chromium:
        for page in _pages(html):
            _open(chromium, page)
            rules = "{rules: {'color-contrast': {enabled: false}}}"
            found += [(page.stem, *violation) for violation in _violations(chromium, "document", rules)]
        assert chromium.errors == []
    assert found == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_colours_too_close_to_each_other(html, width):
    found, seen = [], []
    with browser.Browser(width=width) as chromium:
        for page in _pages(html):
            _open(chromium, page)
            for theme in ("light", "dark"):
                _in_theme(chromium, theme)
                seen = chromium.ask(f"looks({json.dumps(seen)})")
                if chromium.ask("judged.length"):
                    pale = _violations(chromium, "{include: judged}", "{runOnly: 'color-contrast'}")
                    found += [(page.stem, theme, *violation) for violation in pale]
    assert found == []


def test_one_pale_word_among_many_is_found(html):
    with browser.Browser(width=360) as chromium:
        _open(chromium, html / "chapters" / "05_casestudie.html")
        chromium.ask("[...document.querySelectorAll('article p')].at(-1).style.color = '#ddd'; looks([]); 0")
        assert len(_violations(chromium, "{include: judged}", "{runOnly: 'color-contrast'}")) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", LISTS)
def test_axe_finds_nothing_in_an_open_explorer(html, name, theme):
    with browser.Browser(width=360) as chromium:
        _open(chromium, html / "chapters" / f"{name}.html", "details.opk-verkenner")
        _in_theme(chromium, theme)
        chromium.wait_for("document.querySelector('.opk-explorer table') !== null")
        assert _violations(chromium, "'details.opk-verkenner'", "{}") == []
