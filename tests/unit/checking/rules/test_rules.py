"""Printed numbers against each other: the rules, the declarations, the evidence."""

import random
from fractions import Fraction

import pytest

from helpers.checking.printed import declarations
from helpers.checking.rules import changes, copies, means, scores, shares, subgroups, thresholds, totals
from helpers.checking.rules.evidence import cross_checking
from helpers.checking.rules.notation import RelationError, read_relations
from helpers.checking.rules.paired_scores import scored_pairs
from helpers.checking.rules.ranks import extreme_group, majorities
from helpers.checking.rules.relations import Place, Relation
from helpers.checking.rules.rounding import numbers_in, other_last_digits, read
from helpers.data import published
from helpers.data.files import RELATIONS
from helpers.dutch.numbers import dutch, percent, round_half_up


@pytest.mark.parametrize("printed", ["6,3%", "0,0%", "0%", "100%", "-2", "-2,9", "1,69", "5"])
def test_totals_are_exactly_the_whole_numbers_that_round_to_what_was_printed(printed):
    number = read(printed)
    scale = 100 if number.is_share else 1
    for n in (1, 2, 16, 20, 268):
        expected = [
            total
            for total in range(-4 * n, 6 * n)
            if round_half_up(Fraction(total * scale, n), number.decimals) == number.value * scale
        ]
        assert list(number.totals(n)) == expected


def test_a_cell_with_two_numbers_has_to_be_taken_apart():
    assert numbers_in("57,5% (17)") == ["57,5%", "17"]
    with pytest.raises(ValueError, match="one number"):
        read("57,5% (17)")


