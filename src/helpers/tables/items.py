"""Lists of yes/no items, where unknown counts as "no" (Tabel 12 to 15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from helpers import codebook, populations
from helpers.table import Cell, cell, ratio
from helpers.tables.groups import Label, below, mean, programmes

_BASE = "gezinnen"


def shares_of_yes(records: pd.DataFrame, prefix: str) -> Iterator[Cell]:
    """The share of families with a "yes" for each item, and the range that the unknowns allow.

    Parameters
    ----------
    records
        One row a dossier; those that chapter 3 describes count.
    prefix
        What the names of the items begin with, such as ``admin_``.
    """
    frame = populations.described(records)
    for name in items(frame, prefix):
        row = (name, codebook.variables()[name].label_nl)
        for column, dossiers in programmes(frame):
            n, yes = len(dossiers), int((dossiers[name] == "yes").sum())
            unknown = int((dossiers[name] == "unknown").sum())
            yield cell(row, column, ratio(yes, n), "%", n, _BASE, high=ratio(yes + unknown, n))
    yield below(frame, _BASE)


def mean_numbers(records: pd.DataFrame, prefix: str, present: Label, unknown: Label, decimals: int) -> Iterator[Cell]:
    """The mean number of items with a "yes", and of items that nobody knew.

    The range of the first is what the second allows. Parameters are those of
    `shares_of_yes`, and the rows with the number of decimals they are shown with.
    """
    frame = populations.described(records)
    names = items(frame, prefix)
    for column, dossiers in programmes(frame):
        yes = mean(present, column, (dossiers[names] == "yes").sum(axis=1), "gemiddelde", _BASE, decimals)
        possible = ratio(dossiers[names].isin(["yes", "unknown"]).sum().sum(), len(dossiers))
        yield replace(yes, high=possible)
    for column, dossiers in programmes(frame):
        yield mean(unknown, column, (dossiers[names] == "unknown").sum(axis=1), "gemiddelde", _BASE, decimals)
    yield below(frame, _BASE)


def items(frame: pd.DataFrame, prefix: str) -> list[str]:
    """The names of the items, in the order of the codebook."""
    return [name for name in frame.columns if name.startswith(prefix)]
