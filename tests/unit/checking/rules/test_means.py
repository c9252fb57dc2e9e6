"""The rules against what others found: published GRIM examples, brute force, made-up reports."""

import decimal
import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checking.rules import changes, means, power, shares, subgroups, thresholds
from helpers.checking.rules.rounding import IN_DUTCH, Rounding, read, rounded
from helpers.dutch.numbers import dutch, percent

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

# Example data `pigs2`, percentages out of 150; same source.
PIGS2 = [("67,4", False), ("54,2", False), ("54,0", True), ("69,8", False), ("68,1", False), ("55,4", False)]


@pytest.mark.parametrize(("mean", "n", "consistent"), PIGS1)
def test_means_are_judged_as_by_scrutiny(mean, n, consistent):
    assert grim(mean, n) == consistent


@pytest.mark.parametrize(("percentage", "consistent"), PIGS2)
def test_percentages_are_judged_as_by_scrutiny(percentage, consistent):
    found = [shares.possible_share(percentage + "%", "150", rounding=r).consistent for r in EITHER_HALF]
    assert any(found) == consistent


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


def test_whole_percentages_of_fifty_are_the_even_ones():
    # The same file, for percentages 6 to 16 out of 50.
    found = [shares.possible_share(f"{p}%", "50").consistent for p in range(6, 17)]
    assert found == [True, False] * 5 + [True]


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


def test_groups_of_unknown_size_are_divided_as_published():
    # Bauer and Francis (2021), in the same vignette: 40 people with means 4.71 and 5.3.
    ways = {way for rounding in EITHER_HALF for way in means.split_sizes(["4,71", "5,3"], "40", rounding)}
    assert (17, 23) in ways
    assert not {(20, 20), (19, 21), (18, 22)} & ways
    assert means.split(["4,71", "5,3"], "40").consistent
    assert not means.split(["4,71", "5,3"], "8").consistent


# --- brute force, with the standard library's own rounding

DECIMAL = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.HALF_DOWN: decimal.ROUND_HALF_DOWN,
    Rounding.DOWN: decimal.ROUND_DOWN,
    Rounding.UP: decimal.ROUND_UP,
    Rounding.FLOOR: decimal.ROUND_FLOOR,
    Rounding.CEILING: decimal.ROUND_CEILING,
}


def quantized(value: Fraction, decimals: int, rounding: Rounding) -> Decimal:
    with decimal.localcontext(prec=60):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-decimals), DECIMAL[rounding])


@pytest.mark.parametrize("rounding", DECIMAL)
def test_every_way_of_rounding_is_that_of_the_standard_library(rounding):
    for n in (1, 2, 3, 7, 16, 40):
        for total in range(-3 * n, 3 * n + 1):
            value = Fraction(total, n)
            assert all(rounded(value, d, rounding) == Fraction(quantized(value, d, rounding)) for d in (0, 1, 2))


@pytest.mark.parametrize("rounding", DECIMAL)
def test_a_share_is_possible_exactly_when_some_count_gives_it(rounding):
    for n in range(1, 25):
        given_shares = {quantized(Fraction(100 * count, n), 0, rounding) for count in range(n + 1)}
        for whole in range(101):
            assert shares.possible_share(f"{whole}%", str(n), rounding).consistent == (whole in given_shares)


@pytest.mark.parametrize("rounding", DECIMAL)
def test_a_mean_is_possible_exactly_when_some_total_gives_it(rounding):
    for n in range(1, 13):
        given_means = {quantized(Fraction(total, n), 1, rounding) for total in range(-3 * n, 3 * n + 1)}
        for tenths in range(-25, 26):
            printed = dutch(Fraction(tenths, 10), 1)
            possible = Decimal(tenths) / 10 in given_means
            assert means.possible_mean(printed, str(n), rounding=rounding).consistent == possible


def test_rounding_twice_is_rounding_twice():
    assert rounded(Fraction(4, 21) * 100, 1, Rounding.TWICE) == Fraction(191, 10)
    assert rounded(Fraction(4, 21) * 100, 1) == Fraction(190, 10)


def test_sizes_that_fit_are_found_by_trying_all():
    expected = [n for n in range(1, 41) if any(percent(Fraction(c, n)) == "57,5%" for c in range(n + 1))]
    assert shares.possible_bases([], [], ["57,5%"], "40") == expected
    expected = [n for n in range(1, 41) if any(dutch(Fraction(t, n), 2) == "2,33" for t in range(5 * n))]
    assert means.possible_sizes("2,33", "40") == expected


# --- properties

ways = st.sampled_from(list(IN_DUTCH))


@given(n=st.integers(1, 400), parts=st.integers(0, 400), rounding=ways, decimals=st.integers(0, 2))
def test_a_real_share_is_never_contradicted(n, parts, rounding, decimals):
    count = parts % (n + 1)
    share = Fraction(count, n)
    number = dutch(rounded(share * 100, decimals, rounding), decimals) + "%"
    assert shares.share(number, [str(count)], str(n), rounding).consistent
    assert shares.possible_share(number, str(n), rounding).consistent
    assert n in shares.possible_bases([number], [str(count)], [], str(n), rounding)


@given(scores=st.lists(st.integers(1, 5), min_size=1, max_size=40), rounding=ways, decimals=st.integers(0, 2))
def test_a_real_mean_is_never_contradicted(scores, rounding, decimals):
    number = dutch(rounded(Fraction(sum(scores), len(scores)), decimals, rounding), decimals)
    assert means.possible_mean(number, str(len(scores)), rounding=rounding).consistent
    assert len(scores) in means.possible_sizes(number, "40", rounding)


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


@given(first=st.integers(1, 300), second=st.integers(0, 300), n=st.integers(300, 400))
def test_a_real_change_is_never_contradicted(first, second, n):
    before, after = Fraction(first, n), Fraction(second, n)
    printed = percent(before), percent(after)
    assert changes.exact_points(*printed, dutch((after - before) * 100, 1)).consistent
    assert changes.exact_relative_change(*printed, percent((after - before) / before, 0)).consistent
    assert changes.points(*printed, dutch((read(printed[1]).value - read(printed[0]).value) * 100, 1)).consistent


@given(values=st.lists(st.integers(0, 12), min_size=1, max_size=20), limit=st.integers(0, 12))
def test_a_real_count_of_rows_is_never_contradicted(values, limit):
    printed = [str(value) for value in values]
    reached = sum(value >= limit for value in values)
    assert thresholds.at_least(printed, str(limit), str(reached)).consistent
    assert not thresholds.at_least(printed, str(limit), str(reached + 1)).consistent
    assert thresholds.between(printed, "0", str(limit), str(len(values) - reached)).consistent


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_consistent_report_raises_no_finding(seed):
    assert power.contradicted(*power.made_up_report(random.Random(seed))) == []


def test_a_misprint_of_every_kind_is_found():
    found = power.measure(40, seed=6)
    assert set(found) == set(power.MISPRINTS)
    # A mean of four people can hide another last digit; nothing else can.
    assert all(share >= Fraction(9, 10) for share in found.values()), found
    assert power.measure(40, seed=6) == found


def test_an_injected_misprint_changes_one_cell():
    rng = random.Random(3)
    for kind in power.MISPRINTS:
        for _ in range(5):
            printed, _relations = power.made_up_report(rng)
            injected = power.inject(kind, printed, rng)
            assert injected is None or printed[injected[0]] != injected[1]
