"""Drawings of progress: the right sizes, nothing hidden or cut off, examples said to be so."""

from dataclasses import replace
from fractions import Fraction

import made_progress
import pytest
from drawn import all_of, cut_off, draw, every_other, marks, overlapping, texts
from made_progress import made
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from helpers import figures
from helpers.figures.drawing import key_of
from helpers.figures.shapes.gaps import _SHAPES
from helpers.figures.shapes.style import LINE, SIZE
from helpers.figures.shapes.treemap import _AREA
from helpers.inference.score_tests import gap_table, progress
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.table import Table, cell

IDS = made_progress.IDS

SEEDS = (1, 2)


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("fixed", [every_other, all_of])
def test_all_text_lies_within_the_figure_and_apart(id, seed, fixed):
    table = made(id, seed)
    drawing = draw(table, fixed(table))
    assert not cut_off(drawing.figure, texts(drawing))
    assert not overlapping(texts(drawing))
    assert min(text.get_fontsize() for text in texts(drawing)) >= SIZE


@pytest.mark.parametrize("id", IDS)
def test_exactly_the_examples_are_hatched(id):
    table = made(id)
    drawing = draw(table, every_other(table))
    assert marks(drawing)
    for key, artist in marks(drawing).items():
        assert bool(artist.get_hatch()) == (key not in every_other(table))
    alone = draw(table)
    assert alone.no_fixed_mark
    assert any("voorbeeld" in text.get_text() for text in texts(alone))
    assert "Alle getallen in deze figuur zijn een verzonnen voorbeeld" in alone.alt


@pytest.mark.parametrize("id", IDS)
def test_the_fingerprint_changes_with_any_number_that_is_drawn(id):
    table = made(id)
    drawn = next(cell for cell in reversed(figures.draw(table).marks.cells) if cell.value is not None)
    other = cell((drawn.row, drawn.row_label), (drawn.column, drawn.column_label), drawn.value + 1, drawn.unit, 99, "x")
    changed = Table(id, "", "", tuple(other if c is drawn else c for c in table.cells), True)
    assert len({figures.draw(t, f).fingerprint for t in (table, changed) for f in (frozenset(), all_of(table))}) == 4


@pytest.mark.parametrize("id", ["extra-20", "extra-23", "extra-24"])
def test_the_same_table_gives_the_same_bytes(id):
    assert figures.draw(made(id)).svg() == figures.draw(made(id)).svg()


def test_bars_are_as_long_as_their_number_and_the_forward_ones_begin_at_one_place():
    drawing = draw(made("extra-21"))
    found = {key: artist for key, artist in marks(drawing).items() if isinstance(artist, Rectangle)}
    for c in drawing.marks.cells:
        if c.value:
            assert found[key_of(c)].get_width() == pytest.approx(float(c.value))
    for group in ("opkomst", "opkomst_plus"):
        starts = {round(bar.get_x(), 6) for (_, column), bar in found.items() if column == f"{group}.improved"}
        ends = {round(b.get_x() + b.get_width(), 6) for (_, column), b in found.items() if column == f"{group}.stable"}
        assert starts == ends
        assert len(starts) == 1


def test_every_number_of_a_bar_can_be_read():
    drawing = draw(made("extra-21"))
    shown = [text.get_text() for text in texts(drawing)]
    expected = [c.text for c in drawing.marks.cells if c.value or (c.value == 0 and c.column.endswith("improved"))]
    assert sorted(text for text in shown if text.isdigit()) == sorted(expected)


@pytest.mark.parametrize("id", ["extra-22", "extra-26"])
def test_arrows_run_from_mean_to_mean(id):
    drawing = draw(made(id))
    for key, artist in marks(drawing).items():
        assert isinstance(artist, PathCollection)
        assert artist.get_offsets()[0][0] == pytest.approx(float(drawing.table[key].value))


def test_areas_are_in_proportion_to_the_number_of_families():
    drawing = draw(made("extra-20"))
    total = sum(c.value for c in drawing.marks.cells)
    for c in drawing.marks.cells:
        tile = marks(drawing)[key_of(c)]
        assert tile.get_width() * tile.get_height() * LINE == pytest.approx(_AREA * float(c.value / total))


