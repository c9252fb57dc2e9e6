"""What the report and the brochure print, as strings.

Source: ``data/published/cells.csv``. Table functions never import this
module (a test holds them to it): they compute from records alone.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from helpers.paths import PUBLISHED

KEY = ["id", "row", "column"]


@cache
def cells() -> pd.DataFrame:
    """Every printed cell and claim, one a row.

    Returns
    -------
    DataFrame of str
        Columns id, row, column, printed, unit, population, section,
        document, claim. The three of `KEY` identify a cell.
    """
    return pd.read_csv(PUBLISHED / "cells.csv", dtype=str, keep_default_na=False)


def printed(id: str, row: str, column: str) -> str:
    """The printed string of one cell.

    Raises
    ------
    KeyError
        When nothing was printed there.
    """
    found = cells().set_index(KEY)["printed"]
    return found[(id, row, column)]
