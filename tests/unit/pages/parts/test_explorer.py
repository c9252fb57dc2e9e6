"""Explorers: what each choice shows, marked for what it is."""

import re
from dataclasses import replace

import ipywidgets as widgets
import pytest
from bs4 import BeautifulSoup
from ipywidgets.widgets.widget import Widget
from ipywidgets.widgets.widget_link import Link
from random_records import random_records

from helpers.checking import printed
from helpers.data import records
from helpers.dutch.typography import typeset
from helpers.pages.parts import explorer
from helpers.prose import names
from helpers.tables import catalogue
from helpers.tables.disclosure import ConfidentialError


def numbers_of(dossiers, *ids):
    """Tables and figures as a chapter names them."""
    return [names(dossiers)[id.replace("-", "_")] for id in ids]


class Shown:
    """An explorer, used as its reader would: by choosing from the lists."""

    def __init__(self, dossiers, *ids, **options):
        explorer.explore(*numbers_of(dossiers, *ids), **options)
        self.made = list(explorer._open.values())[-1]
        self.box = self.made[-1]
        reader, researcher = self.box.children
        self.lists = {child.description: child for child in reader.children if isinstance(child, widgets.Dropdown)}
        self.top = reader.children[-1]
        self.filters = {child.description: child for child in researcher.children if child.description}
        self.result = researcher.children[-1]

    def choose(self, **labels):
        """The page that the linked stacks show, after choosing these labels."""
        for name, label in labels.items():
            self.lists[name].index = self.lists[name].options.index(label)
        links = {link.target[0]: link.source[0] for link in self.made if isinstance(link, Link)}
        found = self.top
        while isinstance(found, widgets.Stack):
            found = found.children[links[found].index]
        return BeautifulSoup(found.value, "html.parser")

    def filter(self, what, programmes, year=None):
        """The page that a researcher's filters compute."""
        self.filters["Wat"].value = what
        self.filters["Programma"].value = programmes
        if "Start" in self.filters:
            months = [month for month in self.filters["Start"].options if month.startswith(year or "20")]
            self.filters["Start"].value = (months[0], months[-1])
        return BeautifulSoup(self.result.value, "html.parser")


@pytest.fixture(scope="module", params=[None, 1, 2], ids=["book", "random 1", "random 2"])
def dossiers(request):
    return records.load() if request.param is None else random_records(request.param)


@pytest.fixture(scope="module")
def shown(dossiers):
    return Shown(dossiers, "tabel-7", "tabel-9", "tabel-12")


def numbers(page):
    return {
        row.th.get_text(): [(cell.find(string=True, recursive=False) or "").strip() for cell in row.find_all("td")]
        for row in page.select("tbody tr:has(td)")
    }


def columns(page):
    """The numbers of each column that has any, by the label of their row."""
    names = [header.get_text() for header in page.select("thead th")]
    return {
        name: {row: cells[place] for row, cells in numbers(page).items() if cells[place]}
        for place, name in enumerate(names)
    }


def label(shown, number):
    return next(option for option in shown.lists["Wat"].options if option.startswith(f"{number}. "))


@pytest.mark.parametrize("programmes", [("opkomst", "opkomst_plus"), ("opkomst",), ("opkomst_plus",)])
@pytest.mark.parametrize("year", [None, "2020", "2021", "2022", "2023"])
def test_a_filter_of_a_researcher_gives_the_share_among_the_chosen_records(dossiers, shown, programmes, year):
    frame = dossiers.frame.astype({"start_month": str})
    chosen = frame[(frame["start_month"] <= "2023-09") & (frame["first_dossier"] == "not_applicable")]
    chosen = chosen[chosen["programme"].isin(programmes)]
    if year:
        chosen = chosen[chosen["start_month"].str.startswith(year)]
    found = numbers(shown.filter("tabel-9", programmes, year))
    assert found["Totaal"][1] == str(len(chosen))
    counts = [row[1] for name, row in found.items() if name != "Totaal"]
    assert sum(map(int, counts)) == chosen["mother_employment"].ne("not_recorded").sum()


