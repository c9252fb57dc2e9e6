"""A page of a book of one's own, made without building it."""

import json

import nbformat
import pytest

from helpers.data.files import ROOT
from helpers.pages import own
from helpers.pages.parts import display


@pytest.fixture
def page(capsys, monkeypatch, tmp_path):
    """The HTML that the code cells of a notebook of a book of one's own show, from what may be shown."""
    shown = []
    monkeypatch.setattr(display, "html", shown.append)
    monkeypatch.chdir(tmp_path)

    def made(name, book):
        (tmp_path / own.PUBLISHED).write_text(json.dumps(book), encoding="utf-8")
        names = {}
        shown.clear()
        for cell in nbformat.read(ROOT / "own_book" / f"{name}.ipynb", as_version=4).cells:
            if cell.cell_type == "code":
                exec(cell.source, names)
        return "".join(shown)

    return made
