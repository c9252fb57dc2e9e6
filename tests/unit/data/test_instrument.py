"""The instruments as data."""

import re

import pytest

from helpers.data import codebook, instrument, published

CASE_STUDY = instrument.indicators("case_study")


def test_the_tables_have_exactly_the_indicators_that_are_marked_so():
    cells = published.cells()
    printed = cells.loc[cells["id"] == "tabel-21", "row"].drop_duplicates()
    assert [found.label_nl for found in instrument.in_tables("case_study").values()] == list(printed)


def test_what_the_tables_leave_out_has_a_reason_and_nothing_else_has():
    assert all(bool(found.reason_nl) != found.in_tables for found in CASE_STUDY.values())
    assert sum(not found.in_tables for found in CASE_STUDY.values()) == 6


def test_every_indicator_has_five_levels_but_for_the_one_that_the_report_leaves_empty():
    incomplete = {code for code in CASE_STUDY if instrument.scores("case_study", code) != [1, 2, 3, 4, 5]}
    assert incomplete == {"baby_kit_expecting"}
    assert instrument.scores("case_study", "baby_kit_expecting") == [1, 2, 4, 5]


def test_the_answers_without_a_score_hold_for_every_indicator():
    for code in CASE_STUDY:
        assert list(instrument.levels("case_study", code))[-2:] == ["unknown", "not_applicable"]
    assert {"unknown", "not_applicable"} <= set(codebook.categories("missing"))


def test_the_levels_of_an_indicator_differ():
    for code in CASE_STUDY:
        descriptions = list(instrument.levels("case_study", code).values())
        assert len(set(descriptions)) == len(descriptions)
        assert all(re.search(r"\w", text) for text in descriptions)


def test_domains_keep_the_order_of_the_instrument():
    grouped = instrument.by_domain("case_study")
    assert list(grouped) == list(codebook.labels("domain").values())
    assert [found.code for group in grouped.values() for found in group] == list(CASE_STUDY)


def test_an_unknown_indicator_is_refused():
    with pytest.raises(KeyError, match="no indicator 'shoes'"):
        instrument.levels("case_study", "shoes")


INTERVIEW = instrument.indicators("interview")


def test_the_interviews_have_the_indicators_of_their_table():
    cells = published.cells()
    printed = cells.loc[(cells["id"] == "tabel-26") & (cells["row"] != "N"), "row"].drop_duplicates()
    assert [found.label_nl for found in INTERVIEW.values()] == list(printed)


def test_every_indicator_of_the_interviews_has_the_same_four_levels():
    assert all(instrument.scores("interview", code) == [1, 2, 3, 4] for code in INTERVIEW)
    assert len({tuple(instrument.levels("interview", code).items()) for code in INTERVIEW}) == 1
