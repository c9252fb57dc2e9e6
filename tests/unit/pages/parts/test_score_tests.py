"""Tests of progress as they are shown."""

import csv
import re
from base64 import b64decode

import pytest
from bs4 import BeautifulSoup
from counted_progress import ONE, TWO, table_of
from made_progress import made

from helpers.figures.drawing import key_of
from helpers.inference.score_tests import progress
from helpers.pages.parts import score_conclusions, score_tests
from helpers.pages.parts.score_tests import show_progress_figure
from helpers.tables.disclosure import ConfidentialError


def test_the_download_says_what_is_an_example(html_of):
    table = made("extra-20")
    known = frozenset([key_of(table.cells[0])])
    with pytest.raises(ConfidentialError):
        show_progress_figure(made("extra-20", synthetic=False), known, "")
    page = html_of(show_progress_figure, table, known, "Ze toont Tabel 22.")
    text = b64decode(re.search('base64,([^"]+)', page)[1]).decode("utf-8-sig")
    origins = [row["herkomst"] for row in csv.DictReader(text.splitlines())]
    assert origins == ["rapport"] + ["voorbeeld"] * (len(table.cells) - 1)
    assert "Ze toont Tabel 22." in page


def test_tables_have_a_row_for_each_test_and_a_cell_under_each_heading():
    found = progress(table_of(TWO))
    html = score_tests.progress_tests_html(found) + score_tests.between_html(found)
    tables = BeautifulSoup(html, "html.parser").find_all("table")
    rows = {table["id"]: len(table.tbody.find_all("tr")) for table in tables}
    assert len(rows) == len(tables)
    # What says something stands first, and the others behind a line; together they are all of them.
    whole = {}
    for id, number in rows.items():
        whole.setdefault(id.removesuffix("-andere"), []).append(number)
    assert [sum(numbers) for id, numbers in whole.items() if not id.startswith("kracht")] == [4, 5, 5, 4]
    for id in rows:
        folded = BeautifulSoup(html, "html.parser").find(id=id).find_parent("details", class_="opk-rest")
        assert bool(folded) == id.endswith("-andere")
    for table in tables:
        columns = len(table.thead.tr.find_all(["td", "th"]))
        assert {len(row.find_all(["td", "th"])) for row in table.tbody.find_all("tr")} == {columns}
    changed = {test.counts.changed for tests in found.groups.values() for test in tests.rows} - {0}
    assert next(number for id, number in rows.items() if id.startswith("kracht")) == len(changed)


def test_each_row_says_what_was_decided_and_a_share_stands_with_its_interval():
    many = ONE | {f"row{index}": {"total": (1, 7, 1)} for index in range(13)}
    page = BeautifulSoup(score_tests.progress_tests_html(progress(table_of(many))), "html.parser")
    rows = {row.th.get_text(): [td.get_text() for td in row.find_all("td")] for row in page.select("tbody tr")}
    # Nine of nine: 2 / 512, and times sixteen rows 0.0625.
    assert rows["Stress"][:5] == ["– kon niets aantonen", "9", "0", "0", "9"]
    assert rows["Stress"][5:8] == ["0,004", "0,063", "0,063"]
    assert rows["Stress"][8:] == ["100%\xa0(66%–100%)", "100%\xa0(66%–100%)"]
    assert rows["Debts"][0] == "– kon niets aantonen"
    assert rows["Debts"][8:] == ["75%\xa0(19%–99%)", "38%\xa0(9%–76%)"]


@pytest.mark.parametrize(("value", "text"), [(0.4, "+40,0"), (-0.05, "-5,0"), (0, "0,0"), (-0.0001, "0,0")])
def test_a_difference_has_its_sign(value, text):
    assert score_tests.signed(value) == text


def test_nothing_real_is_shown():
    found = progress(table_of(TWO, synthetic=False))
    for page in (score_tests.progress_tests_html, score_tests.between_html):
        with pytest.raises(ConfidentialError):
            page(found)
    with pytest.raises(ConfidentialError):
        score_conclusions.conclusions_html(found)
    with pytest.raises(ConfidentialError):
        score_conclusions.threshold_sentence(found, [6])
