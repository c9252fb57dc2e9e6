"""Schemes, timeline and glossary: what the report says, and no number of our own."""

import re
from fractions import Fraction

import pytest

from helpers.data import context, published, records
from helpers.data.files import CONTEXT, read_rows
from helpers.tables import catalogue

SCHEMES = context.schemes()


@pytest.mark.parametrize("id", SCHEMES)
def test_lines_tie_known_boxes_and_only_placed_ones(id):
    scheme = SCHEMES[id]
    levels = {node.key: node.level for node in scheme.placed}
    assert scheme.links
    for link in scheme.links:
        assert levels[link.end] == levels[link.start] + 1
    tied = {link.start for link in scheme.links} | {link.end for link in scheme.links}
    assert tied == set(levels)


def test_schemes_have_the_titles_that_the_report_lists():
    assert {scheme.number for scheme in SCHEMES.values()} == {1, 13}
    assert not set(SCHEMES) & set(catalogue.all_outputs())


@pytest.mark.parametrize(
    "moment", [m for m in context.timeline() if m.entry.startswith("tekst-")], ids=lambda m: m.when
)
def test_dates_are_those_that_the_report_prints(moment):
    # Where a section prints the year alone, another prints the month.
    assert moment.date == published.printed(moment.entry)


def test_dates_without_an_entry_follow_from_a_table_or_the_title_page():
    others = {moment.entry: moment.when for moment in context.timeline() if not moment.entry.startswith("tekst-")}
    assert set(others) == {"tabel-2", "titelblad"}
    table = catalogue.find("tabel-2").function(records.load())
    first = min(row for row, label in table.rows.items() if row.isdigit() and table[row, "opkomst_plus"].value)
    assert others["tabel-2"] == first


@pytest.mark.parametrize("file", ["schemes", "scheme_nodes", "timeline", "glossary"])
def test_no_number_is_typed_in_a_label(file):
    for row in read_rows(CONTEXT / f"{file}.csv"):
        for column, text in row.items():
            if column.removesuffix("_nl") in ("label", "detail", "text", "note", "definition", "unplaced"):
                assert not re.search(r"\d", re.sub(r"\{[^}]*\}", "", text)), text


def test_no_spelling_belongs_to_two_terms():
    forms = [form.casefold() for term in context.glossary() for form in term.forms]
    assert len(forms) >= len(context.glossary()) >= 30
    assert len(set(forms)) == len(forms)
    assert all(term.term in term.forms and term.definition.endswith(".") and term.source for term in context.glossary())


def test_a_year_alone_spans_the_whole_year():
    year, month = (context.Moment(when, "", "", "", "") for when in ("2018", "2018-12"))
    assert year.span == (2018, 2019) and year.date == "2018"
    assert month.date == "december 2018"
    assert month.span == pytest.approx((2018 + float(Fraction(11, 12)), 2019))
