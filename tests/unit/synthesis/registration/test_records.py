"""The synthetic registration: made again, it is the committed file."""

import time

import pandas as pd
import pytest
from open_cells import figures, open_cells

from helpers.checking.ranges import ranges_of
from helpers.data import published
from helpers.data.files import REGISTRATION
from helpers.data.records import load
from helpers.synthesis.registration import records


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The records made again, where, and in how many seconds of processor time."""
    path = tmp_path_factory.mktemp("synthetic") / REGISTRATION.name
    begin = time.process_time()
    lines = records.write(path=path)
    return path, lines, time.process_time() - begin


def test_the_same_seed_gives_the_same_bytes(made):
    path, _, _ = made
    assert path.read_bytes() == REGISTRATION.read_bytes()


def test_the_deviations_are_those_of_the_committed_file(made):
    path, lines, _ = made
    again = path.with_name(records.DEVIATIONS.name)
    assert again.read_bytes() == records.DEVIATIONS.read_bytes()
    assert len(lines) == len(pd.read_csv(records.DEVIATIONS))


def test_it_takes_less_than_a_minute_of_processor_time(made):
    # On all threads together; what else the machine does meanwhile does not count.
    assert made[2] < 60


@pytest.fixture(scope="module")
def others():
    """Records of another seed, made from print with one wrong digit: they fit all else that print says."""
    cells = published.cells().copy()
    where = (cells[["id", "row", "column"]] == ["tabel-9", "Vast contract", "%"]).all(axis=1)
    cells.loc[where, "printed"] = "21,4%"
    return records.generate(records.SEED + 1, cells)


def test_a_wrong_digit_is_one_more_named_deviation(others):
    found = others.deviations
    known = pd.read_csv(records.DEVIATIONS, dtype=str, keep_default_na=False)
    more = found[~found["id"].isin(known["id"])]
    assert len(found) == len(known) + 1
    assert more[["id", "row", "column", "printed", "computed"]].values.tolist() == [
        ["tabel-9", "Vast contract", "%", "21,4%", "20,4%"]
    ]
    assert "tabel-9" in more["reason_en"].item()


def test_records_of_another_seed_lie_within_what_print_allows(others, tmp_path):
    path = tmp_path / REGISTRATION.name
    others.write(path, tmp_path / records.DEVIATIONS.name)
    for table in figures(load(path=path)):
        assert set(ranges_of(table)) >= open_cells(table), table.id
