"""Section 3.7: the people a family can count on."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers import populations
from helpers.outputs import output
from helpers.table import Cell
from helpers.tables.groups import COUNT, TOTAL, answers, count, programmes, share


@output("tabel-11", "Op hoeveel mensen kan het gezin bij aanvang begeleiding rekenen bij ernstige problemen?", "3.7")
def table_11(frame: pd.DataFrame) -> Iterator[Cell]:
    """How many people the family can count on in serious trouble."""
    first = populations.described(frame)
    missing = ("unknown", "Onbekend/niet van toepassing")
    for row in [*answers("network"), missing]:
        codes = {"unknown", "not_applicable"} if row == missing else {row[0]}
        for column, dossiers in programmes(first):
            yield share(row, column, dossiers["network"], codes, "gezinnen")
        yield count(row, COUNT, int(first["network"].isin(codes).sum()), "gezinnen")
    yield count(TOTAL, COUNT, len(first), "gezinnen")
