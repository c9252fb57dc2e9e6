"""Drawings show the table's numbers, say what is an example, and fit on a telephone."""

import re
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import combinations
from math import log10

import made_progress
import pytest
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.image import imread
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text
from random_records import random_records

from helpers import figures
from helpers.checking import unprinted
from helpers.data import records
from helpers.dutch import lists
from helpers.figures import alt
from helpers.figures.drawing import Drawing, Marks, key_of
from helpers.figures.shapes.flows import _TOTAL
from helpers.figures.shapes.ranges import VERDICTS, Range
from helpers.figures.shapes.stacks import spread
from helpers.figures.shapes.style import COLOURS, INNER, SHADES, SMALL, WIDTH, ink_on, luminance, text_width, tint, wrap
from helpers.inference.methods import Margins, p_range, wilson
from helpers.inference.sampling import SENTENCE
from helpers.tables import catalogue
from helpers.tables.impact_housing import housing_moves
from helpers.tables.table import Cell, Table, cell

#: Those of chapter 4.2 and 4.3 have tests of their own.
IDS = [id for id in figures.all_drawings() if id not in made_progress.IDS]

#: Drawings of a table of the report, under an id of their own.
COPIES = {"extra-1": "tabel-17", "extra-2": "tabel-18", "extra-3": "tabel-19"}

#: Arrows from one share to another.
DUMBBELLS = ("figuur-10", *COPIES)

#: Registration records, and random ones: ordinary, one-sided, few.
RECORDS = {
    "registration": records.load,
    "ordinary": lambda: random_records(seed=1),
    "one-sided": lambda: random_records(seed=2, evenness=0.1),
    "few": lambda: random_records(seed=4, size=8, evenness=10),
}


@pytest.fixture(scope="module", params=RECORDS)
def dossiers(request) -> records.Records:
    return RECORDS[request.param]()


def table_of(id: str, dossiers: records.Records) -> Table:
    if id == "extra-4":
        return p_values(dossiers)
    if id == "extra-5":
        return housing_moves(catalogue.find("figuur-10").function(dossiers))
    return replace(catalogue.find(COPIES.get(id, id)).function(dossiers), id=id)


def p_values(dossiers: records.Records) -> Table:
    """The p-values that the margins of Tabel 17, 18 and 19 allow."""
    cells = []
    for id in COPIES.values():
        table = catalogue.find(id).function(dossiers)
        for start in table.column("start"):
            end = table[start.row, "birth" if id == "tabel-17" else "end"]
            found = p_range([Margins(start.n, start.count, end.count)]) if start.n else None
            for column in ("smallest", "largest"):
                value = getattr(found, column) if found else None
                row = (f"{id}.{start.row}", start.row_label)
                cells.append(cell(row, (column, column), value, "p", start.n, start.base))
    return Table("extra-4", "p-waarden", "4.1", tuple(cells), dossiers.synthetic)


def every_other(table: Table) -> frozenset:
    """Some fixed cells and some examples, side by side."""
    return frozenset(key_of(cell) for cell in table.cells[::2])


def all_of(table: Table) -> frozenset:
    return frozenset(map(key_of, table.cells))


def texts(drawing: Drawing) -> list[Text]:
    """What can be read, once it is drawn."""
    FigureCanvasAgg(drawing.figure).draw()
    hidden = {label for ax in drawing.figure.axes for axis in (ax.xaxis, ax.yaxis) for label in hidden_labels(ax, axis)}
    found = drawing.figure.findobj(Text)
    return [text for text in found if text.get_text().strip() and text not in hidden]


def hidden_labels(ax: Axes, axis: Axis) -> list[Text]:
    """Tick labels that matplotlib keeps but does not draw."""
    low, high = axis.get_view_interval()
    outside = [tick for tick in axis.get_major_ticks() if not (ax.axison and low <= tick.get_loc() <= high)]
    return [label for tick in outside for label in (tick.label1, tick.label2)]


