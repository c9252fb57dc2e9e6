"""Findings: every contradiction once, graded and proven."""

from scipy.stats import binomtest

from helpers.checking import findings, printed, tabel_20
from helpers.checking.findings import DEPENDS, GRADES, WEIGHTS
from helpers.checking.rules.evidence import cross_checking
from helpers.data.files import RELATIONS, read_rows


def of(found, id, row="", column=""):
    (finding,) = [f for f in found if f.erratum.key == (id, row, column)]
    return finding


def is_proven_wrong(erratum):
    """Whether every other number of the proof is itself cross-checked without the contradicted one."""
    known = printed.declarations()
    others = [key for key in known.relations[erratum.relation].keys if key != erratum.key]
    return all(
        cross_checking(key, [r for r in known.relations_of[key] if erratum.key not in r.keys], known.printed)
        for key in others
    )


def test_every_contradiction_is_a_finding_and_the_gravest_come_first(contradictions):
    assert sorted(f.erratum.key for f in contradictions) == sorted(printed.declarations().erratum_of)
    ranks = [(list(WEIGHTS).index(f.weight), list(GRADES).index(f.grade)) for f in contradictions]
    assert ranks == sorted(ranks)


def test_every_contradiction_is_graded_once():
    rows = read_rows(RELATIONS / "findings.csv")
    graded = [(row["id"], row["row"], row["column"]) for row in rows]
    assert sorted(graded) == sorted(erratum.key for erratum in printed.declarations().errata)
    assert {row["grade"] for row in rows} <= set(GRADES)
    assert {row["weight"] for row in rows} <= set(WEIGHTS)


def test_a_number_is_only_called_wrong_when_the_others_are_certain(contradictions):
    wrong = [f.erratum for f in contradictions if f.grade == "wrong"]
    assert wrong
    assert all(map(is_proven_wrong, wrong))
    # One of two numbers is wrong, and nothing else says which.
    assert not is_proven_wrong(
        of(contradictions, "tekst-achterflap-b", "periode waarin de gezinnen begeleid zijn", "Totaal").erratum
    )


def test_a_number_that_another_way_of_rounding_gives_is_not_called_proven(contradictions):
    ways = [f for f in contradictions if f.judgement.consistency == "only_under"]
    assert ways and {f.grade for f in ways} == {DEPENDS}


def test_what_follows_from_a_number_that_clashes_is_judged_alike_wherever_it_stands(checks):
    resting = {
        "tabel-20 | Stabiele basis | OPkomst",
        "tabel-20 | Ondersteuning m.b.t. relatie en sociaal netwerk | OPkomst",
        "tekst-4.2-u | indicatoren met zeer hoge startscore | OPkomst",
        "tekst-4.2-v | indicatoren met zeer hoge startscore | OPkomst+",
        "tekst-4.2-ae | verschil tussen de programma’s bij relatie en sociaal netwerk | ",
    }
    found = {f"{c.id} | {c.row} | {c.column}": c.status for c in checks}
    assert {found[key] for key in resting} == {DEPENDS}


def test_the_widest_difference_of_tabel_20_is_another_one_with_tabel_23_to_25():
    given = {tried.label_nl: tried.given for tried in tabel_20.try_all()}
    plain, groups = (
        {
            row: [
                first - second for first, second in zip(found[row, "opkomst"], found[row, "opkomst_plus"], strict=True)
            ]
            for row in ("stable_base", "network")
        }
        for found in (
            given["gewoon gemiddelde van de indicatoren in Tabel 21"],
            given["gewoon gemiddelde van de indicatoren, berekend uit Tabel 23 tot 25"],
        )
    )
    assert min(plain["network"]) > max(plain["stable_base"])
    assert min(groups["stable_base"]) > max(groups["network"])


def test_a_finding_says_what_it_would_be_and_how_little_it_takes(contradictions):
    housing = of(contradictions, "tabel-10", "Onbekend/niet van toepassing", "%")
    assert (housing.printed, housing.should_be, housing.judgement.consistency) == ("24,0%", "23,9%", "only_under")
    complement = of(contradictions, "tabel-18", "Groeipakket", "Bij start")
    assert (complement.nearest.kind, complement.nearest.change) == ("complement", "88")
    forced = of(contradictions, "tabel-28", "Uitkering of tegemoetkoming", "Alleenstaand")
    assert forced.nearest.kind == "forced_to_100"
    twice = of(contradictions, "tabel-28", "Onbekend/ NVT", "Koppel - nieuw samengesteld gezin")
    assert twice.nearest.kind == "double_rounding"


def test_a_number_that_print_does_not_fix_is_never_what_it_should_be(contradictions):
    # Any lower score would do.
    lower = of(contradictions, "tabel-25", "Zelfvertrouwen rol mama", "OPkomst · M2-")
    assert (lower.should_be, lower.nearest) == ("", None)
    # Here two other cells of the same relation are contradicted too.
    assert of(contradictions, "tekst-4.2-t", "indicatoren met lage startscore", "OPkomst").should_be == "6"


def test_a_mother_who_came_twice_is_one_mother(contradictions):
    for id, row in [
        ("tekst-5-c", "bereikte moeders januari 2020 tot december 2023"),
        ("brochure-b", "ondersteunde moeders sinds januari 2020"),
    ]:
        finding = of(contradictions, id, row, "Totaal")
        assert (finding.should_be, finding.grade) == ("", "wording")
        assert finding.judgement.proof == "323 + 18 = 341, meer dan 323"


def test_a_synthetic_share_is_never_what_the_report_should_have_printed(contradictions):
    brochure = of(contradictions, "brochure-l", "gezinnen via een externe partner", "Totaal")
    assert brochure.should_be == ""
    assert "niet bij ‘2 op 5’" in brochure.judgement.proof


def test_what_one_misplaced_family_does_to_a_test_is_computed_from_print():
    known, row = printed.declarations().printed, "Zelfvertrouwen rol mama"
    better, worse = (int(float(known[f"tabel-{t}", row, "OPkomst · n"].replace(",", "."))) for t in (23, 25))
    meaning = findings.grades()["tabel-25", row, "OPkomst · M2-"]["meaning_nl"]
    for down in (worse, worse - 1):
        p = binomtest(better, better + down).pvalue
        assert f"p = {p:.3f}".replace(".", ",") in meaning


def test_a_cell_of_a_table_has_a_place_also_when_it_was_not_printed():
    assert findings.place(("tabel-6", "7 kinderen", "Totaal")) == "Tabel 6"
