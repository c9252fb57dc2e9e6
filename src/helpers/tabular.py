"""Reading our own CSV files: every value a string, an empty cell an empty string."""

from __future__ import annotations

from pathlib import Path

import pandas as pd


def read_strings(path: Path) -> pd.DataFrame:
    """A CSV file of ``data/`` with the values as they stand in it."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of ``data/``, each by column name."""
    return read_strings(path).to_dict("records")
