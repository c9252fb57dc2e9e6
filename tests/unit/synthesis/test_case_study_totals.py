"""Sums of scores that fit the printed means."""

from fractions import Fraction

from helpers.synthesis.case_study_totals import Group, Mean, candidates


def test_an_indicator_that_contradicts_itself_misses_as_few_numbers_as_possible():
    group = Group("improved", 1, Mean(("t", "r", "a"), Fraction(2)), Mean(("t", "r", "b"), Fraction(2)))
    together = Mean(("t", "r", "c"), Fraction(2))
    assert candidates([group], together, 0) == []
    cheapest = candidates([group], together, 1)[0]
    assert cheapest.cost.cells == 1 and cheapest.groups == ((2, 3),)
