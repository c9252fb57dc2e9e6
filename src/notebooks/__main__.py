"""``python -m notebooks``: run every notebook of the book again and store what it shows and says."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode

from helpers import prose
from helpers.data import kept, records
from helpers.data.files import CHAPTERS, ROOT
from helpers.pages import codecheck
from notebooks.execute import execute


def store(path: Path, executed: NotebookNode, names: dict) -> None:
    """Write a notebook with its new outputs, and with the values of its sentences.

    What a widget shows is left out: the book and JupyterLab make it anew.
    """
    executed.metadata.pop("widgets", None)
    for cell in executed.cells:
        cell.metadata.pop("user_expressions", None)
        if cell.cell_type == "markdown" and (told := prose.user_expressions(cell.source, names)):
            cell.metadata["user_expressions"] = told
    nbformat.write(executed, path)


def main() -> None:
    """Run all of them, and renew codecheck.yml, which follows from what they show."""
    names = prose.names(*records.load_all())
    paths = sorted(CHAPTERS.glob("*.ipynb"))
    with TemporaryDirectory() as folder:
        os.environ[kept.FOLDER] = folder
        for number, done in enumerate(execute(paths, ROOT), 1):
            store(done.path, done.notebook, names)
            print(f"{number}/{len(paths)} {done.path.name} ({done.seconds:.1f} s)", flush=True)
    codecheck.write()


if __name__ == "__main__":
    main()
