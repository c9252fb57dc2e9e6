"""The rule, count by count: one group of people, and what its people answered."""

import pytest

from helpers.disclosure.cells import Crossing, count
from helpers.disclosure.primary import primary


def small(records, question, x, y, z, threshold=5):
    frame = records("pq", ax=x, ay=y, az=z, bx=20, by=20, bz=20)
    counts = count(frame, [Crossing((question("q", "x", "y", "z"),), (question("p", "a", "b"),))])
    return primary(counts, threshold)


@pytest.mark.parametrize(
    ("times", "is_small"),
    [
        ((4, 10, 10), True),  # a few
        ((5, 10, 10), False),  # enough
        ((0, 10, 10), False),  # nobody
        ((10, 4, 0), True),  # all but a few
        ((10, 5, 0), False),  # all but enough
        ((10, 0, 0), True),  # everybody
        ((1, 0, 0), True),  # the only one
    ],
)
def test_a_count_is_small_for_itself_or_for_who_is_left(times, is_small, records, question, cell):
    assert (cell(p="a", q="x") in small(records, question, *times)) == is_small


def test_nobody_left_of_a_group_is_a_cell_that_may_not_be_found(records, question, cell):
    found = small(records, question, 10, 0, 0)
    assert found[cell(p="a", q="yz")].count == 0
    assert not found[cell(p="a", q="yz")].is_shown


def test_nobody_at_all_leaves_nobody(records, question):
    assert all("a" not in dict(cell).get("p", "") for cell in small(records, question, 0, 0, 0))


def test_the_threshold_is_the_first_that_may_be_shown(records, question, cell):
    assert cell(p="a", q="x") in small(records, question, 5, 10, 10, threshold=6)
