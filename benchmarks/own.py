"""How long a book of one's own takes, for registrations of several sizes, beside the publication in the same run.

    python benchmarks/own.py > benchmarks/own.txt

The registrations are random ones (`tests/shared/random_records.py`). Both are built from nothing.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "scripts"))
sys.path.append(str(Path(__file__).parents[1] / "tests" / "shared"))

import dev
import filled_workbook
from random_records import random_codes

#: Dossiers, whether they are in a CSV file, and what issue 15 asks as a part of the publication.
SIZES = ((70, False, None), (600, False, None), (3_000, False, 1.5), (100_000, True, 3))

#: So many different dossiers are drawn; more are the same again, under other numbers.
_DIFFERENT = 3_000


def main() -> None:
    """Print the machine, and each build beside that of the publication."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    print(f"{date.today()}, {machine}")
    dev.environment = lambda lock: sys.executable
    publication = seconds(publish)
    print(f"{'the publication, from nothing':<32}{publication:8.1f} s", flush=True)
    for size, as_csv, asked in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            codes = random_codes(15, min(size, _DIFFERENT)).sample(size, replace=size > _DIFFERENT, random_state=15)
            codes["dossier"] = [f"D{number:06d}" for number in range(size)]
            os.environ["OPKOMST_DATA"] = str(filled_workbook.fill_registration(Path(folder), codes, as_csv))
            took = seconds(dev.own)
            shutil.rmtree(dev.ROOT / "own" / Path(folder).name)
        target = f" (asked: {asked})" if asked else ""
        what = f"{size} dossiers from {'CSV' if as_csv else 'a workbook'}"
        print(f"{what:<32}{took:8.1f} s   {took / publication:.2f} x the publication{target}", flush=True)


def publish() -> None:
    """Build a copy of the publication from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        left_out = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__", "*.egg-info", "own")
        shutil.copytree(dev.ROOT, tree, ignore=left_out)
        environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
        subprocess.run([sys.executable, *dev.BUILD], cwd=tree, env=environment, check=True)


def seconds(build: Callable[[], None]) -> float:
    """How long something takes, with what it prints among the errors."""
    before, out = time.monotonic(), os.dup(1)
    os.dup2(2, 1)
    build()
    os.dup2(out, 1)
    return time.monotonic() - before


if __name__ == "__main__":
    main()
