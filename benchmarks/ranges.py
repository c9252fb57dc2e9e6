"""Whether records made with other seeds lie within the ranges that print leaves.

    python benchmarks/ranges.py > benchmarks/ranges.txt

The registration is made twenty times, each time with another seed; every cell of a
figure that print does not fix is computed from it, and must lie within
``data/synthetic/ranges.csv``. How much of each range the twenty cover says how
much a single example hides.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.checking.ranges import all_ranges
from helpers.data import records
from helpers.synthesis.registration import records as synthesis
from helpers.tables import catalogue

SEEDS = range(1, 21)


def main() -> None:
    """Make the records, and print what was found."""
    values: dict[tuple[str, str, str], list[Fraction]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        for seed in SEEDS:
            path = Path(folder) / f"{seed}.csv"
            synthesis.write(seed, path)
            for id, table in catalogue.tables_of(records.load(path=path)).items():
                for cell in table.cells:
                    if (key := (id, cell.row, cell.column)) in all_ranges() and cell.value is not None:
                        values[key].append(cell.value)
    print(f"{len(SEEDS)} registrations, seeds {SEEDS[0]} to {SEEDS[-1]}; {len(values)} cells of figures with a range")
    outside = {key for key, found in values.items() if not _within(key, found)}
    print(f"outside its range in any of them: {len(outside)}")
    for key in sorted(outside):
        print("  ", *key)
    single = [key for key, known in all_ranges().items() if known.low == known.high]
    print(f"left a single value by print: {len(single)}")
    print(f"not proven: {sum(not known.proven for known in all_ranges().values())}")
    covered = sorted(_covered(key, found) for key, found in values.items() if key not in single)
    print(f"part of its range that the twenty cover: median {covered[len(covered) // 2]:.0%}, most {covered[-1]:.0%}")


def _within(key: tuple[str, str, str], found: list[Fraction]) -> bool:
    known = all_ranges()[key]
    return known.low <= min(found) and max(found) <= known.high


def _covered(key: tuple[str, str, str], found: list[Fraction]) -> float:
    known = all_ranges()[key]
    return float((max(found) - min(found)) / (known.high - known.low))


if __name__ == "__main__":
    main()
