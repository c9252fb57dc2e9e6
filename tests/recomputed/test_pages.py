"""With other records the pages show other numbers: those that a second computation gives.

The code cells of the chapters are run here, in this process, with several
randomised but valid sets of records. Held to `recomputation`: every cell of
every table, every number in a download (for a figure: everything that is
drawn), and every number and word that the prose gets. Not here: pictures with
their alt texts (see `test_figures`), explorers (see `test_explorer`), and the
statistical tests of chapter 4.1, which follow from printed numbers.
`test_change_one_record` follows a change through a real build.
"""

import base64
import io
import json
import re
from copy import copy
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from random_records import random_codes
from recomputation import recomputed, written
from told import REFERENCE, told

from helpers import figures, prose
from helpers.checking import unprinted
from helpers.data import records
from helpers.data.files import CHAPTERS, REGISTRATION
from helpers.dutch.typography import typeset
from helpers.pages import registration
from helpers.pages.parts import display
from helpers.tables import catalogue

PAGES = ("03_opkomst_in_cijfers", "04_impact_registratie", "bijlage_2_extra_tabellen")

OUTPUTS = {id: output for id, output in catalogue.all_outputs().items() if output.records == "registration"}


class Pages:
    """What the chapters show and tell of some records.

    Attributes
    ----------
    html : list of BeautifulSoup
    told : list of (str, str)
        The expression of each fact, and what the prose gets.
    expected : dict
        From `recomputed`.
    tables : dict
        Computed by the helpers: only their keys and labels are used here.
    """

    def __init__(self, codes, dossiers, monkeypatch):
        self.expected, self.tables = recomputed(codes), catalogue.tables_of(dossiers)
        self.html, known = [], prose.names(dossiers)
        expressions = [expression for page in PAGES for expression in numbers_in_sentences(page)]
        self.told = [(expression, prose.write(expression, known)) for expression in expressions]

        def see(bundle, **_more):
            self.html.append(BeautifulSoup(bundle.get("text/html", ""), "html.parser"))

        monkeypatch.setattr(registration, "load", lambda _name: dossiers)
        monkeypatch.setattr(display, "display", see)
        # What would take most of the time is tested elsewhere.
        monkeypatch.setattr(figures, "draw", no_picture)
        monkeypatch.setattr(registration, "explore", lambda *_given, **_more: None)
        for name in ("show_change_tests", "show_change_conclusion", "show_p_values"):
            monkeypatch.setattr(registration, name, lambda _records: None)
        for page in PAGES:
            names: dict = {}
            for cell in json.loads((CHAPTERS / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "code":
                    exec("".join(cell["source"]), names)

    def find(self, *where, **attributes):
        """The one element like this on all pages."""
        (found,) = [element for part in self.html for element in part.find_all(*where, **attributes)]
        return found

    def value(self, id, row, column):
        return self.expected[id][row, column]


def numbers_in_sentences(page):
    """The expressions of a page that give a number of the records."""
    cells = json.loads((CHAPTERS / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    found = [expression for expression in re.findall(r"\{eval\}`([^`]+)`", text) if REFERENCE.search(expression)]
    # How sure a number is, is no number.
    return [expression for expression in found if not expression.endswith(".strength")]


def no_picture(table, fixed, ranges=(), departing=()):
    """In the place of a drawing: its numbers stand in the download below it."""
    marks = SimpleNamespace(ranges=ranges)
    nothing = dict.fromkeys(["alt", "fingerprint", "finding"], "")
    return SimpleNamespace(table=table, svg=lambda: "", marks=marks, no_fixed_mark=False, **nothing)


@pytest.fixture(scope="module", params=[None, 11, 12], ids=["book", "random 11", "random 12"])
def shown(request, tmp_path_factory):
    path = REGISTRATION
    if request.param is not None:
        # So even that every answer occurs: of nobody the pages cannot tell a share.
        path = tmp_path_factory.mktemp("records") / "random.csv"
        random_codes(request.param, size=200 + 10 * request.param, evenness=10).to_csv(path, index=False)
    codes = pd.read_csv(path, dtype=str, keep_default_na=False)
    with pytest.MonkeyPatch.context() as monkeypatch:
        # Random records are not those that the generator of the book made.
        yield Pages(codes, replace(records.load(path=path), synthetic=True), monkeypatch)


def test_every_table_and_figure_is_recomputed(shown):
    assert set(shown.expected) == set(OUTPUTS)


@pytest.mark.parametrize("id", [id for id in OUTPUTS if id.startswith("tabel")])
def test_every_cell_of_a_table_is_recomputed(shown, id):
    table = shown.tables[id]
    rows = [row for row in table.rows if any(cell.column for cell in table.row(row))]
    columns = [column for column in table.columns if column]
    page = shown.find("table", id=id).tbody.find_all("tr")
    assert [row.th.get_text() for row in page] == [typeset(table.rows[row]) for row in rows]
    for row, element in zip(rows, page, strict=True):
        for column, cell in zip(columns, element.find_all("td"), strict=True):
            expected = shown.expected[id].get((row, column))
            span = cell.find(class_="opk-range")
            assert visible(cell) == (typeset(expected.text) if expected else "")
            if span:
                assert span.get_text().endswith(f"tot {expected.high}")
            elif expected and expected.high:
                example = unprinted.is_example_range(table, table[row, column])
                assert expected.high == expected.text or example


def visible(cell):
    """The value in a cell of a page, without what stands beside it."""
    cell = copy(cell)
    for beside in cell.select(".opk-range, .opk-heard, .opk-mark, .opk-printed-here, s"):
        beside.decompose()
    return cell.get_text(strip=True)


@pytest.mark.parametrize("id", OUTPUTS)
def test_every_number_of_a_download_is_recomputed(shown, id):
    link = shown.find("a", download=f"{id}.csv")
    content = base64.b64decode(link["href"].partition("base64,")[2]).decode("utf-8-sig")
    downloaded = pd.read_csv(io.StringIO(content), dtype=str, keep_default_na=False)
    keys = [(cell.row, cell.column) for cell in shown.tables[id].cells]
    assert sorted(keys) == sorted(shown.expected[id])
    found = downloaded[["waarde", "n", "hoogst_mogelijk"]].itertuples(index=False, name=None)
    for key, numbers in zip(keys, found, strict=True):
        expected = shown.value(id, *key)
        assert numbers == (expected.text, str(expected.n), expected.high), key


@pytest.mark.parametrize("id", OUTPUTS)
def test_the_n_below_a_table_is_recomputed(shown, id):
    notes = shown.find("a", download=f"{id}.csv").find_parent(class_="opk-notes").p.get_text()
    sizes = {written(Fraction(cell.n), 0) for cell in shown.expected[id].values()}
    if notes.startswith("n: "):
        labels = [*shown.tables[id].rows.values(), *shown.tables[id].columns.values()]
        for part in sorted({part for label in labels for part in label.split(" · ")}, key=len, reverse=True):
            notes = re.sub(rf"(?<!\w){re.escape(part)} (?=\d)", "", notes) if part else notes
        numbers = re.findall(r"(?:^n: |, )([\d.]+)(?= |$)", notes.partition(" (voorbeeld). ")[0])
        assert numbers and set(numbers) <= sizes


def test_every_number_of_the_prose_is_recomputed(shown):
    assert len(shown.told) > 100
    for fact, text in shown.told:
        assert text == told(fact, shown.expected, text), fact
