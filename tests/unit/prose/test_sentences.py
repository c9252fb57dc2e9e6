"""Sentences kept as data: what is filled in, and what is refused."""

from dataclasses import replace

import pytest

from helpers import prose
from helpers.data import published, records
from helpers.data.published import NotPrintedError
from helpers.prose import fill
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.expressions import ExpressionError


@pytest.fixture(scope="module")
def everything():
    return records.load_all()


def test_a_fact_comes_from_the_records_that_it_is_about(everything):
    registration, families, _ = everything
    expected = f"{prose.write(registration, 'tabel-2[total, total]')} en {prose.write(families, 'tabel-21[opkomst.families, ]')}"
    assert fill("{tabel-2[total, total]} en {tabel-21[opkomst.families, ]}", *everything) == expected


def test_a_claim_is_written_as_printed(everything):
    cells = published.cells().set_index("id")["printed"]
    assert fill("de brochure schrijft {brochure-l}", *everything) == f"de brochure schrijft {cells['brochure-l']}"


def test_a_sentence_without_blanks_stays_as_it_is(everything):
    assert fill("Niets om in te vullen.", *everything) == "Niets om in te vullen."


def test_other_records_give_another_sentence(everything):
    registration, *others = everything
    fewer = replace(registration, frame=registration.frame.iloc[:-1])
    assert fill("{tabel-2[total, total]}", fewer, *others) != fill("{tabel-2[total, total]}", *everything)


@pytest.mark.parametrize("blank", ["brochure-geen", "tabel-2", "tekst-achterflap"])
def test_a_blank_that_names_no_single_claim_is_refused(blank, everything):
    with pytest.raises(NotPrintedError):
        fill(f"{{{blank}}}", *everything)


@pytest.mark.parametrize("blank", ["tabel-2[total total]", "tabel-2[total, total] +"])
def test_a_fact_that_cannot_be_read_is_refused(blank, everything):
    with pytest.raises(ExpressionError):
        fill(f"{{{blank}}}", *everything)


def test_a_number_that_print_does_not_fix_is_refused(everything):
    with pytest.raises(prose.UnprintedError):
        fill("{figuur-10[temporary, to_temporary]}", *everything)


def test_real_records_are_refused(everything):
    with pytest.raises(ConfidentialError):
        fill("{tabel-2[total, total]}", *(replace(given, synthetic=False) for given in everything))
