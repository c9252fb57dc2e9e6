"""Between which numbers a cell lies that print does not fix.

Source: ``data/synthetic/ranges.csv``, which `helpers.synthesis.registration.ranges`
makes: the smallest and largest value over all registrations that fit the report.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from helpers.checking.printed import fixed_cells
from helpers.data.files import RECORDS, read_rows
from helpers.tables.table import Cell, Key, Table


@dataclass(frozen=True)
class Range:
    """Where the value of a cell lies.

    Attributes
    ----------
    low, high : Fraction
        A count, or a share from 0 to 1.
    proven : bool
        Whether both ends are reached; without, the truth may be narrower.
    """

    low: Fraction
    high: Fraction
    proven: bool

    def text(self, cell: Cell) -> str:
        """In as many decimals as the cell: ``63,4–66,4%``, ``10–61``, or ``alles kan``."""
        if cell.is_share and (self.low, self.high) == (0, 1):
            return "alles kan"
        low, high = (replace(cell, value=value).text for value in (self.low, self.high))
        return high if low == high else f"{low.removesuffix('%')}–{high}"


@cache
def all_ranges() -> dict[tuple[str, str, str], Range]:
    """Every range, by id, row key and column key."""
    return {
        (row["id"], row["row"], row["column"]): Range(
            Fraction(row["low"]), Fraction(row["high"]), row["proven"] == "yes"
        )
        for row in read_rows(RECORDS / "ranges.csv")
    }


def ranges_of(table: Table) -> dict[Key, Range]:
    """The ranges of the cells that print leaves open, by row and column key.

    Nothing for a cell whose value lies outside: those are records that do not
    fit print, and what print allows says nothing of them.
    """
    if not table.synthetic:
        return {}
    fixed = fixed_cells(table)
    found = {(cell.row, cell.column): cell.value for cell in table.cells if (cell.row, cell.column) not in fixed}
    known = {key: (value, all_ranges().get((table.id, *key))) for key, value in found.items() if value is not None}
    return {key: one for key, (value, one) in known.items() if one and one.low <= value <= one.high}
