"""axe-core on a page that is open in the browser."""

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from browser import Browser

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


def open_page(chromium: Browser, page: Path, which: str = "article details") -> None:
    chromium.open(page)
    chromium.ask(f"{STILL}; {AXE}; {LOOKS}; 0")
    chromium.ask(f"document.querySelectorAll('{which}').forEach((one) => one.open = true); 0")


def in_theme(chromium: Browser, theme: str) -> None:
    chromium.ask(f"Object.assign(document.documentElement.dataset, {{theme: '{theme}', mode: '{theme}'}}); 0")


def violations(chromium: Browser, where: str, rules: str) -> list[list[str]]:
    return json.loads(chromium.ask(RUN % (where, rules)))


def faults(chromium: Browser, pages: Iterable[Path]) -> list[list[str]]:
    """What every rule but that of colours finds on these pages."""
    found = []
    for page in pages:
        open_page(chromium, page)
        rules = "{rules: {'color-contrast': {enabled: false}}}"
        found += [[page.stem, *violation] for violation in violations(chromium, "document", rules)]
    return found


def pale(chromium: Browser, pages: Iterable[Path]) -> list[list[str]]:
    """Colours too close to each other on these pages, by day and in the dark."""
    found, seen = [], []
    for page in pages:
        open_page(chromium, page)
        for theme in ("light", "dark"):
            in_theme(chromium, theme)
            seen = chromium.ask(f"looks({json.dumps(seen)})")
            if chromium.ask("judged.length"):
                close = violations(chromium, "{include: judged}", "{runOnly: 'color-contrast'}")
                found += [[page.stem, theme, *violation] for violation in close]
    return found
