"""Findings: every contradiction once, graded, proven, and linked from what it is about."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from helpers.checking import findings, printed, verify
from helpers.checking.findings import GRADES, WEIGHTS
from helpers.checking.name_variants import name_variants
from helpers.checking.rules import power
from helpers.checking.rules.evidence import cross_checking
from helpers.checking.standings import CONSISTENT, STANDINGS, count, standing
from helpers.data import records
from helpers.data.files import RELATIONS, read_rows
from helpers.figures.heat_map import _LOOKS, heat_map
from helpers.pages.findings import findings_html, sentence
from helpers.pages.parts import notes, stored_outputs
from helpers.pages.verification import power_html, show_findings, show_heat_map, verification_html
from helpers.tables import catalogue
from helpers.tables.disclosure import ConfidentialError


@pytest.fixture(scope="module")
def dossiers():
    return records.load_all()


@pytest.fixture(scope="module")
def checks(dossiers):
    return verify.verify(*dossiers)


@pytest.fixture(scope="module")
def found(checks):
    return findings.findings(checks)


@pytest.fixture(scope="module")
def page(dossiers):
    return BeautifulSoup(findings_html(*dossiers), "html.parser")


def of(found, id, row="", column=""):
    (finding,) = [f for f in found if f.erratum.key == (id, row, column)]
    return finding


def is_proven_wrong(erratum):
    """Whether every other number of the proof is itself cross-checked without the contradicted one."""
    known = printed.declarations()
    others = [key for key in known.relations[erratum.relation].keys if key != erratum.key]
    return all(
        cross_checking(key, [r for r in known.relations_of[key] if erratum.key not in r.keys], known.printed)
        for key in others
    )


def test_every_contradiction_is_a_finding_and_the_gravest_come_first(found):
    assert sorted(f.erratum.key for f in found) == sorted(printed.declarations().erratum_of)
    ranks = [(list(WEIGHTS).index(f.weight), list(GRADES).index(f.grade)) for f in found]
    assert ranks == sorted(ranks)


def test_every_contradiction_is_graded_once():
    rows = read_rows(RELATIONS / "findings.csv")
    graded = [(row["id"], row["row"], row["column"]) for row in rows]
    assert sorted(graded) == sorted(erratum.key for erratum in printed.declarations().errata)
    assert {row["grade"] for row in rows} <= set(GRADES)
    assert {row["weight"] for row in rows} <= set(WEIGHTS)


def test_a_number_is_only_called_wrong_when_the_others_are_certain(found):
    wrong = [f.erratum for f in found if f.grade == "wrong"]
    assert wrong
    assert all(map(is_proven_wrong, wrong))
    # One of two numbers is wrong, and nothing else says which.
    assert not is_proven_wrong(
        of(found, "tekst-achterflap-b", "periode waarin de gezinnen begeleid zijn", "Totaal").erratum
    )


def test_a_finding_says_what_it_would_be_and_how_little_it_takes(found):
    housing = of(found, "tabel-10", "Onbekend/niet van toepassing", "%")
    assert (housing.printed, housing.should_be, housing.judgement.standing) == ("24,0%", "23,9%", "only_under")
    complement = of(found, "tabel-18", "Groeipakket", "Bij start")
    assert (complement.nearest.kind, complement.nearest.change) == ("complement", "88")
    forced = of(found, "tabel-28", "Uitkering of tegemoetkoming", "Alleenstaand")
    assert forced.nearest.kind == "forced_to_100"
    twice = of(found, "tabel-28", "Onbekend/ NVT", "Koppel - nieuw samengesteld gezin")
    assert twice.nearest.kind == "double_rounding"


def test_a_number_that_print_does_not_fix_is_never_what_it_should_be(found, dossiers):
    # Any lower score would do; the records have one of them.
    lower = of(found, "tabel-25", "Zelfvertrouwen rol mama", "OPkomst · M2-")
    assert (lower.should_be, lower.nearest) == ("", None)
    notes_of_table = notes.notes_html(catalogue.tables_of(*dossiers)["tabel-25"])
    assert "gedrukt 4,0 bij ‘OPkomst · M2-’; dat botst met andere gedrukte cijfers." in notes_of_table
    # Here two other cells of the same relation are contradicted too.
    assert of(found, "tekst-4.2-t", "indicatoren met lage startscore", "OPkomst").should_be == "6"


def test_a_mother_who_came_twice_is_one_mother(found):
    for id, row in [
        ("tekst-5-c", "bereikte moeders januari 2020 tot december 2023"),
        ("brochure-b", "ondersteunde moeders sinds januari 2020"),
    ]:
        finding = of(found, id, row, "Totaal")
        assert (finding.should_be, finding.grade) == ("", "wording")
        assert finding.judgement.proof == "323 + 18 = 341, meer dan 323"


def test_a_synthetic_share_is_never_what_the_report_should_have_printed(found):
    brochure = of(found, "brochure-l", "gezinnen via een externe partner", "Totaal")
    assert brochure.should_be == ""
    assert "niet bij ‘2 op 5’" in brochure.judgement.proof


def test_the_page_has_every_finding_once_under_an_anchor(found, page):
    groups = findings.grouped(found)
    sections = page.select(".opk-finding")
    assert [finding for group in groups for finding in group] == found
    assert [section["id"] for section in sections] == [group[0].anchor for group in groups]
    assert len({section["id"] for section in sections}) == len(sections)
    for section, group in zip(sections, groups, strict=True):
        text = section.get_text(" ")
        for finding in group:
            assert finding.printed in text
            assert sentence(finding.judgement.proof) in text
            assert GRADES[finding.grade] in text
    headings = [heading.get_text() for heading in page.select("h3")][:-1]
    assert sum(int(re.search(r"\((\d+)\)$", heading)[1]) for heading in headings) == len(sections)


def test_one_row_without_people_is_one_finding(page):
    (section,) = page.select("#bevinding-tabel-29-invalideitsvergoeding-alleenstaand")
    assert section.h4.get_text() == "Tabel 29: ‘Invalideitsvergoeding’"
    assert "100% bij ‘Totaal’" in section.get_text()
    assert section.get_text().count("De rij kan leeg blijven.") == 1


def test_a_finding_links_back_to_its_tables(found, page):
    shown = {id: (path.stem, id) for path, about in stored_outputs.shown_outputs() if (id := about["id"])}
    for section, group in zip(page.select(".opk-finding"), findings.grouped(found), strict=True):
        links = {tuple(link["href"].split(".html#")) for link in section.select("a")}
        ids = {group[0].erratum.id, *findings.sources(group[0].erratum)}
        assert links == {shown[id] for id in ids if findings._is_output(id)}
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


def test_every_affected_table_and_figure_links_to_its_finding(found, page, dossiers):
    anchors = {section["id"] for section in page.select(".opk-finding")}
    made = catalogue.tables_of(*dossiers)
    links = {
        id: {
            link["href"].partition("#")[2]
            for link in BeautifulSoup(notes.notes_html(table), "html.parser").select('a[href^="08_verificatie.html#"]')
        }
        for id, table in made.items()
    }
    assert set().union(*links.values()) <= anchors
    for finding, *_ in findings.grouped(found):
        if finding.erratum.id in made:
            assert finding.anchor in links[finding.erratum.id]
    assert links["tabel-13"] == {
        of(found, "tekst-3.8-g", "verhouding gemiddeld aantal problemen", "OPkomst+ tegenover OPkomst").anchor
    }
    assert links["tabel-7"] == set()


def test_standings_tell_apart_what_fits_from_what_nothing_speaks_of(checks):
    counts = count(checks)
    assert counts.total() == len(checks)
    assert set(counts) <= set(STANDINGS)
    assert counts[CONSISTENT]
    # Nothing else in the report speaks of the number of pregnancies that were dated.
    standings = {(check.id, check.row, check.column): standing(check) for check in checks}
    assert standings["tabel-4", "N", ""] == "fitted"
    assert standings["tabel-3", "Duur lopende begeleidingen", "OPkomst · Min."] == CONSISTENT
    assert standings["tabel-9", "Geen werk", "N"] == "cross_checked"


def test_the_counts_add_up_to_all_printed_numbers(dossiers, checks):
    page = BeautifulSoup(verification_html(*dossiers), "html.parser")
    total = page.select("#stand tbody tr")[-1]
    shown = sum(int(cell.get_text().replace(".", "")) for cell in total.find_all("td"))
    assert shown == len(checks)


def test_the_map_has_one_square_for_each_printed_cell_of_a_table(checks):
    drawing = heat_map(checks, synthetic=True)
    printed = [check for check in checks if check.id.startswith("tabel-")]
    (ax,) = drawing.figure.axes
    assert len(ax.patches) == len(printed) == len(drawing.table.cells)
    signs = [look.sign for check in printed if (look := _LOOKS[standing(check)]).sign]
    assert len(ax.collections) == len(signs)
    assert str(sum(standing(check) == "erratum" for check in printed)) + " botst" in drawing.alt
    assert drawing.png() == drawing.png()


def test_no_two_standings_look_the_same_in_grey():
    assert set(_LOOKS) == set(STANDINGS)
    looks = {(look.colour, look.sign) for look in _LOOKS.values()}
    assert len(looks) == len(_LOOKS)
    # What contradicts has a sign of its own, whatever the colour.
    signs = [look.sign for look in _LOOKS.values() if look.sign]
    assert len(set(signs)) == len(signs)


def test_the_explanation_of_the_map_shows_the_sign_of_each_standing(checks):
    figure = heat_map(checks, synthetic=True).figure
    used = [look for name, look in _LOOKS.items() if name in {standing(c) for c in checks if c.id.startswith("tabel-")}]
    (legend,) = figure.legends
    squares = [found for found in legend.findobj(Rectangle) if found is not legend.get_frame()]
    assert [to_hex(square.get_facecolor()) for square in squares] == [look.colour for look in used]
    signs = [line.get_marker() for line in legend.findobj(Line2D)]
    assert signs == [look.sign for look in used if look.sign]


def test_the_map_squares_do_not_overlap(checks):
    ax = heat_map(checks, synthetic=True).figure.axes[0]
    corners = {(round(p.get_x(), 3), round(p.get_y(), 3)) for p in ax.patches}
    assert len(corners) == len(ax.patches)
    assert max(p.get_x() + p.get_width() for p in ax.patches) <= ax.get_xlim()[1]


def test_the_power_page_names_every_misprint():
    rows = BeautifulSoup(power_html(), "html.parser").select("tbody tr")
    assert len(rows) == len(power.MISPRINTS)
    assert all(row.td.get_text().endswith("%") for row in rows)


@pytest.mark.parametrize("reveal", [show_findings, show_heat_map])
def test_nothing_is_shown_of_real_records(reveal, dossiers):
    with pytest.raises(ConfidentialError):
        reveal(*(replace(given, synthetic=False) for given in dossiers))
