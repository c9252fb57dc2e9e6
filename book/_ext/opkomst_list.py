"""The list of all tables and figures: the directive ``{opkomst-list}``.

``{opkomst-list} table`` lists the tables of every page with a link to each,
``figure`` the figures, in the order of their numbers, and ``extra`` what has a
title but no number. The list is made from what the pages show, so it cannot
name something that is not there.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from opkomst_outputs import KEY, TITLES
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

EXTRA = "extra"


class ListNode(nodes.General, nodes.Element):
    """Holds the place of a list until every page has been read."""


class OutputList(SphinxDirective):
    """Directive: one list, of one kind of output."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        kind = directives.choice(self.arguments[0], ("table", "figure", EXTRA))
        self.env.metadata[self.env.docname]["opkomst_has_list"] = True
        return [ListNode(kind=kind)]


def pages_with_lists(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again: any other page can have changed what they list."""
    return [page for page, notes in env.metadata.items() if "opkomst_has_list" in notes]


def entries(env: BuildEnvironment, kind: str) -> list[tuple[str, str, str]]:
    """Page, id and text of every output of a kind, in the order of their numbers."""
    found = []
    for page, notes in env.metadata.items():
        for id, (output_kind, title) in notes.get(TITLES, {}).items():
            number = notes.get(KEY, {}).get(output_kind, {}).get(id)
            if (output_kind if number else EXTRA) == kind:
                label = env.config.numfig_format[output_kind] % number if number else ""
                found.append((int(number[0]) if number else 0, page, id, f"{label} {title}".strip()))
    return [entry[1:] for entry in sorted(found)]


def fill_lists(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Replace every placeholder by its list."""
    for place in list(doctree.findall(ListNode)):
        items = [
            nodes.list_item(
                "", nodes.paragraph("", "", make_refnode(app.builder, page, target, id, nodes.inline("", text)))
            )
            for target, id, text in entries(app.env, place["kind"])
        ]
        place.replace_self(nodes.bullet_list("", *items, classes=["opk-list"]))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(ListNode)
    app.add_directive("opkomst-list", OutputList)
    app.connect("env-get-updated", pages_with_lists)
    app.connect("doctree-resolved", fill_lists)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
