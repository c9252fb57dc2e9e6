"""Random sets of linked tables, protected and attacked: is a count that is kept back ever found?

    python benchmarks/disclosure.py 10000 > benchmarks/disclosure.txt

Every set is attacked twice: by `helpers.disclosure.attack`, as in a build, and by
the reader of `tests/shared/random_tables.py`, which shares no code with it.
About a second a set.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "shared"))

from random_tables import exposed, random_tables

from helpers.disclosure.attack import ExposedError, attack
from helpers.disclosure.cells import count
from helpers.disclosure.protection import TooFewError, protect

THRESHOLD = 5


def main(sets: int) -> None:
    """Try the first so many sets and print what was found."""
    found, seconds, narrowest = Counter(), Counter(), []
    for seed in range(sets):
        frame, crossings = random_tables(seed)
        started = time.perf_counter()
        try:
            published = protect(count(frame, crossings), THRESHOLD)
        except TooFewError:
            found["too few"] += 1
            continue
        protected = time.perf_counter()
        try:
            narrowest.append(min((one.highest - one.lowest for one in attack(published)), default=None))
        except ExposedError as error:
            found["by the attack"] += 1
            print(f"Set {seed}: {error}", file=sys.stderr)
        attacked = time.perf_counter()
        if numbers := exposed(published, frame, crossings):
            found["by the reader"] += 1
            print(f"Set {seed}: {len(numbers)} numbers found nearly", file=sys.stderr)
        seconds += Counter({"protected": protected - started, "attacked": attacked - protected})
        found["cells"] += sum(cell.is_shown for cell in published.counts.cells.values())
        found["kept back"] += len(published.kept_back)
        found["secondary"] += len(published.secondary)
    tried = sets - found["too few"]
    print(f"{sets} random sets of two to four linked tables of 20 to 199 records, threshold {THRESHOLD}")
    print(f"refused, as too few records for such tables  {found['too few']}")
    print(f"protected                                    {tried}")
    print(f"  a count found or nearly, by the attack     {found['by the attack']}")
    print(f"  a count found or nearly, by another reader {found['by the reader']}")
    print(f"  narrowest interval of all, highest-lowest  {min(width for width in narrowest if width is not None)}")
    print(f"  cells                                      {found['cells']}")
    print(
        f"    kept back by the rule                    {(found['kept back'] - found['secondary']) / found['cells']:.1%}"
    )
    print(f"    kept back because they give one away     {found['secondary'] / found['cells']:.1%}")
    each = " + ".join(f"{seconds[what] / tried:.2f}" for what in ("protected", "attacked"))
    print(f"  seconds a set, protecting and attacking    {each}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
