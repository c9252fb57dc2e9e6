"""Group sizes and ranges that are shown but that no printed number fixes.

With synthetic records these are an example, and everything that shows them
says so. Source: ``data/relations/unprinted.csv``.
"""

from __future__ import annotations

from functools import cache

from helpers.data.files import RELATIONS, read_rows
from helpers.tables.table import Cell, Table

SIZE, RANGE = "n", "range"


@cache
def _declared() -> dict[tuple[str, str], dict[str, str]]:
    rows = read_rows(RELATIONS / "unprinted.csv")
    return {(row["id"], row["what"]): row for row in rows}


def groups(table: Table, what: str) -> set[str]:
    """Row or column keys whose `SIZE` or `RANGE` is an example in this table."""
    if not table.synthetic or (table.id, what) not in _declared():
        return set()
    return set(_declared()[table.id, what]["groups"].split())


def is_example_size(table: Table, cell: Cell) -> bool:
    """Whether the n of this cell is only an example."""
    return not groups(table, SIZE).isdisjoint({cell.row, cell.column.partition(".")[0]})


def is_example_range(table: Table, cell: Cell) -> bool:
    """Whether the range of this cell is only an example."""
    return cell.high is not None and not groups(table, RANGE).isdisjoint({cell.row, cell.column})


def reasons(table: Table) -> list[str]:
    """Why, in Dutch: one sentence for each kind of example."""
    return [_declared()[table.id, what]["why"] for what in (SIZE, RANGE) if groups(table, what)]
