"""The made records of the interviews."""

import numpy as np
import pandas as pd
import pytest

from helpers.data import codebook, instrument, published, records
from helpers.synthesis import interviews
from helpers.synthesis.printed import Printed
from helpers.tables import catalogue

PRINTED = Printed(published.cells())

INDICATORS = list(instrument.indicators("interview"))


@pytest.fixture(scope="module")
def table():
    return catalogue.table_26(records.load("interviews"))


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    assert interviews.write(path=tmp_path / "again.csv") == []
    assert (tmp_path / "again.csv").read_bytes() == interviews.PATH.read_bytes()


def test_another_seed_gives_other_scores_and_the_same_table(tmp_path, table):
    path = tmp_path / "other.csv"
    interviews.write(interviews.SEED + 1, path)
    assert path.read_bytes() != interviews.PATH.read_bytes()
    assert catalogue.table_26(records.load("interviews", path)).cells == table.cells


@pytest.mark.parametrize("indicator", INDICATORS)
def test_print_leaves_one_total_at_each_moment(indicator):
    assert len(interviews.possible_outcomes(PRINTED, indicator)) == 1


def test_no_scores_are_made_for_a_row_that_cannot_be():
    cells = published.cells().copy()
    at = (
        (cells["id"] == "tabel-26")
        & (cells["row"] == "Kwaliteitsvol wonen")
        & (cells["column"] == "Gemiddelde bij start")
    )
    cells.loc[at, "printed"] = "2,01"
    assert interviews.possible_outcomes(Printed(cells), "housing") == []


def test_a_mother_gives_a_score_for_both_moments_or_for_neither():
    codes = pd.read_csv(interviews.PATH, dtype=str, keep_default_na=False)
    assert len(codes) == 9 * 16 * 2
    both = codes.pivot(index=["mother", "indicator"], columns="moment", values="score") == "not_rated"
    assert (both["start"] == both["end"]).all()
    assert both["start"].groupby("indicator").sum().sum() == 7


def test_nobody_is_in_the_records_but_invented_mothers():
    frame = records.load("interviews").frame
    assert records.load("interviews").synthetic
    assert sorted(frame["mother"].unique()) == [f"SYN-M{number}" for number in range(1, 10)]
    programmes = frame.drop_duplicates("mother")["programme"].value_counts()
    assert programmes.to_dict() == {"opkomst_plus": 6, "opkomst": 3}
    assert set(frame["score"].dropna()) <= set(np.arange(1, int(codebook.variables("interviews")["score"].maximum) + 1))
