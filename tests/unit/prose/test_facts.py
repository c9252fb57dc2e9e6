"""Numbers in the prose: written in Dutch, and never one that nothing fixes."""

import pytest

from helpers.data import records
from helpers.prose import UnprintedError, write


@pytest.fixture(scope="module")
def dossiers():
    return records.load()


@pytest.mark.parametrize(
    ("fact", "written"),
    [
        ("tabel-1[original, total]", "302"),
        ("tabel-3[finished, opkomst.mean]", "6,4"),
        ("tabel-12[difficulty_domestic_violence, opkomst_plus]", "31,3%"),
        ("tabel-12[difficulty_domestic_violence, opkomst_plus].count", "5"),
        ("tabel-12[difficulty_domestic_violence, opkomst_plus].n", "16"),
        ("tabel-11[none, total] + tabel-11[one, total]", "9,5%"),
        ("figuur-2[external, opkomst].words", "bijna twee derde"),
        ("figuur-3[az_sint_maarten, total].Fraction", "Een kwart"),
        ("figuur-3[kind_en_gezin, total].count", "4"),
    ],
)
def test_a_fact_is_written_as_the_report_writes_it(dossiers, fact, written):
    assert write(dossiers, fact) == written


@pytest.mark.parametrize(
    "fact",
    [
        "figuur-2[external, opkomst]",
        "figuur-3[sociaal_huis, total].words",
        "figuur-3[kind_en_gezin, total]",
        "figuur-4[2020, yes].n",
        "figuur-5[first, opkomst_plus].count",
        "figuur-15[none, work]",
        "1 - figuur-7[couple_own, opkomst]",
        "tabel-4[mean, opkomst_plus].n",
    ],
)
def test_what_no_printed_number_fixes_is_not_told(dossiers, fact):
    with pytest.raises(UnprintedError):
        write(dossiers, fact)
