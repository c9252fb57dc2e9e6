#!/usr/bin/env python3
"""Compare the two independent readings of the printed numbers.

Usage: python scripts/compare_readings.py

Three things are checked in data/published, all from the files themselves:
1. every difference between the two readings is in reading_differences.csv, and
   every row of that file is a difference (or says that it amends an agreement);
2. cells.csv is the outcome of the readings and of those decisions;
3. the keys of cells.csv are unique.

Table cells are compared one by one on (id, row, column). The entries of the
running text carry labels in the readers' own words, so there the printed
strings are compared, section by section, as many times as they occur; only
white space is normalised. Exit codes: 0 all holds, 1 something does not.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

PUBLISHED = Path(__file__).resolve().parents[1] / "data" / "published"

Row = dict[str, str]


def read_csv(name: str) -> list[Row]:
    """Return the rows of a file in data/published."""
    with open(PUBLISHED / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_table(row: Row) -> bool:
    """Tell whether an entry is a cell of a table."""
    return row["id"].startswith("tabel-")


def key(row: Row) -> tuple[str, str, str]:
    """Return what identifies an entry."""
    return row["id"], row["row"], row["column"]


def strings(rows: list[Row], column: str = "printed") -> Counter:
    """Count the non-empty printed strings by section."""
    return Counter((row["section"], " ".join(row[column].split())) for row in rows if row[column])


def repeated_keys(rows: list[Row], name: str) -> list[str]:
    """Return a line for each key that occurs more than once."""
    counts = Counter(key(row) for row in rows)
    return [f"{name}: {' / '.join(k)} occurs {n} times" for k, n in counts.items() if n > 1]


def table_differences(first: list[Row], second: list[Row]) -> list[str]:
    """Return a line for each table cell on which the readings differ."""
    one = {key(row): row["printed"] for row in first}
    two = {key(row): row["printed"] for row in second}
    return [
        f"{' / '.join(k)}: first {one.get(k)!r}, second {two.get(k)!r}"
        for k in sorted(one.keys() | two.keys())
        if one.get(k) != two.get(k)
    ]


def unequal(found: Counter, expected: Counter, what: str) -> list[str]:
    """Return a line for each string that two counts do not share."""
    return [
        f"{what}: {section}: {printed!r}: {found[section, printed]} found, {expected[section, printed]} expected"
        for section, printed in sorted(found.keys() | expected.keys())
        if found[section, printed] != expected[section, printed]
    ]


def check(cells: list[Row], first_text: list[Row], second: list[Row], recorded: list[Row]) -> list[str]:
    """Return a line for everything that does not hold."""
    cell_text = [row for row in cells if not is_table(row)]
    second_tables = [row for row in second if is_table(row)]
    problems = repeated_keys(cells, "cells.csv")
    problems += repeated_keys(second_tables, "second_reading.csv")
    # read_tables.py, the first reading of the tables, writes straight into
    # cells.csv. No table cell was ever decided by hand, so none may differ.
    problems += table_differences([row for row in cells if is_table(row)], second_tables)

    first = strings(first_text)
    second_strings = strings([row for row in second if not is_table(row)])
    # An amendment changes a string on which the readings agree.
    amended = [row for row in recorded if row["first_printed"] and row["first_printed"] == row["second_printed"]]
    differing = [row for row in recorded if row not in amended]
    problems += unequal(strings(differing, "first_printed"), first - second_strings, "differences, first reading")
    problems += unequal(strings(differing, "second_printed"), second_strings - first, "differences, second reading")

    agreed = first & second_strings
    removed = strings(amended, "first_printed")
    problems += unequal(removed & agreed, removed, "amended but not agreed")
    outcome = agreed - removed + strings(recorded, "cells_printed")
    problems += unequal(strings(cell_text), outcome, "cells.csv")
    problems += [
        f"reading_differences.csv: decision {row['decision']!r} does not fit {row}"
        for row in recorded
        if row["decision"] != decision_of(row)
    ]
    return problems


def decision_of(row: Row) -> str:
    """Return the decision that the printed columns of a difference amount to."""
    if not row["cells_printed"]:
        return "left out"
    if row["first_printed"] == row["second_printed"]:
        return "amended"
    if row["cells_printed"] == row["first_printed"]:
        return "first"
    return "second" if row["cells_printed"] == row["second_printed"] else "amended"


def main() -> int:
    """Print the outcome of the comparison and return the exit code."""
    cells = read_csv("cells.csv")
    recorded = read_csv("reading_differences.csv")
    problems = check(cells, read_csv("first_reading_text.csv"), read_csv("second_reading.csv"), recorded)
    if problems:
        print("\n".join(problems))
        return 1
    tables = sum(map(is_table, cells))
    decisions = ", ".join(
        f"{n} {decision}" for decision, n in sorted(Counter(row["decision"] for row in recorded).items())
    )
    print(f"{tables} table cells: both readings agree on every one")
    print(f"{len(cells) - tables} other entries; {len(recorded)} recorded decisions: {decisions}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