def marks(drawing: Drawing) -> dict[tuple[str, str], Patch | PathCollection]:
    """The artists that stand for a cell."""
    found = drawing.figure.findobj(lambda artist: "|" in (artist.get_gid() or ""))
    return {tuple(artist.get_gid().split("|")): artist for artist in found}


def test_every_figure_of_the_report_that_is_computed_is_drawn():
    assert IDS == [*[id for id in catalogue.all_outputs() if id.startswith("figuur")], *COPIES, "extra-4", "extra-5"]


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("fixed", [every_other, all_of])
def test_all_text_lies_within_the_figure_and_apart(id, dossiers, fixed):
    table = table_of(id, dossiers)
    drawing = figures.draw(table, fixed(table))
    boxes = {f"{i}: {t.get_text()}": t.get_window_extent() for i, t in enumerate(texts(drawing))}
    width, height = drawing.figure.canvas.get_width_height()
    outside = [text for text, b in boxes.items() if b.x0 < 0 or b.y0 < 0 or b.x1 > width or b.y1 > height]
    assert not outside
    overlapping = [
        (one, other)
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1
    ]
    assert not overlapping


@pytest.mark.parametrize("id", IDS)
def test_letters_can_be_read_on_a_telephone(id, dossiers):
    drawing = figures.draw(table_of(id, dossiers))
    scale = 330 / 72 / WIDTH
    assert min(text.get_fontsize() for text in texts(drawing)) * scale >= 9.5


@pytest.mark.parametrize("id", IDS)
def test_marks_have_the_size_of_their_number(id, dossiers):
    drawing = figures.draw(table_of(id, dossiers))
    artists = marks(drawing)
    for cell in drawing.marks.cells:
        artist = artists.get(key_of(cell))
        if isinstance(artist, Rectangle) and id not in ("figuur-4", "figuur-6"):
            assert artist.get_width() == pytest.approx(float(cell.value or 0))
        elif id == "figuur-6" and cell.row.isdigit():
            assert artist.get_height() == pytest.approx(float(cell.value / cell.n) if cell.n else 0)
        elif id in ("figuur-15", "figuur-17"):
            top = max(c.value for c in drawing.marks.cells) or 1
            assert artist.get_sizes()[0] == pytest.approx(27**2 * float(cell.value / top))
        elif id in ("figuur-18", "extra-5") and artist:
            band = artist.get_path().vertices
            total = sum(c.value for c in drawing.marks.cells)
            # At the start (first and last points) as at the end (the two halfway).
            for top, bottom in [(band[0], band[-2]), (band[5], band[6])]:
                assert bottom[1] - top[1] == pytest.approx(_TOTAL * float(cell.value / total))
        elif id in DUMBBELLS and artist:
            assert artist.get_offsets()[0][0] == pytest.approx(float(cell.value))
        elif id == "extra-4" and artist:
            assert artist.get_offsets()[0][0] == pytest.approx(log10(max(cell.value, 0.0005)))
        elif id == "figuur-4" and cell.column == "yes":
            assert artist.get_offsets()[0][1] == pytest.approx(float(cell.value))
        elif id == "figuur-4":
            share = drawing.table[cell.row, "yes"]
            low, high = wilson(share.count, share.n)
            assert artist.get_y() == pytest.approx(low)
            assert artist.get_height() == pytest.approx(high - low)
        elif artist is None:
            assert not cell.value or cell.row in ("minimum", "mean", "maximum")


@pytest.mark.parametrize("id", IDS)
def test_every_number_of_a_bar_or_bubble_can_be_read(id, dossiers):
    drawing = figures.draw(table_of(id, dossiers))
    words = " ".join(text.get_text() for text in texts(drawing))
    for cell in drawing.marks.cells:
        if cell.value and key_of(cell) in marks(drawing) and id != "figuur-6":
            assert cell.text in words


@pytest.mark.parametrize("id", IDS)
def test_exactly_the_examples_are_hatched(id):
    table = table_of(id, random_records(seed=1))
    drawing = figures.draw(table, every_other(table))
    for key, artist in marks(drawing).items():
        assert bool(artist.get_hatch()) == (key not in every_other(table))
    assert not drawing.no_fixed_mark


