"""The glossary, and the definition of each of its terms where it occurs.

``data/context/glossary.csv`` is the one source. The directive
``opkomst-glossary`` makes the page of all terms. On every other page the first
occurrence of a term in each section becomes a button that opens its definition,
by touch, mouse or keyboard: HTML's own popover, which needs no script. A screen
reader reads the definition as the description of the button.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.domains.std import Glossary
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from helpers.data.context import Term, glossary
from helpers.dutch.typography import typeset

#: Text in these parts of a page stays as it is.
_LEFT_ALONE = (nodes.reference, nodes.literal, nodes.title, nodes.caption, nodes.table, nodes.figure, nodes.footnote)

_TERMS = {form.casefold(): term for term in glossary() for form in term.forms}
_FORM = re.compile(
    r"(?<![\w-])(" + "|".join(re.escape(form) for form in sorted(_TERMS, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)


class TermButton(nodes.inline):
    """A term in the text, with the key of its definition on the same page."""


class GlossaryFromData(Glossary):
    """All terms, each with its definition and where that comes from."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Write the entries as Sphinx's own directive expects them."""
        lines = []
        for term in glossary():
            lines += [term.term, f"  {term.definition}", "", f"  *Bron: {term.source}.*", ""]
        self.content = StringList(lines, source=self.env.docname)
        return super().run()


def key_of(term: Term) -> str:
    """The id of a definition on a page: ``woord-huis-van-het-kind``."""
    return "woord-" + nodes.make_id(term.term)


def mark_terms(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Make buttons of the terms of a page, and put their definitions at its end."""
    anchors = term_anchors(app.env)
    if app.builder.format != "html" or docname in {page for page, _ in anchors.values()}:
        return
    used: dict[str, Term] = {}
    for section in _sections(doctree):
        seen: set[str] = set()
        for text in [text for text in section.findall(nodes.Text) if _section_of(text) is section]:
            pieces = list(_split(text, seen, used))
            if any(isinstance(piece, TermButton) for piece in pieces):
                text.parent.replace(text, pieces)
    sections = [node for node in doctree.children if isinstance(node, nodes.section)]
    if used and sections:
        links = {
            key: f"{app.builder.get_relative_uri(docname, anchors[term.term][0])}#{anchors[term.term][1]}"
            for key, term in used.items()
        }
        sections[-1].append(nodes.raw("", definitions_html(used, links), format="html"))


def _sections(doctree: nodes.document) -> list[nodes.Element]:
    """The whole page, and its sections of the second level (h2) with all that is in them."""
    return [doctree, *(s for s in doctree.findall(nodes.section) if _depth(s) == 2)]


def _depth(node: nodes.Node) -> int:
    return sum(isinstance(above, nodes.section) for above in _upwards(node))


def _upwards(node: nodes.Node | None) -> Iterator[nodes.Node]:
    while node is not None:
        yield node
        node = node.parent


def _section_of(text: nodes.Text) -> nodes.Node | None:
    """The section that a text counts with; None where terms are left alone."""
    if not isinstance(text.parent, nodes.paragraph) or any(isinstance(n, _LEFT_ALONE) for n in _upwards(text)):
        return None
    chain = list(_upwards(text))
    return next((n for n in chain if isinstance(n, nodes.section) and _depth(n) == 2), chain[-1])


def _split(text: nodes.Text, seen: set[str], used: dict[str, Term]) -> Iterator[nodes.Node]:
    """A text in pieces: buttons for terms not `seen` before, which are then noted as `used`."""
    rest = 0
    words = text.astext()
    for match in _FORM.finditer(words):
        term = _TERMS[match[1].casefold()]
        key = key_of(term)
        if key in seen or not _same_spelling(match[1], term):
            continue
        seen.add(key)
        used[key] = term
        if match.start() > rest:
            yield nodes.Text(words[rest : match.start()])
        yield TermButton("", match[1], definition=key)
        rest = match.end()
    if rest < len(words):
        yield nodes.Text(words[rest:])


def _same_spelling(found: str, term: Term) -> bool:
    """Capitals count, except for the first letter of a sentence."""
    return any(found == form or found == form[0].upper() + form[1:] for form in term.forms)


def definitions_html(used: dict[str, Term], links: dict[str, str]) -> str:
    """The definitions of a page: each hidden until its button opens it."""
    items = "".join(
        f'<div popover class="opk-definition" id="{key}" role="note">'
        f"<p><strong>{escape(term.term)}</strong>: "
        f'<span id="{key}-uitleg">{escape(typeset(term.definition))}</span></p>'
        f'<p><a href="{links[key]}">Alle woorden in de woordenlijst</a></p></div>'
        for key, term in sorted(used.items())
    )
    return f'<div class="opk-definitions">{items}</div>'


def term_anchors(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """Where each term stands in the glossary: its page and its id there."""
    objects = env.get_domain("std").objects
    return {name: place for (kind, name), place in objects.items() if kind == "term"}


def visit_button(translator: HTML5Translator, node: TermButton) -> None:
    """Open the button; its text follows."""
    key = node["definition"]
    translator.body.append(
        f'<button type="button" class="opk-term" popovertarget="{key}" aria-describedby="{key}-uitleg">'
    )


def depart_button(translator: HTML5Translator, node: TermButton) -> None:
    """Close the button."""
    translator.body.append("</button>")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(TermButton, html=(visit_button, depart_button))
    app.add_directive("opkomst-glossary", GlossaryFromData)
    app.connect("doctree-resolved", mark_terms)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