# One verdict that holds and one that does not, for every rule.
RULES = [
    (shares.share, ("23,9%", ["68"], "284"), "68 van 284 is 23,9%"),
    (shares.share, ("24,0%", ["68"], "284"), "68 van 284 is 23,9%, niet 24,0%"),
    (shares.share, ("9,5%", ["7", "20"], "284"), "7 + 20 = 27; 27 van 284 is 9,5%"),
    (shares.share, ("9,6%", ["7", "20"], "284"), "7 + 20 = 27; 27 van 284 is 9,5%, niet 9,6%"),
    (shares.possible_share, ("19,4%", "62"), "12 van 62 is 19,4%"),
    (
        shares.possible_share,
        ("19,3%", "62"),
        "geen enkel geheel aantal van 62 geeft 19,3%: 11 geeft 17,7% en 12 geeft 19,4%",
    ),
    (shares.possible_share, ("/", "0"), "van 0 bestaat geen percentage"),
    (shares.possible_share, ("0,0%", "0"), "van 0 bestaat geen percentage, dus ook niet 0,0%"),
    (
        shares.one_base,
        (["80,6%", "83,9%"], ["25", "26"], [], "50"),
        "met 31 als basis: 25 is 80,6% en 26 is 83,9%",
    ),
    (shares.one_base, (["75,9%"], ["123"], ["54,3%"], "246"), "met 162 als basis: 123 is 75,9% en 88 is 54,3%"),
    (shares.one_base, ([], [], ["57,5%", "85,0%"], "50"), "met 40 als basis: 23 is 57,5% en 34 is 85,0%"),
    (
        shares.one_base,
        (["80,6%", "83,9%"], ["25", "25"], [], "50"),
        "geen enkele basis tot en met 50 geeft 83,9% met 25: 25 van 29 is 86,2% en 25 van 30 is 83,3%",
    ),
    (
        shares.one_base,
        (["80,6%", "50,0%"], ["25", "10"], [], "50"),
        "geen enkele basis tot en met 50 past bij 80,6% met 25 en 50,0% met 10",
    ),
    (
        shares.one_base,
        (["75,9%"], ["123"], ["54,4%"], "246"),
        "geen enkele basis tot en met 246 past bij 75,9% met 123 en 54,4%",
    ),
    (
        shares.one_base,
        (["0,0%"], ["1"], [], "50"),
        "geen enkele basis tot en met 50 geeft 0,0% met 1: 1 van 50 is 2,0%",
    ),
    (
        shares.groups,
        (["6,3%", "42,2%"], ["16", "268"], "40,1%", "284"),
        "1 van 16 en 113 van 268 maken samen 114 van 284: 40,1%",
    ),
    (
        shares.groups,
        (["6,3%", "42,2%"], ["16", "268"], "40,2%", "284"),
        "1 van 16 en 113 van 268 maken samen 114 van 284: 40,1%, niet 40,2%",
    ),
    (shares.part_of_base, (["0,4%", "0,9%"], "1,3%", "227"), "1 + 2 is 3 van 227: 1,3%"),
    (shares.part_of_base, (["0,4%", "0,9%"], "1,4%", "227"), "1 + 2 is 3 van 227: 1,3%, niet 1,4%"),
    (shares.partition, (["25,0%", "68,8%", "6,3%"], "16"), "4 + 11 + 1 = 16"),
    (shares.partition, (["25,0%", "62,5%", "6,3%"], "16"), "4 + 10 + 1 = 15, niet 16"),
    (shares.some_base, (["10,0%", "5,0%", "85,0%"], "26"), "met 20 als basis: 2 + 1 + 17 = 20"),
    (
        shares.some_base,
        (["10,0%", "5,0%", "85,0%"], "19"),
        "geen enkele basis tot en met 19 past bij 10,0%, 5,0%, 85,0%",
    ),
    (shares.row_and_column, ("33,3%", "36", "19,4%", "62"), "33,3% van 36 is 12 en 19,4% van 62 is 12"),
    (shares.row_and_column, ("30,6%", "36", "19,4%", "62"), "30,6% van 36 is 11, maar 19,4% van 62 is 12"),
    (totals.closure, (["16", "230"], "246"), "16 + 230 = 246"),
    (totals.closure, (["16", "230"], "238"), "16 + 230 = 246, niet 238"),
    (totals.same_total, (["34", "212"], ["16", "230"]), "34 + 212 = 246 en 16 + 230 = 246"),
    (totals.same_total, (["34", "212"], ["16", "222"]), "34 + 212 = 246 maar 16 + 222 = 238"),
    (changes.points, ("80,6%", "83,9%", "3,3"), "83,9% min 80,6% is 3,3"),
    (changes.points, ("80,6%", "83,9%", "3,2"), "83,9% min 80,6% is 3,3, niet 3,2"),
    (changes.points, ("46,7%", "56,7%", "10"), "56,7% min 46,7% is 10,0"),
    (
        changes.relative_change,
        ("6,8%", "5,1%", "-25%"),
        "(5,1% min 6,8%) gedeeld door 6,8% is -25,0%, afgerond -25%",
    ),
    (
        changes.relative_change,
        ("29,0%", "28,0%", "-4%"),
        "(28,0% min 29,0%) gedeeld door 29,0% is -3,4%, afgerond -3%, niet -4%",
    ),
    (totals.smallest, (["-7", "-8"], "-8"), "de kleinste van -7 en -8 is -8"),
    (totals.smallest, (["-7", "-8"], "-7"), "de kleinste van -7 en -8 is -8, niet -7"),
    (totals.largest, (["14", "7"], "14"), "de grootste van 14 en 7 is 14"),
    (totals.largest, (["14", "7"], "7"), "de grootste van 14 en 7 is 14, niet 7"),
    (means.possible_mean, ("1,69", "16"), "27 gedeeld door 16 is 1,69"),
    (
        means.possible_mean,
        ("1,70", "16"),
        "geen enkel geheel totaal gedeeld door 16 geeft 1,70: 27 geeft 1,69 en 28 geeft 1,75",
    ),
    (
        means.mean_of_items,
        ("1,19", ["43,8%", "75,0%"], "16"),
        "de aantallen van de items tellen op tot 19; gedeeld door 16 is dat 1,19",
    ),
    (
        means.mean_of_items,
        ("1,20", ["43,8%", "75,0%"], "16"),
        "de aantallen van de items tellen op tot 19; gedeeld door 16 is dat 1,19, niet 1,20",
    ),
    (
        means.weighted_mean,
        (["1,75", "1,00"], ["16", "16"], "1,38", "32"),
        "de totalen van de groepen tellen op tot 44; gedeeld door 32 is dat 1,38",
    ),
    (
        means.weighted_mean,
        (["1,75", "1,00"], ["16", "16"], "1,37", "32"),
        "de totalen van de groepen tellen op tot 44; gedeeld door 32 is dat 1,38, niet 1,37",
    ),
    (subgroups.subgroup_counts, (["6,0", "5", "/"], "11"), "6 + 5 = 11, niet meer dan 11"),
    (subgroups.subgroup_counts, (["6,0", "5", "/"], "10"), "6 + 5 = 11, meer dan 10"),
    (subgroups.subgroup_means, (["/", "-"], ["0,0", "-"], "-"), "er is niemand"),
    (subgroups.subgroup_means, (["/", "-"], ["0,0", "-"], "1,0"), "er is niemand, dus ook geen 1,0"),
    (
        subgroups.subgroup_means,
        (["2,5", "3,6", "/"], ["6,0", "5", "0"], "3,0"),
        "2,5 van 6 is samen 15 en 3,6 van 5 is samen 18; 33 gedeeld door 11 is 3,0",
    ),
    (
        subgroups.subgroup_means,
        (["2,5", "3,6"], ["6,0", "5"], "3,1"),
        "2,5 van 6 is samen 15 en 3,6 van 5 is samen 18; 33 gedeeld door 11 is 3,0, niet 3,1",
    ),
    (
        subgroups.subgroup_means,
        (["2,4"], ["3"], "2,4"),
        "geen enkel geheel totaal gedeeld door 3 geeft 2,4",
    ),
    (
        subgroups.subgroup_means,
        (["2,0", "4,5"], ["1", "6"], "4,3", "8", "1 tot 5"),
        "2,0 van 1 is samen 2 en 4,5 van 6 is samen 27; met 1 erbij; 34 gedeeld door 8 is 4,3",
    ),
    (
        subgroups.subgroup_means,
        (["2,0", "4,5"], ["1", "6"], "4,4", "8", "1 tot 5"),
        "2,0 van 1 is samen 2 en 4,5 van 6 is samen 27; 29 gedeeld door 7 is 4,1, en met tot 1 anderen erbij nog niet 4,4",
    ),
    (copies.same_quantity, ("37%", "37,0%"), "37,0% is afgerond 37%"),
    (copies.same_quantity, ("40%", "37,0%"), "37,0% is afgerond 37%, niet 40%"),
    (copies.same_quantity, ("13%", "13,5%"), "13,5% is afgerond 13% of 14%"),
    (copies.same_quantity, ("15%", "13,5%"), "13,5% is afgerond 13% of 14%, niet 15%"),
    (copies.same_quantity, ("86", "86"), "86 is ook 86"),
    (copies.same_quantity, ("86", "87"), "87 is niet 86"),
    (copies.fraction_words, ("een kwart", "24,0%"), "24,0% ligt het dichtst bij een kwart (25%)"),
    (
        copies.fraction_words,
        ("een op de vijf", "24,0%"),
        "24,0% ligt dichter bij een kwart (25%) dan bij een op vijf (20%)",
    ),
    (copies.fraction_words, ("een kwart", "22,5%"), "22,5% ligt het dichtst bij een kwart (25%)"),
    (
        copies.fraction_words,
        ("een op de drie", "22,5%"),
        "22,5% ligt dichter bij een kwart (25%) dan bij een derde (33%)",
    ),
    (copies.times, ("vier keer", "1,69", "0,46"), "1,69 gedeeld door 0,46 is 3,7, afgerond 4 keer"),
    (copies.times, ("drie keer", "1,69", "0,46"), "1,69 gedeeld door 0,46 is 3,7, afgerond 4 keer en niet 3 keer"),
]


