"""What the search looks in: every section and every table and figure, with its own address.

Sphinx finds pages only, shows no excerpt, and asks for files in a way that browsers
refuse from disk. Here all texts go into one script that defines a global,
``zoeken/gegevens.js``, with the Dutch stemmer that Sphinx ships. A browser fetches it
when a reader opens the search (see ``_static/zoek.js``), and searches by itself
(see ``assets/zoeken/zoeken.js``). Terms of the glossary are each other's synonyms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import normalize

from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.search import IndexBuilder

from helpers.data.context import glossary

#: Below the built book.
TARGET = "zoeken/gegevens.js"

#: Beside the built book: what was found on each page, for a build in which that page did not change.
KEPT = ".search.json"

_OWN = Path(__file__).read_text(encoding="utf-8")

#: What nobody reads for its own sake: code, where a number comes from, definitions that pop up.
LEFT_OUT = {"pre", "script", "style", "noscript"}
LEFT_OUT_CLASSES = {
    *("headerlink", "opk-about", "opk-provenance", "opk-definitions", "opk-in-lab", "opk-verkenner"),
}

#: A table or figure is found by itself, under the title that it has on the page.
FOUND = {"section", "table", "figure"}

#: After these a word ends, also where the markup has no space.
BLOCKS = {
    *("p", "li", "dt", "dd", "td", "th", "tr", "caption", "figcaption", "div", "section", "summary", "blockquote"),
    *("h1", "h2", "h3", "h4", "br"),
}


def entries(page: str, address: str) -> Iterator[dict[str, str]]:
    """Everything on a page that can be found, in the order of the page.

    Parameters
    ----------
    page
        HTML of the page.
    address
        Of the page, from the root of the book.

    Yields
    ------
    dict
        ``at``: its address; ``page``: the title of the page; ``title``; ``text``: all
        that stands below the title, down to the next one.
    """
    article = BeautifulSoup(page, "html.parser").find("article")
    for element in filter(_is_left_out, _elements(article)):
        element.extract()
    elements = _elements(article)
    for element in elements:
        if element.name in BLOCKS:
            element.insert_after(" ")
    title = _text(article.h1)
    found = [element for element in elements if element.name in FOUND and "id" in element.attrs]
    texts = {}
    # The innermost first: each is taken out of what it stands in.
    for element in reversed(found):
        heading = element.find(["caption", "figcaption", "h1", "h2", "h3", "h4"])
        if heading is None:
            continue
        texts[element["id"]] = _text(heading.extract()), _text(element.extract())
    for element in found:
        if element["id"] in texts:
            heading, text = texts[element["id"]]
            yield {"at": f"{address}#{element['id']}", "page": title, "title": heading, "text": text}


# Selectors look at every element anew for each of their parts.
def _elements(article: Tag) -> list[Tag]:
    return [element for element in article.descendants if isinstance(element, Tag)]


def _is_left_out(element: Tag) -> bool:
    names = LEFT_OUT_CLASSES.intersection(element.get("class", ()))
    # A button that shows code is read as little as the code.
    is_button = element.name == "summary" and "hide" in element.parent.get("class", ())
    # A sign, beside words that say what it means to who does not see it.
    is_sign = element.get("aria-hidden") == "true"
    return bool(names) or is_button or is_sign or element.name in LEFT_OUT


def _text(element: Tag) -> str:
    return normalize("NFC", re.sub(r"\s+", " ", element.get_text())).strip()


def synonyms() -> list[tuple[str, ...]]:
    """The terms of the glossary that go by several names, each with all of them."""
    return [term.forms for term in glossary() if len(term.forms) > 1]


def keep_sphinx_out(app: Sphinx) -> None:
    """Sphinx makes no index and no page of its own."""
    app.builder.search = False


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write what there is to find, from the pages as they are."""
    if exception or app.builder.format != "html":
        return
    folder, file = Path(app.outdir), Path(app.outdir).parent / KEPT
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    kept = {}
    for address in sorted(map(app.builder.get_target_uri, app.env.all_docs)):
        page = (folder / address).read_text(encoding="utf-8")
        key = sha256(f"{_OWN}{address}\n{page}".encode()).hexdigest()
        kept[key] = before[key] if key in before else list(entries(page, address))
    file.write_text(json.dumps(kept), encoding="utf-8")
    found = [entry for page in kept.values() for entry in page]
    language = IndexBuilder(app.env, "nl", {}, "")
    data = {"stopwords": sorted(language.lang.stopwords), "synonyms": synonyms(), "entries": found}
    (folder / TARGET).parent.mkdir(exist_ok=True)
    (folder / TARGET).write_text(
        f"{language.get_js_stemmer_code()}\nwindow.opkZoeken = {json.dumps(data, ensure_ascii=False, indent=0)};\n",
        encoding="utf-8",
        newline="\n",
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", keep_sphinx_out)
    app.connect("build-finished", write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
