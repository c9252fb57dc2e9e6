"""Section 3.9: paperwork that is in order at the start."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.outputs import output
from helpers.table import Cell
from helpers.tables.items import mean_numbers, shares_of_yes


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