def test_every_area_has_its_name_inside_or_below():
    drawing = draw(made("extra-20"))
    words = " ".join(text.get_text() for text in texts(drawing)).replace("\n", " ").replace("\xa0", " ")
    for c in drawing.marks.cells:
        assert f"{c.row_label} {c.text}" in words or f"{c.row_label} ({c.text})" in words


def gap_drawing(rows):
    cells = [
        cell((row, row), (f"{group}.{move}", f"{label} · x"), value, "n", 10, "gezinnen")
        for row, groups in rows.items()
        for (group, label), counts in zip([("opkomst", "OPkomst"), ("opkomst_plus", "OPkomst+")], groups, strict=True)
        for move, value in zip(("improved", "stable", "worsened"), counts, strict=True)
    ]
    table = gap_table(progress(Table("extra-0", "", "4.2", tuple(cells), True)), "extra-23", "")
    return draw(table, all_of(table))


def test_differences_stand_in_order_with_their_direction_and_star():
    drawing = gap_drawing(
        {
            "down": ((9, 1, 0), (4, 6, 0)),
            "same": ((2, 8, 0), (2, 8, 0)),
            "few": ((1, 3, 0), (3, 7, 0)),
            "up": ((0, 10, 0), (9, 1, 0)),
        }
    )
    artists = marks(drawing)
    places = {row: artists[row, "difference"].get_offsets()[0] for row in ("up", "few", "same", "down")}
    assert [float(place[0]) for place in places.values()] == pytest.approx([90, 5, 0, -50])
    assert sorted(place[1] for place in places.values()) == [place[1] for place in places.values()]
    words = [text.get_text() for text in texts(drawing)]
    assert {"+90*", "+5", "0", "-50", "0/10", "9/10", "1/4"} <= set(words)
    assert sum("Meer vooruit" in word for word in words) == 2
    assert len(set(_SHAPES.values())) == 3
    assert "bij OPkomst+ op 2 indicatoren, bij OPkomst op 1" in drawing.alt
    assert "‘up’ (+90 procentpunten)" in drawing.alt


def test_without_a_certain_difference_the_picture_says_so():
    drawing = gap_drawing({"up": ((2, 8, 0), (5, 5, 0))})
    note = " ".join(text.get_text() for text in texts(drawing)).replace("\n", " ")
    assert "Geen enkel verschil is groter dan je van toeval verwacht" in note
    assert "geen enkel verschil is groter dan je van toeval verwacht" in drawing.alt


def test_the_lines_of_families_are_dashed_and_never_of_real_families():
    drawing = draw(made("extra-24"))
    dashed = [line for line in drawing.figure.findobj(Line2D) if line.is_dashed()]
    assert len(dashed) == 21
    with pytest.raises(ConfidentialError):
        draw(made("extra-24", synthetic=False))


@pytest.mark.parametrize("longest", [1, -1])
def test_the_longest_arrow_is_told_whichever_way_it_goes(longest):
    table = made("extra-26")
    row = next(row for row in reversed(table.rows) if table[row, "total.start"].value is not None)
    ends = {"total.start": 2, "total.end": 2 + longest}
    cells = [
        replace(c, value=ends[c.column] if c.row == row else 2 - longest * Fraction(c.column == "total.end", 2))
        if c.column in ends and c.value is not None
        else c
        for c in table.cells
    ]
    changed = replace(table, cells=tuple(cells))
    alt = draw(changed, all_of(changed)).alt
    assert f"De langste pijl loopt van 2,00 naar {2 + longest},00: ‘{table.rows[row]}’" in alt


@pytest.mark.parametrize(("id", "word"), [("extra-20", "Van"), ("extra-21", "Van"), ("extra-26", "daarvan")])
def test_the_most_of_some_numbers_is_told_as_that(id, word):
    table = made(id)
    rows = list(table.rows)
    some = draw(table, frozenset(key_of(c) for c in table.cells if c.row in rows[: len(rows) // 2])).alt
    assert ("an wat vastligt: " in some, " die vastliggen," in some) == ((word == "Van"), word == "daarvan")
    assert "vastlig" not in draw(table, all_of(table)).alt
