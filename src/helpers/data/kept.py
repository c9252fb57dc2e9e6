"""Results that one process of a build leaves to the others.

Many kernels of a build need the same result. Where the build names a folder, the first of
them leaves it there, filed under all that it follows from: what was given, and the code as it
was when the process imported it.
"""

from __future__ import annotations

import io
import os
import pickle
import shutil
import sys
import sysconfig
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")

#: The variable that names the folder; without it nothing is kept.
FOLDER = "OPKOMST_KEPT"


def digest(*given: Any) -> str:
    """A short hash of values that can be pickled, the same for equal ones; none may hold a set."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    # Otherwise two equal values differ by which of their parts are one object.
    pickler.fast = True
    pickler.dump(given)
    return sha256(stream.getbuffer()).hexdigest()[:32]


def _code() -> str:
    """The state of the code, by when its files changed: so a change that is undone counts as well.

    With that of Python and its libraries, whose results may differ by version.
    """
    files = [*sorted(Path(__file__).parents[1].rglob("*.py")), Path(sysconfig.get_path("purelib"))]
    stats = [(str(path), path.stat()) for path in files]
    return digest(sys.version, [(name, stat.st_mtime_ns, stat.st_ctime_ns) for name, stat in stats])


#: At import, before the modules that use this one: what they import later is never older.
_CODE = _code()


def once(compute: Callable[[], Result], kind: str, *given: Any) -> Result:
    """A result, from an earlier process of this build if it was computed there.

    Parameters
    ----------
    compute
        Reads nothing, and follows from `given` and from the code alone.
    kind
        What is computed, in a word.
    given
        For `digest`.
    """
    if not (folder := os.environ.get(FOLDER)):
        return compute()
    from filelock import FileLock

    file = Path(folder) / _CODE / f"{kind}-{digest(*given)}.pickle"
    with suppress(OSError):
        return pickle.loads(file.read_bytes())
    # Whoever needs the same meanwhile waits for it.
    Path(folder).mkdir(parents=True, exist_ok=True)
    with FileLock(Path(folder) / f"{kind}.lock"):
        with suppress(OSError):
            return pickle.loads(file.read_bytes())
        result = compute()
        # A process with other code may clear the folder now: then this is computed once more.
        with suppress(OSError):
            _write(file, pickle.dumps(result))
    return result


def _write(file: Path, content: bytes) -> None:
    if not file.parent.exists():
        for other in file.parent.parent.iterdir():
            if other.is_dir():
                shutil.rmtree(other, ignore_errors=True)
        file.parent.mkdir()
    half = file.with_suffix(f".{os.getpid()}")
    half.write_bytes(content)
    # Whole, or not at all.
    half.replace(file)