@pytest.mark.parametrize("id", IDS)
def test_without_a_fixed_mark_everything_says_that_it_is_an_example(id):
    drawing = figures.draw(table_of(id, random_records(seed=1)))
    assert drawing.no_fixed_mark
    assert all(artist.get_hatch() for artist in marks(drawing).values())
    assert any("voorbeeld" in text.get_text() for text in texts(drawing))
    assert "Alle getallen in deze figuur zijn een verzonnen voorbeeld" in drawing.alt
    assert not re.search(r"\d%", drawing.alt)


@pytest.mark.parametrize("id", IDS)
def test_nothing_is_an_example_in_real_records(id):
    drawing = figures.draw(table_of(id, random_records(seed=1, mark="ECHT-")))
    assert not drawing.no_fixed_mark
    assert not any(artist.get_hatch() for artist in marks(drawing).values())
    assert not any("voorbeeld" in text.get_text() for text in texts(drawing))
    assert "voorbeeld" not in drawing.alt


@pytest.mark.parametrize("id", IDS)
def test_alt_texts_speak_of_fixed_numbers_only(id, dossiers):
    table = table_of(id, dossiers)
    fixed = every_other(table)
    known = " ".join(table[key].text for key in fixed)
    drawing = figures.draw(table, fixed)
    assert set(re.findall(r"[\d,]+%", drawing.alt)) <= set(re.findall(r"[\d,]+%", known))
    assert {int(n) for n in re.findall(r"(?<=\()\d+(?=\))", drawing.alt)} <= fixed_counts(drawing)
    assert 1 <= len(re.findall(r"[.?](?: |$)", drawing.alt)) <= 5


def fixed_counts(drawing: Drawing) -> set[int]:
    """Every count that a fixed cell gives: itself, or that of a share."""
    known = drawing.marks.known(drawing.marks.table.cells)
    return {int(cell.value) if cell.unit == "n" else cell.count for cell in known}


@pytest.mark.parametrize("id", IDS)
def test_alt_texts_tell_nothing_of_the_examples(id):
    """No percentage, count or n in it changes with a number that nothing fixes."""
    table = table_of(id, random_records(seed=1))
    fixed = every_other(table)
    cells = [c if key_of(c) in fixed or c.value is None else other_example(c) for c in table.cells]
    changed = replace(table, cells=tuple(cells))
    assert figures.draw(changed, fixed).alt == figures.draw(table, fixed).alt


