"""The button that shows the code of a cell: below what it shows, and without its English name.

Readers come for what a cell shows; the code behind it may wait.

myst-nb names every such button "Toggle hidden content". Its text, a Dutch
setting in ``_config.yml``, says more and is its name once the other is gone.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput, visit_HideCellInput
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

ENGLISH_NAME = ' aria-label="Toggle hidden content"'


def visit_toggle(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    """Write the button as myst-nb does, without the English name."""
    written = len(translator.body)
    visit_HideCellInput(translator, node)
    translator.body[written:] = [part.replace(ENGLISH_NAME, "") for part in translator.body[written:]]


class CodeBelow(SphinxPostTransform):
    """Put the button of each cell after the cell's outputs."""

    #: After myst-nb has made the buttons.
    default_priority = 200
    formats = ("html",)

    def run(self, **_given: Any) -> None:
        for button in list(self.document.findall(HideCodeCellNode)):
            cell = button.parent
            if isinstance(cell, nodes.container) and "above-input" in button["classes"]:
                cell.remove(button)
                cell.append(button)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_post_transform(CodeBelow)
    app.add_node(HideCodeCellNode, override=True, html=(visit_toggle, depart_HideCellInput))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
