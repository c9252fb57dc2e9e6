"""A book of one's own, from workbooks to pages: nothing of a record is in any file of it."""

import json
import re
import shutil
import sys
from pathlib import Path

import axe
import browser
import dev
import filled_workbook
import pytest
from bs4 import BeautifulSoup
from interface_language import found_in
from openpyxl import load_workbook

from helpers.data import codebook
from helpers.data.files import RECORDS, read_strings
from helpers.pages import own

#: Of ten families, and not in the list of the codebook.
INCOME = "Alimentatie"

#: The tables of a page that scroll sideways, and how far.
WIDE = """[...document.querySelectorAll(".opk-scroll")].filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => [one.ariaLabel, one.scrollWidth - one.clientWidth])"""


@pytest.fixture(scope="module")
def own_book(tmp_path_factory):
    """The folder that `make own` made."""
    kinds = ("registration", "case_study", "interviews")
    data = filled_workbook.fill(tmp_path_factory.mktemp("proef"), kinds, rows=120, scored=2)
    book = load_workbook(data / "registratie.xlsx")
    filled_workbook.write_settings(book["Instellingen"], {"Ander inkomen 1": INCOME})
    for row in range(3, 13):
        book["Dossiers"].cell(row, 1 + [*codebook.variables()].index("mother_income"), INCOME)
    book.save(data / "registratie.xlsx")
    with pytest.MonkeyPatch.context() as patch:
        # Installing is tested elsewhere.
        patch.setattr(dev, "environment", lambda lock: sys.executable)
        patch.setenv("OPKOMST_DATA", str(data))
        dev.own()
    made = dev.ROOT / "own" / data.name
    yield made
    shutil.rmtree(made)


def test_its_pages_show_the_tables(own_book):
    page = (own_book / "_build" / "html" / "gezinnen.html").read_text(encoding="utf-8")
    assert "registratie van Voorbeeldstad" in page
    assert page.count('<table class="opk-table" id="eigen-') > 10


def test_an_income_of_the_city_has_a_row_and_is_in_its_codebook(own_book):
    pages = own_book / "_build" / "html"
    table = (pages / "gezinnen.html").read_text(encoding="utf-8").partition('id="eigen-mother_income"')[2]
    assert f'<th scope="row">{INCOME}</th>' in table.partition("</table>")[0]
    assert f"<li>{INCOME}</li>" in (pages / "codeboek.html").read_text(encoding="utf-8")


def test_it_shows_changes_and_what_they_are_beside(own_book):
    for name, id in (("veranderingen", "verandering-"), ("mechelen", "naast-"), ("scores", "case-study-")):
        page = (own_book / "_build" / "html" / f"{name}.html").read_text(encoding="utf-8")
        assert f'<table class="opk-table" id="{id}' in page


def test_scores_are_apart_for_a_programme_with_enough_families_alone(own_book):
    """Of each programme twenty families or more have scores in the case study, and fewer in the interviews."""
    page = (own_book / "_build" / "html" / "scores.html").read_text(encoding="utf-8")
    case_study, interviews = page.split('id="de-interviews"')
    assert all(f"<h3>Alleen {label}</h3>" in case_study for label in codebook.labels("programme").values())
    assert re.search(r'<table class="opk-table" id="case-study-1-\d', case_study)
    assert "In de interviews staan 18 mama’s." in interviews and "<h3>Alleen" not in interviews
    protection = (own_book / "_build" / "html" / "bescherming.html").read_text(encoding="utf-8")
    assert all(f"de tabellen van de {name} zitten samen" in protection for name in ("registratie", "casestudie"))
    assert "geen enkel aantal kwam uit, ook niet bijna" in protection


def test_its_interface_is_in_dutch(own_book):
    pages = {path.name: path.read_text(encoding="utf-8") for path in (own_book / "_build" / "html").glob("*.html")}
    read = {name: found_in(BeautifulSoup(page, "html.parser")) for name, page in pages.items()}
    assert {name: found for name, found in read.items() if found} == {}


@pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium")
def test_no_table_is_wider_than_a_phone(own_book):
    with browser.Browser(width=360) as chromium:
        for page in sorted((own_book / "_build" / "html").glob("*.html")):
            chromium.open(page)
            chromium.ask("document.querySelectorAll('details').forEach((one) => one.open = true); 0")
            assert chromium.ask(WIDE) == [], page.name


@pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium")
@pytest.mark.parametrize(
    "names", [["Wiegebegeleiding", "Opvoedingsondersteuning"], ["A", "Kiem", "Wieg", "Thuis in Gent"]]
)
def test_no_table_of_any_programmes_is_wider_than_a_phone(own_book, html_of, names):
    counts = [1286] * (len(names) + 1)
    rows = ["Vaste huisvesting, maar te klein, te duur of niet in orde", "Toewijzingsreglement"]
    table = {"id": "proef", "title": "Huisvesting", "columns": [*names, "Totaal"], "rows": rows}
    made = html_of(own.show_tables, {"tables": [table | {"counts": [counts, counts], "bases": counts}]})
    with browser.Browser(width=360) as chromium:
        chromium.open(own_book / "_build" / "html" / "gezinnen.html")
        chromium.ask(f"document.querySelector('article').innerHTML = {json.dumps(made)}; 0")
        assert chromium.ask("document.querySelector('#eigen-proef tbody td').offsetParent !== null")
        assert chromium.ask(WIDE) == []


@pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium")
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(own_book, width):
    pages = [path for path in sorted((own_book / "_build" / "html").glob("*.html")) if path.name != "index.html"]
    with browser.Browser(width=width) as chromium:
        assert axe.faults(chromium, pages) == []
        assert axe.pale(chromium, pages) == []


@pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium")
def test_a_reader_searches_it_from_disk(own_book):
    """In the dialog and on the page of the search, with the words around what was found."""
    html = own_book / "_build" / "html"
    title = codebook.variables()["housing"].label_nl
    ask = "[...document.querySelectorAll('{} .opk-found li')].map((one) => [one.querySelector('a').innerText, "
    ask += "one.querySelector('a').getAttribute('href'), [...one.querySelectorAll('mark')].map((m) => m.innerText)])"
    with browser.Browser(width=360) as chromium:
        chromium.open(html / "veranderingen.html")
        chromium.ask("document.querySelector('.search-button').click()")
        chromium.write(title)
        chromium.wait_for("document.querySelector('dialog .opk-found li') !== null")
        places = {address for _, address, _ in chromium.ask(ask.format("dialog"))}
        assert "./gezinnen.html#eigen-housing" in {address.replace("#antwoorden-", "#eigen-") for address in places}
        chromium.open(html / "search.html", query="q=gezin")
        marked = {mark.lower() for *_, marks in chromium.ask(ask.format(".bd-search-container")) for mark in marks}
        # Another form of the word.
        assert "gezinnen" in marked
        assert all(address.startswith(("file:", "data:")) for address in chromium.requests)
        assert chromium.errors == []


def test_every_table_is_where_the_codebook_says(own_book):
    pages = own_book / "_build" / "html"
    links = re.findall(r'href="gezinnen.html#([^"]+)"', (pages / "codeboek.html").read_text(encoding="utf-8"))
    tables = (pages / "gezinnen.html").read_text(encoding="utf-8")
    assert len(links) > 10
    assert [link for link in links if f'id="{link}"' not in tables] == []


def test_no_file_holds_a_dossier(own_book):
    dossiers = [id.encode() for id in read_strings(RECORDS / "registration.csv")["dossier"][:120]]
    dossiers += [id.encode() for id in read_strings(RECORDS / "case_study.csv")["family"].unique()]
    files = [path for path in own_book.rglob("*") if path.is_file()]
    assert len(files) > 20
    found = [path for path in files if any(id in content for content in [path.read_bytes()] for id in dossiers)]
    assert found == []


@pytest.fixture
def quick(tmp_path, monkeypatch):
    """The folder of a book of which every command only says that it ran, and what those commands are."""
    made, commands = dev.ROOT / "own" / tmp_path.name, []

    def run(*command, **settings):
        commands.append((command, settings))
        (made / "_build" / "html").mkdir(parents=True, exist_ok=True)
        if "leaks" in command and (tmp_path / "leak").exists():
            sys.exit(1)

    monkeypatch.setattr(dev, "environment", lambda lock: sys.executable)
    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setenv("OPKOMST_DATA", str(tmp_path))
    yield made, commands
    shutil.rmtree(made)


def test_a_book_with_a_leak_is_not_left(quick, tmp_path):
    made, _ = quick
    (tmp_path / "leak").touch()
    with pytest.raises(SystemExit):
        dev.own()
    assert (made / "source").exists() and not (made / "_build").exists()


def test_nothing_of_an_earlier_registration_is_left(quick):
    made, commands = quick
    for left in (made / "source" / "published.json", made / "_build" / ".doctrees" / "gezinnen.doctree"):
        left.parent.mkdir(parents=True)
        left.touch()
    dev.own()
    assert not list(made.rglob("published.json")) and not list(made.rglob("*.doctree"))
    # What builds the pages is not told where the records are.
    (settings,) = (settings for command, settings in commands if dev.BUILD[1] in command)
    assert settings == {"OPKOMST_DATA": ""}


def test_the_publication_is_built_of_its_own_records_whatever_the_environment_says():
    code = [*(dev.ROOT / "src").rglob("*.py"), *(dev.ROOT / "book" / "_ext").glob("*.py")]
    assert [path for path in code if "OPKOMST_DATA" in path.read_text(encoding="utf-8")] == []


def test_no_file_says_where_it_was_made(own_book):
    """A path can hold the name of a person."""
    html = own_book / "_build" / "html"
    home = str(Path(dev.ROOT)).encode()
    assert [path for path in html.rglob("*") if path.is_file() and home in path.read_bytes()] == []


def test_git_does_not_see_it(own_book):
    assert "/own/" in (dev.ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
