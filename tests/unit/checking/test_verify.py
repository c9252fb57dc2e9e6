"""Every printed number is accounted for, and mistakes are caught."""

from dataclasses import replace

import pytest
from random_records import random_records

from helpers.checking import printed, verify
from helpers.checking.claims import Derived, Link
from helpers.checking.rules.relations import Place, Relation
from helpers.data import records
from helpers.data.records import Records
from helpers.dutch.numbers import parse_printed
from helpers.tables import catalogue


@pytest.fixture(scope="module")
def original() -> Records:
    return records.load()


@pytest.fixture(scope="module")
def checks(original):
    return verified(original)


@pytest.fixture
def declare(monkeypatch):
    """Verify with other declarations than those in data/relations."""

    def declare(**changes):
        changed = replace(printed.declarations(), **changes)
        monkeypatch.setattr(printed, "declarations", lambda: changed)

    return declare


def everything(registration: Records) -> list[Records]:
    """The records of the book, with another registration."""
    return [registration if given.name == registration.name else given for given in records.load_all()]


def verified(registration: Records) -> list[verify.Check]:
    return verify.verify(*everything(registration))


def mismatches(found):
    return {(check.id, check.row, check.column): check.reason for check in found if check.status == "mismatch"}


def changed(original: Records, column: str, old: str, new: str) -> Records:
    """The same records with another answer in the first described dossier that gave the old one."""
    frame = original.frame.copy()
    (index, *_) = frame.index[(frame["first_dossier"] == "not_applicable") & (frame[column] == old)]
    frame.loc[index, column] = new
    return Records(frame, original.synthetic)


# --- what is true of the records in the repository


def test_nothing_is_left_unexplained(checks):
    assert mismatches(checks) == {}


def test_in_a_table_only_a_cell_without_a_number_is_not_verifiable(checks):
    for check in checks:
        if check.id.startswith("tabel-") and check.status == "not_verifiable":
            assert check.printed in ("-", "/")


def test_whatever_is_not_reproduced_says_why(checks):
    assert all(check.reason or check.status == "reproduced" for check in checks)


def test_a_reproduced_table_cell_is_what_was_printed(checks):
    for check in checks:
        if check.id.startswith("tabel-") and check.status == "reproduced":
            assert [n.value for n in parse_printed(check.computed)] == [n.value for n in parse_printed(check.printed)]


def test_only_reproduced_numbers_have_evidence(checks):
    for check in checks:
        assert (check.evidence in ("cross_checked", "consistent", "fitted")) == (check.status == "reproduced")


def test_the_known_contradictions_are_shown_with_their_proof(checks):
    known = printed.declarations().erratum_of
    errata = {(c.id, c.printed): c.reason for c in checks if (c.id, c.row, c.column) in known}
    assert "16 + 230 = 246, niet 238" in errata["tabel-1", "238"]
    assert "68 van 284 is 23,9%, niet 24,0%" in errata["tabel-10", "24,0%"]
    assert "114 van 284 is 40,1%, niet 40,2%" in errata["tabel-11", "40,2%"]
    assert "11 geeft 17,7% en 12 geeft 19,4%" in errata["tabel-28", "19,3%"]
    assert "4 geeft 19,0% en 5 geeft 23,8%" in errata["tabel-28", "19,1%"]
    assert "17 van 29 is 58,6% en 17 van 30 is 56,7%" in errata["tabel-17", "57,5% (17)"]
    assert "24 van 28 is 85,7% en 24 van 29 is 82,8%" in errata["tabel-17", "85,0% (24)"]
    assert "74 van 136 is 54,4% en 74 van 137 is 54,0%" in errata["tabel-18", "54,3% (74)"]
    assert "afgerond -3%, niet -4%" in errata["tabel-19", "-4%"]
    assert "Van 0 bestaat geen percentage, dus ook niet 100%" in errata["tabel-29", "100%"]
    assert "284, meer dan 16 + 230 = 246" in errata["figuur-10", "284"]
    assert "45 gedeeld door 10 is 4,5, niet 4,0" in errata["tabel-21", "4,0"]
    assert "houdt hetzelfde gemiddelde: 1,0, niet 1,2" in errata["tabel-24", "1,2"]
    assert "4 van de 28 waarden zijn 6 of meer" in errata["tekst-4.2-w", "zes gezinnen of meer"]
    assert {c.status for c in checks if (c.id, c.row, c.column) in known} == {"erratum", "depends"}


def test_a_table_can_be_checked_on_its_own(original, checks):
    for id, table in catalogue.tables_of(*everything(original)).items():
        assert verify.checks_for(table) == [check for check in checks if check.id == id]


def test_a_printed_digit_that_changes_is_a_mismatch(declare, original):
    key = ("tabel-9", "Geen werk", "%")
    declare(printed=printed.declarations().printed | {key: "55,2%"})
    found = mismatches(verified(original))
    assert key in found
    # And the percentage no longer goes with its count.
    assert "157 van 284 is 55,3%, niet 55,2%" in found["tabel-9, percentage en aantal, Geen werk", "", ""]


