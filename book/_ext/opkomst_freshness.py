"""No stale pages: what was computed is filed under what was really read.

jupyter-cache looks at the code cells of a notebook alone, so a book built after a
change in ``data/`` or ``src/`` would show the old numbers. Here a notebook is
executed again exactly when a cell of it, or a file that it read when it last ran,
has changed; and every page is read again when anything has changed that a page can
depend on besides its notebook. Notebooks run side by side, before Sphinx reads them.

A second build of the same folder waits for the first. One that was killed, or whose
inputs changed while it ran, leaves a mark, and the next one starts its pages anew.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from myst_nb.sphinx_ext import add_global_html_resources
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

#: What a page can depend on besides the outputs of its notebook, from the root of the repository.
INPUTS = ("data", "src", "book", "codecheck.yml", "requirements.lock")

#: Folders with nothing that was put there by hand.
MADE = {"_build", "__pycache__", ".ipynb_checkpoints"}

#: The outputs depend on the libraries too, which this file pins.
ALWAYS_READ = "requirements.lock"

#: Folders of earlier outputs, below the build folder and below the built book.
#: Every page is built again after a change, so all that is shown comes back.
EXECUTED, IMAGES = "jupyter_execute", "_images"

logger = logging.getLogger(__name__)


def input_files(root: Path) -> Iterator[Path]:
    """The files below `root` that pages depend on, through links to folders as well.

    Notebooks are left out, since Sphinx itself sees that they changed, and hidden
    files, which editors and operating systems leave behind.
    """
    for name in INPUTS:
        if (root / name).is_file():
            yield root / name
        for folder, folders, files in os.walk(root / name, followlinks=True):
            folders[:] = sorted(name for name in folders if name not in MADE and not name.startswith("."))
            for file in sorted(files):
                if not file.startswith(".") and not file.endswith(".ipynb") and Path(folder, file).is_file():
                    yield Path(folder, file)


def digest(root: Path) -> str:
    """A short hash of the names and contents of the input files."""
    total = sha256()
    for path in input_files(root):
        # Hashed apart, so that moving bytes from one file to the next shows.
        total.update(sha256(path.relative_to(root).as_posix().encode()).digest())
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


class Outputs:
    """The outputs of notebooks, each with the files that it was computed from.

    Parameters
    ----------
    folder
        Where jupyter-cache keeps them.
    root
        The repository.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.root = root
        self._folder = folder / "reads"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._cache = get_cache(folder)
        self._digest = cache(_digest)

    def are_of_now(self, path: Path) -> bool:
        """Whether the outputs of a notebook are there, and all that they depend on is as it was."""
        with suppress(OSError, ValueError, KeyError):
            noted = json.loads(self._note(path).read_text(encoding="utf-8"))
            self._cache.match_cache_notebook(_read(path))
            return noted["cells"] == _cells(_read(path)) and all(
                self._digest(self.root / name) == digest for name, digest in noted["reads"].items()
            )
        return False

    def keep(self, path: Path, notebook: NotebookNode, reads: tuple[str, ...], steady: bool) -> None:
        """File the outputs of a notebook; without their origin when that changed meanwhile."""
        bundle = CacheBundleIn(notebook, str(path))
        self._cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        note = self._note(path)
        note.unlink(missing_ok=True)
        if steady:
            noted = {self._name(name): self._digest(Path(name)) for name in (*reads, str(self.root / ALWAYS_READ))}
            half = note.with_suffix(".half")
            half.write_text(json.dumps({"cells": _cells(notebook), "reads": noted}, indent=1), encoding="utf-8")
            half.replace(note)

    def _note(self, path: Path) -> Path:
        return self._folder / f"{path.stem}.json"

    def _name(self, name: str) -> str:
        """Below the repository a name counts from there, so that a copy of it can be used elsewhere."""
        return Path(name).relative_to(self.root).as_posix() if Path(name).is_relative_to(self.root) else name


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _read(path: Path) -> NotebookNode:
    import nbformat

    return nbformat.read(path, as_version=4)


