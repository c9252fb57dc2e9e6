"""The declared relations of the report notice a misprint in it."""

import pytest

from helpers.checking.printed import declarations
from helpers.checking.rules.notation import read_relations
from helpers.data.files import RELATIONS


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


@pytest.mark.parametrize("digit", ["1", "3", "9"])
def test_another_digit_in_a_mean_is_noticed(digit):
    known = declarations().printed
    relations = read_relations((RELATIONS / "relations.yml").read_text(encoding="utf-8"), known)
    name = "tabel-26, gehele scores, Geen ongezonde stress"
    cell = ("tabel-26", "Geen ongezonde stress", "Gemiddelde bij start")
    assert relations[name].verdict(known).consistent
    assert not relations[name].verdict({**known, cell: f"1,4{digit}"}).consistent