def test_a_contradiction_needs_an_erratum(declare, original):
    declare(errata=[e for e in printed.declarations().errata if e.id != "tabel-1"])
    found = mismatches(verified(original))
    assert ("tabel-1", "Impact analyse (hoofdstuk 4)", "Totaal") in found
    assert "tegenspraak zonder erratum" in found["tabel-1, programma's, Impact analyse (hoofdstuk 4)", "", ""]


def test_an_erratum_that_no_longer_contradicts_is_stale(declare, original):
    known = printed.declarations()
    # Had 222 been printed for OPkomst alone, then 238 would not contradict it.
    declare(printed=known.printed | {("tabel-1", "Impact analyse (hoofdstuk 4)", "OPkomst"): "222"})
    found = mismatches(verified(original))
    assert "achterhaald erratum: 16 + 222 = 238" in found["tabel-1", "Impact analyse (hoofdstuk 4)", "Totaal"]


def test_what_print_contradicts_does_not_hang_on_the_records(original):
    errata = set(printed.declarations().erratum_of)
    for records_in_place in (original, changed(original, "housing", "adequate", "unknown"), random_records(seed=1)):
        found = verified(records_in_place)
        assert {(c.id, c.row, c.column) for c in found if c.status in (verify.ERRATUM, verify.DEPENDS)} >= errata
        assert all((c.id, c.row, c.column) in errata for c in found if c.status == verify.ERRATUM)


def test_an_erratum_in_a_relation_does_not_excuse_another_contradiction(declare, original):
    known = printed.declarations()
    impact = [
        Place(("tabel-1", "Impact analyse (hoofdstuk 4)", column)) for column in ("OPkomst+", "OPkomst", "Totaal")
    ]
    other = Relation("ook niet", "closure", {"parts": (impact[0], impact[0]), "together": impact[2]})
    declare(relations=known.relations | {other.name: other})
    assert mismatches(verified(original)) == {
        (other.name, "", ""): "tegenspraak zonder erratum: 16 + 16 = 32, niet 238",
    }


def test_a_number_that_cannot_be_read_is_one_mismatch_and_the_rest_is_still_checked(declare, original):
    known = printed.declarations()
    key = ("tabel-2", "Totaal", "Totaal")
    declare(printed=known.printed | {key: "veel"})
    found = verified(original)
    assert len(found) >= len(known.printed)
    assert any(key == (c.id, c.row, c.column) and c.status != verify.REPRODUCED for c in found)
    assert any("niet te lezen" in c.reason for c in found if c.status == verify.MISMATCH)


@pytest.mark.parametrize(
    ("relation", "reason"),
    [("tabel-2, jaren, Totaal", "waar het getal niet in voorkomt"), ("geen", "zonder bestaande relatie")],
)
def test_an_erratum_has_to_rest_on_a_relation_of_its_cell(declare, original, relation, reason):
    errata = printed.declarations().errata
    (index,) = [i for i, erratum in enumerate(errata) if erratum.id == "tabel-1"]
    declare(errata=[*errata[:index], replace(errata[index], relation=relation), *errata[index + 1 :]])
    assert reason in mismatches(verified(original))[errata[index].key]


def test_a_link_has_to_be_about_a_printed_claim(declare, original):
    link = Link("tekst-3.2-zz", "geen", "", "value", "1 + 1", "")
    declare(links=[*printed.declarations().links, link])
    assert "niet gedrukt" in mismatches(verified(original))[link.key]


def test_every_claim_needs_a_link(declare, original):
    links = printed.declarations().links
    declare(links=links[:-1])
    assert mismatches(verified(original)) == {links[-1].key: "staat niet in links.csv"}


def test_the_same_claim_cannot_be_linked_twice(declare, original):
    links = printed.declarations().links
    declare(links=[*links, links[0]])
    assert "2 keer" in mismatches(verified(original))[links[0].key]


def test_table_cells_are_not_linked(declare, original):
    link = Link("tabel-1", "Originele dataset", "Totaal", "not_verifiable", "", "Liever niet.")
    declare(links=[*printed.declarations().links, link])
    assert "niet voor tabelcellen" in mismatches(verified(original))[link.key]


def test_a_printed_cell_that_nothing_computes_is_a_mismatch(declare, original):
    known, key = printed.declarations(), ("tabel-1", "Nog een groep", "Totaal")
    declare(printed=known.printed | {key: "1"}, sections=known.sections | {key: "3.2"})
    assert mismatches(verified(original))[key] == "gedrukt, maar niet berekend"


def test_a_computed_cell_that_was_not_printed_is_a_mismatch(declare, original):
    known, key = printed.declarations(), ("tabel-2", "2021", "OPkomst+")
    declare(
        printed={other: text for other, text in known.printed.items() if other != key},
        relations={name: relation for name, relation in known.relations.items() if key not in relation.keys},
    )
    assert mismatches(verified(original))[key] == "berekend, maar niet gedrukt"


