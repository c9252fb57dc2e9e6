"""The registry: from "Tabel 12" to its function and its columns in one step.

A function that makes a table or figure is marked with `output`. It is handed
only the columns that the codebook names for it (``used_in`` in
``data/codebook/variables.csv``), so the codebook cannot be wrong about where
a variable is used: a function that reads another column fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from hashlib import sha256

import pandas as pd

from helpers.data import codebook, populations
from helpers.data.records import Records
from helpers.tables.table import Cell, Source, Table


@dataclass(frozen=True)
class Output:
    """A table or figure of the report, and what makes it."""

    id: str
    title: str
    section: str
    function: Callable[[Records], Table]

    @property
    def records(self) -> str:
        """The file of records that it is computed from."""
        return codebook.records_of(self.id)

    @property
    def columns(self) -> list[str]:
        """The columns of the records that it is computed from."""
        return codebook.columns_of(self.id)


#: Everything registered, by id.
OUTPUTS: dict[str, Output] = {}


#: How many tables of each kind are kept: those of the book's records, and of some parts of them.
_KEPT = 8


@dataclass(frozen=True)
class _Columns:
    """Columns of records, equal to others with the same names and values."""

    digest: str
    frame: pd.DataFrame = field(compare=False)


def output(id: str, title: str, section: str):
    """Register a function from record columns to cells as table or figure `id`.

    The decorated function takes `Records` and returns a `Table`. It computes only
    for columns that it has not just seen: a chapter asks for a table once for
    every number that it tells of it.
    """

    def register(compute: Callable[[pd.DataFrame], Iterable[Cell]]) -> Callable[[Records], Table]:
        @lru_cache(_KEPT)
        def computed(columns: _Columns, synthetic: bool) -> Table:
            cells = tuple(compute(columns.frame))
            return Table(id, title, section, cells, synthetic, (Source(id, columns.digest),))

        @wraps(compute)
        def make(records: Records) -> Table:
            columns = records.columns_for(id)
            return computed(_Columns(columns_digest(columns), columns), records.synthetic)

        OUTPUTS[id] = Output(id, title, section, make)
        return make

    return register


def columns_digest(columns: pd.DataFrame) -> str:
    """Twelve hexadecimal digits that change with any name or value in these columns.

    The list of categories counts too: in loaded records those are the answers
    that the file holds, in a part of them also answers that nobody there gave.
    """
    told = sha256()
    for name, values in columns.items():
        column = populations.coded(values)
        told.update("\n".join([name, *map(str, column.categories.tolist()), ""]).encode())
        # The same bytes on every platform.
        told.update(column.codes.astype(column.codes.dtype.newbyteorder("<"), copy=False).tobytes())
    return told.hexdigest()[:12]
