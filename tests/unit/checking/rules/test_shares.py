"""Shares: proofs, published GRIM examples, brute force, and real counts."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rounding_ways import DECIMAL, quantized

from helpers.checking.rules import shares
from helpers.checking.rules.rounding import IN_DUTCH, Rounding, rounded
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch, percent

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (shares.share, ("23,9%", ["68"], "284"), True, "68 van 284 is 23,9%"),
    (shares.share, ("24,0%", ["68"], "284"), False, "68 van 284 is 23,9%, niet 24,0%"),
    (shares.share, ("9,5%", ["7", "20"], "284"), True, "7 + 20 = 27; 27 van 284 is 9,5%"),
    (shares.share, ("9,6%", ["7", "20"], "284"), False, "7 + 20 = 27; 27 van 284 is 9,5%, niet 9,6%"),
    (shares.possible_share, ("19,4%", "62"), True, "12 van 62 is 19,4%"),
    (
        shares.possible_share,
        ("19,3%", "62"),
        False,
        "geen enkel geheel aantal van 62 geeft 19,3%: 11 geeft 17,7% en 12 geeft 19,4%",
    ),
    (shares.possible_share, ("/", "0"), True, "van 0 bestaat geen percentage"),
    (shares.possible_share, ("0,0%", "0"), False, "van 0 bestaat geen percentage, dus ook niet 0,0%"),
    (
        shares.one_base,
        (["80,6%", "83,9%"], ["25", "26"], [], "50"),
        True,
        "met een totaal van 31: 25 is 80,6% en 26 is 83,9%",
    ),
    (
        shares.one_base,
        (["75,9%"], ["123"], ["54,3%"], "246"),
        True,
        "met een totaal van 162: 123 is 75,9% en 88 is 54,3%",
    ),
    (shares.one_base, ([], [], ["57,5%", "85,0%"], "50"), True, "met een totaal van 40: 23 is 57,5% en 34 is 85,0%"),
    (
        shares.one_base,
        (["80,6%", "83,9%"], ["25", "25"], [], "50"),
        False,
        "geen enkel totaal tot en met 50 geeft 83,9% met 25: 25 van 29 is 86,2% en 25 van 30 is 83,3%",
    ),
    (
        shares.one_base,
        (["80,6%", "50,0%"], ["25", "10"], [], "50"),
        False,
        "geen enkel totaal tot en met 50 past bij 80,6% met 25 en 50,0% met 10",
    ),
    (
        shares.one_base,
        (["75,9%"], ["123"], ["54,4%"], "246"),
        False,
        "geen enkel totaal tot en met 246 past bij 75,9% met 123 en 54,4%",
    ),
    (
        shares.one_base,
        (["0,0%"], ["1"], [], "50"),
        False,
        "geen enkel totaal tot en met 50 geeft 0,0% met 1: 1 van 50 is 2,0%",
    ),
    (
        shares.groups,
        (["6,3%", "42,2%"], ["16", "268"], "40,1%", "284"),
        True,
        "1 van 16 en 113 van 268 maken samen 114 van 284: 40,1%",
    ),
    (
        shares.groups,
        (["6,3%", "42,2%"], ["16", "268"], "40,2%", "284"),
        False,
        "1 van 16 en 113 van 268 maken samen 114 van 284: 40,1%, niet 40,2%",
    ),
    (shares.part_of_base, (["0,4%", "0,9%"], "1,3%", "227"), True, "1 + 2 is 3 van 227: 1,3%"),
    (shares.part_of_base, (["0,4%", "0,9%"], "1,4%", "227"), False, "1 + 2 is 3 van 227: 1,3%, niet 1,4%"),
    (shares.partition, (["25,0%", "68,8%", "6,3%"], "16"), True, "4 + 11 + 1 = 16"),
    (shares.partition, (["25,0%", "62,5%", "6,3%"], "16"), False, "4 + 10 + 1 = 15, niet 16"),
    (shares.some_base, (["10,0%", "5,0%", "85,0%"], "26"), True, "met een totaal van 20: 2 + 1 + 17 = 20"),
    (
        shares.some_base,
        (["10,0%", "5,0%", "85,0%"], "19"),
        False,
        "geen enkel totaal tot en met 19 past bij 10,0%, 5,0%, 85,0%",
    ),
    (shares.row_and_column, ("33,3%", "36", "19,4%", "62"), True, "33,3% van 36 is 12 en 19,4% van 62 is 12"),
    (shares.row_and_column, ("30,6%", "36", "19,4%", "62"), False, "30,6% van 36 is 11, maar 19,4% van 62 is 12"),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)


def test_rules_about_shares_accept_whatever_real_counts_give():
    rng = random.Random(1)
    for _ in range(300):
        sizes = [rng.randint(1, 300), rng.randint(1, 300)]
        counts = [rng.randint(0, size) for size in sizes]
        n, total = sum(sizes), sum(counts)
        printed = [percent(Fraction(*pair)) for pair in zip(counts, sizes, strict=True)]
        together, rest = percent(Fraction(total, n)), percent(Fraction(n - total, n))
        bases = [str(size) for size in sizes]
        assert shares.share(together, [str(count) for count in counts], str(n)).consistent
        assert shares.groups(printed, bases, together, str(n)).consistent
        assert shares.partition([together, rest], str(n)).consistent
        assert shares.some_base([together, rest], str(n)).consistent
        assert shares.possible_share(printed[0], bases[0]).consistent
        again, count = rng.randint(0, n), str(total)
        assert shares.one_base([together], [count], [percent(Fraction(again, n))], str(n)).consistent


EITHER_HALF = (Rounding.HALF_UP, Rounding.HALF_DOWN)

# Example data `pigs2`, percentages out of 150; same source.
PIGS2 = [("67,4", False), ("54,2", False), ("54,0", True), ("69,8", False), ("68,1", False), ("55,4", False)]


@pytest.mark.parametrize(("percentage", "consistent"), PIGS2)
def test_percentages_are_judged_as_by_scrutiny(percentage, consistent):
    found = [shares.possible_share(percentage + "%", "150", rounding=r).consistent for r in EITHER_HALF]
    assert any(found) == consistent


def test_whole_percentages_of_fifty_are_the_even_ones():
    # The same file, for percentages 6 to 16 out of 50.
    found = [shares.possible_share(f"{p}%", "50").consistent for p in range(6, 17)]
    assert found == [True, False] * 5 + [True]


@pytest.mark.parametrize("rounding", DECIMAL)
def test_a_share_is_possible_exactly_when_some_count_gives_it(rounding):
    for n in range(1, 25):
        given_shares = {quantized(Fraction(100 * count, n), 0, rounding) for count in range(n + 1)}
        for whole in range(101):
            assert shares.possible_share(f"{whole}%", str(n), rounding).consistent == (whole in given_shares)


def test_sizes_that_fit_are_found_by_trying_all():
    expected = [n for n in range(1, 41) if any(percent(Fraction(c, n)) == "57,5%" for c in range(n + 1))]
    assert shares.possible_bases([], [], ["57,5%"], "40") == expected


ways = st.sampled_from(list(IN_DUTCH))


@given(n=st.integers(1, 400), parts=st.integers(0, 400), rounding=ways, decimals=st.integers(0, 2))
def test_a_real_share_is_never_contradicted(n, parts, rounding, decimals):
    count = parts % (n + 1)
    share = Fraction(count, n)
    number = dutch(rounded(share * 100, decimals, rounding), decimals) + "%"
    assert shares.share(number, [str(count)], str(n), rounding).consistent
    assert shares.possible_share(number, str(n), rounding).consistent
    assert n in shares.possible_bases([number], [str(count)], [], str(n), rounding)
