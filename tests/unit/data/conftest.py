"""Shared by the tests of records: the registration as strings, and how it is loaded after a change."""

import pandas as pd
import pytest

from helpers.data import records
from helpers.data.files import REGISTRATION


@pytest.fixture
def codes() -> pd.DataFrame:
    return pd.read_csv(REGISTRATION, dtype=str, keep_default_na=False)


@pytest.fixture
def load(tmp_path):
    def load_changed(frame: pd.DataFrame) -> records.Records:
        path = tmp_path / "gezinnen.csv"
        frame.to_csv(path, index=False)
        return records.load(path=path)

    return load_changed
