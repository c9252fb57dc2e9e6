"""Section 3.8: psychosocial difficulties at the start."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.outputs import output
from helpers.table import Cell
from helpers.tables.items import mean_numbers, shares_of_yes


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
