"""What a page says of itself to a search engine, a reference manager or a chat: all of it read elsewhere.

The description is the beginning of the page's own text, the citation is ``CITATION.cff``.
"""

from __future__ import annotations

import json
import textwrap
from functools import cache
from html import escape
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx

from helpers.data.files import ROOT

#: As many letters as a search engine shows.
_LONGEST = 155

#: A shorter paragraph is a label or a legend.
_SHORTEST = 60


@cache
def citation() -> dict[str, Any]:
    """How the book is cited."""
    return yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def description(doctree: nodes.document) -> str:
    """The first paragraph of a page that says something; empty where there is none."""
    texts = (" ".join(paragraph.astext().split()) for paragraph in doctree.findall(nodes.paragraph))
    first = next((text for text in texts if len(text) >= _SHORTEST), "")
    return textwrap.shorten(first, _LONGEST, placeholder=" …")


def tell(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Add the metadata to the head of a page."""
    if doctree is None:
        return
    cited, title = citation(), f"{context['title']}. {app.config.html_title}"
    text, authors = description(doctree), [author["name"] for author in cited["authors"]]
    tags = [
        *([("name", "description", text), ("property", "og:description", text)] if text else []),
        ("property", "og:title", title),
        ("property", "og:type", "article"),
        ("property", "og:locale", "nl_BE"),
        ("name", "citation_title", title),
        *(("name", "citation_author", author) for author in authors),
        ("name", "citation_publication_date", f"{cited['date-released']:%Y/%m/%d}"),
        ("name", "citation_language", app.config.language),
    ]
    context["metatags"] += "".join(f'<meta {kind}="{name}" content="{escape(value)}">\n' for kind, name, value in tags)
    if page == app.config.root_doc:
        context["metatags"] += f'<script type="application/ld+json">{_linked_data(app, text, authors)}</script>\n'


def _linked_data(app: Sphinx, text: str, authors: list[str]) -> str:
    cited = citation()
    (report,) = cited["references"]
    told = {
        "@context": "https://schema.org",
        "@type": ["Book", "Dataset"],
        "name": cited["title"],
        "description": text,
        "inLanguage": app.config.language,
        "version": cited["version"],
        "datePublished": str(cited["date-released"]),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "author": [{"@type": "Organization", "name": name} for name in authors],
        "isBasedOn": {
            "@type": "Report",
            "name": report["title"],
            "datePublished": f"{report['year']}-{report['month']:02}",
            "author": [
                {"@type": "Person", "familyName": author["family-names"], "givenName": author["given-names"]}
                for author in report["authors"]
            ],
            "publisher": {"@type": "Organization", "name": report["institution"]["name"]},
        },
    }
    # Whatever a text holds, it does not end the script.
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", tell)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
