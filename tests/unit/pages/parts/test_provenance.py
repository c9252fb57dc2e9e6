"""Where a table or figure comes from: function, columns and their digest."""

from dataclasses import replace

import pytest
from provenance_line import given

from helpers.data import codebook, records
from helpers.inference import change_tests
from helpers.pages.parts.provenance import provenance_html
from helpers.tables import catalogue

OUTPUTS = catalogue.all_outputs()


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
