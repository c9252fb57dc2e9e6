"""Drawings show the table's numbers, say what is an example, and fit on a telephone."""

import re
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import combinations

import pytest
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.image import imread
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text
from random_records import random_records

from helpers import figures, outputs, records
from helpers.figures import alt
from helpers.figures.drawing import Drawing, Marks, key_of
from helpers.figures.stacks import spread
from helpers.figures.style import COLOURS, INNER, SHADES, SMALL, WIDTH, ink_on, luminance, text_width, tint, wrap
from helpers.inference import wilson
from helpers.table import Cell, Table

IDS = list(figures.all_drawings())

#: Registration records, and random ones: ordinary, one-sided, few.
RECORDS = {
    "registration": records.load,
    "ordinary": lambda: random_records(seed=1),
    "one-sided": lambda: random_records(seed=2, evenness=0.1),
    "very one-sided": lambda: random_records(seed=3, evenness=0.02),
    "few": lambda: random_records(seed=4, size=8, evenness=10),
}


@pytest.fixture(scope="module", params=RECORDS)
def dossiers(request) -> records.Records:
    return RECORDS[request.param]()


def table_of(id: str, dossiers: records.Records) -> Table:
    return outputs.find(id).function(dossiers)


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
    assert IDS == [id for id in outputs.all_outputs() if id.startswith("figuur")]


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
        elif id == "figuur-15":
            top = max(c.value for c in drawing.marks.cells) or 1
            assert artist.get_sizes()[0] == pytest.approx(27**2 * float(cell.value / top))
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
    known = {table[key].text for key in fixed}
    drawing = figures.draw(table, fixed)
    assert set(re.findall(r"[\d,]+%", drawing.alt)) <= known
    assert 1 <= len(re.findall(r"[.?](?: |$)", drawing.alt)) <= 5


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
    drawn = drawing.marks.cells[0]
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
    assert alt.listing([]) == ""
    assert alt.listing(["a"]) == "a"
    assert alt.listing(["a", "b", "c"]) == "a, b en c"


def test_an_unknown_figure_is_named():
    with pytest.raises(KeyError, match="no function draws 'figuur-99'"):
        figures.find("figuur-99")
