"""A book of a few pages, built with the extensions of the real one."""

from __future__ import annotations

import io
import re
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

#: A small picture.
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'


def table(id: str, number: int | None) -> dict:
    """An output cell with a table, as `helpers.pages.parts.display` makes it."""
    html = f'<table id="{id}"><caption>Tabel {number} Titel</caption></table>'
    return _output({"text/html": html, "text/plain": ""}, id, "table", number)


def figure(id: str, number: int | None) -> dict:
    """An output cell with a figure, as `helpers.pages.parts.display` makes it."""
    told = {"alt": "Een stip.", "finding": "Eén stip."}
    return _output({"image/svg+xml": SVG, "text/plain": "vingerafdruk"}, id, "figure", number, **told)


def _output(data: dict, id: str, kind: str, number: int | None, **more: str) -> dict:
    note = {"id": id, "kind": kind, "number": number, "title": "Titel", **more}
    output = new_output("display_data", data, metadata={"opkomst": note})
    return new_code_cell("show(...)", outputs=[output], metadata={"tags": ["hide-input"]})


EXTENSIONS = [
    *("opkomst_freshness", "myst_nb", "opkomst_outputs", "opkomst_list", "opkomst_mathml", "opkomst_code_toggle"),
]


class SmallBook:
    """A book of a few pages, built with the extensions of the real one."""

    def __init__(self, root: Path) -> None:
        self.source = root / "book"
        self.html = self.source / "_build" / "html"
        self.source.mkdir(exist_ok=True)
        #: The notebooks that the latest build executed.
        self.executed: set[str] = set()

    def write(self, name: str, *cells: dict | str) -> None:
        """Write a page; a string becomes a Markdown cell below a title."""
        written = [new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
        notebook = new_notebook(cells=[new_markdown_cell(f"# {name}"), *written])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        notebook.metadata["language_info"] = {"name": "python"}
        nbformat.write(notebook, self.source / f"{name}.ipynb")

    def build(self, execute: str = "off") -> str:
        """Build what is out of date; returns the warnings."""
        warnings, told = io.StringIO(), io.StringIO()
        with patch_docutils(None), docutils_namespace():
            Sphinx(
                self.source,
                None,
                self.html,
                self.source / "_build" / ".doctrees",
                "html",
                confoverrides={
                    "extensions": EXTENSIONS,
                    "root_doc": "a",
                    "exclude_patterns": ["_build"],
                    "numfig": True,
                    "numfig_format": {"figure": "Figuur %s", "table": "Tabel %s"},
                    "html_math_renderer": "mathml",
                    "nb_execution_mode": execute,
                    "nb_code_prompt_show": "Toon de code",
                },
                status=told,
                warning=warnings,
            ).build()
        self.executed = set(re.findall(r"\d+/\d+ (\w+)\.ipynb \(", told.getvalue()))
        return warnings.getvalue()

    def started(self) -> bool:
        """Build, and tell whether there was something to do."""
        try:
            self.build("cache")
        except SystemExit:
            return False
        return True

    def page(self, name: str) -> str:
        return (self.html / f"{name}.html").read_text(encoding="utf-8")
