"""Numbers in sentences: written in Dutch, and never one that nothing fixes."""

from dataclasses import replace

import pytest

from helpers import prose
from helpers.data import published, quotations, records
from helpers.data.published import NotPrintedError
from helpers.prose import Printed, Reference, UnprintedError, fill, names, write
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.expressions import ExpressionError


@pytest.fixture(scope="module")
def known():
    return names(*records.load_all())


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ('tabel_1["original", "total"]', "302"),
        ('tabel_3["finished", "opkomst.mean"]', "6,4"),
        ('tabel_12["difficulty_domestic_violence", "opkomst_plus"]', "31,3%"),
        ('tabel_12["difficulty_domestic_violence", "opkomst_plus"].count', "5"),
        ('tabel_12["difficulty_domestic_violence", "opkomst_plus"].n', "16"),
        ('tabel_11["none", "total"] + tabel_11["one", "total"]', "9,5%"),
        ('9 + tabel_4["mean", "total"]', "7,0"),
        ('figuur_2["external", "opkomst"].words', "bijna twee derde"),
        ('figuur_3["az_sint_maarten", "total"].Fraction', "Een kwart"),
        ('figuur_3["kind_en_gezin", "total"].count', "4"),
        ('tabel_22["many", "opkomst_plus.n"] / tabel_22["many", "opkomst.n"]', "2"),
        ('citaten(role="mother", section="2")', "0"),
        ('sprekers(voice="mother")', "9"),
    ],
)
def test_an_expression_is_written_as_the_report_writes_it(known, expression, written):
    assert write(expression, known) == written
    # The same words are Python, and show the same in a code cell.
    assert str(eval(expression, dict(known))) == written


@pytest.mark.parametrize(
    "expression",
    [
        'figuur_2["external", "opkomst"]',
        'figuur_3["sociaal_huis", "total"].words',
        'figuur_3["kind_en_gezin", "total"]',
        'figuur_4["2020", "yes"].n',
        'figuur_5["first", "opkomst_plus"].count',
        'figuur_15["none", "work"]',
        '1 - figuur_7["couple_own", "opkomst"]',
        'tabel_4["mean", "opkomst_plus"].n',
    ],
)
def test_what_no_printed_number_fixes_is_not_told(known, expression):
    with pytest.raises(UnprintedError):
        write(expression, known)
    with pytest.raises(UnprintedError):
        str(eval(expression, dict(known)))


@pytest.mark.parametrize(
    "expression",
    [
        'tabel_30["a", "b"]',
        'tabel_6["age", "opkomst.meen"]',
        'tabel_6["age", "opkomst.mean"].wrods',
        'tabel_6["age", "opkomst.mean"].table',
        "tabel_6.table",
        'tabel_6["age", "opkomst.mean"] +',
        'tabel_6["age", "opkomst.mean"] / 0',
        "tabel_6[0, 1]",
        "tabel_6.__class__",
        "__import__('os').getcwd()",
        'open(file="x")',
        "[x for x in tabel_6]",
        'citaten(role="nobody")',
        'citaten(colour="red")',
        'sprekers(voice="mother", theme="trust", role="mother")',
        'bladzijde["99_niets"]',
        'bron["nobody1900"]',
    ],
)
def test_what_cannot_be_read_is_refused_by_name(known, expression):
    with pytest.raises((ExpressionError, LookupError)):
        write(expression, known)


def test_a_table_in_a_sentence_is_a_reference(known):
    reference = write("tabel_12", known)
    assert (reference, reference.role, reference.target) == ("Tabel 12", "numref", "tabel-12")
    assert isinstance(reference, Reference)
    assert repr(known["figuur_19"]) == "Figuur 19"


def test_a_page_and_a_work_are_references(known):
    assert write('bladzijde["03_opkomst_in_cijfers"]', known) == "3. OPkomst in cijfers"
    both = write('bron["hosper2021", "deschutter2023"]', known)
    assert (both.role, both.target) == ("cite:p", "hosper2021,deschutter2023")
    assert both.startswith("(Hosper en ") and both.endswith(", 2023)")
    assert write('bron_in_zin["noens2022"]', known).role == "cite:t"