def _cells(notebook: NotebookNode) -> str:
    code = [cell["source"] for cell in notebook.cells if cell["cell_type"] == "code"]
    return sha256(json.dumps(code).encode()).hexdigest()


def begin(app: Sphinx, config: Config) -> None:
    """Wait for another build of this folder; forget pages that a change or an accident made doubtful."""
    build = Path(app.outdir).parent
    build.mkdir(parents=True, exist_ok=True)
    lock = FileLock(build / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        logger.info("another build of this folder is running: waiting for it")
        lock.acquire()
    app.opkomst_lock = lock
    app.opkomst_began = time.time_ns()
    config.opkomst_inputs = digest(Path(app.srcdir).parent)
    seen, unfinished = build / ".inputs", build / ".unfinished"
    if unfinished.exists():
        (Path(app.doctreedir) / "environment.pickle").unlink(missing_ok=True)
    if unfinished.exists() or not seen.exists() or seen.read_text() != config.opkomst_inputs:
        for folder in (build / EXECUTED, Path(app.outdir) / IMAGES):
            shutil.rmtree(folder, ignore_errors=True)
    seen.write_text(config.opkomst_inputs)
    unfinished.touch()
    config.nb_execution_cache_path = str(build / ".jupyter_cache")


def execute(app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
    """Execute every notebook whose outputs are not of now; their pages are read again."""
    if app.config.nb_execution_mode != "cache":
        return []
    root = Path(app.srcdir).parent
    outputs = Outputs(Path(app.config.nb_execution_cache_path), root)
    documents = {Path(env.doc2path(name)): name for name in sorted(env.found_docs)}
    stale = [path for path in documents if path.suffix == ".ipynb" and not outputs.are_of_now(path)]
    if not stale:
        return []
    # Only here: a build that executes nothing needs none of it.
    from notebooks.execute import execute

    for number, done in enumerate(execute(stale, root), 1):
        outputs.keep(done.path, done.notebook, done.reads, done.steady)
        logger.info("%s/%s %s (%.1f s)", number, len(stale), done.path.name, done.seconds)
        if not done.steady:
            logger.warning("what %s reads changed while it ran; build again", done.path.name, type="opkomst")
    return [documents[path] for path in stale]


def bring_style(app: Sphinx) -> None:
    """Put the style sheet of myst-nb there before pages say its checksum, and not after the first build."""
    (Path(app.outdir) / "_static").mkdir(parents=True, exist_ok=True)
    add_global_html_resources(app, None)


def pages_with_entries(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages to write again: the search index of Sphinx forgets the entries of a page that it does not write."""
    return [page for page, entries in env.get_domain("index").entries.items() if entries]


def end(app: Sphinx, exception: Exception | None) -> None:
    """Remove pages that no longer exist; take the mark away when every page is of now."""
    build = Path(app.outdir).parent
    if exception is None:
        pages = {Path(app.outdir, app.builder.get_target_uri(name)) for name in app.env.all_docs}
        for folder in {page.parent for page in pages}:
            for page in set(folder.glob("*.html")) - pages - {Path(app.outdir, f"{name}.html") for name in _ADDED}:
                page.unlink()
        root = Path(app.srcdir).parent
        changed = [path for path in input_files(root) if path.stat().st_ctime_ns >= app.opkomst_began]
        if changed:
            logger.warning("%s changed while the book was built; build again", changed[0].name, type="opkomst")
        else:
            (build / ".unfinished").unlink(missing_ok=True)
    app.opkomst_lock.release()


#: Pages that no document makes.
_ADDED = ("index", "search", "genindex", "py-modindex")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("opkomst_inputs", "", "env", str)
    # First of all: myst-nb must see the folder before it reads its settings.
    app.connect("config-inited", begin, priority=1)
    app.connect("builder-inited", bring_style)
    app.connect("env-get-outdated", execute)
    app.connect("env-get-updated", pages_with_entries)
    app.connect("build-finished", end)
    return {"version": "1", "parallel_read_safe": True}
