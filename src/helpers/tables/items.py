"""Lists of yes/no items, where unknown counts as "no" (Tabel 12 to 15).

Section 3.9: paperwork that is in order at the start.

Section 3.8: psychosocial difficulties at the start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import Label, below, programmes
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell, ratio

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
        for column, counts in programmes(frame, name):
            n, yes = counts.total(), counts["yes"]
            yield cell(row, column, ratio(yes, n), "%", n, _BASE, high=ratio(yes + counts["unknown"], n))
    yield below(frame, _BASE)


def mean_numbers(records: pd.DataFrame, prefix: str, present: Label, unknown: Label, decimals: int) -> Iterator[Cell]:
    """The mean number of items with a "yes", and of items that nobody knew.

    The range of the first is what the second allows. Parameters are those of
    `shares_of_yes`, and the rows with the number of decimals they are shown with.
    """
    frame = populations.described(records)
    names = items(frame, prefix)
    # A mean number of items is what the counts of the items add up to, over the dossiers.
    columns = [
        (column, sum((counts for _, counts in each), Counter()))
        for each in zip(*(programmes(frame, name) for name in names), strict=True)
        for column in [each[0][0]]
    ]
    for column, counts in columns:
        n = counts.total() // len(names)
        possible = ratio(counts["yes"] + counts["unknown"], n)
        yield cell(present, column, ratio(counts["yes"], n), "gemiddelde", n, _BASE, decimals=decimals, high=possible)
    for column, counts in columns:
        n = counts.total() // len(names)
        yield cell(unknown, column, ratio(counts["unknown"], n), "gemiddelde", n, _BASE, decimals=decimals)
    yield below(frame, _BASE)


def items(frame: pd.DataFrame, prefix: str) -> list[str]:
    """The names of the items, in the order of the codebook."""
    return [name for name in frame.columns if name.startswith(prefix)]


@output("tabel-14", "Administratieve zaken waarmee het gezin in orde is bij aanvang van de begeleiding", "3.9")
def table_14(frame: pd.DataFrame) -> Iterator[Cell]:
    """The share of families that have each item in order."""
    yield from shares_of_yes(frame, "admin_")


@output("tabel-15", "Gemiddeld aantal zaken in orde bij aanvang begeleiding", "3.9")
def table_15(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mean number of items in order, and of items nobody knew."""
    in_order = ("yes", "Gemiddeld aantal zaken waarmee het gezin in orde is bij aanvang")
    unknown = ("unknown", "Gemiddeld aantal 'onbekende' indicatoren bij aanvang")
    yield from mean_numbers(frame, "admin_", in_order, unknown, 1)


@output("tabel-12", "Moeilijkheden waarmee het gezin kampt bij aanvang van de begeleiding", "3.8")
def table_12(frame: pd.DataFrame) -> Iterator[Cell]:
    """The share of families with each difficulty."""
    yield from shares_of_yes(frame, "difficulty_")


@output("tabel-13", "Gemiddeld aantal moeilijkheden bij aanvang begeleiding", "3.8")
def table_13(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mean number of difficulties, and of items nobody knew."""
    present = ("yes", "Gemiddeld aantal moeilijkheden in het gezin bij aanvang")
    unknown = ("unknown", "Gemiddeld aantal indicatoren 'onbekend' bij aanvang")
    yield from mean_numbers(frame, "difficulty_", present, unknown, 2)
