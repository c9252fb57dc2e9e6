"""What the scan after the build finds, wherever it stands and however it is packed."""

import base64
import json
import pickle
import zipfile
import zlib
from datetime import date

import nbformat
import pytest
from openpyxl import Workbook

from helpers.__main__ import main
from helpers.pages.leaks import leaks

ROWS = [
    ["Dossiernummer", "Naam", "Geboortedatum", "Opmerking", "Leeftijd"],
    ["D-2023-17", "Annelore", date(1994, 3, 7), "Verhuisde naar Gent", 29],
    ["Kamer 12", "Goed", date(2001, 11, 30), "=SOM(A1)", 31],
]

PAGE = "<html><body><nav>12</nav><article><h1>Deel 1</h1>{}</article></body></html>"

SHOWN = "<p>Goed: 642 van 1.284 (50,0%)</p>"


@pytest.fixture
def book(tmp_path):
    """A built book without leaks: the folders of the records, of the notebooks and of what was made."""
    workbooks, source, built = (tmp_path / name for name in ("workbooks", "source", "built"))
    (built / "html").mkdir(parents=True)
    workbooks.mkdir()
    source.mkdir()
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(workbooks / "registratie.xlsx")
    cells = [
        nbformat.v4.new_markdown_cell("# Deel 1"),
        nbformat.v4.new_code_cell("import json\nfrom helpers.pages.parts.display import html"),
        nbformat.v4.new_code_cell("html('<p>Goed: {} van {} ({}%)</p>'.format(*json.load(open('published.json'))))"),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), source / "deel.ipynb")
    (source / "published.json").write_text(json.dumps(["642", "1.284", "50,0"]), encoding="utf-8")
    (built / "html" / "deel.html").write_text(PAGE.format(SHOWN), encoding="utf-8")
    return workbooks, source, built


def found(book, path=None, content=b""):
    workbooks, source, built = book
    if path:
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(leak) for leak in leaks(built, source, workbooks)]


def test_a_book_made_of_what_may_be_shown_has_no_leak(book):
    assert found(book) == []


def packed(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("blad.csv", "nummer,antwoord\nD-2023-17,ja\n")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("html/deel.html", "<!-- D-2023-17 -->"),
        ("html/deel.html", "<p title='d-2023-17'>"),
        ("html/deel.html", "<meta content='D&#45;2023&#45;17'>"),
        ("html/deel.html", "<a href='?id=D%2D2023%2D17'>"),
        ("html/deel.html", f"<a href='data:text/csv;base64,{base64.b64encode(b'a,D-2023-17').decode()}'>"),
        ("html/_static/a.js", r'"D\u002d2023\u002d17"'),
        ("html/deel.pdf", b"%PDF stream\n" + zlib.compress(b"(D-2023-17) Tj") + b"\nendstream"),
        (".doctrees/deel.pickle", pickle.dumps({"id": "D-2023-17"})),
        ("jupyter_execute/deel.ipynb", '{"text": "D-2023-17"}'),
    ],
)
def test_a_dossier_number_is_found_in_every_kind_of_file(book, path, content):
    assert [leak for leak in found(book, path, content) if f"{path}: ‘d-2023-17’ staat in de werkmap" in leak]


def test_a_dossier_number_is_found_in_a_packed_file(book, tmp_path):
    assert found(book, "html/blad.xlsx", packed(tmp_path / "a.zip")) == [
        "html/blad.xlsx: ‘d-2023-17’ staat in de werkmap"
    ]


@pytest.mark.parametrize("text", ["7/3/1994", "07/03/1994", "1994-03-07"])
def test_a_date_of_birth_is_found(book, text):
    assert any(text in leak for leak in found(book, "html/a.js", f"x = '{text}'"))


@pytest.mark.parametrize(
    ("value", "told"), [("Verhuisde  naar\nGent", "verhuisde naar gent"), ("Annelore", "annelore")]
)
def test_free_text_is_found_on_a_page(book, value, told):
    assert found(book, "html/deel.html", PAGE.format(f"<p>{value}</p>")) == [
        f"html/deel.html: ‘{told}’ staat in de werkmap"
    ]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("html/deel.html", PAGE.format("<p>641</p>")),
        ("html/deel.html", PAGE.format("<img alt='641 gezinnen'>")),
        ("html/deel.html", PAGE.format("<svg><text x='641'>a</text></svg>")),
        ("html/deel.html", PAGE.format(f"<a href='data:;base64,{base64.b64encode(b'a,641').decode()}'>")),
        ("html/cijfers.json", '{"a": 641}'),
        ("html/_sources/deel.ipynb", '{"source": "641"}'),
        ("html/zoeken/gegevens.js", 'window.opkZoeken = {"stopwords": ["1"], "entries": [{"at": "", "text": "641"}]};'),
    ],
)
def test_a_number_that_may_not_be_shown_is_found(book, path, content):
    assert found(book, path, content) == [f"{path}: het getal 641 komt niet uit de cijfers die getoond mogen worden"]


def test_an_answer_that_may_be_shown_is_no_leak(book):
    """A value of the workbook that the book tells anyhow: ‘Goed’."""
    assert found(book, "html/deel.html", PAGE.format("<p>Goed</p>")) == []


def test_the_command_names_what_it_found(book, capsys):
    workbooks, source, built = map(str, book)
    assert main(["leaks", workbooks, built, source]) == 0
    found(book, "html/deel.html", PAGE.format("<p>Annelore</p>"))
    assert main(["leaks", workbooks, built, source]) == 1
    assert "Dit mag niet in het boek staan: html/deel.html: ‘annelore’" in capsys.readouterr().err
