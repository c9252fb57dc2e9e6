"""Labels of marks."""

from dataclasses import replace

import pytest
from drawn import whole


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
