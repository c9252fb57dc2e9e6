"""What a test can say about each row of Tabel 17, 18 and 19.

The report calls changes significant without a test. It prints how many
families answered "yes" at two moments, not how many went each way, so every
row gets the smallest and the largest p-value of the exact McNemar test over
all ways that its printed numbers allow.

Real records say how every family moved. Then the exact test is run on them:
smallest and largest p-value are the same, and the interval of the change is
one interval. Only who is unknown later still leaves a range. These results
can be computed, but nothing shows them yet: see `helpers.tables.disclosure`.

All tests are exploratory.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from helpers.data import kept
from helpers.data.records import Records
from helpers.inference.methods import (
    PRange,
    Significance,
    Treatments,
    holm,
    moves_that_undo,
    newcombe,
    newcombe_bounds,
    p_range,
    p_range_of_tables,
    significance,
    treatments,
)
from helpers.inference.printed_rows import EvolutionRow, evolution_rows
from helpers.tables import catalogue
from helpers.tables.table import Cell, Table, cell

#: The tables whose rows are tested.
TESTED = ("tabel-17", "tabel-18", "tabel-19")


@dataclass(frozen=True)
class Tested:
    """The p-values that a row can have, under one treatment of the unknown later.

    Attributes
    ----------
    smallest, largest : float
        Over everything that can be true.
    holm_smallest, holm_largest : float
        The same, corrected by Holm's method over the rows of the table.
    """

    smallest: float
    largest: float
    holm_smallest: float
    holm_largest: float

    @property
    def verdict(self) -> Significance:
        """Of the corrected p-values."""
        return significance(self.holm_smallest, self.holm_largest)


@dataclass(frozen=True)
class RowTest:
    """What can be said about one row.

    Attributes
    ----------
    row : EvolutionRow
        How many families said "yes" at both moments.
    p : Treatments of Tested
        With unknown later as a "no", and with unknown later as anything.
    undone_by : int or None
        How many families moving against the net change take significance
        (without correction, unknown as "no") away; None when there is none to
        lose, or when the numbers leave no room for so many.
    change : tuple of float or None
        The lowest and the highest difference in shares (of 1) in a 95% interval
        for paired shares (Newcombe): over everything that print allows, or the
        one interval of real records. None when nobody is known at the start.
    """

    row: EvolutionRow
    p: Treatments[Tested]
    undone_by: int | None
    change: tuple[float, float] | None


def row_tests(rows: list[EvolutionRow]) -> list[RowTest]:
    """Test the rows of one table together.

    From print nothing is assumed about how many were unknown later: it is not
    printed. Real records say who was.
    """
    return kept.once(lambda: _tested(rows), "row-tests", rows)


def _tested(rows: list[EvolutionRow]) -> list[RowTest]:
    ranges = [_p_ranges(row) for row in rows]
    corrected = zip(
        _corrected([found.as_no for found in ranges]),
        _corrected([found.as_anything for found in ranges]),
        strict=True,
    )
    return [
        RowTest(row, Treatments(*tested), moves_that_undo(row.readings), _change(row))
        for row, tested in zip(rows, corrected, strict=True)
    ]


# Several pages of a chapter test the same rows.
@cache
def _p_ranges(row: EvolutionRow) -> Treatments[PRange]:
    if row.recorded:
        tables = row.recorded.tables
        return Treatments(p_range_of_tables(tables.as_no), p_range_of_tables(tables.as_anything))
    margins = treatments(row.readings)
    return Treatments(p_range(margins.as_no), p_range(margins.as_anything))


def _corrected(ranges: list[PRange]) -> list[Tested]:
    smallest, largest = [found.smallest for found in ranges], [found.largest for found in ranges]
    return [
        Tested(*map(float, values)) for values in zip(smallest, largest, holm(smallest), holm(largest), strict=True)
    ]


def _change(row: EvolutionRow) -> tuple[float, float] | None:
    if not all(reading.n for reading in row.readings):
        return None
    if row.recorded:
        return newcombe(row.recorded.pairs)
    bounds = newcombe_bounds(row.readings)
    return float(bounds.low[0]), float(bounds.high[1])


def all_tests(records: Records) -> dict[str, list[RowTest]]:
    """The tests of the three tables, by table id: bounds for what was printed, or exact on real records."""
    return {id: row_tests(evolution_rows(records, id)) for id in TESTED}


def p_value_table(records: Records) -> Table:
    """The corrected p-values of all rows, as the numbers of one picture."""
    cells = [c for id, tests in all_tests(records).items() for test in tests for c in _p_cells(id, test)]
    title = "Kleinste en grootste p-waarde die bij elke rij van Tabel 17, 18 en 19 kan (na correctie volgens Holm)"
    sources = tuple(source for id in TESTED for source in catalogue.find(id).function(records).sources)
    return Table("extra-4", title, "4.1", tuple(cells), records.synthetic, sources)


def _p_cells(id: str, test: RowTest) -> list[Cell]:
    row, n = (f"{id}.{test.row.key}", test.row.label), max(test.row.sizes)
    return [
        cell(row, column, Fraction(p), "p", n, "dossiers waarvan het bij de start bekend is")
        for column, p in [
            (("smallest", "Kleinste p"), test.p.as_no.holm_smallest),
            (("largest", "Grootste p"), test.p.as_no.holm_largest),
        ]
    ]
