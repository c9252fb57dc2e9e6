"""A number that is printed twice, in digits or in words."""

import pytest

from helpers.checking.rules import copies
from helpers.checking.rules.verdict import Verdict

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (copies.same_quantity, ("37%", "37,0%"), True, "37,0% is afgerond 37%"),
    (copies.same_quantity, ("40%", "37,0%"), False, "37,0% is afgerond 37%, niet 40%"),
    (copies.same_quantity, ("13%", "13,5%"), True, "13,5% is afgerond 13% of 14%"),
    (copies.same_quantity, ("15%", "13,5%"), False, "13,5% is afgerond 13% of 14%, niet 15%"),
    (copies.same_quantity, ("86", "86"), True, "86 is ook 86"),
    (copies.same_quantity, ("86", "87"), False, "87 is niet 86"),
    (copies.fraction_words, ("een kwart", "24,0%"), True, "24,0% ligt het dichtst bij een kwart (25%)"),
    (
        copies.fraction_words,
        ("een op de vijf", "24,0%"),
        False,
        "24,0% ligt dichter bij een kwart (25%) dan bij een op vijf (20%)",
    ),
    (copies.fraction_words, ("een kwart", "22,5%"), True, "22,5% ligt het dichtst bij een kwart (25%)"),
    (
        copies.fraction_words,
        ("een op de drie", "22,5%"),
        False,
        "22,5% ligt dichter bij een kwart (25%) dan bij een derde (33%)",
    ),
    (
        copies.fraction_words,
        ("nog geen kwart", "26,0%"),
        False,
        "26,0% ligt aan de andere kant van een kwart (25%) dan ‘nog geen kwart’ zegt",
    ),
    (copies.times, ("vier keer", "1,69", "0,46"), True, "1,69 gedeeld door 0,46 is 3,7, afgerond 4 keer"),
    (
        copies.times,
        ("drie keer", "1,69", "0,46"),
        False,
        "1,69 gedeeld door 0,46 is 3,7, afgerond 4 keer en niet 3 keer",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)
