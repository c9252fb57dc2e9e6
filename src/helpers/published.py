"""What the report and the brochure print, as strings.

Source: ``data/published/cells.csv``. Table functions never import this
module (a test holds them to it): they compute from records alone.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from helpers.paths import PUBLISHED
from helpers.tabular import read_strings

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
    return read_strings(PUBLISHED / "cells.csv")
