"""Ranges of p-values and their verdicts."""

import pytest

from helpers.figures.shapes.ranges import VERDICTS, Range
from helpers.tables.table import cell


@pytest.mark.parametrize(
    ("smallest", "largest", "word"),
    [(0.001, 0.049, "zeker"), (0.001, 0.051, "onbeslist"), (0.051, 0.9, "nooit"), (1, 1, "nooit")],
)
def test_the_verdict_follows_from_the_range_and_the_line_of_five_per_cent(smallest, largest, word):
    found = Range("R", *(cell(("r", "R"), (c, c), p, "p", 9, "x") for c, p in (("s", smallest), ("l", largest))))
    assert VERDICTS[found.verdict].word == word


def test_every_verdict_has_its_own_word_sign_and_mark():
    for attribute in ("word", "sign", "marker", "colour"):
        assert len({getattr(verdict, attribute) for verdict in VERDICTS.values()}) == 3
