"""The counts of the verification, and the findings linked to and from what each is about."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from helpers.checking import findings, noticed, printed
from helpers.checking.findings import GRADES
from helpers.checking.name_variants import name_variants
from helpers.dutch.typography import typeset
from helpers.pages.parts import notes, stored_outputs
from helpers.pages.verification import (
    sentence,
    show_findings,
    show_gravest,
    show_heat_map,
    show_noticed,
    show_verification,
)
from helpers.tables import catalogue
from helpers.tables.disclosure import ConfidentialError


@pytest.fixture(scope="module")
def page(html_of):
    return BeautifulSoup(html_of(show_findings), "html.parser")


def of(found, id, row="", column=""):
    (finding,) = [f for f in found if f.erratum.key == (id, row, column)]
    return finding


def test_the_page_has_every_finding_once_under_an_anchor(contradictions, page):
    groups = findings.grouped(contradictions)
    sections = page.select(".opk-finding")
    assert [finding for group in groups for finding in group] == contradictions
    assert [section["id"] for section in sections] == [group[0].anchor for group in groups]
    assert len({section["id"] for section in sections}) == len(sections)
    for section, group in zip(sections, groups, strict=True):
        text = section.get_text(" ")
        for finding in group:
            assert typeset(finding.printed) in text
            assert typeset(sentence(finding.judgement.proof)) in text
            assert GRADES[finding.grade] in text
    headings = [heading.get_text() for heading in page.select("h3")][:-2]
    assert sum(int(re.search(r"\((\d+)\)$", heading)[1]) for heading in headings) == len(sections)


def test_first_come_the_proven_mistakes_that_touch_a_conclusion(contradictions, page, html_of):
    lines = BeautifulSoup(html_of(show_gravest), "html.parser").select("li")
    mine = [one for one in contradictions if (one.weight, one.grade) == ("conclusion", "wrong")]
    assert lines
    assert {line.a["href"].removeprefix("#") for line in lines} <= {one["id"] for one in page.select(".opk-finding")}
    told = " ".join(line.get_text() for line in lines)
    assert all(one.printed in told and one.should_be in told for one in mine)


def test_one_row_without_people_is_one_finding(page):
    (section,) = page.select("#bevinding-tabel-29-invalideitsvergoeding-alleenstaand")
    assert section.h4.get_text() == "Tabel 29: ‘Invaliditeitsvergoeding’"
    assert "100% bij ‘Totaal’" in section.get_text()
    assert section.get_text().count("De rij kan leeg blijven.") == 1


def test_a_finding_links_back_to_its_tables(contradictions, page):
    shown = {id: (path.stem, id) for path, about in stored_outputs.shown_outputs() if (id := about["id"])}
    for section, group in zip(page.select(".opk-finding"), findings.grouped(contradictions), strict=True):
        links = {tuple(link["href"].split(".html#")) for link in section.select("a")}
        erratum = group[0].erratum
        ids = {erratum.id, *(key[0] for key in printed.declarations().relations[erratum.relation].keys)}
        assert links == {shown[id] for id in ids if re.fullmatch(r"(tabel|figuur)-\d+", id)}
    assert stored_outputs.address("tabel-99") == ""


def test_names_written_in_two_ways_are_listed(page):
    shown = [row.get_text(" ", strip=True) for row in page.select("#namen tbody tr")]
    found = {(variant.name, variant.other) for variant in name_variants()}
    assert len(shown) == len(found)
    assert any("Invalideitsvergoeding Tabel 29" in row for row in shown)
    # Found by looking, in tables that are written apart from each other.
    assert ("Inschrijving sociale huisvesting", "Inschrijving soc. huisvesting") in found
    # Two rows of one table are two things, however alike.
    assert not any({"Gezonde interesse", "Zeer gezonde interesse"} == set(pair) for pair in found)


def test_every_affected_table_and_figure_links_to_its_finding(contradictions, page, dossiers):
    anchors = {section["id"] for section in page.select("[id^=bevinding-]")}
    made = catalogue.tables_of(*dossiers)
    links = {
        id: {
            link["href"].partition("#")[2]
            for link in BeautifulSoup(notes.notes_html(table), "html.parser").select('a[href^="08_verificatie.html#"]')
        }
        for id, table in made.items()
    }
    assert set().union(*links.values()) <= anchors
    for finding, *_ in findings.grouped(contradictions):
        if finding.erratum.id in made:
            assert finding.anchor in links[finding.erratum.id]
    assert links["tabel-13"] == {
        of(contradictions, "tekst-3.8-g", "verhouding gemiddeld aantal problemen", "OPkomst+ tegenover OPkomst").anchor
    }
    assert links["tabel-7"] == set()


def test_the_counts_add_up_to_all_printed_numbers(dossiers, checks, html_of):
    page = BeautifulSoup(html_of(show_verification, *dossiers), "html.parser")
    total = page.select("#stand tbody tr")[-1]
    shown = sum(int(cell.get_text().replace(".", "")) for cell in total.find_all("td"))
    assert shown == len(checks)


def test_every_sentence_that_depends_on_its_reading_says_in_which_it_holds(dossiers, checks, html_of):
    page = BeautifulSoup(html_of(show_verification, *dossiers), "html.parser")
    shown = [[cell.get_text() for cell in row.find_all("td")] for row in page.select("#lezingen tbody tr")]
    known = printed.declarations().erratum_of
    depending = [one for one in checks if one.status == "depends" and (one.id, one.row, one.column) not in known]
    assert shown and all(printed_as and reason for printed_as, _, reason in shown)
    assert [row[0] for row in shown] == [typeset(one.printed) for one in depending]


@pytest.mark.parametrize("reveal", [show_verification, show_heat_map])
def test_nothing_is_shown_of_real_records(reveal, dossiers):
    with pytest.raises(ConfidentialError):
        reveal(*(replace(given, synthetic=False) for given in dossiers))


def test_the_page_says_how_many_mistakes_would_be_noticed(html_of):
    page = BeautifulSoup(html_of(show_noticed), "html.parser")
    rows = {
        row.th.get_text(): [cell.get_text() for cell in row.find_all("td")]
        for row in page.select("#opgemerkt tbody tr")
    }
    expected = noticed.shares(list(noticed.trials()))
    assert rows["Samen"] == [f"{float(share * 100):.0f}%" for share in expected.values()]
    assert {"Tabel 1", "Brochure"} < set(rows) and f"in {rows['Samen'][0]} van de gevallen" in page.p.get_text()