def test_a_reader_sees_of_a_programme_what_print_fixes_and_nothing_invented(shown):
    table = catalogue.find("tabel-7").function(records.load())
    fixed = printed.fixed_cells(table)
    page = shown.choose(Wat=label(shown, "Tabel 7"), Programma="OPkomst")
    headers = [header.get_text() for header in page.thead.find_all("th")]
    assert headers == ["OPkomst", "N"]
    for row in page.tbody.find_all("tr")[:3]:
        share, count = row.find_all("td")
        assert (row.th.get_text(), "opkomst") in fixed
        assert re.match(r"[\d,]+%", share.get_text())
        # Printed for both programmes together only.
        assert count.get_text() == "·niet in het rapport"
    assert "Een punt (·)" in page.find(class_="opk-notes").get_text()


def test_a_reader_meets_no_example_at_all(shown, families):
    for one in (shown, families):
        pages = [widget.value for widget in one.made if isinstance(widget, widgets.HTML) and "<table" in widget.value]
        assert pages and not any("voorbeeld" in page for page in pages if page != one.result.value)


def test_a_table_without_programmes_says_so_for_one_of_them(shown):
    page = shown.choose(Wat=label(shown, "Tabel 9"), Programma="OPkomst")
    assert page.find("table") is None
    assert "hierover geeft het rapport geen cijfers" in page.get_text()
    assert shown.choose(Wat=label(shown, "Tabel 9"), Programma="alle programma's").find("table")


@pytest.mark.parametrize("number", ["tabel-7", "tabel-9", "tabel-12"])
@pytest.mark.parametrize("programmes", [("opkomst", "opkomst_plus"), ("opkomst",)])
def test_a_number_of_one_year_is_an_example(shown, number, programmes):
    page = shown.filter(number, programmes, "2021")
    assert page.caption.find(class_="opk-example").get_text() == "voorbeeld"
    assert page.find("table")["class"] == ["opk-table", "opk-examples"]
    assert "(voorbeeld)" in page.find(class_="opk-notes").get_text() or number == "tabel-9"


def test_the_whole_table_is_the_table_of_the_chapter():
    dossiers = records.load()
    shown = Shown(dossiers, "tabel-12")
    table = catalogue.find("tabel-12").function(dossiers)
    page = shown.choose(Programma="alle programma's")
    assert list(shown.lists) == ["Programma"]
    expected = {table.rows[row]: [cell.text for cell in table.row(row) if cell.column] for row in table.rows}
    assert numbers(page) == {name: cells for name, cells in expected.items() if cells}
    assert "voorbeeld" not in page.caption.get_text()


def test_a_row_is_shown_at_each_moment_in_each_table_that_has_it(dossiers):
    shown = Shown(dossiers, "tabel-17", "tabel-18", "tabel-19", per_row=True)
    # Print splits these tables by no programme.
    assert list(shown.lists) == ["Wat"]
    page = shown.choose(Wat="Groeipakket")
    assert list(numbers(page)) == ["Bij start", "Bij bevalling", "Bij einde", "Evolutie (pp)", "Evolutie (%)"]
    for id, later in [("tabel-17", "Bij bevalling"), ("tabel-18", "Bij einde")]:
        table = catalogue.find(id).function(dossiers)
        expected = {cell.column_label: typeset(cell.text) for cell in table.row("admin_child_benefit")}
        assert columns(page)[table.number] == expected
        assert later in expected
    assert list(columns(shown.choose(Wat="CAW"))) == ["Tabel 19"]


@pytest.fixture(scope="module")
def families():
    return Shown(records.load("case_study"), "tabel-21", "tabel-23", "tabel-24", "tabel-25", per_row=True)


def test_records_without_a_month_have_no_filter_of_months(families):
    assert list(families.lists) == ["Wat", "Programma"]
    assert list(families.filters) == ["Wat", "Programma"]
    families.filters["Programma"].value = ("opkomst",)
    page = families.choose(Wat="Verblijfplaats", Programma="OPkomst")
    assert numbers(BeautifulSoup(families.result.value, "html.parser")) == numbers(page)


