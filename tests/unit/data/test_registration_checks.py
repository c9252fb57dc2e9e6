"""Answers of the registration that cannot be together are refused."""

import pytest

from helpers.data import records, registration_checks


def test_a_second_trajectory_points_to_a_first(codes, load):
    second = codes.index[codes["first_dossier"].str.startswith("SYN-")][0]
    codes.at[second, "first_dossier"] = "SYN-999"
    with pytest.raises(records.RecordsError, match="'SYN-999' is geen eerste traject"):
        load(codes)


def test_an_impossible_combination_is_refused(codes, load):
    alone = codes.index[codes["family_composition"] == "single"][0]
    codes.at[alone, "partner_income"] = "work"
    with pytest.raises(records.RecordsError, match=f"rij {alone + 2}, .*kunnen niet samen .*partner"):
        load(codes)


@pytest.mark.parametrize(
    ("column", "came", "value", "expected"),
    [
        ("housing_end", False, "adequate", "verwacht: not_applicable"),
        ("org_caw_end", True, "not_applicable", "verwacht: een ander antwoord"),
        ("admin_vdab_birth", False, "yes", "verwacht: not_applicable"),
        ("admin_vdab_birth", True, "not_applicable", "verwacht: een ander antwoord"),
    ],
)
def test_a_later_answer_stands_where_the_moment_came(codes, load, column, came, value, expected):
    moment = column.rpartition("_")[2]
    row = codes.index[registration_checks.moment_came(codes, moment)[0 if came else 1]][0]
    codes.at[row, column] = value
    with pytest.raises(records.RecordsError) as error:
        load(codes)
    assert f"gezinnen.csv: rij {row + 2}, kolom '{column}': '{value}'" in str(error.value)
    assert expected in str(error.value)


def test_the_end_of_a_running_dossier_of_opkomst_plus_is_recorded(codes):
    running = (codes["end_month"] == "not_applicable") & (codes["start_month"] <= "2023-09")
    came, never = registration_checks.moment_came(codes, "end")
    assert came[running & (codes["programme"] == "opkomst_plus")].all()
    assert never[running & (codes["programme"] == "opkomst")].all()
    assert not (came | never)[codes["first_dossier"] != "not_applicable"].any()


def test_a_question_that_may_not_apply_at_the_start_may_not_apply_later():
    assert registration_checks.may_not_apply("housing_end")
    assert not registration_checks.may_not_apply("org_caw_end")
    assert not registration_checks.may_not_apply("admin_vdab_birth")


def test_without_dossiers_nothing_is_wrong(codes):
    assert registration_checks.problems(codes[:0]) == []
