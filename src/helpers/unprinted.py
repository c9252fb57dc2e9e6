"""Group sizes and ranges that are shown but that no printed number fixes.

With synthetic records these are an example, and everything that shows them
says so. Source: ``data/relations/unprinted.csv``.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from helpers.paths import RELATIONS
from helpers.table import Table

SIZE, RANGE = "n", "range"


@cache
def _declared() -> dict[tuple[str, str], dict[str, str]]:
    rows = pd.read_csv(RELATIONS / "unprinted.csv", dtype=str, keep_default_na=False).to_dict("records")
    return {(row["id"], row["what"]): row for row in rows}


def groups(table: Table, what: str) -> set[str]:
    """Row or column keys whose `SIZE` or `RANGE` is an example in this table."""
    if not table.synthetic or (table.id, what) not in _declared():
        return set()
    return set(_declared()[table.id, what]["groups"].split())


def reasons(table: Table) -> list[str]:
    """Why, in Dutch: one sentence for each kind of example."""
    return [_declared()[table.id, what]["why"] for what in (SIZE, RANGE) if groups(table, what)]
