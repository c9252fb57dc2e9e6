"""The synthetic registration records: made again, they are the committed file."""

import time

import numpy as np
import pandas as pd
import pytest

from helpers import codebook, published, records
from helpers.paths import REGISTRATION
from helpers.rules import broken

pytest.importorskip("ortools", reason="the extra 'synthesis' is not installed: pip install -e .[synthesis]")

from helpers.synthesis import margins, registration, registration_tables  # noqa: E402
from helpers.synthesis.counts import CountTable, NoSolutionError, solve  # noqa: E402
from helpers.synthesis.margins import Between, Total  # noqa: E402
from helpers.synthesis.printed import Printed  # noqa: E402


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The records made again, where, and in how many seconds."""
    path = tmp_path_factory.mktemp("synthetic") / REGISTRATION.name
    begin = time.perf_counter()
    lines = registration.write(path=path)
    return path, lines, time.perf_counter() - begin


@pytest.fixture(scope="module")
def committed() -> pd.DataFrame:
    return pd.read_csv(REGISTRATION, dtype=str, keep_default_na=False)


def test_the_same_seed_gives_the_same_bytes(made):
    path, _, _ = made
    assert path.read_bytes() == REGISTRATION.read_bytes()


def test_the_deviations_are_those_of_the_committed_file(made):
    path, lines, _ = made
    again = path.with_name(registration.DEVIATIONS.name)
    assert again.read_bytes() == registration.DEVIATIONS.read_bytes()
    assert len(lines) == len(pd.read_csv(registration.DEVIATIONS))


def test_it_takes_less_than_a_minute(made):
    assert made[2] < 60


def test_no_rule_is_broken(committed):
    failed = broken(committed).any()
    assert not failed[failed].index.tolist()
    assert records.load().synthetic


def test_every_row_is_marked_and_in_order(committed):
    assert committed["dossier"].tolist() == [f"SYN-{n:03d}" for n in range(1, len(committed) + 1)]
    assert committed["start_month"].is_monotonic_increasing


def test_nothing_is_made_up_for_dossiers_that_were_only_counted(committed):
    counted = committed[
        (committed["start_month"] > codebook.constant("last_month_of_dataset")) | (committed["first_dossier"] != "not_applicable")
    ]
    answers = counted.drop(columns=["dossier", "first_dossier", "programme", "start_month"])
    assert len(counted) > 0
    assert (answers == "not_recorded").all(axis=None)


def test_a_second_trajectory_follows_a_first_that_ended(committed):
    by_dossier = committed.set_index("dossier")
    second = by_dossier[by_dossier["first_dossier"] != "not_applicable"]
    first = by_dossier.loc[second["first_dossier"]]
    assert (first["end_month"].to_numpy() < second["start_month"].to_numpy()).all()
    assert (first["programme"].to_numpy() == second["programme"].to_numpy()).all()
    assert second["first_dossier"].is_unique


def test_a_birth_is_measured_when_it_happens(committed):
    first = committed[~committed["birth_measurement_month"].isin(["not_applicable", "not_recorded"])]
    waited = _month(first["birth_measurement_month"]) - _month(first["start_month"])
    age = pd.to_numeric(first["child_age_at_start"], errors="coerce")
    assert (waited[first["pregnant_at_start"] == "no"] == 3).all()
    assert (waited[age < 0] == -age[age < 0]).all()
    assert (waited[first["pregnant_at_start"] == "yes"] >= 1).all()


def test_one_mother_is_much_older_than_the_others(committed):
    ages = pd.to_numeric(committed["mother_age"], errors="coerce").dropna().sort_values()
    assert ages.iloc[-2] < 47 < ages.iloc[-1]


def test_a_wrong_digit_is_one_more_named_deviation():
    cells = published.cells().copy()
    where = (cells[["id", "row", "column"]] == ["tabel-9", "Vast contract", "%"]).all(axis=1)
    cells.loc[where, "printed"] = "21,4%"
    printed = Printed(cells)
    solution = registration.counts_of(registration_tables.tables(printed), printed, registration.SEED)
    found = registration.deviations_of(solution)
    known = pd.read_csv(registration.DEVIATIONS, dtype=str, keep_default_na=False)
    more = found[~found["id"].isin(known["id"])]
    assert len(found) == len(known) + 1
    assert more[["id", "row", "column", "printed", "computed"]].values.tolist() == [
        ["tabel-9", "Vast contract", "%", "21,4%", "20,4%"]
    ]
    assert "tabel-9" in more["reason_en"].item()


@pytest.mark.parametrize(
    ("printed", "decimals", "inside", "outside"),
    [("6,3", 1, "0.0625", "0.0635"), ("-2", 1, "-0.0195", "-0.0205"), ("0,0", 1, "0.0004", "0.0005")],
)
def test_bounds_are_those_of_half_up_rounding(printed, decimals, inside, outside):
    bounds = margins.rounds_to(margins.parse_printed(printed)[0], decimals, 100)
    assert _within(inside, bounds)
    assert not _within(outside, bounds)


def test_facts_that_contradict_each_other_are_told():
    table = CountTable("answers", {"answer": ("yes", "no")}, np.ones(2), (3,))
    facts = [Between(table.total(), low=margins.Fraction(n), high=margins.Fraction(n)) for n in (2, 3)]
    claim = margins.count(("tabel-0", "N", ""), "3", table.total())
    with pytest.raises(NoSolutionError):
        solve([table], facts, [claim], seed=1)


def test_an_unknown_axis_is_named():
    table = CountTable("answers", {"answer": ("yes", "no")}, np.ones(2), (3,))
    assert isinstance(table.total(answer="yes"), Total)
    with pytest.raises(KeyError, match="no axis 'year'"):
        table.total(year=2020)


def _month(months: pd.Series) -> pd.Series:
    return months.str[:4].astype(int) * 12 + months.str[5:].astype(int)


def _within(value: str, bounds: dict) -> bool:
    value = margins.Fraction(value)
    above = value > bounds["low"] or (value == bounds["low"] and not bounds["open_low"])
    below = value < bounds["high"] or (value == bounds["high"] and not bounds["open_high"])
    return above and below
