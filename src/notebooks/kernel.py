"""A kernel that notes which files of the repository a notebook reads.

Runs in a process of its own: forked by `notebooks.warm`, or started anew where a
system cannot fork, as ``python -m notebooks.kernel -f connection.json``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

#: Names the file for what was read, and the repository; set by `notebooks.execute`.
READS, ROOT = "OPKOMST_READS", "OPKOMST_ROOT"

#: Names the folder of what kernels leave to each other, which a notebook does not depend on: see `helpers.data.kept`.
KEPT = "OPKOMST_KEPT"

#: Folders of a repository that hold nothing of its own.
_MADE = {".venv", ".git", "_build", "__pycache__", ".ipynb_checkpoints"}


def run(arguments: list[str]) -> None:
    """Be a kernel until its client says that it is done.

    Parameters
    ----------
    arguments
        Of ipykernel, such as ``["-f", "connection.json"]``.
    """
    target = os.environ.get(READS)
    opened: set[str] = set()
    if target:
        sys.addaudithook(lambda event, given: _note(opened, given) if event == "open" else None)
    from ipykernel.kernelapp import IPKernelApp

    # Libraries that were imported before a fork chose their backend without a kernel.
    app = IPKernelApp.instance(matplotlib="inline")
    app.initialize(arguments)
    try:
        app.start()
    finally:
        if target:
            Path(target).write_text(json.dumps(_own(opened)), encoding="utf-8")


def _note(opened: set[str], given: tuple) -> None:
    path = given[0]
    if isinstance(path, str | bytes | os.PathLike):
        opened.add(os.path.abspath(os.fsdecode(path)))


def _own(opened: set[str]) -> list[str]:
    """Of the opened files those that a notebook can depend on, and the source of every module.

    A file of the repository is named as it was opened, so that it counts whatever
    folder a link leads to; one of the system or of an environment does not count.
    """
    modules = {module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)}
    root, elsewhere = os.environ[ROOT] + os.sep, tuple(folder + os.sep for folder in (os.environ[KEPT], *_system()))
    found = set()
    # Texts, not paths: there are thousands, most of them of libraries.
    for name in opened | modules:
        if name.startswith(root):
            *folders, last = name.removeprefix(root).split(os.sep)
            if not _MADE.intersection([*folders, last]) and not last.startswith("."):
                found.add(name)
        elif not name.startswith(elsewhere):
            found.add(name)
    return sorted(filter(os.path.isfile, found))


def _system() -> list[str]:
    """Where nothing of a notebook lies: Python, its packages, the system, what programs keep for themselves."""
    import tempfile

    home = Path.home()
    kept = [str(path) for path in home.glob(".*")]
    folders = [sys.prefix, sys.base_prefix, tempfile.gettempdir(), *kept]
    return [*folders, "/usr", "/lib", "/etc", "/proc", "/sys", "/dev", "/var", "/run"]


if __name__ == "__main__":
    run(sys.argv[1:])
