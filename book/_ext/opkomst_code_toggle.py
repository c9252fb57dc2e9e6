"""The button that shows the code of a cell: below what it shows, and without its English name.

Readers come for what a cell shows; the code behind it may wait.

myst-nb names every such button "Toggle hidden content". Its text, a Dutch
setting in ``_config.yml``, says more and is its name once the other is gone. Who hears
the page hears with it what the code makes: a chapter has two dozen of these buttons.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput, visit_HideCellInput
from opkomst_outputs import KEY, TITLES
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from helpers.pages.parts.heard import heard_html
from helpers.tables.table import display_name

ENGLISH_NAME = ' aria-label="Toggle hidden content"'


def visit_toggle(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    """Write the button as myst-nb does, without the English name."""
    written = len(translator.body)
    visit_HideCellInput(translator, node)
    opened = "".join(translator.body[written:]).replace(ENGLISH_NAME, "")
    heard = heard_html(f" van {node['makes']}")
    translator.body[written:] = [opened.replace("</summary>", f"{heard}</summary>")]


class CodeBelow(SphinxPostTransform):
    """Put the button of each cell after the cell's outputs, and tell it what they are."""

    #: After myst-nb has made the buttons.
    default_priority = 200
    formats = ("html",)

    def run(self, **_given: Any) -> None:
        for button in list(self.document.findall(HideCodeCellNode)):
            cell = button.parent
            if isinstance(cell, nodes.container) and "above-input" in button["classes"]:
                cell.remove(button)
                button["makes"] = self._made_by(cell)
                cell.append(button)

    def _made_by(self, cell: nodes.container) -> str:
        """The first table or figure that a cell shows, otherwise the section it stands in; HTML."""
        known = self.env.metadata[self.env.docname]
        for id, (kind, title) in known.get(TITLES, {}).items():
            if next(cell.findall(lambda node, id=id: isinstance(node, nodes.Element) and id in node["ids"]), None):
                return display_name(id) if id in known.get(KEY, {}).get(kind, {}) else escape(title)
        if caption := re.search("<caption>(.*?)</caption>", cell.astext()):
            return caption[1]
        section = cell
        while not isinstance(section, nodes.section):
            section = section.parent
        return escape(section.next_node(nodes.title).astext())


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_post_transform(CodeBelow)
    app.add_node(HideCodeCellNode, override=True, html=(visit_toggle, depart_HideCellInput))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
