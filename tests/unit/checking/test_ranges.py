"""What print leaves open is drawn from the smallest to the largest value, and told in words."""

from fractions import Fraction

import pytest
from drawn import cut_off, every_other, overlapping, texts
from random_records import random_records

from helpers import figures
from helpers.checking.printed import fixed_cells
from helpers.checking.ranges import Range, all_ranges, ranges_of
from helpers.data import records
from helpers.figures.drawing import Drawing
from helpers.tables import catalogue
from helpers.tables.table import Table, cell

#: Every figure of which print leaves a cell open.
IDS = sorted({id for id, *_ in all_ranges()})


def _of_print(id: str) -> Drawing:
    table = catalogue.find(id).function(records.load())
    return figures.draw(table, frozenset(fixed_cells(table)), ranges_of(table))


def _ends(drawing: Drawing) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Where the pieces of every cell begin and end, as the figure says it draws them."""
    return {
        (c.row, c.column): [(low, high) for low, high, _ in drawing.marks.pieces(c, "#000000")]
        for c in drawing.marks.cells
    }


@pytest.mark.parametrize("id", IDS)
def test_a_range_is_filled_as_far_as_is_certain_and_hatched_from_there(id):
    drawing = _of_print(id)
    ends = _ends(drawing)
    for key, found in drawing.marks.ranges.items():
        if key in ends:
            certain, possible = ends[key]
            assert certain == (0, float(found.low))
            assert possible == (float(found.low), float(found.high))
    hatched = [patch for patch in drawing.figure.findobj() if getattr(patch, "get_hatch", lambda: None)()]
    assert hatched


@pytest.mark.parametrize("id", IDS)
def test_a_range_is_told_and_the_example_is_not(id):
    drawing = _of_print(id)
    words = " ".join(text.get_text() for text in texts(drawing))
    assert "voorbeeld: geen enkel" not in words
    if id != "figuur-6":
        assert all(drawing.marks.label(c) in words for c in drawing.marks.examples)
    told = [c for c in drawing.marks.examples if (c.row, c.column) in drawing.marks.ranges]
    assert all(drawing.marks.label(c) in drawing.alt for c in told) or "staat in de download" in drawing.alt


@pytest.mark.parametrize("id", IDS)
def test_ranges_fit_on_a_telephone(id):
    drawing = _of_print(id)
    found = texts(drawing)
    assert not cut_off(drawing.figure, found)
    assert not overlapping(found)


def test_the_words_of_a_range():
    def share(low: str, high: str) -> str:
        return Range(Fraction(low), Fraction(high), True).text(
            cell(("r", "R"), ("c", "C"), Fraction(1, 3), "%", 30, "x")
        )

    assert share("1/4", "2/5") == "25,0–40,0%"
    assert share("1/4", "1/4") == "25,0%"
    assert share("0", "1") == "alles kan"
    count = cell(("r", "R"), ("c", "C"), 3, "n", 30, "x")
    assert Range(Fraction(0), Fraction(1286), True).text(count) == "0–1.286"


def test_records_that_do_not_fit_print_have_no_ranges():
    table = catalogue.find("figuur-7").function(random_records(seed=2, evenness=0.1))
    outside = {
        (c.row, c.column)
        for c in table.cells
        if (found := all_ranges().get((table.id, c.row, c.column)))
        and c.value is not None
        and not found.low <= c.value <= found.high
    }
    assert outside and outside.isdisjoint(ranges_of(table))


def test_real_records_have_no_ranges():
    table = catalogue.find("figuur-7").function(random_records(seed=1, mark="ECHT-"))
    assert not ranges_of(table)
    drawn = figures.draw(
        table, every_other(table), dict.fromkeys(every_other(table), Range(Fraction(0), Fraction(1), True))
    )
    assert not drawn.marks.ranges


def test_an_open_number_of_women_gives_the_widest_interval():
    table = catalogue.find("figuur-4").function(records.load())
    wide, narrow = (
        _heights(table, {(c.row, "n"): Range(Fraction(n), Fraction(50), True) for c in table.column("n")})
        for n in (10, 40)
    )
    assert all(one > other for one, other in zip(wide, narrow, strict=True))


def _heights(table: Table, given: dict) -> list[float]:
    drawing = figures.draw(table, frozenset(), given)
    return [bar.get_height() for bar in drawing.figure.findobj(lambda a: (a.get_gid() or "").endswith("|n"))]
