"""On a phone the letters of a figure are as large as those of the page, in any figure on any page."""

import re
from urllib.parse import unquote, urlparse

import browser

#: What the text of the page has, in pixels, less what rounding takes.
LEAST = 15.5

FIGURES = (
    "[...document.querySelectorAll('article figure img')].map((img) => [img.src, img.getBoundingClientRect().width])"
)


def test_letters_in_figures_are_as_large_as_those_of_the_page(html):
    smallest = {}
    with browser.Browser(width=360, height=740) as chromium:
        for page in sorted(html.glob("chapters/*.html")):
            chromium.open(page)
            for address, width in chromium.ask(FIGURES):
                with open(unquote(urlparse(address).path), encoding="utf-8") as file:
                    image = file.read()
                drawn = float(re.search(r'viewBox="0 0 ([\d.]+)', image)[1])
                letters = [float(size) for size in re.findall(r"\bfont(?:-size)?: (?:[a-z]+ )*([\d.]+)px", image)]
                assert letters, address
                smallest[page.stem, address.rpartition("/")[2]] = min(letters) * width / drawn
    assert len(smallest) > 30
    assert {name: size for name, size in smallest.items() if size < LEAST} == {}
