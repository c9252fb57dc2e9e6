"""Pages are light: what a reader loads before opening an explorer."""

import gzip
import re

#: Most that a page may weigh, in bytes.
MOST = 200 * 1024


def loaded(page):
    """The files that a browser fetches for a page, from its markup."""
    text = page.read_text(encoding="utf-8")
    assert text.count('name="viewport"') == 1
    patterns = [r'<script[^>]*\bsrc="([^"?#]+)', r'<link[^>]*href="([^"?#]+\.css)', r'<img[^>]*src="([^"?#]+)']
    found = {page.parent / address for pattern in patterns for address in re.findall(pattern, text)}
    fonts = page.parents[1] / "_static" / "vendor" / "fontawesome" / "webfonts"
    return [page, *{path.resolve() for path in found}, *fonts.iterdir()]


def weight(page):
    return sum(len(gzip.compress(path.read_bytes())) for path in loaded(page))


def test_a_page_weighs_at_most_200_kilobytes(html):
    weights = {page.stem: weight(page) for page in (html / "chapters").glob("*.html")}
    assert {name: size for name, size in weights.items() if size > MOST} == {}


def test_no_page_loads_the_widgets_or_the_search_of_itself(html):
    for page in (html / "chapters").glob("*.html"):
        names = {path.name for path in loaded(page)}
        assert not names & {
            "embed.js",
            "searchtools.js",
            "searchindex.js",
            "fontawesome.js",
            "gegevens.js",
            "zoeken.js",
        }
