"""No stale outputs: a changed record or helper re-executes the notebooks.

jupyter-cache looks at the code cells of a notebook alone, so a book built after
a change in ``data/`` or ``src/`` would show the old numbers. Here the cache gets
a folder named after everything that the notebooks read. Its name is a setting
of Sphinx on which the pages depend, so another name also makes Sphinx read every
page again.
"""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

#: What the outputs of the notebooks depend on, besides their own cells.
INPUTS = ("data/**/*", "src/**/*.py", "book/references.bib", "requirements.lock")

#: Folders of earlier outputs, below the build folder and below the built book.
#: Every page is built again after a change, so all that is shown comes back.
EXECUTED = "jupyter_execute"
IMAGES = "_images"

CACHE_PREFIX = ".jupyter_cache-"


def input_files(root: Path) -> list[Path]:
    """The files below `root` that the outputs depend on, sorted.

    Hidden files are left out: editors and operating systems leave them behind.
    """
    files = {path for pattern in INPUTS for path in root.glob(pattern) if path.is_file()}
    return sorted(path for path in files if not any(part.startswith(".") for part in path.relative_to(root).parts))


def digest(root: Path) -> str:
    """A short hash of the names and contents of the input files."""
    total = sha256()
    for path in input_files(root):
        # Hashed apart, so that moving bytes from one file to the next shows.
        total.update(sha256(path.relative_to(root).as_posix().encode()).digest())
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def use_fresh_cache(app: Sphinx, config: Config) -> None:
    """Point myst-nb at the cache of the present inputs; drop what is older."""
    outdir = Path(app.outdir)
    build = outdir.parent
    cache = build / f"{CACHE_PREFIX}{digest(Path(app.srcdir).parent)}"
    if not cache.is_dir():
        stale = [*build.glob(f"{CACHE_PREFIX}*"), build / EXECUTED, outdir / IMAGES]
        for folder in stale:
            shutil.rmtree(folder, ignore_errors=True)
        cache.mkdir(parents=True)
        logging.getLogger(__name__).info("data or helpers are new: executing every notebook")
    config.nb_execution_cache_path = str(cache)


def setup(app: Sphinx) -> dict[str, Any]:
    # First of all: myst-nb must see the folder before it reads its settings.
    app.connect("config-inited", use_fresh_cache, priority=1)
    return {"version": "1", "parallel_read_safe": True}
