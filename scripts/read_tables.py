#!/usr/bin/env python3
"""Read the cells of Tabel 1 to Tabel 29 out of the report text, as CSV.

Usage: python scripts/read_tables.py [REPORT] > cells_tables.csv

REPORT is the report text, or a folder that holds it as 000_*; by default the
folder shared/seeds next to the repository. Every printed cell becomes one row,
exactly as printed; blank cells and domain headings are left out. Exit codes:
0 done, 1 wrong use or a table without the expected shape, 2 no report text.
"""

import csv
import re
import sys
from pathlib import Path
from typing import NamedTuple

DEFAULT_SOURCE = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"

COLUMNS = ("id", "row", "column", "printed", "unit", "population", "section", "document", "claim")


class Layout(NamedTuple):
    """What the text of a table does not say about itself."""

    unit: str | tuple[str, ...]  # one for all value columns, or one for each
    header_rows: int = 1
    label_columns: int = 1
    row_label: str = ""  # for rows that have no printed label


SHARE_THEN_GROWTH = ("% (n)", "% (n)", "pp", "%")
SCORE_THEN_COUNT = ("score",) * 3 + ("n",) * 3

# A column or row headed N or n is a count in every table; see unit_of().
LAYOUTS = {
    1: Layout("n"),
    2: Layout("n", label_columns=2),
    3: Layout("maanden", header_rows=2),
    4: Layout("maanden"),
    5: Layout("%"),
    6: Layout("jaar", header_rows=2, label_columns=0, row_label="Leeftijd"),
    7: Layout("%"),
    8: Layout("%"),
    9: Layout("%"),
    10: Layout("%"),
    11: Layout("%"),
    12: Layout("%"),
    13: Layout("gemiddelde"),
    14: Layout("%"),
    15: Layout("gemiddelde"),
    16: Layout("%"),
    17: Layout(SHARE_THEN_GROWTH),
    18: Layout(SHARE_THEN_GROWTH),
    19: Layout(SHARE_THEN_GROWTH),
    20: Layout("score"),
    21: Layout("score", header_rows=2),
    22: Layout("n", header_rows=2),
    23: Layout("score", header_rows=2),
    24: Layout("score", header_rows=2),
    25: Layout("score", header_rows=2),
    26: Layout(SCORE_THEN_COUNT),
    27: Layout("%"),
    28: Layout("%"),
    29: Layout("%"),
}

# The lists of contents and tables in front have a tab where the body has a
# space, so these patterns only match in the body.
CAPTION = re.compile(r"Tabel (\d+): ")
SECTION = re.compile(r"(\d+\.\d+)\. [^\t]*$")
APPENDIX = re.compile(r"Bijlage (\d+): [^\t]*$")
BASE = re.compile(r"N = (\S+)$")
FOOTNOTE_MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")


class TableError(Exception):
    """A table in the text does not have the shape its layout describes."""


class Table(NamedTuple):
    """One table as it stands in the text, still uninterpreted."""

    number: int
    section: str
    lines: list[list[str]]
    base: str  # the N printed below it, if any


def find_report(source: Path) -> Path | None:
    """Return the report text at or in source, or None when it is not there."""
    if source.is_dir():
        return next(iter(sorted(source.glob("000_*"))), None)
    return source if source.is_file() else None


def clean(cell: str) -> str:
    """Trim a cell and take off its footnote mark."""
    return FOOTNOTE_MARK.sub("", cell.strip()).strip()


def find_tables(text: str) -> list[Table]:
    """Collect the tab separated lines below each caption, in reading order."""
    lines = text.splitlines()
    tables = []
    section = ""
    for index, line in enumerate(lines):
        if match := SECTION.match(line):
            section = match[1]
        elif match := APPENDIX.match(line):
            section = f"bijlage {match[1]}"
        elif match := CAPTION.match(line):
            body, base = read_body(lines[index + 1 :])
            tables.append(Table(int(match[1]), section, body, base))
    return tables


