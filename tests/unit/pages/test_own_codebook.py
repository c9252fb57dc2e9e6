"""The codebook of a book of one's own."""

import re

import pytest

from helpers.data.workbook.settings import Programme, Settings
from helpers.own.meanings import meanings

TABLE = {"id": "housing", "title": "Huisvesting"}


def shown(page, kinds=("registration",), tables=(), **settings):
    given = {"programmes": (Programme("<i>Kort</i>"),), "first_month": "2024-01", "last_month": "2025-12"} | settings
    known = meanings(Settings("Stad", **given), kinds)
    return page("codeboek", {"place": "Stad", "threshold": 5, "tables": list(tables), "codebook": known})


def test_a_question_with_a_table_has_a_link_to_it(page):
    made = shown(page, tables=[TABLE])
    assert made.count('href="gezinnen.html#eigen-') == made.count('href="gezinnen.html#eigen-housing"') == 1


def test_a_name_from_the_workbook_is_no_markup(page):
    made = shown(page, partners=("<b>A</b>",))
    assert "&lt;i&gt;Kort&lt;/i&gt;" in made and "<li>&lt;b&gt;A&lt;/b&gt;</li>" in made


def test_what_a_change_counts_is_said_where_it_is_not_simply_yes(page):
    made = shown(page, kinds=("registration", "interviews"))
    entries = dict(re.findall(r'<details id="([^"]+)">(.*?)</details>', made))
    counted = "<dt>Telt als ‘ja’, of als goede score</dt><dd>"
    assert f"{counted}Vaste betaalbare en kwalitatieve huisvesting; Sociale woning" in entries["registration-housing"]
    assert counted not in entries["registration-admin_vdab"] and counted not in entries["registration-referrer"]
    assert {f"{counted}3; 4<" in entry for id, entry in entries.items() if id.startswith("interviews-")} == {
        False,
        True,
    }


@pytest.mark.parametrize(
    ("long", "sentence"),
    [
        ((), ""),
        (("A",), "Dit programma is lang, zodat er ook gemeten wordt terwijl de begeleiding nog loopt: A."),
        (
            ("A", "B"),
            "Deze programma's zijn lang, zodat er ook gemeten wordt terwijl de begeleiding nog loopt: A en B.",
        ),
    ],
)
def test_programmes_that_are_long_are_named(page, long, sentence):
    made = shown(page, programmes=(*(Programme(name, True) for name in long), Programme("C")))
    assert sentence in made
    assert ("gemeten wordt" in made) == bool(long)


def test_what_was_not_filled_in_is_said(page):
    assert "Niet ingevuld, en dus ook niet in dit boek: de casestudie en de interviews." in shown(page)
    everything = ("registration", "case_study", "interviews")
    assert "Niet ingevuld" not in shown(page, everything)


def test_a_city_without_partner_organisations_has_a_sentence(page):
    assert "Er zijn geen partnerorganisaties opgegeven." in shown(page)
