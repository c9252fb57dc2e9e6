"""Pieces that several tables share: columns per programme, rows per category."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook
from helpers.tables.table import Cell, cell, ratio

Label = tuple[str, str]


TOTAL: Label = ("total", "Totaal")


COUNT: Label = ("n", "N")


#: The place of "N = …" below a table: not in the grid.
BELOW: Label = ("", "")


def programmes(frame: pd.DataFrame) -> Iterator[tuple[Label, pd.DataFrame]]:
    """The rows of each programme, then of both together."""
    yield from programmes_only(frame)
    yield TOTAL, frame


def programmes_only(frame: pd.DataFrame) -> Iterator[tuple[Label, pd.DataFrame]]:
    """The rows of each programme."""
    for label in codebook.labels("programme").items():
        yield label, frame[frame["programme"] == label[0]]


def answers(variable: str, *missing: str) -> Iterator[Label]:
    """The categories of a variable, then the named kinds of missing answer."""
    yield from codebook.labels(codebook.variables()[variable].categories).items()
    yield from ((code, codebook.labels("missing")[code]) for code in missing)


def share(row: Label, column: Label, values: pd.Series, codes: set[str], base: str, **more) -> Cell:
    """The share of `values` that is one of `codes`; `more` as for `cell`."""
    count = int(values.isin(codes).sum())
    return cell(row, column, ratio(count, len(values)), "%", len(values), base, **more)


def count(row: Label, column: Label, number: int, base: str) -> Cell:
    """A number of dossiers."""
    return cell(row, column, number, "n", number, base)


def mean(row: Label, column: Label, values: pd.Series, unit: str, base: str, decimals: int) -> Cell:
    """The mean of whole numbers, exact."""
    value = ratio(values.sum(), len(values))
    return cell(row, column, value, unit, len(values), base, decimals=decimals)


def extreme(row: Label, column: Label, values: pd.Series, pick: str, unit: str, base: str) -> Cell:
    """The smallest (``min``) or largest (``max``) of whole numbers."""
    value = int(getattr(values, pick)()) if len(values) else None
    return cell(row, column, value, unit, len(values), base, decimals=0)


def below(frame: pd.DataFrame, base: str) -> Cell:
    """The "N = …" that stands below a table."""
    return count(COUNT, BELOW, len(frame), base)


START: Label = ("start", "Bij start")


BIRTH: Label = ("birth", "Bij bevalling")


END: Label = ("end", "Bij einde")


def income_groups(income: pd.Series) -> pd.Series:
    """Incomes in the groups of the report; benefits and allowances together."""
    benefits = codebook.codes_in_group("income", "benefit")
    return income.replace(dict.fromkeys(benefits, "benefit"))
