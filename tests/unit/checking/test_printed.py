"""What print fixes."""

import re
from dataclasses import replace

import pytest

from helpers import figures, prose
from helpers.checking import printed, standings
from helpers.data import records
from helpers.pages.parts import notes
from helpers.tables import catalogue


def test_a_cell_is_fixed_by_print_by_a_claim_or_by_a_derivation():
    def fixed(id):
        return printed.fixed_cells(catalogue.find(id).function(records.load()))

    table = catalogue.find("tabel-12").function(records.load())
    assert printed.fixed_cells(table) == {(cell.row, cell.column) for cell in table.cells}
    assert ("single", "opkomst_plus") in fixed("figuur-7")
    assert ("single", "total") in fixed("figuur-7")
    assert ("kind_en_gezin", "total") not in fixed("figuur-3")
    # A share in words leaves room for several counts.
    assert ("az_sint_maarten", "total") not in fixed("figuur-3")
    assert fixed("figuur-2") == set()
    # A footnote counts three of the moves to another kind of housing on their own.
    assert {("inadequate", "to_adequate"), ("homeless", "to_social")} < fixed("figuur-10")
    assert ("social", "end") not in fixed("figuur-10")


@pytest.fixture(scope="module")
def changed():
    """The records with six single mothers of OPkomst less: their answers were left open."""
    own = records.load()
    frame = own.frame.copy()
    single = frame.index[(frame["family_composition"] == "single") & (frame["programme"] == "opkomst")]
    frame.loc[single[:6], "family_composition"] = "unknown"
    return replace(own, frame=frame)


def test_a_cell_that_departs_from_print_is_not_fixed_by_it(changed):
    table, own = (catalogue.find("figuur-7").function(given) for given in (changed, records.load()))
    place = "single", "opkomst"
    assert place in printed.fixed_cells(own) and place not in printed.departing_cells(own)
    assert place not in printed.fixed_cells(table) and place in printed.departing_cells(table)
    assert printed.origins(own)[place] == "rapport"
    assert printed.origins(table)[place] == "afwijkend van rapport"
    assert standings.in_words(table, table[place]) == "wijkt af"
    # The other programme is as it was.
    assert printed.origins(table)["single", "opkomst_plus"] == "rapport"


def test_a_picture_hatches_a_cell_that_departs_and_calls_it_so(changed):
    place = "single", "opkomst"
    for given, departs in ((records.load(), False), (changed, True)):
        table = catalogue.find("figuur-7").function(given)
        departing = frozenset(printed.departing_cells(table))
        drawing = figures.draw(table, frozenset(printed.fixed_cells(table)), departing=departing)
        assert drawing.marks.is_example(table[place]) == departs
        assert ("anders dan het rapport drukt" in drawing.alt) == departs
        assert (table[place].text in drawing.alt) != departs
        assert ("anders dan gedrukt" in drawing.svg()) == departs


def test_a_table_counts_a_cell_that_departs_as_that_and_not_as_checked(changed):
    before, after = (
        notes.notes_html(catalogue.find("tabel-27").function(given)) for given in (records.load(), changed)
    )
    looked_at = [int(re.search(r"([\d.]+) gedrukte cijfers nagekeken", html)[1]) for html in (before, after)]
    departing = int(re.search(r"(\d+) anders dan hier berekend", after)[1])
    assert "anders dan hier berekend" not in before
    assert looked_at[1] == looked_at[0] - departing


def test_a_sentence_may_speak_of_a_cell_that_departs(changed):
    expression = 'figuur_7["single", "opkomst"]'
    said = [prose.write(expression, prose.names(given)) for given in (records.load(), changed)]
    assert said[0] != said[1]
    assert prose.write(f"{expression}.strength", prose.names(changed)) == "wijkt af"
    with pytest.raises(prose.UnprintedError):
        prose.write('figuur_2["external", "total"]', prose.names(changed))


def test_a_claim_is_not_held_against_print_where_the_records_depart_from_it():
    own = records.load()
    fewer = replace(own, frame=own.frame.iloc[1:])
    link = next(link for link in printed.declarations().links if link.computed == "tabel-1[original,total]")
    tables = [catalogue.find("tabel-1").function(given) for given in (own, fewer)]
    assert [printed.rests_on_print(link, {"tabel-1": table}) for table in tables] == [True, False]
