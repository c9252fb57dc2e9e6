"""Every built page speaks Dutch and fetches nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: What Sphinx, its themes and myst-nb say in English, as whole texts or names.
ENGLISH = re.compile(
    r"""
    announcement | attention | back\ to\ top | breadcrumbs? | by\ .+ | by\ the\ .+
    | caution | choose\ version | click\ to\ (show|hide) | collapse\ sidebar
    | (light|dark|auto|colou?r\ mode|system\ settings) | contents | copy(\ to\ clipboard)?
    | ©?\ ?copyright\b.* | danger | download\ (this\ page|notebook\ file|source\ file)
    | edit(\ this\ page|\ on\ .+)? | error | expand\ sidebar | fig\.\ ?\d+.* | figure\ \d+.*
    | fullscreen\ mode | general\ index | (go\ to\ )?home | hide\ search\ matches | important
    | last\ updated.* | launch | link\ to\ this\ .+ | main | navigation | next | next\ page | note
    | on\ this\ page | page | permalink.* | please\ activate\ javascript.* | preparing\ search.*
    | prev(ious)? | previous\ page | print\ to\ pdf | search(\ .*)? | searching
    | section\ navigation | see\ also | show\ source | (show|hide)\ code\ cell\ .+
    | site\ navigation | skip\ to\ main\ content | table\ \d+.* | table\ of\ contents
    | toggle\ .+ | version\ warning | warning
    """,
    re.IGNORECASE | re.VERBOSE,
)

#: Attributes that are read out or shown.
SPOKEN = {"title", "aria-label", "placeholder", "alt", "data-bs-title", "data-tooltip"}


class Page(HTMLParser):
    """The language of a page and its texts: what it shows or reads out, but no code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language: str | None = None
        self.texts: list[str] = []
        self._not_prose = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang")
        if tag in {"script", "style", "pre", "code"}:
            self._not_prose += 1
        self.texts += [value.strip() for name, value in values.items() if name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "pre", "code"}:
            self._not_prose -= 1

    def handle_data(self, data: str) -> None:
        if not self._not_prose and data.strip():
            self.texts.append(" ".join(data.split()))


def english(page: Page) -> list[str]:
    """The texts of `page` that the themes left in English."""
    return [text for text in page.texts if ENGLISH.fullmatch(text)]


def test_every_page_speaks_dutch(html):
    parsed = {
        path: Page(path.read_text(encoding="utf-8")) for path in html.rglob("*.html") if "_static" not in path.parts
    }
    assert len(parsed) > 2
    assert {path.name: page.language for path, page in parsed.items() if page.language != "nl"} == {}
    assert {path.name: english(page) for path, page in parsed.items() if english(page)} == {}


def test_apostrophes_are_those_of_print(html):
    found = {path.name: Page(path.read_text(encoding="utf-8")).texts for path in html.rglob("chapters/*.html")}
    straight = {name: [text for text in texts if re.search(r"\w'\w", text)] for name, texts in found.items()}
    assert {name: texts for name, texts in straight.items() if texts} == {}


def test_styles_fetch_nothing_from_elsewhere(html):
    for path in html.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")), path.name


def test_english_is_recognised():
    page = Page(
        '<html lang="nl"><p title="Link to this heading">Skip to main content</p><p>Fig. 3</p>'
        "<p>Zoek in dit boek</p><code>search</code></html>"
    )
    assert english(page) == ["Link to this heading", "Skip to main content", "Fig. 3"]
