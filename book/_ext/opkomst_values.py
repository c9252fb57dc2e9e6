"""Numbers and references in the sentences: ``{eval}`tabel_6["age", "opkomst.mean"]```.

myst-nb has a role of this name, which asks a running kernel and so refuses cached
outputs. This one takes its place: it works the expression out from the book's own
records (see `helpers.prose`), so that an edited sentence executes nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from docutils import nodes
from docutils.parsers.rst import roles
from myst_nb.core.variables import create_warning
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

from helpers import prose
from helpers.data import records
from helpers.data.published import NotPrintedError, marked_text
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.expressions import ExpressionError

#: What an author can get wrong; anything else is a fault of ours, with a traceback.
_REFUSED = (ExpressionError, NotPrintedError, prose.UnprintedError, ConfidentialError)


@cache
def _names() -> dict[str, Any]:
    return prose.names(*records.load_all())


class ValueRole(SphinxRole):
    """Write what an expression says; a wrong one is a warning that names the page and the line."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        try:
            text = prose.write(self.text, _names())
        except _REFUSED as error:
            return [], [create_warning(str(error), self.inliner.document, self.lineno, subtype="eval")]
        match text:
            case prose.Reference():
                role, _ = roles.role(text.role, self.inliner.language, self.lineno, self.inliner.reporter)
                return role(text.role, self.rawtext, text.target, self.lineno, self.inliner)
            case prose.Printed():
                return [nodes.raw("", marked_text(text), format="html")], []
        return [nodes.Text(text)], []


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", lambda _: _names.cache_clear())
    app.add_role("eval", ValueRole(), override=True)
    return {"version": "1", "parallel_read_safe": True}
