"""Numbers and references in the sentences: ``{eval}`tabel_6["age", "opkomst.mean"]```.

myst-nb has a role of this name, which asks a running kernel and so refuses cached
outputs. This one takes its place: it works the expression out from the book's own
records (see `helpers.prose`), so that an edited sentence executes nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import roles
from myst_nb.core.variables import create_warning
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _writer() -> tuple[Callable[[str], str], tuple[type[Exception], ...]]:
    """What works expressions out, and what an author can get wrong; anything else is a fault of ours."""
    # Only here: a build without a page to read needs none of it.
    from helpers import prose
    from helpers.data import records
    from helpers.data.published import NotPrintedError
    from helpers.tables.disclosure import ConfidentialError
    from helpers.tables.expressions import ExpressionError

    names = prose.names(*records.load_all())
    refused = (ExpressionError, NotPrintedError, prose.UnprintedError, ConfidentialError)
    return lambda expression: prose.write(expression, names), refused


class ValueRole(SphinxRole):
    """Write what an expression says; a wrong one is a warning that names the page and the line."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        write, refused = _writer()
        try:
            text = write(self.text)
        except refused as error:
            return [], [create_warning(str(error), self.inliner.document, self.lineno, subtype="eval")]
        return _nodes(text, self), []


def _nodes(text: str, role: SphinxRole) -> list[nodes.Node]:
    """A text as what it is: a reference, something printed, or plain text."""
    from helpers.data.published import marked_text
    from helpers.prose import Printed, Reference

    match text:
        case Reference():
            made, _ = roles.role(text.role, role.inliner.language, role.lineno, role.inliner.reporter)
            return made(text.role, role.rawtext, text.target, role.lineno, role.inliner)[0]
        case Printed():
            return [nodes.raw("", marked_text(text), format="html")]
    return [nodes.Text(text)]


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", lambda _: _writer.cache_clear())
    app.add_role("eval", ValueRole(), override=True)
    return {"version": "1", "parallel_read_safe": True}
