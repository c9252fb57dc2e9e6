"""The one kind of result: a tidy `Table`.

Records go in, a `Table` comes out, and everything a person sees is made from
it: the HTML table, the figure, the numbers in the prose, the alt text, the
CSV, and the comparison with what was printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from helpers.dutch.numbers import dutch, p_value, percent, round_half_up

#: How many decimals the report prints for each unit, unless a cell says otherwise.
DECIMALS = {"%": 1, "% (n)": 1, "pp": 1, "n": 0, "gemiddelde": 2, "maanden": 1, "jaar": 0, "p": 3}


@dataclass(frozen=True)
class Cell:
    """One number of a table or figure.

    Attributes
    ----------
    row, column : str
        Keys, stable and in English (codes of the codebook where there is one).
    row_label, column_label : str
        What a reader sees, in Dutch.
    value : Fraction or None
        The exact value; a share (between 0 and 1) where the unit is ``%`` or
        ``% (n)``. None when there is nothing to compute it from (n is 0).
    unit : str
        ``%``, ``% (n)`` (a share with its count, such as ``57,5% (23)``),
        ``pp`` (percentage points), ``n``, ``gemiddelde``, ``maanden``,
        ``jaar`` or ``p`` (a p-value, which is never shown as zero).
    n : int
        How many dossiers the value is computed from: the denominator of a
        share, the number of terms of a mean. For a count, the count's base.
    base : str
        Which dossiers these are, in Dutch.
    decimals : int
        With how many decimals the value is shown.
    high : Fraction or None
        Where unknown counts as "no": the highest value that the unknowns
        allow. The lowest is the value itself.
    group : str
        Heading that the row stands under, in Dutch; empty without headings.
    mark : str
        Code of the class that the report shades the cell in (see
        `helpers.tables.score_classes`); empty without one.
    """

    row: str
    column: str
    row_label: str
    column_label: str
    value: Fraction | None
    unit: str
    n: int
    base: str
    decimals: int
    high: Fraction | None = None
    group: str = ""
    mark: str = ""

    @property
    def text(self) -> str:
        """The value as a reader sees it, such as ``31,3%``; ``/`` without one."""
        return "/" if self.value is None else self._written(self.value)

    @property
    def high_text(self) -> str:
        """The highest value that the unknowns allow, such as ``45,2%``."""
        return self._written(self.high)

    @property
    def has_range(self) -> bool:
        """Whether unknown answers leave room above the value."""
        return self.high is not None and self.high != self.value

    def _written(self, value: Fraction) -> str:
        if self.unit == "% (n)":
            return f"{percent(value, self.decimals)} ({dutch(value * self.n)})"
        if self.unit == "p":
            return p_value(value, self.decimals)
        return percent(value, self.decimals) if self.is_share else dutch(value, self.decimals)

    @property
    def is_share(self) -> bool:
        """Whether the value is a share, shown as a percentage."""
        return self.unit in ("%", "% (n)")

    @property
    def rounded(self) -> Decimal:
        """The value as it would be printed (per cent for a share)."""
        return round_half_up(self.value * (100 if self.is_share else 1), self.decimals)

    @property
    def numbers(self) -> list[Decimal]:
        """Every number that the cell shows, as it would be printed; none without a value."""
        if self.value is None:
            return []
        return [self.rounded, Decimal(self.count)] if self.unit == "% (n)" else [self.rounded]

    @property
    def count(self) -> int:
        """How many dossiers a share stands for."""
        return int(self.value * self.n)


@dataclass(frozen=True)
class Source:
    """What a table was computed from.

    Attributes
    ----------
    output : str
        The table or figure of the report whose function computed it.
    digest : str
        Twelve hexadecimal digits that change with any of its columns of the
        records, and with nothing else.
    """

    output: str
    digest: str


@dataclass(frozen=True)
class Table:
    """A table or figure of the report, as numbers.

    Attributes
    ----------
    id : str
        ``tabel-12`` or ``figuur-7``: the report's own number; ``extra-1`` for
        a figure that it does not have.
    title : str
        Its title, in Dutch.
    section : str
        The section of the report it stands in.
    cells : tuple of Cell
        Row by row, in the order of the report.
    synthetic : bool
        Whether it was computed from synthetic records.
    sources : tuple of Source
        More than one for a table that is put together from others.
    """

    id: str
    title: str
    section: str
    cells: tuple[Cell, ...]
    synthetic: bool
    sources: tuple[Source, ...] = ()

    def __getitem__(self, key: tuple[str, str]) -> Cell:
        """The cell with this row and column key.

        Raises
        ------
        KeyError
            With the keys that do exist.
        """
        for cell in self.cells:
            if (cell.row, cell.column) == key:
                return cell
        raise KeyError(f"{self.id} has no cell {key}; rows {list(self.rows)}, columns {list(self.columns)}")

    @property
    def rows(self) -> dict[str, str]:
        """Row labels by key, in order."""
        return {cell.row: cell.row_label for cell in self.cells}

    @property
    def columns(self) -> dict[str, str]:
        """Column labels by key, in order."""
        return {cell.column: cell.column_label for cell in self.cells}

    @property
    def number(self) -> str:
        """The name a reader knows it by, such as ``Tabel 12``."""
        return display_name(self.id)

    @property
    def is_extra(self) -> bool:
        """Whether the report has no such table or figure, and so no number for it."""
        return self.id.startswith("extra-")

    def column(self, key: str) -> list[Cell]:
        """All cells of one column, in row order."""
        return [cell for cell in self.cells if cell.column == key]

    def row(self, key: str) -> list[Cell]:
        """All cells of one row, in column order."""
        return [cell for cell in self.cells if cell.row == key]

    def frame(self) -> pd.DataFrame:
        """The tidy table: one row a cell, Dutch column names, for download."""
        grouped = any(cell.group for cell in self.cells)
        return pd.DataFrame(
            {
                "id": self.id,
                **({"groep": cell.group} if grouped else {}),
                "rij": cell.row_label,
                "kolom": cell.column_label,
                "waarde": cell.text,
                "eenheid": cell.unit,
                "n": cell.n,
                "basis": cell.base,
                "hoogst_mogelijk": "" if cell.high is None else cell.high_text,
            }
            for cell in self.cells
        )


def display_name(id: str) -> str:
    """How a reader calls a table or figure: ``Tabel 12`` for ``tabel-12``."""
    return id.replace("-", " ").capitalize()


def ratio(total: int, n: int) -> Fraction | None:
    """A share or a mean; None when there is nothing to divide by."""
    return Fraction(int(total), int(n)) if n else None


def cell(row, column, value, unit, n, base, **more) -> Cell:
    """Make a `Cell` from ``(key, label)`` pairs for its row and its column."""
    return Cell(
        *(row[0], column[0], row[1], column[1]),
        value=None if value is None else Fraction(value),
        unit=unit,
        n=int(n),
        base=base,
        decimals=more.pop("decimals", DECIMALS[unit]),
        **more,
    )


#: Row key and column key of a cell.
Key = tuple[str, str]
