"""Tabel 21 to 26 as the tables of counts and means that are tested and drawn.

A row for each indicator; columns ``<group>.improved``, ``<group>.stable``,
``<group>.worsened``, ``<group>.start`` and ``<group>.end``, with a programme as
the group, or ``total`` for the interviews. Nothing is computed from records
here, only from tables of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from helpers.data import codebook
from helpers.inference.score_tests import MOVES
from helpers.tables.table import Cell, Key, Table, cell, ratio

WORDS = {"improved": "Vooruit", "stable": "Stabiel", "worsened": "Achteruit", "start": "Start", "end": "Einde"}


#: The tables of the families that moved forward, stayed and fell back.
CHANGED = dict(zip(("tabel-23", "tabel-24", "tabel-25"), MOVES, strict=True))


#: The columns of Tabel 26 by what they are called here.
INTERVIEW = {
    "total.improved": "better",
    "total.stable": "same",
    "total.worsened": "worse",
    "total.start": "start",
    "total.end": "end",
}


def case_study_table(tables: Mapping[str, Table], id: str, title: str) -> Table:
    """The counts of Tabel 23 to 25 side by side, with the mean scores of all rated families.

    Parameters
    ----------
    tables
        Tabel 21, 23, 24 and 25 by id, with columns ``<programme>.start``,
        ``<programme>.end`` and ``<programme>.n``.
    id, title
        Of the new table.

    Raises
    ------
    KeyError
        When a table or a column is missing.
    """
    starts = tables["tabel-21"]
    rows = {cell.row: cell.row_label for cell in starts.cells if cell.column}
    groups = list(dict.fromkeys(column.partition(".")[0] for column in starts.columns if column))
    cells = [made for row in rows.items() for group in groups for made in _case_study_row(tables, row, group)]
    sources = tuple(source for table in tables.values() for source in table.sources)
    return Table(id, title, starts.section, tuple(cells), starts.synthetic, sources)


def _case_study_row(tables: Mapping[str, Table], row: tuple[str, str], group: str) -> Iterator[Cell]:
    label = codebook.labels("programme")[group]
    counts = {move: tables[table][row[0], f"{group}.n"].value for table, move in CHANGED.items()}
    n = int(sum(counts.values())) if None not in counts.values() else 0
    sums = [
        part.value * part.n for table in CHANGED if (part := tables[table][row[0], f"{group}.end"]).value is not None
    ]
    means = {"start": tables["tabel-21"][row[0], f"{group}.start"].value, "end": ratio(sum(sums), n)}
    for key, value in (counts | means).items():
        unit, decimals = ("n", 0) if key in counts else ("gemiddelde", 1)
        yield cell(row, (f"{group}.{key}", f"{label} · {WORDS[key]}"), value, unit, n, "gezinnen", decimals=decimals)


def fixed_in_case_study(
    table: Table, tables: Mapping[str, Table], fixed: Mapping[str, frozenset[Key]]
) -> frozenset[Key]:
    """Which cells of `case_study_table` printed numbers fix.

    A mean at the end is fixed when the counts and the means at the end of all
    three kinds of families are: with at most ten in each, a mean with one
    decimal leaves a single sum of whole scores.

    Parameters
    ----------
    table
        Made by `case_study_table`.
    tables
        What it was made from.
    fixed
        Which cells of each of those print fixes, by table id.
    """
    return frozenset(
        (made.row, made.column)
        for made in table.cells
        if all(
            (made.row, column) in fixed[id] or tables[id][made.row, column].value is None
            for id, column in _sources(*made.column.split("."))
        )
    )


def _sources(group: str, what: str) -> list[tuple[str, str]]:
    """The table and column of each number that a cell is made from."""
    if what == "start":
        # Where the starts of the three kinds of families clash with that of all, either can be wrong.
        return [(id, f"{group}.start") for id in ("tabel-21", *CHANGED)]
    if what == "end":
        return [(id, f"{group}.{column}") for id in CHANGED for column in ("end", "n")]
    return [(id, f"{group}.n") for id, move in CHANGED.items() if move == what]


def interview_table(source: Table, id: str, title: str) -> Table:
    """Tabel 26 with the column keys of this module.

    Raises
    ------
    KeyError
        When a column is missing.
    """
    rows = {cell.row: cell.row_label for cell in source.cells if cell.column}
    cells = tuple(
        cell(
            row,
            (column, f"Mama's · {WORDS[column.partition('.')[2]]}"),
            *((found := source[row[0], old]).value, found.unit, found.n, "mama's"),
            decimals=found.decimals,
        )
        for row in rows.items()
        for column, old in INTERVIEW.items()
    )
    return Table(id, title, source.section, cells, source.synthetic, source.sources)


def fixed_in_interviews(table: Table, fixed: frozenset[Key]) -> frozenset[Key]:
    """Which cells of `interview_table` printed numbers fix, given those of Tabel 26."""
    return frozenset((made.row, made.column) for made in table.cells if (made.row, INTERVIEW[made.column]) in fixed)


def line_table(families: pd.DataFrame, id: str, title: str, section: str, *, synthetic: bool) -> Table:
    """The scores of each family on one indicator, for lines from start to end.

    Parameters
    ----------
    families
        One row a family: ``family``, ``programme``, and ``start`` and ``end``
        (whole scores).
    id, title, section
        Of the table.
    synthetic
        Whether the records are.
    """
    labels = codebook.labels("programme")
    cells = tuple(
        cell(
            (row.family, row.family),
            (f"{row.programme}.{moment}", f"{labels[row.programme]} · {WORDS[moment]}"),
            *(int(getattr(row, moment)), "n", 1, "gezin"),
        )
        for row in families.itertuples()
        for moment in ("start", "end")
    )
    return Table(id, title, section, cells, synthetic)
