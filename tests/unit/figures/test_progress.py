"""Drawings of progress: the right sizes, nothing hidden or cut off, examples said to be so."""

import csv
import re
from base64 import b64decode
from fractions import Fraction
from itertools import combinations

import made_progress
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_progress import made
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from test_figures import all_of, every_other, marks, texts

from helpers import figures
from helpers.checking import printed
from helpers.data import records
from helpers.dutch.numbers import round_half_up
from helpers.figures.drawing import key_of
from helpers.figures.shapes.family_lines import spread_ties
from helpers.figures.shapes.gaps import _SHAPES
from helpers.figures.shapes.style import LINE, SMALL
from helpers.figures.shapes.treemap import _AREA, squarify
from helpers.inference import score_tables
from helpers.inference.score_tests import gap_table, pooled_table, progress
from helpers.pages.score_tests import show_progress_figure
from helpers.tables import catalogue
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.table import Table, cell

IDS = made_progress.IDS
SEEDS = (1, 2)


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("fixed", [every_other, all_of])
def test_all_text_lies_within_the_figure_and_apart(id, seed, fixed):
    table = made(id, seed)
    drawing = figures.draw(table, fixed(table))
    boxes = {f"{i}: {t.get_text()}": t.get_window_extent() for i, t in enumerate(texts(drawing))}
    width, height = drawing.figure.canvas.get_width_height()
    assert not [text for text, b in boxes.items() if b.x0 < 0 or b.y0 < 0 or b.x1 > width or b.y1 > height]
    assert not [
        (one, other)
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1
    ]
    assert min(text.get_fontsize() for text in texts(drawing)) >= SMALL


@pytest.mark.parametrize("id", IDS)
def test_exactly_the_examples_are_hatched(id):
    table = made(id)
    drawing = figures.draw(table, every_other(table))
    assert marks(drawing)
    for key, artist in marks(drawing).items():
        assert bool(artist.get_hatch()) == (key not in every_other(table))
    alone = figures.draw(table)
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
    assert figures.draw(made(id)).png() == figures.draw(made(id)).png()


def test_the_download_says_what_is_an_example():
    table = made("extra-20")
    known = frozenset([key_of(table.cells[0])])
    with pytest.raises(ConfidentialError):
        show_progress_figure(made("extra-20", synthetic=False), known, "")
    displayed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.pages.parts.display.display", lambda content, **_: displayed.append(content))
        show_progress_figure(table, known, "Ze toont Tabel 22.")
    page = displayed[-1]["text/html"]
    text = b64decode(re.search('base64,([^"]+)', page)[1]).decode("utf-8-sig")
    origins = [row["herkomst"] for row in csv.DictReader(text.splitlines())]
    assert origins == ["rapport"] + ["voorbeeld"] * (len(table.cells) - 1)
    assert "Ze toont Tabel 22." in page
    assert "image/png" in displayed[0]


def test_bars_are_as_long_as_their_number_and_the_forward_ones_begin_at_one_place():
    drawing = figures.draw(made("extra-21"))
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
    drawing = figures.draw(made("extra-21"))
    shown = [text.get_text() for text in texts(drawing)]
    expected = [c.text for c in drawing.marks.cells if c.value or (c.value == 0 and c.column.endswith("improved"))]
    assert sorted(text for text in shown if text.isdigit()) == sorted(expected)


@pytest.mark.parametrize("id", ["extra-22", "extra-26"])
def test_arrows_run_from_mean_to_mean(id):
    drawing = figures.draw(made(id))
    for key, artist in marks(drawing).items():
        assert isinstance(artist, PathCollection)
        assert artist.get_offsets()[0][0] == pytest.approx(float(drawing.table[key].value))


def test_areas_are_in_proportion_to_the_number_of_families():
    drawing = figures.draw(made("extra-20"))
    total = sum(c.value for c in drawing.marks.cells)
    for c in drawing.marks.cells:
        tile = marks(drawing)[key_of(c)]
        assert tile.get_width() * tile.get_height() * LINE == pytest.approx(_AREA * float(c.value / total))


