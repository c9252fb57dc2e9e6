"""No stale pages: what was computed is filed under what was really read.

jupyter-cache looks at the code cells of a notebook alone, so a book built after a
change in ``data/`` or ``src/`` would show the old numbers. Here a notebook is
executed again exactly when a cell of it, or a file that it read when it last ran,
has changed; and every page is read again when anything has changed that a page can
depend on besides its notebook. Notebooks run side by side, before Sphinx reads them.

A second build of the same folder waits for the first. One that was killed, or whose
inputs changed while it ran, leaves a mark, and the next one starts its pages anew.
Where nothing at all has changed, Sphinx is not even started.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import shutil
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from helpers.data import kept

if TYPE_CHECKING:
    from nbformat import NotebookNode

#: What a page can depend on besides the outputs of its notebook, from the root of the repository.
INPUTS = ("data", "src", "book", "codecheck.yml", "requirements.lock", "CITATION.cff")

#: Folders with nothing that was put there by hand.
MADE = {"_build", "__pycache__", ".ipynb_checkpoints"}

#: The outputs depend on the libraries too, which this file pins.
ALWAYS_READ = "requirements.lock"

#: Folders of earlier outputs, below the build folder and below the built book.
#: Every page is built again after a change, so all that is shown comes back.
EXECUTED, IMAGES = "jupyter_execute", "_images"

#: Below the build folder: the outputs of notebooks; in there what each read.
CACHE, READS = ".jupyter_cache", "reads"

#: Below the build folder: how all was after the last build that had nothing to warn of.
FINISHED = ".finished"

#: Refers to the first page; Jupyter Book writes it when a build has ended.
FRONT = "index.html"

logger = logging.getLogger(__name__)


def input_files(root: Path) -> Iterator[Path]:
    """The files below `root` that pages depend on, through links to folders as well.

    Hidden files are left out, which editors and operating systems leave behind.
    """
    for name in INPUTS:
        if (root / name).is_file():
            yield root / name
        for folder, folders, files in os.walk(root / name, followlinks=True):
            folders[:] = sorted(name for name in folders if name not in MADE and not name.startswith("."))
            for file in sorted(files):
                if not file.startswith(".") and Path(folder, file).is_file():
                    yield Path(folder, file)


def shared_files(root: Path) -> Iterator[Path]:
    """The input files that every page depends on: Sphinx itself sees which notebooks changed."""
    return (path for path in input_files(root) if path.suffix != ".ipynb")


def digest(root: Path, paths: Iterator[Path]) -> str:
    """A short hash of the names and contents of files below `root`."""
    total = sha256()
    for path in paths:
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
        # Seconds, which a build that starts nothing need not pay.
        from jupyter_cache import get_cache

        self._folder = folder / READS
        self._folder.mkdir(parents=True, exist_ok=True)
        self._cache = get_cache(folder)
        self._digest = cache(_digest)

    def are_of_now(self, path: Path) -> bool:
        """Whether the outputs of a notebook are there, and all that they depend on is as it was."""
        with suppress(OSError, ValueError, KeyError):
            noted = json.loads(self._note(path).read_text(encoding="utf-8"))
            self._cache.match_cache_notebook(_read(path))
            return noted["cells"] == _cells(_read(path)) and still_reads(noted, self.root, self._digest)
        return False

    def keep(self, path: Path, notebook: NotebookNode, reads: tuple[str, ...], steady: bool) -> None:
        """File the outputs of a notebook; without their origin when that changed meanwhile."""
        from jupyter_cache.base import CacheBundleIn

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


def still_reads(noted: dict[str, Any], root: Path, digest_of: Callable[[Path], str]) -> bool:
    """Whether every file that a notebook read is as it was."""
    return all(digest_of(root / name) == digest for name, digest in noted["reads"].items())


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
    root = Path(app.srcdir).parent
    config.opkomst_inputs = digest(root, shared_files(root))
    seen, unfinished = build / ".inputs", build / ".unfinished"
    if unfinished.exists():
        (Path(app.doctreedir) / "environment.pickle").unlink(missing_ok=True)
    if unfinished.exists() or not seen.exists() or seen.read_text() != config.opkomst_inputs:
        for folder in (build / EXECUTED, Path(app.outdir) / IMAGES):
            shutil.rmtree(folder, ignore_errors=True)
        if config.nb_execution_mode == "cache":
            from notebooks import warm

            # Some notebook will have to run: what kernels need is imported while Sphinx starts.
            warm.start()
    seen.write_text(config.opkomst_inputs)
    unfinished.touch()
    config.nb_execution_cache_path = str(build / CACHE)
    if config.nb_execution_mode == "cache":
        # What kernels work out serves the sentences too.
        os.environ[kept.FOLDER] = str(build / CACHE / "kept")


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
    from myst_nb.sphinx_ext import add_global_html_resources

    (Path(app.outdir) / "_static").mkdir(parents=True, exist_ok=True)
    add_global_html_resources(app, None)


def end(app: Sphinx, exception: Exception | None) -> None:
    """Remove pages that no longer exist; take the mark away when every page is of now."""
    build = Path(app.outdir).parent
    if exception is None:
        pages = {Path(app.outdir, app.builder.get_target_uri(name)) for name in app.env.all_docs}
        for folder in {page.parent for page in pages}:
            for page in set(folder.glob("*.html")) - pages - {Path(app.outdir, f"{name}.html") for name in _ADDED}:
                page.unlink()
        root = Path(app.srcdir).parent
        changed = [path for path in shared_files(root) if path.stat().st_ctime_ns >= app.opkomst_began]
        if changed:
            logger.warning("%s changed while the book was built; build again", changed[0].name, type="opkomst")
        else:
            (build / ".unfinished").unlink(missing_ok=True)
            notebooks = (path for path in input_files(root) if path.suffix == ".ipynb")
            saved = any(path.stat().st_ctime_ns >= app.opkomst_began for path in notebooks)
            app.opkomst_spotless = not app._warncount and not saved
    app.opkomst_lock.release()


def note_finished(app: Sphinx, exception: Exception | None) -> None:
    """Note how all is, after the last thing that a build does, if it had nothing to warn of."""
    if getattr(app, "opkomst_spotless", False):
        (Path(app.outdir).parent / FINISHED).write_text(_state(app), encoding="utf-8")


def stop_if_nothing_changed(app: Sphinx) -> None:
    """End the command here if it would make what it made before, out of what was there before.

    Raises
    ------
    SystemExit
        With exit code 0.
    """
    build = Path(app.outdir).parent
    finished, front = build / FINISHED, Path(app.outdir, FRONT)
    if not (finished.exists() and front.exists()) or {"--all", "-a"}.intersection(sys.argv):
        return
    notes = (build / CACHE / READS).glob("*.json")
    root = Path(app.srcdir).parent
    with suppress(Timeout, OSError), FileLock(build / ".lock").acquire(timeout=0):
        if finished.read_text(encoding="utf-8") == _state(app) and all(
            still_reads(json.loads(note.read_text(encoding="utf-8")), root, _digest) for note in notes
        ):
            print(f"Nothing changed since the last build: {front}")
            raise SystemExit(0)


def _state(app: Sphinx) -> str:
    """All that a build depends on, and what it made: another state means that there is something to do."""
    root = Path(app.srcdir).parent
    made = {
        path.relative_to(app.outdir).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in sorted(Path(app.outdir).rglob("*"))
        if path.is_file() and path.name != FRONT
    }
    # Another version of a library touches the folder that it is installed in.
    libraries = os.stat(sysconfig.get_path("purelib")).st_mtime_ns
    return json.dumps([sys.argv[1:], sys.version, libraries, digest(root, input_files(root)), made], indent=0)


#: Pages that no document makes.
_ADDED = ("index", "search", "genindex", "py-modindex")


def collect_less() -> None:
    """Look for garbage less often, and not at the end.

    A build keeps nearly all that it makes: looking through it was a quarter of its time.
    """
    gc.set_threshold(50_000, 20, 50)
    atexit.register(gc.freeze)


def setup(app: Sphinx) -> dict[str, Any]:
    stop_if_nothing_changed(app)
    collect_less()
    app.add_config_value("opkomst_inputs", "", "env", str)
    # First of all: myst-nb must see the folder before it reads its settings.
    app.connect("config-inited", begin, priority=1)
    app.connect("builder-inited", bring_style)
    app.connect("env-get-outdated", execute)
    app.connect("build-finished", end)
    # After the other extensions changed what they wrote.
    app.connect("build-finished", note_finished, priority=1000)
    return {"version": "1", "parallel_read_safe": True}
