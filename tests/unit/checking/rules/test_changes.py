"""Changes between printed percentages."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.checking.rules import changes
from helpers.checking.rules.rounding import read
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch, percent

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (changes.points, ("80,6%", "83,9%", "3,3"), True, "83,9% min 80,6% is 3,3"),
    (changes.points, ("80,6%", "83,9%", "3,2"), False, "83,9% min 80,6% is 3,3, niet 3,2"),
    (changes.points, ("46,7%", "56,7%", "10"), True, "56,7% min 46,7% is 10,0"),
    (
        changes.relative_change,
        ("6,8%", "5,1%", "-25%"),
        True,
        "(5,1% min 6,8%) gedeeld door 6,8% is -25,0%, afgerond -25%",
    ),
    (
        changes.relative_change,
        ("29,0%", "28,0%", "-4%"),
        False,
        "(28,0% min 29,0%) gedeeld door 29,0% is -3,4%, afgerond -3%, niet -4%",
    ),
    (changes.points, ("2,00", "3,75", "1,75"), True, "3,75 min 2,00 is 1,75"),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)


def test_changes_of_printed_percentages_are_what_they_say():
    rng = random.Random(1)
    for _ in range(300):
        first, second = rng.randint(1, 1000), rng.randint(0, 1000)
        before, after = (percent(Fraction(value, 1000)) for value in (first, second))
        assert changes.points(before, after, dutch(Fraction(second - first, 10), 1)).consistent
        assert changes.relative_change(before, after, percent(Fraction(second - first, first), 0)).consistent


@given(first=st.integers(1, 300), second=st.integers(0, 300), n=st.integers(300, 400))
def test_a_real_change_is_never_contradicted(first, second, n):
    before, after = Fraction(first, n), Fraction(second, n)
    printed = percent(before), percent(after)
    assert changes.points(*printed, dutch((read(printed[1]).value - read(printed[0]).value) * 100, 1)).consistent
