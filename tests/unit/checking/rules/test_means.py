"""Means: proofs, published GRIM examples, brute force, and real scores."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rounding_ways import DECIMAL, quantized

from helpers.checking.rules import means
from helpers.checking.rules.rounding import IN_DUTCH, Rounding, rounded
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.numbers import dutch

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (means.possible_mean, ("1,69", "16"), True, "27 gedeeld door 16 is 1,69"),
    (
        means.possible_mean,
        ("1,70", "16"),
        False,
        "geen enkel geheel totaal gedeeld door 16 geeft 1,70: 27 geeft 1,69 en 28 geeft 1,75",
    ),
    (
        means.mean_of_items,
        ("1,19", ["43,8%", "75,0%"], "16"),
        True,
        "de aantallen van de items tellen op tot 19; gedeeld door 16 is dat 1,19",
    ),
    (
        means.mean_of_items,
        ("1,20", ["43,8%", "75,0%"], "16"),
        False,
        "de aantallen van de items tellen op tot 19; gedeeld door 16 is dat 1,19, niet 1,20",
    ),
    (
        means.weighted_mean,
        (["1,75", "1,00"], ["16", "16"], "1,38", "32"),
        True,
        "de totalen van de groepen tellen op tot 44; gedeeld door 32 is dat 1,38",
    ),
    (
        means.weighted_mean,
        (["1,75", "1,00"], ["16", "16"], "1,37", "32"),
        False,
        "de totalen van de groepen tellen op tot 44; gedeeld door 32 is dat 1,38, niet 1,37",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)


EITHER_HALF = (Rounding.HALF_UP, Rounding.HALF_DOWN)


def grim(mean: str, n: int, items: int = 1, roundings=EITHER_HALF) -> bool:
    """The GRIM test as R package scrutiny does it by default: a half may go up or down."""
    printed = mean.replace(".", ",")
    return any(means.possible_mean(printed, str(n), str(items), rounding=r).consistent for r in roundings)


# Example data `pigs1` and its outcome: README of R package scrutiny (Jung),
# https://github.com/lhdjung/scrutiny.
PIGS1 = [
    *[("7.22", 32, True), ("4.74", 25, False), ("5.23", 29, False), ("2.57", 24, False)],
    *[("6.77", 27, False), ("2.68", 28, True), ("7.01", 29, False), ("7.38", 26, True)],
    *[("3.14", 27, False), ("6.89", 31, False), ("5.00", 25, True), ("0.24", 28, False)],
]


@pytest.mark.parametrize(("mean", "n", "consistent"), PIGS1)
def test_means_are_judged_as_by_scrutiny(mean, n, consistent):
    assert grim(mean, n) == consistent


@pytest.mark.parametrize(
    ("first", "step", "decimals", "n", "items", "expected"),
    # tests/testthat/test-grim.R of scrutiny: T and F for each next mean.
    [
        (519, 1, 2, 28, 1, "FFTFFFTFFFTF"),
        (150, 1, 3, 120, 3, "TFFTFFTFTF"),
        (80, 1, 2, 28, 2, "TFTFTFTTTT"),
    ],
)
def test_sequences_of_means_are_judged_as_by_scrutiny(first, step, decimals, n, items, expected):
    given_means = [dutch(Fraction(first + i * step, 10**decimals), decimals) for i in range(len(expected))]
    assert "".join("FT"[grim(mean, n, items)] for mean in given_means) == expected


def test_the_published_impossible_means_are_impossible():
    # 5.19 for 28 people is the example of Brown and Heathers (2017); 5.27 for 43
    # that of scrutiny's vignette; 5.93 for 49 that of The Economist (18 June 2016).
    assert not any(grim(mean, n) for mean, n in [("5.19", 28), ("5.27", 43), ("5.93", 49)])
    assert "145 geeft 5,18 en 146 geeft 5,21" in means.possible_mean("5,19", "28").proof


def test_several_items_make_more_means_possible():
    # Data `jpap_1` of scrutiny's GRIM vignette: one item would flag half of them.
    given_means = ["5.90", "5.71", "3.50", "3.82", "4.61", "5.24"]
    assert [grim(mean, 40) for mean in given_means].count(False) == 3
    assert all(grim(mean, 40, items=3) for mean in given_means)


def test_the_way_of_rounding_decides_for_eighty_people():
    # Data `jpap_4` of the same vignette: opposite for the first two, the same for the others.
    up, down = (
        [grim(mean, 80, roundings=[rounding]) for mean in ("2.02", "2.03", "2.04", "2.05")] for rounding in EITHER_HALF
    )
    assert (up, down) == ([False, True, True, True], [True, False, True, True])


@pytest.mark.parametrize("rounding", DECIMAL)
def test_a_mean_is_possible_exactly_when_some_total_gives_it(rounding):
    for n in range(1, 13):
        given_means = {quantized(Fraction(total, n), 1, rounding) for total in range(-3 * n, 3 * n + 1)}
        for tenths in range(-25, 26):
            printed = dutch(Fraction(tenths, 10), 1)
            possible = Decimal(tenths) / 10 in given_means
            assert means.possible_mean(printed, str(n), rounding=rounding).consistent == possible


# --- properties


ways = st.sampled_from(list(IN_DUTCH))


@given(scores=st.lists(st.integers(1, 5), min_size=1, max_size=40), rounding=ways, decimals=st.integers(0, 2))
def test_a_real_mean_is_never_contradicted(scores, rounding, decimals):
    number = dutch(rounded(Fraction(sum(scores), len(scores)), decimals, rounding), decimals)
    assert means.possible_mean(number, str(len(scores)), rounding=rounding).consistent