def test_a_number_that_only_the_report_has_is_marked_as_printed(known):
    assert isinstance(write('rapport["tekst-1.1-a"]', known), Printed)
    with pytest.raises(NotPrintedError):
        write('rapport["tekst-0.0-a"]', known)


def test_a_cell_of_print_is_told_by_its_row_and_column_whatever_the_records(known):
    better = 'rapport["tabel-26", "Kwaliteitsvol wonen", "Aantal vooruit"]'
    for some in (known, prose.names()):
        assert isinstance(write(better, some), Printed)
        # A count is printed with decimals there; a mean keeps those it has.
        assert write(better, some) == "8"
        assert write('rapport["tabel-26", "Kwaliteitsvol wonen", "Gemiddelde bij start"]', some) == "2,00"
    with pytest.raises(NotPrintedError):
        write('rapport["tabel-26", "Kwaliteitsvol wonen", "Aantal"]', known)


def test_a_month_of_the_study_is_told_in_dutch(known, monkeypatch):
    assert write('studie["last_month_of_dataset"]', known) == "september 2023"
    monkeypatch.setattr("helpers.data.codebook.constants", lambda: {"last_month_of_dataset": "2026-01"})
    assert write('studie["last_month_of_dataset"]', known) == "januari 2026"
    with pytest.raises(ExpressionError):
        write('studie["first_month"]', known)


def test_other_records_give_another_number(known):
    registration = records.load()
    fewer = replace(registration, frame=registration.frame.iloc[:-1])
    expression = 'tabel_2["total", "total"]'
    assert write(expression, names(fewer)) != write(expression, known)


def test_records_that_were_not_loaded_are_not_told():
    with pytest.raises(LookupError, match="tabel-20"):
        write('tabel_20["all", "opkomst"]', names(records.load()))


def test_real_records_are_refused():
    real = [replace(given, synthetic=False) for given in records.load_all()]
    with pytest.raises(ConfidentialError):
        write('tabel_2["total", "total"]', names(*real))


@pytest.fixture(scope="module")
def everything():
    return records.load_all()


def test_a_fact_comes_from_the_records_that_it_is_about(everything):
    known = prose.names(*everything)
    asked = ('tabel_2["total", "total"]', 'tabel_21["opkomst.families", ""]')
    expected = " en ".join(prose.write(expression, known) for expression in asked)
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


@pytest.mark.parametrize("blank", ["tabel-2[total, nobody]", "tabel-99[total, total]", "tabel-2[total, total] +"])
def test_a_fact_that_cannot_be_read_is_refused(blank, everything):
    with pytest.raises(ExpressionError):
        fill(f"{{{blank}}}", *everything)


def test_a_number_that_print_does_not_fix_is_refused(everything):
    with pytest.raises(prose.UnprintedError):
        fill("{figuur-10[temporary, to_temporary]}", *everything)


def test_a_sentence_of_real_records_is_refused(everything):
    with pytest.raises(ConfidentialError):
        fill("{tabel-2[total, total]}", *(replace(given, synthetic=False) for given in everything))


@pytest.mark.parametrize(
    "expression",
    [
        'citaten(role="buurvrouw")',
        'citaten(colour="red")',
        'sprekers(theme="trust")',
        "hoeveel()",
        'meest_geciteerd(role="mother")',
        'sprekers(theme="trust", role="mother", voice="mother")',
    ],
)
def test_a_count_that_cannot_be_read_is_refused(expression):
    with pytest.raises(ExpressionError):
        prose.write(expression, prose.names())


def test_counts_in_the_prose():
    mothers = [quotation for quotation in quotations.quotations() if quotation.role == "mother"]
    known = prose.names()
    assert prose.write('citaten(role="mother")', known) == str(len(mothers))
    assert prose.write('citaten(role="mother", section="2")', known) == "0"
    assert prose.write('sprekers(voice="mother")', known) == "9"
    least, most = (prose.write(f'{which}_geciteerd(programme="opkomst")', known) for which in ("minst", "meest"))
    assert int(least) <= int(most)
