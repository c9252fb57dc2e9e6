"""Quotations are counted, and compared with scores."""

import pytest

from helpers.data import instrument, quotations, records
from helpers.tables import catalogue, voices


def test_every_quotation_is_counted_in_one_theme_and_one_voice():
    documents = quotations.count(lambda quotation: quotation.voice == "document")
    by_theme = [heard for row in voices.by_theme().values() for heard in row.values()]
    for counted in (by_theme, voices.in_all().values()):
        assert sum(heard.quotations for heard in counted) + documents == len(quotations.quotations())
    assert sum(heard.quotations for *_, heard in voices.by_role().values()) == len(quotations.quotations())


def test_nobody_speaks_without_a_quotation():
    cells = [heard for row in voices.by_theme().values() for heard in row.values()]
    for heard in cells:
        assert bool(heard.quotations) == bool(heard.speakers.most)
        assert heard.speakers.least <= heard.speakers.most <= heard.quotations


@pytest.mark.parametrize(("better", "rose"), [(5, True), (4, False)])
def test_numbers_and_stories_are_compared(table_26, better, rose):
    compared = voices.numbers_and_stories(table_26(better, 8))
    assert {one.rose for one in compared} == {rose}
    assert all(one.helped <= one.heard.quotations for one in compared)
    assert [one.indicator for one in compared] == list(instrument.indicators("interview"))


def test_the_scores_of_the_report_can_be_compared():
    table = catalogue.find("Tabel 26").function(records.load("interviews"))
    compared = voices.numbers_and_stories(table)
    assert {one.rated for one in compared} == {table[one.indicator, "start"].n for one in compared}
    assert all(0 <= one.better <= one.rated for one in compared)
