"""What could apply follows from shapes and labels, not from what holds."""

import pytest

from helpers.checking import candidates as module
from helpers.checking.candidates import KINDS, candidates


@pytest.fixture
def names():
    return {(one.kind, one.name) for one in candidates()}


def test_every_kind_is_looked_for_and_no_candidate_comes_twice(names):
    assert {kind for kind, _ in names} == set(KINDS)
    assert len(names) == len(candidates())


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("total", "tabel-2 | Totaal (aantallen)"),
        ("share", "tabel-10 | Dak- of thuisloos | % ~ tabel-10 | Dak- of thuisloos | N ~ tabel-10 | Totaal | N"),
        ("possible", "tabel-28 | Leefloon | Alleenstaand ~ tabel-28 | Totaal | N"),
        ("partition", "figuur-9 | vaders (kolom) ~ tabel-1 | Beschrijvende analyse (hoofdstuk 3) | Totaal"),
        ("groups", "tabel-14 | Huisarts (programma’s)"),
        ("between", "tabel-4 | OPkomst | OPkomst (tussen kleinste en grootste)"),
        ("elsewhere", "tabel-22 | Stress | OPkomst · n ~ tabel-23 | Stress | OPkomst · n"),
        ("told", "tekst-3.6-f | huisvestingssituatie onbekend | Totaal ~ tabel-10"),
        ("caption", "tabel-28 (bijschrift en lijst)"),
        (
            "direction",
            "tekst-4.1-j | inkomen uit arbeid bij einde | slechte huisvesting ~ "
            "tabel-16 | Inkomen uit arbeid | Goede huisvesting ~ tabel-16 | Inkomen uit arbeid | Slechte huisvesting ~ "
            "tekst-4.1-i | inkomen uit arbeid bij einde | goede huisvesting",
        ),
        ("limit", "tekst-2.2-c | duur begeleiding na bevalling | OPkomst ~ tabel-4 | Maximum | OPkomst"),
        ("words", "tekst-5-f | moeders met moeilijke samenleefsituatie bij aanvang | Totaal"),
    ],
)
def test_what_a_reader_would_look_for_is_there(names, kind, name):
    assert (kind, name) in names


def test_a_candidate_may_fail():
    known = module.printed.declarations()
    failing = [one for one in candidates() if one.relation and not one.relation.verdict(known.printed).consistent]
    assert failing
