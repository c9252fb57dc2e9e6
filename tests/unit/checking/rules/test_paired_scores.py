"""Means of whole scores at two moments."""

import pytest

from helpers.checking.rules.paired_scores import scored_pairs


@pytest.mark.parametrize(
    "numbers, consistent",
    [
        (("2,00", "3,75", "1,75", "8,00", "0,00", "0,00"), True),
        (("2,00", "3,75", "1,75", "7,00", "0,00", "0,00"), False),
        (("2,00", "3,75", "1,75", "8,01", "0,00", "0,00"), False),
        (("2,00", "3,75", "1,75", "0,00", "0,00", "8,00"), False),
        # Eight people who all reach the highest score of 4 have 4,00.
        (("3,00", "4,13", "1,13", "8", "0", "0"), False),
    ],
)
def test_mean_scores_are_those_of_whole_scores(numbers, consistent):
    assert scored_pairs(*numbers, "1 tot 4").consistent is consistent
