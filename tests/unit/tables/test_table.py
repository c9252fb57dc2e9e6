"""Cells and how they are written."""

from fractions import Fraction

from helpers.tables.table import cell


def test_a_p_value_is_never_shown_as_zero():
    shown = [cell(("r", "R"), ("c", "C"), p, "p", 9, "x").text for p in (1e-9, 0.001, 0.0324, 1)]
    assert shown == ["< 0,001", "0,001", "0,032", "1,000"]


def test_a_cell_can_show_a_share_with_its_count():
    both = cell(("a", "A"), ("x", "X"), Fraction(23, 40), "% (n)", 40, "gezinnen")
    assert both.text == "57,5% (23)"
    assert [str(number) for number in both.numbers] == ["57.5", "23"]
    assert cell(("a", "A"), ("x", "X"), None, "% (n)", 0, "gezinnen").text == "/"