def other_example(found: Cell) -> Cell:
    """The same cell with another value; a share or number gets smaller, so that a whole stays possible."""
    if found.unit == "p":
        return replace(found, value=(found.value + (found.column == "largest")) / 2)
    return replace(found, value=found.value / 2 if found.is_share else found.value // 2)


@pytest.mark.parametrize("id", IDS)
def test_an_n_that_is_told_is_fixed_or_called_an_example(id):
    table = table_of(id, records.load())
    drawing = figures.draw(table, all_of(table))
    sizes = {c.n for c in table.cells if not unprinted.is_example_size(table, c)}
    told = re.findall(r"(?:n = |[Vv]an (?:de )?)(\d+) (?!aandelen)(.{0,60})", drawing.alt)
    for number, rest in told:
        everyone = sum(c.value for c in drawing.marks.cells if c.unit == "n" and c.value)
        assert "(n is een voorbeeld)" in rest or int(number) in sizes | {everyone}, rest


@pytest.mark.parametrize("id", DUMBBELLS)
@pytest.mark.parametrize("fixed", [every_other, all_of])
def test_an_interval_stands_below_every_fixed_share_whose_n_is_fixed(id, fixed):
    table = table_of(id, records.load())
    drawing = figures.draw(table, fixed(table))
    lines = {line.get_gid(): line for line in drawing.figure.findobj(Line2D) if "interval" in (line.get_gid() or "")}
    shares = [
        cell for cell in drawing.marks.known(drawing.marks.cells) if not unprinted.is_example_size(drawing.table, cell)
    ]
    assert set(lines) == {f"interval {cell.row} {cell.column}" for cell in shares}
    for cell in shares:
        line = lines[f"interval {cell.row} {cell.column}"]
        assert tuple(line.get_xdata()) == pytest.approx(wilson(cell.count, cell.n))
        low, high = line.axes.get_xlim()
        assert low <= line.get_xdata()[0] <= line.get_xdata()[1] <= high
    said = " ".join(text.get_text() for text in texts(drawing)).replace("\n", " ")
    assert (SENTENCE in said) == bool(shares)


@pytest.mark.parametrize("id", IDS)
def test_the_same_table_gives_the_same_bytes(id):
    table = table_of(id, random_records(seed=1))
    once = figures.draw(table, every_other(table))
    again = figures.draw(table, every_other(table))
    assert once.png() == once.png() == again.png()
    assert once.fingerprint == again.fingerprint
    assert imread(BytesIO(once.png())).shape[1] == 800


@pytest.mark.parametrize("id", IDS)
def test_the_fingerprint_changes_with_any_number_that_is_drawn(id):
    table = table_of(id, random_records(seed=1))
    drawing = figures.draw(table)
    drawn = drawing.marks.cells[-1]
    other = replace(drawn, value=(drawn.value or 0) + Fraction(1, 10**9))
    changed = replace(table, cells=tuple(other if cell is drawn else cell for cell in table.cells))
    prints = {figures.draw(t, fixed).fingerprint for t in (table, changed) for fixed in (frozenset(), all_of(table))}
    assert len(prints) == 4


def test_the_two_programmes_can_be_told_apart_without_colour():
    one, other = sorted(luminance(COLOURS[programme]) + 0.05 for programme in ("opkomst_plus", "opkomst"))
    assert other / one >= 2.5
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in COLOURS.values())


@pytest.mark.parametrize("colour", [*COLOURS.values(), *SHADES, *map(tint, COLOURS.values())])
def test_letters_on_a_bar_have_enough_contrast(colour):
    low, high = sorted(luminance(c) + 0.05 for c in (colour, ink_on(colour)))
    assert high / low >= 4.5


def test_text_is_wrapped_to_the_width_and_hyphenated_where_allowed():
    lines = wrap("Uitkering of tegemoet\xadkoming", 0.95, SMALL).split("\n")
    assert lines == ["Uitkering of", "tegemoet-", "koming"]
    assert all(text_width(line, SMALL) <= 0.95 for line in lines)
    assert wrap("tegemoet\xadkoming", INNER) == "tegemoetkoming"


def test_labels_are_spread_without_overlap():
    centres = spread([0.01, 0.02, 0.5, 0.99], [0.1, 0.1, 0.2, 0.1], 0.02)
    assert centres == pytest.approx([0.05, 0.17, 0.5, 0.95])
    assert spread([0.97, 0.98], [0.1, 0.1], 0.02) == pytest.approx([0.83, 0.95])


def whole(*values: str) -> Marks:
    """Parts of one whole: ``"1/2"`` is fixed, ``"?1/2"`` only an example."""
    cells = tuple(
        Cell(str(i), "c", f"R{i}", "C", Fraction(value.strip("?")), "%", 60, "x", 1) for i, value in enumerate(values)
    )
    fixed = frozenset(key_of(c) for c, value in zip(cells, values, strict=True) if not value.startswith("?"))
    return Marks(Table("figuur-0", "", "", cells, True), cells, fixed)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1/2", "1/3", "1/6"], "de grootste groep is ‘R0’ (50,0%), de kleinste groep is ‘R2’ (16,7%)"),
        (["1/6", "1/3", "1/2"], "de grootste groep is ‘R2’ (50,0%), de kleinste groep is ‘R0’ (16,7%)"),
        (["2/5", "2/5", "?1/5"], "de grootste groepen zijn ‘R0’ en ‘R1’ (elk 40,0%)"),
        (["1/3", "1/3", "1/3"], "even groot zijn ‘R0’, ‘R1’ en ‘R2’ (elk 33,3%)"),
        # The example has at most 20%: it cannot be the largest, but it can be the smallest.
        (["1/2", "3/10", "?1/5"], "de grootste groep is ‘R0’ (50,0%)"),
        (["1/4", "1/5", "?11/20"], ""),
        (["?1/2", "?1/2"], ""),
    ],
)
def test_conclusions_hold_whatever_the_examples_are(values, expected):
    marks = whole(*values)
    assert alt.extremes(marks, marks.cells, alt.by_row) == expected


