"""Lists of yes/no items, where unknown counts as "no" (Tabel 12 to 15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
            yield cell(row, column, ratio(yes, n), "%", n, base, high=ratio(yes + unknown, n))


def mean_numbers(frame: pd.DataFrame, prefix: str, present: Label, unknown: Label, base: str, decimals: int) -> Iterator[Cell]:
    """The mean number of items with a "yes", and of items that nobody knew.

    The range of the first is what the second allows.
    """
    names = items(frame, prefix)
    for column, dossiers in programmes(frame):
        yes = mean(present, column, (dossiers[names] == "yes").sum(axis=1), "gemiddelde", base, decimals)
        possible = ratio(dossiers[names].isin(["yes", "unknown"]).sum().sum(), len(dossiers))
        yield replace(yes, high=possible)
    for column, dossiers in programmes(frame):
        yield mean(unknown, column, (dossiers[names] == "unknown").sum(axis=1), "gemiddelde", base, decimals)


def items(frame: pd.DataFrame, prefix: str) -> list[str]:
    """The names of the items, in the order of the codebook."""
    return [name for name in frame.columns if name.startswith(prefix)]
