"""Scores that do not fit together are refused with a message that says where and what."""

from itertools import product

import pandas as pd
import pytest

from helpers.data.score_checks import problems


@pytest.fixture
def codes() -> pd.DataFrame:
    rows = product(["SYN-1", "SYN-2"], ["stress", "netwerk"], ["start", "end"])
    frame = pd.DataFrame(rows, columns=["family", "indicator", "moment"])
    return frame.assign(programme="opkomst", score="3")


def test_a_complete_file_has_no_problem(codes):
    assert not problems(codes)


def test_a_missing_row_is_named(codes):
    (problem,) = problems(codes.drop(index=5))
    assert problem.text() == (
        "kolom 'family': 'SYN-2', kolom 'indicator': 'stress', kolom 'moment': 'end' ontbreekt "
        "(verwacht: een rij, ook als er geen score is)"
    )


def test_a_row_that_stands_twice_is_named(codes):
    again = pd.concat([codes, codes.iloc[[2]]], ignore_index=True)
    (problem,) = problems(again)
    assert problem.text() == (
        "rij 10, kolom 'family': 'SYN-1', kolom 'indicator': 'netwerk', kolom 'moment': 'start' staat er al eens "
        "(verwacht: één rij)"
    )


def test_one_family_is_in_one_programme(codes):
    codes.loc[3, "programme"] = "opkomst_plus"
    (problem,) = problems(codes)
    assert problem.text().startswith("rij 5, kolom 'family': 'SYN-1', kolom 'programme': 'opkomst_plus' terwijl")
