"""Random sets of linked tables, protected and attacked: is a count that is kept back ever found?

    python benchmarks/disclosure.py 10000 > benchmarks/disclosure.txt

Every set is attacked by the reader of `tests/shared/random_tables.py`, which shares
no code with the protection; every tenth by `helpers.disclosure.attack` too, as in a
build. Half a second a set; stopped with Ctrl-C it prints what it has.

`benchmarks/argus.py` sets the share of counts that is kept back beside that of tau-Argus.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "shared"))

from random_tables import exposed, random_tables

from helpers.disclosure.attack import ExposedError, attack
from helpers.disclosure.protection import TooFewError

#: Sets that one process tries in one go.
_CHUNK = 50

_RULE, _SECONDARY = "  kept back by the rule", "  kept back because they give one away"


def tried(seed: int) -> Counter:
    """What one set of tables gives."""
    tables = random_tables(seed)
    started = time.process_time()
    try:
        published = tables.protected()
    except TooFewError:
        return Counter({"sets": 1, "refused, as too few records for such tables": 1})
    found = Counter({"sets": 1, "protected": 1, "seconds protecting": time.process_time() - started})
    found.update(f"  with {kind}" for kind in tables.kinds)
    started = time.process_time()
    found["counts attacked"], narrow = exposed(tables, published)
    found["  found exactly"] = sum(width == 0 for width in narrow)
    found["  found within the threshold"] = len(narrow)
    found["seconds attacking"] = time.process_time() - started
    if narrow:
        print(f"Set {seed}: {len(narrow)} counts found nearly", file=sys.stderr)
    if seed % 10 == 0:
        found["attacked as in a build too"] = 1
        try:
            attack(published)
        except ExposedError as error:
            found["  found by it"] = 1
            print(f"Set {seed}: {error}", file=sys.stderr)
    found["cells"] = sum(cell.is_shown for cell in published.counts.cells.values())
    found[_RULE] = len(published.kept_back) - len(published.secondary)
    found[_SECONDARY] = len(published.secondary)
    return found


def chunk(first: int) -> Counter:
    """So many sets from a first on."""
    return sum((tried(seed) for seed in range(first, first + _CHUNK)), Counter())


def report(found: Counter) -> None:
    """Print what all sets gave."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    print(f"{found['sets']} random sets of linked tables ({machine})")
    rows = ["refused, as too few records for such tables", "protected"]
    rows += sorted(name for name in found if name.startswith("  with "))
    rows += ["counts attacked", "  found exactly", "  found within the threshold"]
    rows += ["attacked as in a build too", "  found by it"]
    for name in rows:
        print(f"{name:<58}{found[name]:>9}")
    print(f"{'cells':<58}{found['cells']:>9}")
    for name in (_RULE, _SECONDARY):
        print(f"{name:<58}{found[name] / found['cells']:>9.1%}")
    for name in ("seconds protecting", "seconds attacking"):
        print(f"{name + ' a set':<58}{found[name] / found['protected']:>9.2f}")


def main(sets: int) -> None:
    """Try the first so many sets and print what was found."""
    found = Counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        try:
            for one in pool.map(chunk, range(0, sets, _CHUNK)):
                found += one
                print(f"{found['sets']} sets", file=sys.stderr)
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
    report(found)


if __name__ == "__main__":
    main(int(sys.argv[1]))
