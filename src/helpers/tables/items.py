"""Lists of yes/no items, where unknown counts as "no" (Tabel 12 to 15)."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers import codebook
from helpers.table import Cell, cell, ratio
from helpers.tables.groups import Label, mean, programmes


def shares_in_order(frame: pd.DataFrame, prefix: str, base: str) -> Iterator[Cell]:
    """The share of "yes" for each item, and the range that the unknowns allow.

    Parameters
    ----------
    frame
        One row a dossier.
    prefix
        What the names of the items begin with, such as ``admin_``.
    base
        Which dossiers these are, in Dutch.
    """
    for name in items(frame, prefix):
        row = (name, codebook.variables()[name].label_nl)
        for column, dossiers in programmes(frame):
            n, yes = len(dossiers), int((dossiers[name] == "yes").sum())
            unknown = int((dossiers[name] == "unknown").sum())
            low, high = ratio(yes, n), ratio(yes + unknown, n)
            yield cell(row, column, low, "%", n, base, low=low, high=high)


def mean_number(frame: pd.DataFrame, prefix: str, answer: str, row: Label, base: str, decimals: int) -> Iterator[Cell]:
    """The mean number of items with one answer (``yes`` or ``unknown``)."""
    for column, dossiers in programmes(frame):
        numbers = (dossiers[items(frame, prefix)] == answer).sum(axis=1)
        yield mean(row, column, numbers, "gemiddelde", base, decimals)


def items(frame: pd.DataFrame, prefix: str) -> list[str]:
    """The names of the items, in the order of the codebook."""
    return [name for name in frame.columns if name.startswith(prefix)]