def test_a_table_that_no_function_makes_is_a_mismatch(declare, original):
    known, key = printed.declarations(), ("tabel-99", "Een rij", "Een kolom")
    declare(printed=known.printed | {key: "1"}, sections=known.sections | {key: "3.2"})
    assert mismatches(verified(original))[key] == "geen functie berekent deze tabel"


def test_a_computed_cell_that_only_the_text_prints_needs_its_link(declare, original):
    known, key = printed.declarations(), ("tabel-18", "Aandacht voor spel onbekend bij einde", "")
    assert key not in mismatches(verified(original))
    declare(links=[link for link in known.links if link.id != "tekst-4.1-x"])
    assert mismatches(verified(original))[key] == "berekend, maar niet gedrukt"


@pytest.mark.parametrize("text", ["83,9% (25)", "83,8% (26)"])
def test_both_numbers_of_a_cell_have_to_agree(declare, original, text):
    key = ("tabel-17", "Huisarts", "Bij bevalling")
    declare(printed=printed.declarations().printed | {key: text})
    assert "de berekening geeft iets anders" in mismatches(verified(original))[key]


def test_a_label_variant_has_to_be_needed(declare, original):
    declare(variants=printed.declarations().variants | {("tabel-1", "OPkomst ++"): "OPkomst+"})
    assert ("tabel-1", "OPkomst ++", "") in mismatches(verified(original))


def test_a_wrong_derivation_is_a_mismatch(declare, original):
    wrong = Derived("figuur-7", "single", "total", "{tabel-27 | N | Onbekend/ NVT} / {tabel-27 | N | Totaal}", "")
    unknown = Derived("figuur-7", "nobody", "total", "{tabel-27 | N | Totaal}", "")
    declare(derived=[*printed.declarations().derived, wrong, unknown])
    assert set(mismatches(verified(original))) == {
        ("figuur-7", "single", "total"),
        ("figuur-7", "nobody", "total"),
    }


def test_evidence_needs_a_relation(declare, original):
    known, key = printed.declarations(), ("tabel-9", "Geen werk", "N")
    assert known.relations_of[key]
    declare(relations={name: relation for name, relation in known.relations.items() if key not in relation.keys})
    found = verify.checks_for(catalogue.find("tabel-9").function(original))
    (check,) = [check for check in found if (check.row, check.column) == key[1:]]
    assert (check.status, check.evidence) == ("reproduced", "fitted")


def test_a_new_contradiction_in_print_is_a_mismatch(declare, original):
    known = printed.declarations()
    places = Place(("tabel-2", "2020", "Totaal")), Place(("tabel-2", "2021", "Totaal"))
    relation = Relation("gelijke jaren", "same_quantity", {"number": places[0], "source": places[1]})
    declare(relations=known.relations | {relation.name: relation})
    assert mismatches(verified(original)) == {(relation.name, "", ""): "tegenspraak zonder erratum: 100 is niet 61"}


@pytest.fixture(scope="module")
def table():
    return catalogue.table_26(records.load("interviews"))


def test_the_text_of_4_3_holds_but_for_what_other_numbers_contradict(table):
    known = printed.declarations()
    ids = {key[0] for key in known.printed if known.sections[key] == "4.3" and not key[0].startswith("tabel")}
    tables = {"tabel-26": table, "tabel-21": catalogue.table_21(records.load("case_study"))}
    checks = [check for id in ids for check in verify._checks(id, tables)]
    wrong = {check.id for check in checks if check.status == verify.ERRATUM}
    assert wrong == {"tekst-4.3-o", "tekst-4.3-t", "tekst-4.3-y", "tekst-4.3-aj"}
    assert {check.id for check in checks if check.status == verify.DEPENDS} == {"tekst-4.3-ab"}
    assert all(check.status != verify.MISMATCH for check in checks)


LABEL = ("tekst-4.3-aj", "programma van één geïnterviewde mama, bij één van haar citaten", "")


def test_a_claim_that_records_cannot_tell_is_an_erratum_only_while_print_contradicts_it(declare, table):
    (check,) = verify._checks(LABEL[0], {"tabel-26": table})
    assert (check.status, check.computed) == (verify.ERRATUM, "")
    declare(printed=printed.declarations().printed | {LABEL: "OPkomst+"})
    (check,) = verify._checks(LABEL[0], {"tabel-26": table})
    assert check.status == verify.MISMATCH and "achterhaald erratum" in check.reason


def test_the_number_of_mothers_with_a_score_has_to_follow_from_print(declare, table):
    known = printed.declarations()
    declare(derived=[derived for derived in known.derived if (derived.id, derived.row) != ("tabel-26", "stress")])
    wrong = [check for check in verify.checks_for(table) if check.status == verify.MISMATCH]
    assert [(check.row, check.column, check.reason) for check in wrong] == [
        ("Geen ongezonde stress", "n", "berekend, maar niet gedrukt")
    ]
