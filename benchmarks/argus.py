"""How many counts are kept back, beside tau-Argus: of single tables of two questions.

    pip install --no-deps --target ARGUS pytauargus==0.6.0
    PYTHONPATH=ARGUS python benchmarks/argus.py 200 > benchmarks/argus.txt

`pytauargus` brings its own engine, which looks for the fewest records in the counts that
it keeps back (OPT); its licence is the EUPL, and it is needed for this alone. Its rule is
that of too few (FREQ) with a margin of 100%; ours keeps back "all but a few" and
"everybody" too, and asks for intervals as wide as the threshold. So only what is kept
back beyond the rules can be set side by side, and not closely: tables are taken one by
one here, where ours are made for tables that are linked.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections import Counter

import numpy as np
import pandas as pd
from pytauargus import protect as argus

from helpers.disclosure.attack import attack
from helpers.disclosure.cells import Crossing, Question, count
from helpers.disclosure.protection import TooFewError, protect

_THRESHOLD = 5


def random_frame(seed: int) -> pd.DataFrame:
    """Some records with two answers."""
    rng = np.random.default_rng([seed, 2])
    size = int(rng.integers(60, 600))
    answers = {name: [f"{name}{place}" for place in range(rng.integers(3, 7))] for name in "pq"}
    return pd.DataFrame(
        {name: rng.choice(one, size, p=rng.dirichlet(np.full(len(one), 1))) for name, one in answers.items()}
    )


def ours(frame: pd.DataFrame) -> Counter:
    """How many counts that are not zero are kept back by the rule, and beyond it."""
    questions = (Question(name, tuple(frozenset([answer]) for answer in sorted(set(frame[name])))) for name in "pq")
    published = protect(count(frame, [Crossing(tuple(questions))]), _THRESHOLD)
    # It would stop at the first that lies within less than the threshold.
    attack(published)
    cells = published.counts.cells
    kept_back = [cell for cell in published.kept_back if cells[cell].count]
    beyond = [cell for cell in published.secondary if cells[cell].count]
    shown = sum(one.is_shown and one.count > 0 for one in cells.values())
    return Counter({"counts": shown, "by the rule": len(kept_back) - len(beyond), "beyond it": len(beyond)})


def theirs(frame: pd.DataFrame) -> Counter:
    """The same of tau-Argus, and how many of them its own audit finds within less than the threshold."""
    # Its engine leaves logs where it runs.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        made = argus(frame.assign(one=1.0), [["p", "q"]], "one", "FREQ(5,100)", "OPT(1)", workdir=folder)
        status, audit = Counter(made.tables[0].status()), made.engine.audit(0)
    counts = sum(status.values()) - status["E"]
    narrow = sum(row["max"] - row["min"] < _THRESHOLD for row in audit)
    return Counter({"counts": counts, "by the rule": status["U"], "beyond it": status["M"], "narrow": narrow})


def main(tables: int) -> None:
    """Print what both keep back of so many tables."""
    found = {"ours": Counter(), "tau-Argus": Counter()}
    refused = 0
    # What the engine prints is no result.
    results = os.dup(1)
    os.dup2(2, 1)
    for seed in range(tables):
        frame = random_frame(seed)
        try:
            mine = ours(frame)
        except TooFewError:
            refused += 1
            continue
        found["ours"] += mine
        found["tau-Argus"] += theirs(frame)
    os.dup2(results, 1)
    print(f"{tables} random tables of two questions, {refused} of which ours refuses as too few records")
    for name, one in found.items():
        shares = ", ".join(f"{one[what] / one['counts']:.1%} {what}" for what in ("by the rule", "beyond it"))
        narrow = f"{one['narrow']} lie within less than {_THRESHOLD}"
        print(f"{name}: of {one['counts']} counts that are not zero, {shares}; {narrow}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
