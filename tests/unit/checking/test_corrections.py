"""What would have to stand in place of a contradicted number: from print, whatever the records."""

from collections import ChainMap

import pytest

from helpers.checking import findings, printed
from helpers.checking.corrections import agrees_with_all, correction
from helpers.checking.rules.relations import Place

ERRATA = printed.declarations().errata


@pytest.mark.parametrize("erratum", ERRATA, ids=lambda erratum: findings.anchor(erratum.key))
def test_a_correction_undoes_the_contradiction(erratum):
    known = printed.declarations()
    relation = known.relations[erratum.relation]
    assert not relation.verdict(known.printed).consistent
    if found := correction(erratum.key):
        assert relation.verdict(ChainMap({erratum.key: found}, known.printed)).consistent


@pytest.mark.parametrize(
    ("key", "found"),
    [
        # One of three parts and their sum.
        (("tabel-1", "Impact analyse (hoofdstuk 4)", "Totaal"), "246"),
        (("tabel-19", "Opvoedingswinkel", "Evolutie (%)"), "-3%"),
        # The share allows 17 of 20 too, until the start of the same row is right.
        (("tabel-17", "Groeipakket", "Bij bevalling"), "85,0% (34)"),
        # Of nobody there is no share.
        (("tabel-29", "Invalideitsvergoeding", "Totaal"), "/"),
        # What the domain's own indicators give is not what the mean of their means gives.
        (("tabel-20", "Ondersteuning m.b.t. relatie en sociaal netwerk", "OPkomst"), ""),
        # Any of these four would do.
        (("figuur-9", "Belgische nationaliteit", "vaders"), ""),
        # A claim in words.
        (("brochure-l", "gezinnen via een externe partner", "Totaal"), ""),
    ],
)
def test_there_is_a_correction_where_print_leaves_one_number(key, found):
    assert correction(key) == found


def test_the_numbers_beside_a_correction_are_contradicted_too():
    key = "tabel-1", "Impact analyse (hoofdstuk 4)", "Totaal"
    assert [n for n in range(200, 300) if agrees_with_all(Place(key), str(n), {})] == [246]