def read_body(lines: list[str]) -> tuple[list[list[str]], str]:
    """Return the table that starts in lines, and the N printed below it."""
    body = []
    for line in lines:
        # Blank lines do not end a table: a page break may stand inside one.
        if not line.strip():
            continue
        if "\t" not in line:
            match = BASE.match(line.strip())
            return body, clean(match[1]) if match else ""
        body.append([clean(cell) for cell in line.split("\t")])
    return body, ""


def column_names(header: list[list[str]], label_columns: int) -> list[str]:
    """Join the header levels and number the repeats."""
    levels = [line[label_columns:] for line in header]
    # A group header is printed once, above the first of its columns.
    for level in levels[:-1]:
        for position in range(1, len(level)):
            level[position] = level[position] or level[position - 1]
    names = []
    seen: dict[str, int] = {}
    for parts in zip(*levels, strict=True):
        name = " · ".join(part for part in parts if part)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} [{seen[name]}]")
    return names


def split_label(line: list[str], label_columns: int) -> tuple[str, list[str]]:
    """Split a line into its row label and its value cells."""
    # A label printed across two label columns takes one cell in the text, so
    # that its values stand one place to the left and a blank cell is left over.
    if label_columns == 2 and line[0] and not line[-1]:
        line = ["", *line[:-1]]
    label = "".join(line[label_columns - 1 : label_columns])
    return label, line[label_columns:]


def unit_of(layout: Layout, position: int, row: str, column: str) -> str:
    """Return the unit of the cell in this row and column."""
    if row == "N" or column.split(" · ")[-1] in ("N", "n"):
        return "n"
    return layout.unit if isinstance(layout.unit, str) else layout.unit[position]


def read_cells(table: Table, layout: Layout) -> list[dict[str, str]]:
    """Turn a table into output rows, and refuse one that does not fit."""
    name = f"tabel-{table.number}"
    header = table.lines[: layout.header_rows]
    lines = table.lines[layout.header_rows :]
    if not lines:
        raise TableError(f"{name}: no rows below the header")
    if len({len(line) for line in table.lines}) > 1:
        raise TableError(f"{name}: lines of unequal length")

    columns = column_names(header, layout.label_columns)
    if isinstance(layout.unit, tuple) and len(layout.unit) != len(columns):
        raise TableError(f"{name}: {len(columns)} columns, {len(layout.unit)} units")
    shared = {"id": name, "section": table.section, "document": "rapport", "claim": ""}
    cells = []
    labels = set()
    for line in lines:
        label, values = split_label(line, layout.label_columns)
        row = label or layout.row_label
        if not row or row in labels:
            raise TableError(f"{name}: row label {row!r} is missing or repeated")
        labels.add(row)
        cells += [
            {
                **shared,
                "row": row,
                "column": column,
                "printed": printed,
                "unit": unit_of(layout, position, row, column),
                "population": table.base,
            }
            for position, (column, printed) in enumerate(zip(columns, values, strict=True))
            if printed
        ]
    if table.base:
        # The N is itself a printed number, and its own base.
        cells.append({**shared, "row": "N", "column": "", "printed": table.base, "unit": "n", "population": table.base})
    return cells


def main(arguments: list[str]) -> int:
    """Write all table cells to standard output and return the exit code."""
    if len(arguments) > 1:
        print("usage: read_tables.py [REPORT]", file=sys.stderr)
        return 1
    source = Path(arguments[0]) if arguments else DEFAULT_SOURCE
    report = find_report(source)
    if report is None:
        print(f"read_tables.py: the report text (000_*) is absent: {source}", file=sys.stderr)
        return 2

    try:
        tables = find_tables(report.read_text(encoding="utf-8"))
        if [table.number for table in tables] != list(LAYOUTS):
            raise TableError("the text does not hold Tabel 1 to Tabel 29 once each, in order")
        cells = [cell for table in tables for cell in read_cells(table, LAYOUTS[table.number])]
    except TableError as error:
        print(f"read_tables.py: {error}", file=sys.stderr)
        return 1

    sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
