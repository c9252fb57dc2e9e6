"""How long builds take, as ratios to a stock Jupyter Book of the same tree in the same run.

    python benchmarks/build.py [RUNS] > benchmarks/build.txt

Stock is ``jupyter-book build --all`` with every notebook executed on a plain kernel of its own.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

BUILD = ("-c", "from jupyter_book.cli.main import main; main()", "build", "book")

#: What issue 12 asks of each, as a part of the stock build.
TARGETS = {"clean build": 0.33, "nothing changed": 0.02, "a sentence changed": 0.05, "a data file changed": 0.25}


def main(runs: int) -> None:
    """Print the machine, the medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        left_out = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__", "*.egg-info")
        shutil.copytree(ROOT, tree, ignore=left_out)
        stock = Path(folder) / "stock"
        shutil.copytree(tree, stock)
        config = stock / "book" / "_config.yml"
        text = config.read_text("utf-8").replace("execute_notebooks: cache", "execute_notebooks: force")
        config.write_text(re.sub(r"^.*opkomst_freshness.*\n", "", text, flags=re.MULTILINE), "utf-8")
        seconds: dict[str, list[float]] = {}
        for run in range(runs):
            cases: dict[str, tuple[Path, Callable[[], None]]] = {
                "stock": (stock, lambda: None),
                "clean build": (tree, lambda: shutil.rmtree(tree / "book" / "_build", ignore_errors=True)),
                "nothing changed": (tree, lambda: None),
                "a sentence changed": (tree, lambda run=run: change_sentence(tree, run)),
                "a data file changed": (tree, lambda run=run: change_data(tree, run)),
            }
            for name, (where, prepare) in cases.items():
                prepare()
                seconds.setdefault(name, []).append(build(where, everything=name == "stock"))
    report({name: statistics.median(measured) for name, measured in seconds.items()}, runs)


def change_sentence(tree: Path, run: int) -> None:
    path = tree / "book" / "chapters" / "05_casestudie.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    prose = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown" and cell["source"][0][0].isalpha()]
    prose[0]["source"].insert(0, f"Zin {run}. ")
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), "utf-8")


def change_data(tree: Path, run: int) -> None:
    """Another score of one interview, which three chapters read."""
    path = tree / "data" / "synthetic" / "interviews.csv"
    old, new = ("start,3\n", "start,2\n") if run % 2 else ("start,2\n", "start,3\n")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def build(tree: Path, everything: bool) -> float:
    began = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
    command = [sys.executable, *BUILD, *(["--all"] if everything else [])]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    return time.monotonic() - began


def report(medians: dict[str, float], runs: int) -> None:
    stock = medians.pop("stock")
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    print(f"{date.today()}, {machine}")
    print(f"medians of {runs} runs")
    print(f"{'stock jupyter-book build --all':<32}{stock:8.1f} s")
    for name, median in medians.items():
        print(f"{name:<32}{median:8.1f} s   {median / stock:.3f} x stock (asked: {TARGETS[name]})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
