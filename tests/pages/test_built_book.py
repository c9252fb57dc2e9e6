"""The built pages, as a reader gets them."""

import json
import re
from collections import Counter

import pytest
import yaml

from helpers.data.files import ROOT
from helpers.dutch.typography import typeset
from helpers.pages.parts.stored_outputs import shown_outputs
from helpers.tables import catalogue

OUTPUTS = catalogue.all_outputs()

CITATION = ROOT / "CITATION.cff"


def blocks(pages, id):
    return [(name, page) for name, page in pages.items() if page.find(id=id)]


@pytest.mark.parametrize("id", OUTPUTS)
def test_every_output_stands_once_in_the_book_under_its_own_number(pages, id):
    ((_, page),) = blocks(pages, id)
    caption = page.find(id=id).find(["caption", "figcaption"])
    number = id.replace("-", " ").capitalize()
    assert re.match(rf"{number}\b", caption.get_text(" ", strip=True))
    assert typeset(OUTPUTS[id].title) in caption.get_text(" ", strip=True)


@pytest.mark.parametrize("id", OUTPUTS)
def test_every_output_can_be_downloaded_where_it_stands(pages, id):
    ((_, page),) = blocks(pages, id)
    notes = page.find(id=id).find_next(class_="opk-notes")
    assert notes.find("a", download=f"{id}.csv")
    assert re.search(r"\bn: |Geteld: ", notes.get_text(" "))


def test_cross_references_carry_the_number_of_what_they_point_to(pages, html):
    links = 0
    for page in pages.values():
        for link in page.select("a.reference.internal"):
            if match := re.fullmatch(r"(Tabel|Figuur) (\d+)", link.get_text(strip=True)):
                target, _, anchor = link["href"].partition("#")
                assert anchor == f"{match[1].lower()}-{match[2]}"
                other = pages[target.rpartition("/")[2].removesuffix(".html")] if target else page
                assert other.find(id=anchor)
                links += 1
    assert links >= 10


def test_the_list_of_tables_and_figures_leads_to_all_of_them_by_their_titles(pages):
    page = pages["bijlage_alle_tabellen_en_figuren"]
    links = {link["href"].rpartition("#")[2]: link for link in page.select(".opk-list a")}
    report = [*(f"tabel-{number}" for number in range(1, 30)), *(f"figuur-{number}" for number in range(1, 22))]
    assert list(links)[: len(report)] == report
    assert set(links) == {about["id"] for _, about in shown_outputs()}
    for id, link in links.items():
        name = link["href"].partition("#")[0].removesuffix(".html")
        assert pages[name].find(id=id)
        if id in OUTPUTS:
            assert link.get_text().startswith(f"{id.replace('-', ' ').capitalize()} {typeset(OUTPUTS[id].title)}")


def test_what_a_picture_shows_stands_above_it_and_its_title_below(pages):
    told = [shown for page in pages.values() for shown in page.select("figure > .opk-shows")]
    assert told
    for shown in told:
        around = [child.name for child in shown.parent.find_all(recursive=False)]
        assert around[0] == "p" and around[-1] == "figcaption"
        # Of what is fixed only: an alternative text speaks of nothing else.
        assert shown.get_text() in shown.parent.img["alt"]


#: Chapters of findings.
CHAPTERS = ["03_opkomst_in_cijfers", "04_impact_registratie", "05_casestudie", "06_interviews"]


def test_a_section_with_a_table_or_figure_begins_with_what_was_found(pages):
    """Not with a question, and not with what the table below it is about."""
    asks_or_points = re.compile(r"\?$|^(Tabel|Figuur) \d+ (doet|toont|zet)\b")
    begun = 0
    for section in (one for name in CHAPTERS for one in pages[name].select("article section")):
        first = section.select_one("p, li")
        if section.select_one("section") or not section.select_one("[id^=tabel-], [id^=figuur-]") or not first:
            continue
        sentence, *_ = re.split(r"(?<=[.?!])\s", first.get_text(" ", strip=True))
        assert not asks_or_points.search(sentence), sentence
        begun += 1
    assert begun > 25


def test_every_picture_has_a_description(pages):
    pictures = [picture for page in pages.values() for picture in page.select("article img")]
    assert len(pictures) >= sum(id.startswith("figuur") for id in OUTPUTS)
    for picture in pictures:
        assert len(picture["alt"].split()) >= 8, picture["alt"]


def test_tables_have_captions_and_scopes(pages):
    tables = [table for page in pages.values() for table in page.select("article table")]
    assert len(tables) >= sum(id.startswith("tabel") for id in OUTPUTS)
    for table in tables:
        # A table within a figure has the caption of the figure.
        assert table.caption or table.find_parent("figure", class_="opk-instrument")
        assert all(header.get("scope") for header in table.find_all("th"))


def test_code_waits_behind_a_line_to_tap(pages):
    inputs = [code for page in pages.values() for code in page.select(".cell_input")]
    assert inputs
    assert not [code.get_text() for code in inputs if not code.find_parent("details")]


def test_no_two_folds_of_a_page_are_heard_under_one_name(pages):
    for name, page in pages.items():
        heard = Counter(" ".join(fold.get_text(" ").split()) for fold in page.select("article summary"))
        assert not {words: count for words, count in heard.items() if count > 1}, name


def test_ids_are_unique_in_a_page(pages):
    for name, page in pages.items():
        ids = [element["id"] for element in page.find_all(id=True)]
        assert len(set(ids)) == len(ids), name


def test_every_page_with_outputs_says_that_they_are_synthetic(pages):
    for page in pages.values():
        if page.find(class_="opk-notes"):
            assert "Dit zijn geen echte dossiers." in page.find("article").get_text()


def test_nothing_is_loaded_from_elsewhere(html):
    for path in html.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for tag in re.findall(r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*>", text):
            assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", tag), f"{path.name}: {tag}"


def test_every_page_says_what_it_is_and_how_to_cite_it(pages):
    told = {name: page.find("meta", attrs={"name": "description"})["content"] for name, page in pages.items()}
    assert len(set(told.values())) == len(told)
    assert all(60 <= len(text) <= 155 for text in told.values())
    cited = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    for page in pages.values():
        assert page.find("meta", attrs={"name": "citation_author"})["content"] == cited["authors"][0]["name"]
        assert page.find("meta", property="og:title")["content"].endswith(". OPkomst onder de loep")
        assert page.find("link", rel="icon")["href"].startswith("../_static/favicon.svg")
    linked = json.loads(pages["00_in_een_oogopslag"].find("script", type="application/ld+json").string)
    assert (linked["name"], linked["version"]) == (cited["title"], cited["version"])


def test_the_book_stands_below_any_address(html):
    for path in html.rglob("*.html"):
        assert not re.search(r"""(?:src|href)=["']/""", path.read_text(encoding="utf-8")), path.name


def test_no_value_is_missing_from_the_prose(pages):
    for name, page in pages.items():
        text = page.find("article").get_text(" ")
        assert "{glue" not in text and "??" not in text, name
