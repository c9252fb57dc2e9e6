"""What a test can say about each row of Tabel 17, 18 and 19.

The report calls changes significant without a test. It prints how many
families answered "yes" at two moments, not how many went each way, so every
row gets the smallest and the largest p-value of the exact McNemar test over
all ways that its printed numbers allow. All tests are exploratory.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from helpers.evolution_rows import EvolutionRow, evolution_rows
from helpers.inference import (
    Margins,
    Significance,
    holm,
    moves_that_undo,
    newcombe_bounds,
    p_range,
    significance,
    treatments,
    verdicts,
)
from helpers.records import Records
from helpers.table import Cell, Table, cell
from helpers.tables import table_17, table_18, table_19

#: The level at which a change is called significant.
ALPHA = 0.05


@dataclass(frozen=True)
class RowTest:
    """What can be said about one row, whatever the records.

    Attributes
    ----------
    row : EvolutionRow
        What was printed, as numbers of families.
    smallest, largest : float
        P-values over every reading and every overlap; unknown later is "no".
    holm_smallest, holm_largest : float
        The same, corrected by Holm's method over the rows of the table.
    undone_by : int or None
        How many families moving against the net change take significance
        (without correction) away; None when there is none to lose.
    change : tuple of float
        Lowest and highest difference in shares (of 1) that a 95% interval for
        paired shares (Newcombe) holds for some reading and some overlap.
    verdict : Significance
        Of the corrected p-values.
    if_unknown_is_anything : Significance
        Without correction, when a family that is unknown later may be a "yes".
    """

    row: EvolutionRow
    smallest: float
    largest: float
    holm_smallest: float
    holm_largest: float
    undone_by: int | None
    change: tuple[float, float]
    verdict: Significance
    if_unknown_is_anything: Significance


def row_tests(table: Table) -> list[RowTest]:
    """Test every row of Tabel 17, 18 or 19, in the order of the report.

    Nothing is assumed about how many were unknown later: it is not printed.

    Raises
    ------
    KeyError
        For another table.
    """
    rows = evolution_rows(table)
    candidates = [treatments([Margins(r.n, r.start, r.later) for r in row.readings]) for row in rows]
    ranges = [p_range(candidate.as_no) for candidate in candidates]
    smallest, largest = holm([found.smallest for found in ranges]), holm([found.largest for found in ranges])
    return [
        RowTest(
            row=row,
            smallest=found.smallest,
            largest=found.largest,
            holm_smallest=float(low),
            holm_largest=float(high),
            undone_by=moves_that_undo(candidate.as_no, ALPHA),
            change=_change(candidate.as_no),
            verdict=significance(low, high, ALPHA),
            if_unknown_is_anything=verdicts(candidate.as_no, None, ALPHA).as_anything,
        )
        for row, candidate, found, low, high in zip(rows, candidates, ranges, smallest, largest, strict=True)
    ]


def _change(candidates: list[Margins]) -> tuple[float, float]:
    bounds = newcombe_bounds(candidates)
    return float(bounds.low[0]), float(bounds.high[1])


def all_tests(records: Records) -> dict[str, list[RowTest]]:
    """The tests of the three tables, by table id."""
    return {table.id: row_tests(table) for table in (make(records) for make in (table_17, table_18, table_19))}


def p_value_table(records: Records) -> Table:
    """The corrected p-values of all rows, as the numbers of one picture."""
    cells = [c for id, tests in all_tests(records).items() for test in tests for c in _p_cells(id, test)]
    title = "Kleinste en grootste p-waarde die bij elke rij van Tabel 17, 18 en 19 kan (na correctie volgens Holm)"
    return Table("extra-4", title, "4.1", tuple(cells), records.synthetic)


def _p_cells(id: str, test: RowTest) -> list[Cell]:
    row, n = (f"{id}.{test.row.key}", test.row.label), max(reading.n for reading in test.row.readings)
    return [
        cell(row, column, Fraction(p), "p", n, "dossiers waarvan het bij de start bekend is")
        for column, p in [
            (("smallest", "Kleinste p"), test.holm_smallest),
            (("largest", "Grootste p"), test.holm_largest),
        ]
    ]