def test_an_indicator_is_shown_in_each_table_of_the_case_study(families):
    whole = families.choose(Wat="Verblijfplaats", Programma="alle programma's")
    # The domain heads a table of many indicators, not the rows of one.
    assert [header.get_text() for header in whole.select("th[scope=rowgroup]")] == ["OPkomst", "OPkomst+"]
    assert list(columns(whole)) == ["Tabel 21", "Tabel 23", "Tabel 24", "Tabel 25"]
    for programme, code in [("OPkomst", "opkomst"), ("OPkomst+", "opkomst_plus")]:
        page = families.choose(Programma=programme)
        assert "voorbeeld" not in page.get_text()
        for id in ("tabel-23", "tabel-24", "tabel-25"):
            table = catalogue.find(id).function(records.load("case_study"))
            codes = {"Start": "start", "Einde": "end", "n": "n"}
            expected = {label: table["housing", f"{code}.{column}"].text for label, column in codes.items()}
            assert columns(page)[table.number] == expected


def test_a_class_has_its_sign_and_the_sign_is_explained(families):
    page = families.choose(Wat="Verblijfplaats", Programma="OPkomst+")
    explained = [item.get_text() for item in page.select(".opk-legend li")]
    used = {mark.select_one(".opk-heard").get_text() for mark in page.select("td .opk-mark")}
    assert used and used == {text.split(" ", 1)[1].partition(",")[0] for text in explained}


def test_where_the_records_differ_the_printed_number_stands_beside_it(families):
    table = catalogue.find("tabel-21").function(records.load("case_study"))
    told = printed.deviations(table)
    assert told["administration", "opkomst.start"] == "4,0"
    # No family was rated, and a stroke is printed: they say the same.
    assert ("baby_kit", "opkomst.start") not in told
    page = families.choose(Wat="Administratie", Programma="OPkomst")
    assert page.select_one("tbody td").get_text(" ", strip=True).startswith("4,5 rapport: 4,0")
    assert "rapport:" not in families.choose(Programma="OPkomst+").get_text()


def test_a_cell_that_departs_from_print_is_not_called_an_example_beside_what_is_printed():
    own = records.load()
    fewer = Shown(replace(own, frame=own.frame.iloc[60:]), "tabel-9")
    told = fewer.choose().tbody.get_text(" ")
    assert told.count("rapport:") > 5
    assert "voorbeeld" not in told and "rapport:" not in Shown(own, "tabel-9").choose().tbody.get_text()


def test_scores_of_one_programme_in_the_interviews_are_an_example_without_a_class():
    mothers = Shown(records.load("interviews"), "tabel-26", per_row=True)
    assert list(mothers.lists) == ["Wat"]
    assert mothers.choose(Wat="Kwaliteitsvol wonen").select("td .opk-mark")
    part = mothers.filter("housing", ("opkomst_plus",))
    assert part.caption.find(class_="opk-example")
    assert not part.select(".opk-mark")


def test_a_filter_may_choose_nobody(shown):
    empty = shown.filter("tabel-9", ())
    assert "niemand" in empty.caption.get_text()
    assert numbers(empty)["Totaal"][1] == "0"


def test_ids_are_the_same_in_every_run_and_nothing_is_left_over():
    first = {widget.model_id: widget.get_state() for widget in Shown(records.load(), "tabel-7").made}
    second = {widget.model_id: widget.get_state() for widget in Shown(records.load(), "tabel-7").made}
    assert first.keys() == second.keys()
    assert [state.get("value") for state in first.values()] == [state.get("value") for state in second.values()]
    # A widget without an id of its own would get another one in every run.
    assert all(re.match(r"verkenner-[0-9a-f]{8}-\d+$", id) for id in Widget.get_manager_state()["state"])


def test_an_explorer_of_real_records_is_not_shown(capsys):
    with pytest.raises(ConfidentialError, match="merkteken SYN-"):
        explorer.explore(*numbers_of(replace(records.load(), synthetic=False), "tabel-7"))
    assert capsys.readouterr().out == ""