def test_every_area_has_its_name_inside_or_below():
    drawing = figures.draw(made("extra-20"))
    words = " ".join(text.get_text() for text in texts(drawing)).replace("\n", " ").replace("\xa0", " ")
    for c in drawing.marks.cells:
        assert f"{c.row_label} {c.text}" in words or f"{c.row_label} ({c.text})" in words


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.floats(1, 9), st.floats(1, 9))
def test_tiles_fill_the_rectangle_without_overlap(sizes, width, height):
    sizes = sorted(sizes, reverse=True)
    boxes = squarify(sizes, width, height)
    for size, (x, y, w, h) in zip(sizes, boxes, strict=True):
        assert w * h == pytest.approx(size * width * height / sum(sizes))
        assert x >= -1e-9 and y >= -1e-9 and x + w <= width + 1e-9 and y + h <= height + 1e-9
    for (x, y, w, h), (u, v, a, b) in combinations(boxes, 2):
        assert min(x + w, u + a) - max(x, u) < 1e-6 or min(y + h, v + b) - max(y, v) < 1e-6


def test_the_example_of_the_paper_on_squarified_treemaps():
    boxes = squarify([6, 6, 4, 3, 2, 2, 1], 6, 4)
    assert [(round(w, 3), round(h, 3)) for _, _, w, h in boxes[:4]] == [(3, 2), (3, 2), (1.714, 2.333), (1.286, 2.333)]


def gap_drawing(rows):
    cells = [
        cell((row, row), (f"{group}.{move}", f"{label} · x"), value, "n", 10, "gezinnen")
        for row, groups in rows.items()
        for (group, label), counts in zip([("opkomst", "OPkomst"), ("opkomst_plus", "OPkomst+")], groups, strict=True)
        for move, value in zip(("improved", "stable", "worsened"), counts, strict=True)
    ]
    table = gap_table(progress(Table("extra-0", "", "4.2", tuple(cells), True)), "extra-23", "")
    return figures.draw(table, all_of(table))


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
    assert {"+90*", "+5", "0", "−50", "0/10", "9/10", "1/4"} <= set(words)
    assert sum("Groter aandeel" in word for word in words) == 2
    assert len(set(_SHAPES.values())) == 3
    assert "bij OPkomst+ op 2 indicatoren, bij OPkomst op 1" in drawing.alt
    assert "‘up’ (+90 procentpunten)" in drawing.alt


def test_without_a_certain_difference_the_picture_says_so():
    drawing = gap_drawing({"up": ((2, 8, 0), (5, 5, 0))})
    note = " ".join(text.get_text() for text in texts(drawing)).replace("\n", " ")
    assert "Geen enkel verschil is groter dan je van toeval verwacht" in note
    assert "geen enkel verschil is groter dan toeval" in drawing.alt


def test_the_lines_of_families_are_dashed_and_never_of_real_families():
    drawing = figures.draw(made("extra-24"))
    dashed = [line for line in drawing.figure.findobj(Line2D) if line.is_dashed()]
    assert len(dashed) == 21
    with pytest.raises(ConfidentialError):
        figures.draw(made("extra-24", synthetic=False))


@given(st.lists(st.integers(1, 5), max_size=12))
def test_lines_with_the_same_score_lie_beside_each_other_and_near_it(scores):
    placed = spread_ties(scores)
    assert len(set(placed)) == len(placed)
    assert all(abs(place - score) < 0.5 for place, score in zip(placed, scores, strict=True))


# From the tables of the report to those that are drawn


def report_tables() -> dict[str, Table]:
    """Tabel 21 and 23 to 25 for two indicators: four families forward, three the same, one back."""
    values = {
        "tabel-23": {"start": Fraction(2), "end": Fraction(17, 4), "n": 4},
        "tabel-24": {"start": Fraction(4), "end": Fraction(4), "n": 3},
        "tabel-25": {"start": Fraction(3), "end": Fraction(1), "n": 1},
    }
    tables = {
        id: Table(
            id,
            "",
            "4.2",
            tuple(
                cell(
                    *((row, row), (f"opkomst.{key}", f"OPkomst · {key}")),
                    *(value, "n" if key == "n" else "gemiddelde", columns["n"], ""),
                )
                for row in ("housing", "income")
                for key, value in columns.items()
            ),
            True,
        )
        for id, columns in values.items()
    }
    start = [
        cell((row, row), ("opkomst.start", "OPkomst · Start"), Fraction(23, 8), "gemiddelde", 8, "")
        for row in ("housing", "income")
    ]
    below = cell(("extra", "N"), ("", ""), 3, "n", 3, "")
    return tables | {"tabel-21": Table("tabel-21", "", "4.2", (*start, below), True)}


