"""One answer, written as people and spreadsheets write it."""

import datetime

import pytest

from helpers.data import codebook
from helpers.data.workbook.answers import Unreadable, expected, fold, read

REGISTRATION = codebook.variables("registration")


@pytest.mark.parametrize(
    "value",
    [
        *(datetime.date(2023, 9, 15), datetime.datetime(2023, 9, 1, 12), 45170.0, "45170", "2023-09", "2023-9"),
        *("09/2023", "9-2023", "15/09/2023", "15-9-23", "sep/23", "sept. 2023", "September 2023", " 09/2023\xa0"),
        *("2023-09-15", "2023/09/15", "15 september 2023", "2023-09-15T00:00:00"),
    ],
)
def test_a_month_is_read_in_every_way_that_it_is_written(value):
    assert read(value, REGISTRATION["start_month"]).code == "2023-09"


@pytest.mark.parametrize("value", ["13/2023", "2023", "31/02/2023", "00/2023", "sommige/2023", "09/2031", 1.5, True])
def test_what_is_no_month_of_the_period_is_refused(value):
    with pytest.raises(Unreadable):
        read(value, REGISTRATION["start_month"])


@pytest.mark.parametrize(
    ("value", "code"), [(28.0, "28"), ("28", "28"), ("28,0", "28"), ("28.0", "28"), ("28\xa0", "28")]
)
def test_a_whole_number_is_read(value, code):
    assert read(value, REGISTRATION["mother_age"]).code == code


@pytest.mark.parametrize("value", ["28,5", "1\n8", "acht", "280", "=28", "1e1", 28.4])
def test_what_is_no_whole_number_within_the_limits_is_refused(value):
    with pytest.raises(Unreadable):
        read(value, REGISTRATION["mother_age"])


@pytest.mark.parametrize(("value", "code"), [("0003", "3"), ("-0", "0")])
def test_zeros_and_signs_that_do_nothing_are_doubtful(value, code):
    answer = read(value, REGISTRATION["child_age_at_start"])
    assert answer.code == code and answer.doubt


@pytest.mark.parametrize("value", ["?", "ONBEKEND", "onbekend ", "weet niet", "Onbekend", "unknown"])
def test_unknown_is_read_as_the_codebook_lists_it(value):
    assert read(value, REGISTRATION["housing"]).code == "unknown"


@pytest.mark.parametrize("value", ["n.v.t.", "NVT", "nvt", "Niet van toepassing"])
def test_not_applicable_is_read_where_it_may_stand_and_nowhere_else(value):
    assert read(value, REGISTRATION["housing"]).code == "not_applicable"
    with pytest.raises(Unreadable):
        read(value, REGISTRATION["mother_age"])


@pytest.mark.parametrize("name", [name for name, v in REGISTRATION.items() if v.type == "category"])
def test_every_label_of_the_codebook_is_read_whatever_its_capitals_and_spaces(name):
    variable = REGISTRATION[name]
    for code, label in codebook.labels(variable.categories).items():
        assert read(f"  {label.upper()}\xa0", variable).code == code
        assert label in expected(variable)


def test_the_nearest_answer_is_told():
    with pytest.raises(Unreadable) as error:
        read("Dak of thuisloos", REGISTRATION["housing"])
    assert error.value.nearest == "Dak- of thuisloos"


@pytest.mark.parametrize("value", ["=1+1", "@SUM(A1)", "+31", "-2", "<b>3</b>", "", "a\nb"])
def test_a_number_of_a_dossier_is_no_formula_and_no_markup(value):
    with pytest.raises(Unreadable):
        read(value, REGISTRATION["dossier"])


def test_accents_dashes_and_quotes_of_every_kind_are_the_same():
    assert fold("Crisisopvang / residentie\u0308le") == fold("crisisopvang/residentiële")
    assert fold("Dak\u2013 of thuisloos") == fold("dak- of  thuisloos")
