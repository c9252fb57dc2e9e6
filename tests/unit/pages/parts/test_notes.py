"""What stands below a table."""

from functools import cache

import pytest
from bs4 import BeautifulSoup

from helpers.checking import verify
from helpers.data import published, records
from helpers.data.files import RELATIONS, read_rows
from helpers.pages.parts import contradictions, notes
from helpers.tables import catalogue

TABLES = [id for id in catalogue.all_outputs() if id.startswith("tabel")]


@cache
def computed(id: str):
    found = catalogue.find(id)
    return found.function(records.load(found.records))


@cache
def below(id: str) -> list[str]:
    """The notes on contradictions below a table."""
    found = BeautifulSoup(notes.notes_html(computed(id)), "html.parser").find_all(class_="opk-erratum")
    return [note.get_text() for note in found]


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("tabel-1", "gedrukt 238 bij ‘Totaal’; uit andere gedrukte cijfers volgt 246."),
        ("tabel-10", "gedrukt 24,0% bij ‘%’; uit andere gedrukte cijfers volgt 23,9%."),
        # Any lower score would do; the records have one of them.
        ("tabel-25", "gedrukt 4,0 bij ‘OPkomst · Einde’; dat botst met andere gedrukte cijfers."),
        ("tabel-29", "100% bij ‘Totaal’; uit andere gedrukte cijfers volgt dat er geen getal kan staan."),
    ],
)
def test_a_contradiction_says_what_is_printed_and_what_follows_if_something_does(id, told):
    assert told in " ".join(below(id))


def test_every_erratum_stands_below_its_table_and_nothing_else_does():
    printed = published.cells().set_index(published.KEY)["printed"]
    told = {id: [] for id in TABLES}
    for row in read_rows(RELATIONS / "errata.csv"):
        if row["id"] in told:
            name = contradictions.label(row["row"], row["id"])
            parts = f" ‘{name}’: ", printed[row["id"], row["row"], row["column"]], row["explanation_nl"]
            found = [note for note in below(row["id"]) if all(part in note for part in parts)]
            assert found, row
            told[row["id"]] += found
    assert {id: set(notes) for id, notes in told.items()} == {id: set(below(id)) for id in TABLES}


def test_no_note_is_told_twice():
    for id in TABLES:
        told = [one.get_text() for one in BeautifulSoup(notes.notes_html(computed(id)), "html.parser").find_all("p")]
        assert len(told) == len(set(told)), id


def test_contradictions_of_one_row_stand_in_one_note():
    table = computed("tabel-29")
    errata = [check for check in verify.checks_for(table) if check.status == verify.ERRATUM]
    (note,) = BeautifulSoup(notes.notes_html(table), "html.parser").find_all(class_="opk-erratum")
    assert len(errata) == 5
    assert all(f"‘{contradictions.label(check.column)}’" in note.get_text() for check in errata)


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("tabel-1", "12 gedrukte cijfers nagekeken · ⚠ 1 botst met andere"),
        ("tabel-10", "15 gedrukte cijfers nagekeken · ± 1 hangt af van hoe je telt"),
        ("tabel-12", "22 gedrukte cijfers nagekeken · n = 284 · details"),
    ],
)
def test_one_line_says_what_was_checked_and_the_rest_is_closed(id, line):
    about, origin = BeautifulSoup(notes.notes_html(computed(id)), "html.parser").find_all("details")
    assert origin in about.find_all("details")
    assert about.summary.get_text().startswith(line)
    assert not about.has_attr("open") and about.find("a", download=True)