@pytest.mark.parametrize(
    ("n", "decimals", "synthetic", "expected"),
    [
        (60, 1, True, "50,0% (30)"),
        # Of 284 dossiers 49,3%, 49,0% and 48,6% are all 49%: a printed 49% does not say how many.
        (284, 0, True, "50%"),
        (284, 0, False, "50% (142)"),
        (284, 1, True, "50,0% (142)"),
        (16, 0, True, "50% (8)"),
    ],
)
def test_a_count_stands_beside_a_share_that_fixes_it(n, decimals, synthetic, expected):
    marks = whole("1/2")
    cell = replace(marks.cells[0], n=n, decimals=decimals)
    assert replace(marks, table=replace(marks.table, synthetic=synthetic)).label(cell) == expected


def test_values_are_listed_the_dutch_way():
    assert lists.listing([]) == ""
    assert lists.listing(["a"]) == "a"
    assert lists.listing(["a", "b", "c"]) == "a, b en c"


def test_an_unknown_figure_is_named():
    with pytest.raises(KeyError, match="no function draws 'figuur-99'"):
        figures.find("figuur-99")


def evolution(*changes: tuple[int, int]) -> Table:
    """Counts of 40 dossiers at the start and at the end, a row each."""
    cells = [
        cell((f"r{i}", f"R{i}"), (key, label), Fraction(count, 40), "% (n)", 40, "dossiers")
        for i, change in enumerate(changes)
        for key, label, count in zip(("start", "end"), ("Bij start", "Bij einde"), change, strict=True)
    ]
    return Table("extra-2", "", "4.1", tuple(cells), True)


@pytest.mark.parametrize(("change", "shape"), [((10, 11), ">"), ((11, 10), "<"), ((10, 10), "s")])
def test_the_direction_of_a_change_can_be_seen_without_colour(change, shape):
    table = evolution(change)
    end = marks(figures.draw(table, all_of(table)))["r0", "end"]
    expected = MarkerStyle(shape)
    assert (end.get_paths()[0].vertices == expected.get_path().transformed(expected.get_transform()).vertices).all()


def test_the_alt_text_of_changes_counts_directions_and_names_the_largest():
    table = evolution((10, 20), (20, 30), (9, 8), (5, 5))
    assert (
        "Van de 4 aandelen: op het latere moment 2 hoger, 1 lager en 1 gelijk. De sterkste stijging is die van "
        "‘R0’ (van 25,0% (10) naar 50,0% (20)) en ‘R1’ (van 50,0% (20) naar 75,0% (30)); de sterkste daling is die "
        "van ‘R2’ (van 22,5% (9) naar 20,0% (8))." in figures.draw(table, all_of(table)).alt
    )
    some = frozenset(key for key in all_of(table) if key != ("r0", "end"))
    assert (
        "Van de 3 aandelen die vastliggen: op het latere moment 1 hoger, 1 lager en 1 gelijk. Daarvan: de sterkste "
        "stijging is die van ‘R1’" in figures.draw(table, some).alt
    )


def test_the_arrow_of_a_single_example_is_dotted():
    table = evolution((10, 20), (10, 20))
    drawing = figures.draw(table, all_of(table) - {("r1", "end")})
    arrows = [line for line in drawing.figure.findobj(Line2D) if line.get_linewidth() == 2.5]
    assert [line.is_dashed() for line in arrows] == [False, True]


