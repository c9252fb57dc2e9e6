"""Counts of numbers from a limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.checking.rules import thresholds
from helpers.checking.rules.verdict import Verdict

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (thresholds.at_least, (["8,00", "5", "-"], "zes of meer", "één"), True, "1 van de 2 waarden is 6 of meer (8,00)"),
    (
        thresholds.at_least,
        (["8,00", "6"], "6", "12 van de 16"),
        False,
        "2 van de 2 waarden zijn 6 of meer (8,00; 6), niet 12 van de 16",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)


def test_a_count_of_numbers_from_a_limit():
    assert thresholds.at_least(["6", "5", "-", "7"], "zes gezinnen of meer", "2").consistent
    assert not thresholds.at_least(["6", "5", "-", "7"], "minder dan zes", "3").consistent
    assert thresholds.at_least(["6", "5", "-", "7"], "meer dan zes", "1").consistent
    assert thresholds.at_least(["6", "5", "-", "7"], "niet meer dan zes", "1").consistent


@given(values=st.lists(st.integers(0, 12), min_size=1, max_size=20), limit=st.integers(0, 12))
def test_a_real_count_of_rows_is_never_contradicted(values, limit):
    printed = [str(value) for value in values]
    reached = sum(value >= limit for value in values)
    assert thresholds.at_least(printed, str(limit), str(reached)).consistent
    assert not thresholds.at_least(printed, str(limit), str(reached + 1)).consistent
