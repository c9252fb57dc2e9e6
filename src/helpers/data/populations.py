"""Which dossiers count: the analysis groups of the report (section 3.2).

Each function takes records (one row a dossier) and gives the rows of one
group back.
"""

from __future__ import annotations

import pandas as pd

from helpers.data import codebook


def original_dataset(records: pd.DataFrame) -> pd.DataFrame:
    """Every dossier that was registered up to the last month of the dataset."""
    return records[is_in_dataset(records)]


def described(records: pd.DataFrame) -> pd.DataFrame:
    """The first trajectory of each mother in the dataset: chapter 3."""
    return records[is_described(records)]


def is_running(records: pd.DataFrame) -> pd.Series:
    """Whether the support was still running in the last month of the dataset."""
    return records["end_month"] == "not_applicable"


def impact(records: pd.DataFrame) -> pd.DataFrame:
    """Finished dossiers, and for OPkomst+ the running ones too: chapter 4."""
    return records[has_ended(records)]


def has_ended(records: pd.DataFrame) -> pd.Series:
    """Whether chapter 4 tells of the end of a dossier."""
    return is_described(records) & (~is_running(records) | (records["programme"] == "opkomst_plus"))


def with_birth_measurement(records: pd.DataFrame) -> pd.DataFrame:
    """Dossiers with the extra measurement around the birth."""
    return records[is_described(records) & ~records["birth_measurement_month"].isin(["not_applicable", "not_recorded"])]


def is_in_dataset(records: pd.DataFrame) -> pd.Series:
    """Whether a dossier started by the last month of the dataset."""
    # The few months are compared, not the many rows.
    months = pd.Categorical(records["start_month"])
    early = months.categories <= codebook.constant("last_month_of_dataset")
    return pd.Series(early[months.codes], records.index)


def is_described(records: pd.DataFrame) -> pd.Series:
    """Whether it is the first trajectory of a mother in the dataset."""
    return is_in_dataset(records) & (records["first_dossier"] == "not_applicable")
