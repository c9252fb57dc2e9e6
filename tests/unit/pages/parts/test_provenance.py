"""Where a table or figure comes from: cell, function, columns and their digest."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from helpers.data import codebook, records
from helpers.data.files import CHAPTERS
from helpers.inference import change_tests
from helpers.pages.parts.provenance import provenance_html
from helpers.tables import catalogue, registry

OUTPUTS = catalogue.all_outputs()


def given(html):
    """The terms and texts of one line, opened."""
    details = html if not isinstance(html, str) else BeautifulSoup(html, "html.parser")
    return {
        term.get_text(): [code.get_text() for code in term.find_next("dd").find_all("code")] for term in details("dt")
    }


def swapped(values):
    """The same answers, of which the first and the first that differs from it change places."""
    texts = list(map(str, values))
    other = next(place for place, text in enumerate(texts) if text != texts[0])
    order = list(range(len(texts)))
    order[0], order[other] = other, 0
    return values.iloc[order].set_axis(values.index)


@pytest.mark.parametrize("id", OUTPUTS)
def test_the_digest_changes_with_every_column_of_the_table_and_with_no_other(id):
    found, used = records.load(OUTPUTS[id].records), OUTPUTS[id].columns
    (before,) = OUTPUTS[id].function(found).sources

    def digest(columns):
        frame = found.frame.assign(**{column: swapped(found.frame[column]) for column in columns})
        return registry.columns_digest(replace(found, frame=frame).columns_for(id))

    assert digest(set(found.frame.columns) - set(used)) == before.digest
    for column in used:
        assert digest([column]) != before.digest, column


@pytest.mark.parametrize("id", OUTPUTS)
def test_the_line_names_the_function_and_the_columns(id):
    rows = given(provenance_html(OUTPUTS[id].function(records.load(OUTPUTS[id].records))))
    function = OUTPUTS[id].function
    assert f"{function.__module__}.{function.__name__}" in rows["Berekend door"]
    (columns,) = [names for term, names in rows.items() if term.startswith("Kolommen van")]
    assert columns == codebook.columns_of(id)
    assert len(rows["Berekend door"]) == (2 if id.startswith("figuur") else 1)


def test_a_figure_of_several_tables_names_them_all():
    rows = given(provenance_html(change_tests.p_value_table(records.load())))
    assert {f"helpers.tables.impact_evolution.table_{number}" for number in (17, 18, 19)} < set(rows["Berekend door"])
    assert len(rows["Controlegetal van die kolommen"]) == 3


def test_a_copy_under_another_name_still_says_where_it_comes_from():
    table = replace(catalogue.find("Tabel 17").function(records.load()), id="extra-1")
    assert given(provenance_html(table))["Berekend door"][0] == "helpers.tables.impact_evolution.table_17"


# ---- Built pages ----


def test_every_table_and_figure_names_the_cell_that_shows_it(pages):
    found = 0
    for page in pages.values():
        for notes in page.find_all(class_="opk-notes"):
            if not notes.find("a", download=True):
                continue
            line = notes.find_next_sibling("details", class_="opk-provenance")
            assert not line.has_attr("open")
            notebook, id = given(line)["Cel van het notebook"]
            cells = json.loads((CHAPTERS / notebook).read_text(encoding="utf-8"))["cells"]
            (cell,) = [cell for cell in cells if cell["id"] == id]
            download = notes.find("a", download=True)["download"].removesuffix(".csv")
            ids = [output["metadata"].get("opkomst", {}).get("id") for output in cell["outputs"]]
            # A scheme has two downloads: figuur-1-vakken and figuur-1-lijnen.
            assert any(id and f"{download}-".startswith(f"{id}-") for id in ids), download
            assert given(line)["Berekend door"]
            found += 1
    assert found >= len(OUTPUTS)