@pytest.mark.parametrize(
    ("smallest", "largest", "word"),
    [(0.001, 0.049, "zeker"), (0.001, 0.051, "onbeslist"), (0.051, 0.9, "nooit"), (1, 1, "nooit")],
)
def test_the_verdict_follows_from_the_range_and_the_line_of_five_per_cent(smallest, largest, word):
    found = Range("R", *(cell(("r", "R"), (c, c), p, "p", 9, "x") for c, p in (("s", smallest), ("l", largest))))
    assert VERDICTS[found.verdict].word == word


def test_every_verdict_has_its_own_word_sign_and_mark():
    for attribute in ("word", "sign", "marker", "colour"):
        assert len({getattr(verdict, attribute) for verdict in VERDICTS.values()}) == 3


def test_a_verdict_stands_at_every_row_that_can_be_tested():
    table = p_values(random_records(seed=1))
    words = [text.get_text() for text in texts(figures.draw(table, all_of(table)))]
    verdicts = [word for word in words if word in {f"{v.sign} {v.word}" for v in VERDICTS.values()}]
    assert len(verdicts) + words.count("niet te toetsen") == len(table.rows)


def test_a_p_value_is_never_shown_as_zero():
    shown = [cell(("r", "R"), ("c", "C"), p, "p", 9, "x").text for p in (1e-9, 0.001, 0.0324, 1)]
    assert shown == ["< 0,001", "0,001", "0,032", "1,000"]


def test_compositions_are_compared_between_larger_groups_only():
    sizes = {"none": 40, "living_wage": 50, "work": 2}
    counts = {"none": 10, "living_wage": 30, "work": 2}
    columns = {"single": "Alleen", "couple": "Koppel", "other": "Anders", "unknown": "Onbekend"}
    cells = tuple(
        cell((row, row), (column, label), Fraction(counts[row] * (column == "single"), n), "%", n, "x")
        for row, n in sizes.items()
        for column, label in columns.items()
    )
    table = Table("figuur-16", "", "", cells, True)
    assert (
        "Bij de inkomens met minstens 30 mama's verschilt het aandeel van ‘Alleen’ het meest: het grootst bij "
        "‘living_wage’ (60,0%), het kleinst bij ‘none’ (25,0%)." in figures.draw(table, all_of(table)).alt
    )


def test_the_alt_text_of_a_flow_counts_who_moved():
    groups = {"none": "Geen", "work": "Werk"}
    counts = {"none": {"none": 5, "work": 3}, "work": {"none": 1, "work": 7}}
    cells = tuple(
        cell((row, groups[row]), (column, groups[column]), counts[row][column], "n", 8, "mama's")
        for row in groups
        for column in groups
    )
    table = Table("figuur-18", "", "", cells, True)
    assert figures.draw(table, all_of(table)).alt.endswith(
        "Van de 16 mama's hebben er 12 nog dezelfde soort inkomen, en 4 een andere. "
        "Het vaakst ging het van ‘Geen’ naar ‘Werk’ (3)."
    )


def test_moves_that_are_fixed_are_told_beside_examples():
    table = table_of("extra-5", random_records(seed=1))
    moved = next(cell for cell in table.cells if cell.value and cell.row != cell.column)
    told = f"Wat vastligt: van ‘{moved.row_label}’ naar ‘{moved.column_label}’ ({moved.text}). Alleen de getallen in deze beschrijving"
    assert told in figures.draw(table, frozenset({key_of(moved)})).alt


def test_a_cell_without_a_value_is_no_example():
    table = evolution((10, 20))
    empty = replace(table.cells[0], row="none", row_label="Niemand", value=None, n=0)
    drawing = figures.draw(replace(table, cells=(*table.cells, empty, replace(empty, column="end"))), all_of(table))
    assert "geen gegevens" in [text.get_text() for text in texts(drawing)]
    assert "gearceerd" not in drawing.alt
