"""Printed numbers as people write them, and numbers of nobody: a verdict, and never an error."""

import pytest

from helpers.checking.rules import changes, copies, means, ranks, scores, shares, words
from helpers.checking.rules.relations import Place, Relation


@pytest.mark.parametrize("space", [*" \u00a0\u2007\u2009\u202f", ""])
@pytest.mark.parametrize("sign", ["%", "procent"])
def test_a_space_before_the_per_cent_sign(space, sign):
    assert shares.share(f"57,5{space}{sign}", ["23"], "40").consistent


@pytest.mark.parametrize(
    ("rule", "arguments"),
    [
        (changes.relative_change, ("0,0%", "5,0%", "100%")),
        (shares.share, ("0,0%", ["0"], "0")),
        (shares.possible_share, ("0,0%", "0")),
        (shares.groups, (["0,0%"], ["0"], "5,0%", "40")),
        (shares.row_and_column, ("0,0%", "0", "5,0%", "40")),
        (shares.partition, (["0,0%", "5,0%"], "0")),
        (shares.part_of_base, (["0,0%"], "0,0%", "0")),
        (shares.one_base, (["0,0%"], ["0"], [], "0")),
        (means.possible_mean, ("0,0", "0")),
        (means.weighted_mean, (["2,0"], ["1"], "2,0", "0")),
        (ranks.majorities, ("één", ["0"], ["0"], ["0"])),
        (copies.times, ("twee keer", "4", "0")),
        (words.fraction_of, ("een op vijf", ["0"], "0")),
        (scores.mean_of_means, (["-", "-"], "2,0")),
        (scores.worsened, ("/", "/", "2")),
    ],
)
def test_of_nobody_and_from_nothing_no_number_can_be_right(rule, arguments):
    assert not rule(*arguments).consistent


@pytest.mark.parametrize(
    ("rule", "arguments"),
    [
        (changes.relative_change, ("0,0%", "5,0%", "/")),
        (shares.share, ("-", ["0"], "0")),
        (means.possible_mean, ("-", "0")),
        (scores.mean_of_means, (["-", "-"], "-")),
        (scores.improved, ("/", "/", "0")),
        (scores.unchanged, ("/", "/")),
    ],
)
def test_a_dash_or_a_stroke_can(rule, arguments):
    assert rule(*arguments).consistent


@pytest.mark.parametrize(
    ("said", "number", "consistent"),
    [
        *(("niet meer dan 20%", "21,8%", False), ("niet minder dan 20%", "21,8%", True)),
        *(("in dit onderzoek meer dan 300", "323", True), ("meer dan de helft", "49%", False)),
        *(("ouder dan of gelijk aan 25", "25", True), ("hoogstens 5", "5", True), ("geen meer dan 5", "6", False)),
    ],
)
def test_bounds_are_whole_phrases_with_their_negations(said, number, consistent):
    assert words.bound_words(said, [number]).consistent is consistent


@pytest.mark.parametrize(
    ("rule", "arguments"),
    [
        (words.extreme_words, ("niet het hoogst", "3", ["4"])),
        (words.within, ("4,5", "vier à vijf")),
        (ranks.extreme_group, ("niet het vaakst", ["3"], ["4"])),
        (ranks.extreme_group, ("het vaakst", ["/"], ["4"])),
        (ranks.majority_of, ("niet de meerderheid", ["60%"], ["40%"])),
    ],
)
def test_what_says_not_which_or_how_many_is_refused_by_name(rule, arguments):
    with pytest.raises(ValueError, match="'"):
        rule(*arguments)


def test_a_range_is_no_negative_number():
    assert words.within("20", "18-25 jaar").consistent and words.within("4,5", "4-5").consistent


def test_a_number_that_cannot_be_read_is_a_verdict_of_its_relation():
    keys = [("tabel-1", row, "N") for row in ("een", "twee", "samen")]
    parts, total = tuple(map(Place, keys[:2])), Place(keys[2])
    relation = Relation("som", "closure", {"parts": parts, "together": total})
    printed = dict(zip(keys, ["1", "veel", "3"], strict=True))
    verdict = relation.verdict(printed)
    assert not verdict.consistent and "niet te lezen" in verdict.proof
