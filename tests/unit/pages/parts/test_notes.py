"""What stands below a table."""

from functools import cache

from bs4 import BeautifulSoup

from helpers.checking import findings, printed, verify
from helpers.data import records
from helpers.pages.parts import contradictions, notes
from helpers.tables import catalogue

TABLES = [id for id in catalogue.all_outputs() if id.startswith("tabel")]


@cache
def computed(id: str):
    found = catalogue.find(id)
    return found.function(records.load(found.records))


def test_every_erratum_stands_below_its_table():
    found = 0
    for id in TABLES:
        table = computed(id)
        text = BeautifulSoup(notes.notes_html(table), "html.parser").get_text()
        for check in verify.checks_for(table):
            if check.status == verify.ERRATUM:
                instead = "dat er geen getal kan staan" if check.computed == "/" else check.computed
                outcome = f"volgt {instead}" if findings.follows(check) else "botst met andere gedrukte cijfers"
                assert all(part in text for part in (check.printed, outcome, check.reason))
                found += 1
    assert found == sum(entry.id.startswith("tabel-") for entry in printed.declarations().errata)


def test_contradictions_of_one_row_stand_in_one_note():
    table = computed("tabel-29")
    errata = [check for check in verify.checks_for(table) if check.status == verify.ERRATUM]
    (note,) = BeautifulSoup(notes.notes_html(table), "html.parser").find_all(class_="opk-erratum")
    assert len(errata) == 5
    assert all(f"‘{contradictions.label(check.column)}’" in note.get_text() for check in errata)
