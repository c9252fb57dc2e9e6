"""Totals, extremes, and a mean between its parts."""

import pytest

from helpers.checking.rules import totals
from helpers.checking.rules.verdict import Verdict

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (totals.closure, (["16", "230"], "246"), True, "16 + 230 = 246"),
    (totals.closure, (["16", "230"], "238"), False, "16 + 230 = 246, niet 238"),
    (totals.same_total, (["34", "212"], ["16", "230"]), True, "34 + 212 = 246 en 16 + 230 = 246"),
    (totals.same_total, (["34", "212"], ["16", "222"]), False, "34 + 212 = 246 maar 16 + 222 = 238"),
    (totals.smallest, (["-7", "-8"], "-8"), True, "de kleinste van -7 en -8 is -8"),
    (totals.smallest, (["-7", "-8"], "-7"), False, "de kleinste van -7 en -8 is -8, niet -7"),
    (totals.largest, (["14", "7"], "14"), True, "de grootste van 14 en 7 is 14"),
    (totals.largest, (["14", "7"], "7"), False, "de grootste van 14 en 7 is 14, niet 7"),
    (totals.mean_between, ("29", ["22", "29"]), True, "29 ligt tussen 22 en 29"),
    (totals.mean_between, ("30", ["22", "28"]), False, "30 ligt niet tussen 22 en 28"),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)
