"""Which dossiers count: the analysis groups of the report (section 3.2).

Each function takes records (one row a dossier) and gives the rows of one
group back.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.data import codebook


def original_dataset(records: pd.DataFrame) -> pd.DataFrame:
    """Every dossier that was registered up to the last month of the dataset."""
    return _rows(records, is_in_dataset(records))


def described(records: pd.DataFrame) -> pd.DataFrame:
    """The first trajectory of each mother in the dataset: chapter 3."""
    return _rows(records, is_described(records))


def impact(records: pd.DataFrame) -> pd.DataFrame:
    """Finished dossiers, and for OPkomst+ the running ones too: chapter 4."""
    return _rows(records, has_ended(records))


def with_birth_measurement(records: pd.DataFrame) -> pd.DataFrame:
    """Dossiers with the extra measurement around the birth."""
    months = coded(records["birth_measurement_month"])
    return _rows(records, is_described(records) & ~months.isin(["not_applicable", "not_recorded"]))


def is_in_dataset(records: pd.DataFrame) -> np.ndarray:
    """In which rows a dossier started by the last month of the dataset."""
    months, last = coded(records["start_month"]), codebook.constant("last_month_of_dataset")
    return np.array([month <= last for month in months.categories.tolist()], dtype=bool)[months.codes]


def is_described(records: pd.DataFrame) -> np.ndarray:
    """Which rows are the first trajectory of a mother in the dataset."""
    return is_in_dataset(records) & (coded(records["first_dossier"]) == "not_applicable")


def is_running(records: pd.DataFrame) -> np.ndarray:
    """In which rows the support was still running in the last month of the dataset."""
    return coded(records["end_month"]) == "not_applicable"


def has_ended(records: pd.DataFrame) -> np.ndarray:
    """Of which rows chapter 4 tells the end."""
    return is_described(records) & (~is_running(records) | (coded(records["programme"]) == "opkomst_plus"))


def coded(values: pd.Series) -> pd.Categorical:
    """A column as codes of its few answers, which are compared instead of the many rows."""
    return values.array if isinstance(values.array, pd.Categorical) else pd.Categorical(values)


def _rows(records: pd.DataFrame, chosen: np.ndarray) -> pd.DataFrame:
    return records.take(np.flatnonzero(chosen))
