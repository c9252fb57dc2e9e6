"""What chapter 4.1 says of its tests and intervals."""

import pytest
from random_records import random_records

from helpers.data import records
from helpers.data.records import Records
from helpers.inference.change_tests import all_tests
from helpers.inference.methods import Significance
from helpers.pages.registration import (
    show_change_conclusion,
    show_change_tests,
    show_p_values,
    show_share_intervals,
)
from helpers.tables.disclosure import ConfidentialError


@pytest.fixture(scope="module", params=[1, 2])
def real(request) -> Records:
    """Records without the generator's mark, made up here."""
    found = random_records(request.param, size=120, mark="ECHT-")
    assert not found.synthetic
    return found


@pytest.mark.parametrize(
    "reveal",
    [show_change_tests, show_change_conclusion, show_p_values, show_share_intervals],
)
def test_what_real_records_give_is_not_shown(real, reveal, capsys):
    with pytest.raises(ConfidentialError):
        reveal(real)
    assert capsys.readouterr().out == ""


def test_the_conclusion_counts_the_rows_that_are_certain(html_of):
    rows = [test for tests in all_tests(records.load()).values() for test in tests]
    certain = sum(test.p.as_no.verdict == Significance.WHATEVER for test in rows)
    text = html_of(show_change_conclusion, records.load())
    assert f"Bij {certain} van de {len(rows)} rijen" in text
    assert f"Bij de andere {len(rows) - certain} rijen" in text


def test_intervals_say_every_size_that_fits_and_what_they_suppose(html_of):
    text = html_of(show_share_intervals, records.load())
    assert "177–178" in text and "steekproef van alle gezinnen" in text
