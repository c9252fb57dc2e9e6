"""Dutch for what Sphinx and the theme leave in English: ``locale/nl/LC_MESSAGES/sphinx.po``.

Sphinx would compile the file beside it, which a checkout that cannot be written does
not allow, and would not notice a change within the same second.
"""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx import locale
from sphinx.application import Sphinx


def translate(app: Sphinx) -> None:
    """Put our translations before those of Sphinx."""
    compiled = BytesIO()
    with (Path(app.srcdir) / "locale" / "nl" / "LC_MESSAGES" / "sphinx.po").open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    ours = GNUTranslations(compiled)
    ours.add_fallback(app.translator)
    app.translator = locale.translators["general", "sphinx"] = ours


def setup(app: Sphinx) -> dict[str, Any]:
    translate(app)
    return {"version": "1", "parallel_read_safe": True}
