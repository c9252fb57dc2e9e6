"""Nothing made from confidential records is shown."""

from dataclasses import replace

import pytest

from helpers.data import records
from helpers.pages.parts.show import show
from helpers.pages.verification import show_verification
from helpers.prose import names, write
from helpers.tables import catalogue
from helpers.tables.disclosure import ConfidentialError, may_be_shown


@pytest.fixture(params=catalogue.all_outputs())
def confidential(request):
    made_up = replace(records.load(catalogue.find(request.param).records), synthetic=False)
    return names(made_up)[request.param.replace("-", "_")]


def test_a_table_of_real_records_is_not_shown(confidential, capsys):
    with pytest.raises(ConfidentialError, match="merkteken SYN-"):
        show(confidential)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("reveal", [show_verification, lambda made: write('tabel_2["total", "total"]', names(made))])
def test_no_page_or_sentence_is_made_of_real_records(reveal, capsys):
    with pytest.raises(ConfidentialError, match="merkteken SYN-"):
        reveal(replace(records.load(), synthetic=False))
    assert capsys.readouterr().out == ""


def test_a_table_of_synthetic_records_is_passed_on():
    table = catalogue.find("Tabel 12").function(records.load())
    assert may_be_shown(table) is table
