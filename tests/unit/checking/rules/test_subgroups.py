"""Subgroups and their whole."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.checking.rules import subgroups
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (subgroups.subgroup_counts, (["6,0", "5", "/"], "11"), True, "6 + 5 = 11, niet meer dan 11"),
    (subgroups.subgroup_counts, (["6,0", "5", "/"], "10"), False, "6 + 5 = 11, meer dan 10"),
    (subgroups.subgroup_counts, (["10"], ["6", "4"]), True, "10, niet meer dan 6 + 4 = 10"),
    (subgroups.subgroup_counts, (["11"], ["6", "4"]), False, "11, meer dan 6 + 4 = 10"),
    (subgroups.subgroup_means, (["/", "-"], ["0,0", "-"], "-"), True, "er is niemand"),
    (subgroups.subgroup_means, (["/", "-"], ["0,0", "-"], "1,0"), False, "er is niemand, dus ook geen 1,0"),
    (
        subgroups.subgroup_means,
        (["2,5", "3,6", "/"], ["6,0", "5", "0"], "3,0"),
        True,
        "2,5 van 6 is samen 15 en 3,6 van 5 is samen 18; 33 gedeeld door 11 is 3,0",
    ),
    (
        subgroups.subgroup_means,
        (["2,5", "3,6"], ["6,0", "5"], "3,1"),
        False,
        "2,5 van 6 is samen 15 en 3,6 van 5 is samen 18; 33 gedeeld door 11 is 3,0, niet 3,1",
    ),
    (subgroups.subgroup_means, (["2,4"], ["3"], "2,4"), False, "geen enkel geheel totaal gedeeld door 3 geeft 2,4"),
    (
        subgroups.subgroup_means,
        (["2,0", "4,5"], ["1", "6"], "4,3", "8", "1 tot 5"),
        True,
        "2,0 van 1 is samen 2 en 4,5 van 6 is samen 27; met 1 erbij; 34 gedeeld door 8 is 4,3",
    ),
    (
        subgroups.subgroup_means,
        (["2,0", "4,5"], ["1", "6"], "4,4", "8", "1 tot 5"),
        False,
        "2,0 van 1 is samen 2 en 4,5 van 6 is samen 27; 29 gedeeld door 7 is 4,1, "
        "en met tot 1 anderen erbij nog niet 4,4",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)


@given(
    groups=st.lists(st.lists(st.integers(1, 5), max_size=8), min_size=1, max_size=4),
    left_out=st.lists(st.integers(1, 5), max_size=3),
)
def test_real_subgroups_are_never_contradicted(groups, left_out):
    def mean(scores):
        return dutch(Fraction(sum(scores), len(scores)), 1) if scores else "-"

    known = [score for group in groups for score in group]
    printed = [mean(group) for group in groups], [str(len(group)) for group in groups]
    assert subgroups.subgroup_means(*printed, mean(known)).consistent
    if known:
        everyone = known + left_out
        assert subgroups.subgroup_means(*printed, mean(everyone), str(len(everyone)), "1 tot 5").consistent
    assert subgroups.subgroup_counts(printed[1], str(len(known))).consistent
