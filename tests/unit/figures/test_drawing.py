"""Labels of marks."""

from dataclasses import replace
from fractions import Fraction

import pytest
from drawn import whole

from helpers.checking.ranges import Range
from helpers.figures.drawing import key_of


@pytest.mark.parametrize(
    ("n", "decimals", "synthetic", "expected"),
    [
        (60, 1, True, "50,0% (30)"),
        # Of 284 dossiers 49,3%, 49,0% and 48,6% are all 49%: a printed 49% does not say how many.
        (284, 0, True, "50%"),
        (284, 0, False, "50% (142)"),
        (284, 1, True, "50,0% (142)"),
        (16, 0, True, "50% (8)"),
    ],
)
def test_a_count_stands_beside_a_share_that_fixes_it(n, decimals, synthetic, expected):
    marks = whole("1/2")
    cell = replace(marks.cells[0], n=n, decimals=decimals)
    assert replace(marks, table=replace(marks.table, synthetic=synthetic)).label(cell) == expected


@pytest.mark.parametrize(
    ("parts", "low", "high", "expected"),
    [
        (("1/2", "1/4"), None, None, True),
        (("1/4", "1/2"), None, None, False),
        # Only an example, and nothing says between what it lies.
        (("1/2", "?1/4"), None, None, False),
        (("1/2", "?1/4"), "1/10", "2/5", True),
        (("1/2", "?1/4"), "1/10", "1/2", False),
        (("?1/2", "1/4"), "1/3", "2/3", True),
        (("?1/2", "1/4"), "1/5", "2/3", False),
    ],
)
def test_a_share_is_surely_more_whatever_print_leaves_open(parts, low, high, expected):
    marks = whole(*parts)
    if low:
        (open_cell,) = marks.examples
        marks = replace(marks, ranges={key_of(open_cell): Range(Fraction(low), Fraction(high), proven=True)})
    assert marks.is_surely_more(*marks.cells) == expected