@pytest.mark.parametrize(("rule", "arguments", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, proof):
    verdict = rule(*arguments)
    assert verdict.proof == proof
    contradicts = ("niet", "geen enkel", "ook geen", "maar", "dichter", "meer dan")
    assert verdict.consistent == ("niet meer dan" in proof or not any(word in proof for word in contradicts))


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


def test_changes_of_printed_percentages_are_what_they_say():
    rng = random.Random(1)
    for _ in range(300):
        first, second = rng.randint(1, 1000), rng.randint(0, 1000)
        before, after = (percent(Fraction(value, 1000)) for value in (first, second))
        assert changes.points(before, after, dutch(Fraction(second - first, 10), 1)).consistent
        assert changes.relative_change(before, after, percent(Fraction(second - first, first), 0)).consistent


PRINTED = {
    ("t", "a", "x"): "1",
    ("t", "b", "x"): "2",
    ("t", "all", "x"): "3",
    ("t", "a", "y"): "33,3% (1)",
}


def declare(tmp_path, text):
    path = tmp_path / "relations.yml"
    path.write_text(f"relations:\n{text}", encoding="utf-8")
    return read_relations(path, PRINTED)


def test_a_star_stands_for_every_cell_that_is_not_named(tmp_path):
    relations = declare(tmp_path, "  - {name: c, kind: closure, parts: [t | * | x], together: t | all | x}")
    assert relations["c"].arguments["parts"] == (Place(("t", "a", "x")), Place(("t", "b", "x")))
    assert relations["c"].verdict(PRINTED).proof == "1 + 2 = 3"


def test_a_pattern_makes_a_named_relation_for_each_row_that_has_the_cells(tmp_path):
    relations = declare(
        tmp_path,
        "  - {name: s <row>, kind: share, percentage: t | <row> | y | 1, counts: [t | <row> | x], base: t | all | x}",
    )
    assert list(relations) == ["s a"]
    assert relations["s a"].verdict(PRINTED).consistent


def test_a_pattern_passes_by_a_cell_without_a_number(tmp_path, monkeypatch):
    monkeypatch.setitem(PRINTED, ("t", "b", "y"), "/")
    relations = declare(
        tmp_path, "  - {name: q <row>, kind: same_quantity, number: t | <row> | y | 2, source: t | <row> | x}"
    )
    assert list(relations) == ["q a"]


def test_what_no_cell_prints_is_given(tmp_path):
    relations = declare(
        tmp_path,
        "  - {name: m, kind: subgroup_means, means: [t | b | x], counts: [t | a | x], together: t | b | x,"
        ' group: t | all | x, scale: {given: "1 tot 5"}}',
    )
    assert relations["m"].verdict(PRINTED).consistent
    assert relations["m"].keys == set(list(PRINTED)[:3])


def test_the_size_of_an_unprinted_group_is_a_difference(tmp_path):
    rest = "{total: t | all | x, without: t | b | x}"
    relations = declare(tmp_path, f"  - {{name: p, kind: possible_share, percentage: t | a | y | 1, base: {rest}}}")
    assert relations["p"].verdict(PRINTED).proof.startswith("geen enkel geheel aantal van 1 ")


@pytest.mark.parametrize(
    ("declaration", "message"),
    [
        ("{name: n, kind: magic, parts: [t | a | x]}", "no rule"),
        ("{name: n, kind: closure, parts: [t | a | x], together: t | none | x}", "matches no printed cells"),
        ("{name: n, kind: closure, over: [{r: none}], parts: [t | a | x], together: t | <r> | x}", "not printed"),
        ("{name: n, kind: closure, parts: [t | <row> | x], together: t | all | x}", "placeholders"),
        ("{name: n, kind: closure, parts: [t a x], together: t | all | x}", "id | row | column"),
    ],
)
def test_a_declaration_that_says_nothing_is_an_error(tmp_path, declaration, message):
    with pytest.raises(RelationError, match=message.replace("|", r"\|")):
        declare(tmp_path, f"  - {declaration}")


def test_names_are_unique(tmp_path):
    declaration = "  - {name: c, kind: closure, parts: [t | * | x], together: t | all | x}\n"
    with pytest.raises(RelationError, match="two relations"):
        declare(tmp_path, declaration * 2)


def test_every_other_last_digit_is_tried():
    assert other_last_digits("57,5% (17)", 0)[:2] == ["57,0% (17)", "57,1% (17)"]
    assert other_last_digits("57,5% (17)", 1)[-1] == "57,5% (19)"
    assert len(other_last_digits("100%", 0)) == 9


A, B, ALL = (Place(("t", row, "x")) for row in ("a", "b", "all"))
PERCENTAGE, COUNT = (Place(("t", "a", "y"), index) for index in (1, 2))


def test_a_cell_is_cross_checked_only_when_each_of_its_numbers_is():
    share = Relation("s", "share", {"percentage": PERCENTAGE, "counts": (A,), "base": ALL})
    count = Relation("c", "closure", {"parts": (COUNT, B), "together": ALL})
    assert cross_checking(PERCENTAGE.key, [share, count], PRINTED) == ["s", "c"]
    assert cross_checking(PERCENTAGE.key, [share], PRINTED) == []


def test_a_copy_is_no_evidence():
    copy = Relation("c", "same_quantity", {"number": A, "source": COUNT})
    assert copy.verdict(PRINTED).consistent
    assert cross_checking(A.key, [copy], PRINTED) == []


def test_a_contradicted_relation_is_no_evidence():
    closure = Relation("c", "closure", {"parts": (A, B), "together": ALL})
    assert cross_checking(A.key, [closure], PRINTED)
    assert not cross_checking(A.key, [closure], PRINTED | {ALL.key: "4"})


def test_a_loose_relation_is_no_evidence():
    # 50% and 56% are both possible out of 16, so a wrong 6 would go unnoticed.
    possible = Relation("p", "possible_share", {"percentage": A, "base": ALL})
    assert cross_checking(A.key, [possible], {A.key: "50%", ALL.key: "16"}) == []
    assert cross_checking(A.key, [possible], {A.key: "50,0%", ALL.key: "16"}) == ["p"]


@pytest.mark.parametrize(
    ("relation", "key", "wrong"),
    [
        ("tabel-2, jaren, Totaal", ("tabel-2", "2021", "Totaal"), "101"),
        ("tabel-8, groepen, Ja", ("tabel-8", "Ja", "OPkomst"), "20,5%"),
        ("tabel-9, percentage en aantal, Geen werk", ("tabel-9", "Geen werk", "%"), "55,2%"),
        ("tabel-5, kolom OPkomst", ("tabel-5", "N", ""), "228"),
        (
            "tabel-13, moeilijkheden van tabel-12, OPkomst+",
            ("tabel-12", "Depressie één of meerdere gezinsleden", "OPkomst+"),
            "12,5%",
        ),
        ("tabel-27 en tabel-28, leefloon, Alleenstaand", ("tabel-27", "leefloon", "Alleenstaand"), "40,0%"),
        ("tabel-28, kolom Onbekend", ("tabel-27", "N", "Onbekend/ NVT"), "16"),
        ("tabel-16, rij Vast contract", ("tabel-16", "Vast contract", "Goede huisvesting"), "68,3%"),
        ("tabel-17, percentages en aantallen, Huisarts", ("tabel-17", "Huisarts", "Bij start"), "80,6% (24)"),
        ("tabel-18, evolutie (pp), Huisarts", ("tabel-18", "Huisarts", "Bij einde"), "76,1% (168)"),
        ("tabel-19, evolutie (%), CKG", ("tabel-19", "CKG", "Evolutie (%)"), "21%"),
        ("tabel-29, rij Leefloon", ("tabel-29", "Leefloon", "N"), "46"),
    ],
)
def test_a_misprint_would_break_a_declared_relation(relation, key, wrong):
    known = declarations()
    assert known.relations[relation].verdict(known.printed).consistent
    assert not known.relations[relation].verdict(known.printed | {key: wrong}).consistent


def test_the_declared_relations_can_be_read_in_any_order_of_the_cells():
    cells = published.cells()[::-1]
    printed = dict(zip(cells[published.KEY].itertuples(index=False, name=None), cells["printed"], strict=True))
    assert set(read_relations(RELATIONS / "relations.yml", printed)) == set(declarations().relations)


def test_a_count_with_decimal_zeros_has_another_last_digit_before_the_comma_too():
    others = other_last_digits("8,00", 0)
    assert "8,01" in others and "7,00" in others and "8,00" not in others
    assert len(others) == 18


@pytest.mark.parametrize(
    "numbers, consistent",
    [
        (("2,00", "3,75", "1,75", "8,00", "0,00", "0,00"), True),
        (("2,00", "3,75", "1,75", "7,00", "0,00", "0,00"), False),
        (("2,00", "3,75", "1,75", "8,01", "0,00", "0,00"), False),
        (("2,00", "3,75", "1,75", "0,00", "0,00", "8,00"), False),
        # Eight people who all reach the highest score of 4 have 4,00.
        (("3,00", "4,13", "1,13", "8", "0", "0"), False),
    ],
)
def test_mean_scores_are_those_of_whole_scores(numbers, consistent):
    assert scored_pairs(*numbers, "1 tot 4").consistent is consistent


def test_what_words_single_out_is_compared_with_all_the_rest():
    assert extreme_group("het slechtst", ["1,29", "2,00"], ["2,00", "2,22"]).consistent
    assert not extreme_group("het slechtst", ["1,29", "2,22"], ["2,00"]).consistent
    assert extreme_group("de sterkste", ["1,75", "1,63"], ["1,38"]).consistent
    assert not extreme_group("de sterkste", ["1,75", "1,38"], ["1,63"]).consistent


def test_half_is_no_majority():
    assert majorities("één", ["5", "4"], ["4", "3"], ["0", "1"]).consistent
    assert not majorities("twee", ["5", "4"], ["4", "3"], ["0", "1"]).consistent


def test_who_moves_forward_gains_a_point_or_more():
    assert scores.improved("1,8", "3,7", "6,0").consistent
    assert not scores.improved("3,0", "3,5", "2").consistent
    assert not scores.improved("2,1", "3,0", "2").consistent
    assert scores.worsened("4,8", "3,3", "4").consistent
    assert not scores.worsened("4,0", "4,0", "1").consistent
    assert scores.unchanged("3", "3,0").consistent
    assert not scores.unchanged("1,0", "1,2").consistent


def test_a_count_of_numbers_from_a_limit():
    assert thresholds.at_least(["6", "5", "-", "7"], "zes gezinnen of meer", "2").consistent
    assert not thresholds.at_least(["6", "5", "-", "7"], "minder dan zes", "3").consistent


def test_class_sizes_need_one_choice_of_limits_for_both_lists():
    lists = [["1,0", "2,0", "3,0", "4,0"], ["1,5", "2,5", "3,5", "-"]]
    assert scores.class_sizes(*lists, ["1", "1", "1"], ["één", "1", "0"]).consistent
    # Three of the first list are below a limit above 3, and so at least two of the second.
    assert not scores.class_sizes(*lists, ["3", "0", "1"], ["1", "1", "1"]).consistent


def test_a_mean_of_means_leaves_room_for_rounding():
    assert scores.mean_of_means(["3,7", "-", "2,9"], "3,3").consistent
    assert not scores.mean_of_means(["3,7", "2,9"], "3,5").consistent


def test_means_of_items_from_their_groups():
    means, counts = ["2,0", "/", "4,0", "1,0", "/", "/"], ["2", "0", "2", "1", "0", "-"]
    # Two items: (4 + 8) / 4 = 3 and 1.
    assert scores.mean_of_group_means(means, counts, "2,0").consistent
    assert not scores.mean_of_group_means(means, counts, "2,2").consistent
    assert scores.count_of_group_means(means, counts, ["3,0", "1,0"], "1").consistent
    assert not scores.count_of_group_means(means, counts, ["3,0", "3,0"], "2").consistent
