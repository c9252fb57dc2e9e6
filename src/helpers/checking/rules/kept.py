"""Verdicts of an earlier process: they follow from the printed texts and the rules, and from nothing else.

A build judges the same printed numbers in many kernels. Where it names a folder, the
first of them leaves its verdicts there for the others, filed under the rules.
"""

from __future__ import annotations

import os
import pickle
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from helpers.checking.rules.verdict import Verdict

#: The variable that names the folder; without it nothing is kept.
FOLDER = "OPKOMST_VERDICTS"

#: A kind of relation, and the texts that its rule was given.
Judged = tuple[str, tuple[tuple[str, str | tuple[str, ...]], ...]]


@cache
def verdicts() -> dict[Judged, Verdict]:
    """What was judged so far, here and in what was kept; a rule's verdict may be added."""
    file = _file()
    return pickle.loads(file.read_bytes()) if file and file.exists() else {}


def keep() -> None:
    """Leave the verdicts of this process to later ones."""
    if file := _file():
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(pickle.dumps(verdicts()))
        # Another process may read or write it now.
        half.replace(file)


def _file() -> Path | None:
    folder = os.environ.get(FOLDER)
    return Path(folder) / f"{_rules()}.pickle" if folder else None


@cache
def _rules() -> str:
    """A fingerprint of everything that a verdict follows from besides the texts."""
    helpers = Path(__file__).parents[2]
    sources = sorted([*(helpers / "checking" / "rules").glob("*.py"), *(helpers / "dutch").glob("*.py")])
    words = version("text2num").encode()
    return sha256(b"\0".join([words, *(path.read_bytes() for path in sources)])).hexdigest()[:16]
