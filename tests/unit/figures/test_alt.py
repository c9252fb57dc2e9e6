"""What an alt text concludes holds whatever the examples are."""

import pytest
from drawn import whole

from helpers.figures import alt


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1/2", "1/3", "1/6"], "de grootste groep is ‘R0’ (50,0%), de kleinste groep is ‘R2’ (16,7%)"),
        (["1/6", "1/3", "1/2"], "de grootste groep is ‘R2’ (50,0%), de kleinste groep is ‘R0’ (16,7%)"),
        (["2/5", "2/5", "?1/5"], "de grootste groepen zijn ‘R0’ en ‘R1’ (elk 40,0%)"),
        (["1/3", "1/3", "1/3"], "even groot zijn ‘R0’, ‘R1’ en ‘R2’ (elk 33,3%)"),
        # The example has at most 20%: it cannot be the largest, but it can be the smallest.
        (["1/2", "3/10", "?1/5"], "de grootste groep is ‘R0’ (50,0%)"),
        (["1/4", "1/5", "?11/20"], ""),
        (["?1/2", "?1/2"], ""),
    ],
)
def test_conclusions_hold_whatever_the_examples_are(values, expected):
    marks = whole(*values)
    assert alt.extremes(marks, marks.cells, alt.by_row) == expected