def test_counts_and_means_are_put_side_by_side():
    table = score_tables.case_study_table(report_tables(), "extra-21", "")
    assert list(table.rows) == ["housing", "income"]
    values = {c.column: c.value for c in table.row("housing")}
    assert values == {
        "opkomst.improved": 4,
        "opkomst.stable": 3,
        "opkomst.worsened": 1,
        "opkomst.start": Fraction(23, 8),
        "opkomst.end": Fraction(17 + 12 + 1, 8),
    }
    assert {c.n for c in table.cells} == {8}


def test_a_mean_at_the_end_is_fixed_by_all_three_groups():
    tables = report_tables()
    table = score_tables.case_study_table(tables, "extra-21", "")
    every = {id: frozenset(map(key_of, found.cells)) for id, found in tables.items()}
    assert score_tables.fixed_in_case_study(table, tables, every) == all_of(table)
    some = every | {"tabel-24": every["tabel-24"] - {("income", "opkomst.end")}}
    assert all_of(table) - score_tables.fixed_in_case_study(table, tables, some) == {("income", "opkomst.end")}


def test_up_to_ten_scores_follow_from_their_mean_with_one_decimal():
    for n in range(1, 11):
        printed = [round_half_up(Fraction(total, n), 1) for total in range(n, 5 * n + 1)]
        assert len(set(printed)) == len(printed)


def test_the_table_of_the_interviews_gets_the_same_keys():
    columns = {
        "start": Fraction(2),
        "end": Fraction(15, 4),
        "change": Fraction(7, 4),
        "better": 8,
        "same": 0,
        "worse": 0,
    }
    cells = [cell(("housing", "Wonen"), (key, key), value, "n", 8, "") for key, value in columns.items()]
    source = Table("tabel-26", "", "4.3", (*cells, cell(("n", "N"), ("", ""), 9, "n", 9, "")), True)
    table = score_tables.interview_table(source, "extra-25", "")
    assert {c.column: c.value for c in table.cells} == {
        "total.improved": 8,
        "total.stable": 0,
        "total.worsened": 0,
        "total.start": 2,
        "total.end": Fraction(15, 4),
    }
    fixed = score_tables.fixed_in_interviews(table, frozenset({("housing", "better"), ("housing", "change")}))
    assert fixed == {("housing", "total.improved")}
    assert progress(table).groups["total"].rows[0].counts.improved == 8


def test_lines_come_from_a_row_for_each_family():
    frame = pd.DataFrame(
        {"family": ["SYN-C01", "SYN-C02"], "programme": ["opkomst", "opkomst_plus"], "start": [1, 2], "end": [3, 2]}
    )
    table = score_tables.line_table(frame, "extra-24", "", "4.2", synthetic=True)
    assert [(c.row, c.column, c.value) for c in table.cells] == [
        ("SYN-C01", "opkomst.start", 1),
        ("SYN-C01", "opkomst.end", 3),
        ("SYN-C02", "opkomst_plus.start", 2),
        ("SYN-C02", "opkomst_plus.end", 2),
    ]
    assert figures.draw(table).no_fixed_mark


def test_areas_leave_out_where_few_moved_forward():
    table = made("extra-21")
    every, some = pooled_table(table, "extra-20", ""), pooled_table(table, "extra-20", "", least=9)
    assert {c.row: c.value for c in some.cells} == {c.row: c.value for c in every.cells if c.value >= 9}
    assert 0 < len(some.cells) < len(every.cells)


def test_what_the_records_could_not_follow_is_no_finding():
    ids = ("tabel-21", "tabel-23", "tabel-24", "tabel-25")
    found = records.load("case_study")
    tables = {id: catalogue.find(id).function(found) for id in ids}
    table = score_tables.case_study_table(tables, "extra-22", "")
    said = {id: score_tables.reproduced(made) for id, made in tables.items()}
    fixed = score_tables.fixed_in_case_study(table, tables, said)
    deviating = printed.origins(tables["tabel-21"])
    for made_cell in table.cells:
        key = key_of(made_cell)
        if made_cell.column.endswith(".start") and made_cell.value is not None:
            assert (key in fixed) == (deviating[key] == "rapport")
        if made_cell.unit == "n" and made_cell.value is not None:
            assert key in fixed
