"""Drawings show the table's numbers, say what is an example, and fit on a telephone."""

import re
from dataclasses import replace
from fractions import Fraction
from math import log10

import made_progress
import pytest
from drawn import all_of, cut_off, draw, every_other, marks, overlapping, texts
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from random_records import random_records

from helpers import figures
from helpers.checking import unprinted
from helpers.data import records
from helpers.figures.drawing import Drawing, key_of
from helpers.figures.shapes.ranges import VERDICTS, Range
from helpers.figures.shapes.style import SIZE, WIDTH
from helpers.inference.methods import Margins, Significance, p_range, wilson
from helpers.inference.sampling import SENTENCE
from helpers.tables import catalogue
from helpers.tables.table import Cell, Table, cell

#: Those of chapter 4.2 and 4.3 have tests of their own.
IDS = [id for id in figures.all_drawings() if id not in made_progress.IDS]

#: Drawings of a table of the report, under an id of their own.
COPIES = {"extra-1": "tabel-17", "extra-2": "tabel-18", "extra-3": "tabel-19"}

#: Arrows from one share to another.
DUMBBELLS = tuple(COPIES)

#: Counts in a grid.
BUBBLES = ("figuur-15", "figuur-17", "figuur-18")

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


def test_every_figure_of_the_report_that_is_computed_is_drawn():
    assert IDS == [*[id for id in catalogue.all_outputs() if id.startswith("figuur")], *COPIES, "extra-4"]


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("fixed", [every_other, all_of])
def test_all_text_lies_within_the_figure_and_apart(id, dossiers, fixed):
    table = table_of(id, dossiers)
    drawing = draw(table, fixed(table))
    assert not cut_off(drawing.figure, texts(drawing))
    assert not overlapping(texts(drawing))


@pytest.mark.parametrize("id", IDS)
def test_letters_can_be_read_on_a_telephone(id, dossiers):
    drawing = draw(table_of(id, dossiers))
    # As wide as the text of the page, with letters as large as those of the page.
    assert WIDTH * 96 == pytest.approx(328)
    assert {text.get_fontsize() for text in texts(drawing)} == {SIZE}


@pytest.mark.parametrize("id", IDS)
def test_marks_have_the_size_of_their_number(id, dossiers):
    drawing = draw(table_of(id, dossiers))
    artists = marks(drawing)
    for drawn in drawing.marks.cells:
        artist = artists.get(key_of(drawn))
        if isinstance(artist, Rectangle) and id not in ("figuur-4", "figuur-6"):
            assert artist.get_width() == pytest.approx(float(drawn.value or 0))
        elif id == "figuur-6" and drawn.row.isdigit():
            assert artist.get_height() == drawn.value
        elif id in BUBBLES:
            top = max(c.value for c in drawing.marks.cells) or 1
            assert artist.get_sizes()[0] == pytest.approx(19**2 * float(drawn.value / top))
        elif id in DUMBBELLS and artist:
            assert artist.get_offsets()[0][0] == pytest.approx(float(drawn.value))
        elif id == "extra-4" and artist is None:
            row = [drawing.table[drawn.row, column] for column in ("smallest", "largest")]
            assert Range("", *row).verdict in (Significance.NEVER, None)
        elif id == "extra-4":
            assert artist.get_offsets()[0][0] == pytest.approx(log10(max(drawn.value, 0.0005)))
        elif id == "figuur-4" and drawn.column == "yes":
            assert artist.get_offsets()[0][1] == pytest.approx(float(drawn.value))
        elif id == "figuur-4":
            share = drawing.table[drawn.row, "yes"]
            low, high = wilson(share.count, share.n)
            assert artist.get_y() == pytest.approx(low)
            assert artist.get_height() == pytest.approx(high - low)
        elif artist is None:
            assert not drawn.value or drawn.row in ("minimum", "mean", "maximum")


@pytest.mark.parametrize("id", IDS)
def test_every_number_of_a_bar_or_bubble_can_be_read(id, dossiers):
    drawing = draw(table_of(id, dossiers))
    words = " ".join(text.get_text() for text in texts(drawing))
    for drawn in drawing.marks.cells:
        if drawn.value and key_of(drawn) in marks(drawing) and id != "figuur-6":
            # An arrow has no room for the count.
            assert (drawn.text.partition(" ")[0] if id in DUMBBELLS else drawn.text) in words


@pytest.mark.parametrize("id", IDS)
def test_exactly_the_examples_are_hatched(id):
    table = table_of(id, random_records(seed=1))
    drawing = draw(table, every_other(table))
    for key, artist in marks(drawing).items():
        assert bool(artist.get_hatch()) == (key not in every_other(table))
    assert not drawing.no_fixed_mark


@pytest.mark.parametrize("id", IDS)
def test_without_a_fixed_mark_everything_says_that_it_is_an_example(id):
    drawing = draw(table_of(id, random_records(seed=1)))
    assert drawing.no_fixed_mark
    assert all(artist.get_hatch() for artist in marks(drawing).values())
    assert any("voorbeeld" in text.get_text() for text in texts(drawing))
    assert "Alle getallen in deze figuur zijn een verzonnen voorbeeld" in drawing.alt
    assert not re.search(r"\d%", drawing.alt)


@pytest.mark.parametrize("id", IDS)
def test_nothing_is_an_example_in_real_records(id):
    drawing = draw(table_of(id, random_records(seed=1, mark="ECHT-")))
    assert not drawing.no_fixed_mark
    assert not any(artist.get_hatch() for artist in marks(drawing).values())
    assert not any("voorbeeld" in text.get_text() for text in texts(drawing))
    assert "voorbeeld" not in drawing.alt


@pytest.mark.parametrize("id", IDS)
def test_alt_texts_speak_of_fixed_numbers_only(id, dossiers):
    table = table_of(id, dossiers)
    fixed = every_other(table)
    known = " ".join(table[key].text for key in fixed)
    drawing = draw(table, fixed)
    assert set(re.findall(r"[\d,]+%", drawing.alt)) <= set(re.findall(r"[\d,]+%", known))
    assert {int(n) for n in re.findall(r"(?<=\()\d+(?=\))", drawing.alt)} <= fixed_counts(drawing)
    assert 1 <= len(re.findall(r"[.?](?: |$)", drawing.alt)) <= 5


def fixed_counts(drawing: Drawing) -> set[int]:
    """Every count that a fixed cell gives: itself, or that of a share."""
    known = drawing.marks.known(drawing.marks.table.cells)
    return {int(cell.value) if cell.unit == "n" else cell.count for cell in known}


@pytest.mark.parametrize("id", IDS)
def test_thousands_have_a_dot(id):
    """Numbers of four digits without one are years, from the labels of the table."""
    table = table_of(id, random_records(seed=1, size=3000))
    drawing = draw(table, all_of(table))
    labels = " ".join([table.title, *table.rows.values(), *table.columns.values(), *(c.base for c in table.cells)])
    told = " ".join([drawing.alt, *(text.get_text() for text in texts(drawing))])
    assert set(re.findall(r"\d{4,}", told)) <= set(re.findall(r"\d{4,}", labels))


@pytest.mark.parametrize("id", IDS)
def test_alt_texts_tell_nothing_of_the_examples(id):
    """No percentage, count or n in it changes with a number that nothing fixes."""
    table = table_of(id, random_records(seed=1))
    fixed = every_other(table)
    cells = [c if key_of(c) in fixed or c.value is None else other_example(c) for c in table.cells]
    changed = replace(table, cells=tuple(cells))
    assert draw(changed, fixed).alt == draw(table, fixed).alt


def other_example(found: Cell) -> Cell:
    """The same cell with another value; a share or number gets smaller, so that a whole stays possible."""
    if found.unit == "p":
        return replace(found, value=(found.value + (found.column == "largest")) / 2)
    return replace(found, value=found.value / 2 if found.is_share else found.value // 2)


@pytest.mark.parametrize("id", IDS)
def test_an_n_that_is_told_is_fixed(id):
    table = table_of(id, records.load())
    drawing = draw(table, all_of(table))
    sizes = {c.n for c in table.cells if not unprinted.is_example_size(table, c)}
    told = re.findall(r"(?:n = |[Vv]an (?:de )?)(\d+) (?!aandelen|rijen)(.{0,60})", drawing.alt)
    for number, rest in told:
        everyone = sum(c.value for c in drawing.marks.cells if c.unit == "n" and c.value)
        assert int(number) in sizes | {everyone}, rest


@pytest.mark.parametrize("id", DUMBBELLS)
@pytest.mark.parametrize("fixed", [every_other, all_of])
def test_an_interval_stands_below_every_fixed_share_whose_n_is_fixed(id, fixed):
    table = table_of(id, records.load())
    drawing = draw(table, fixed(table))
    lines = {line.get_gid(): line for line in drawing.figure.findobj(Line2D) if "interval" in (line.get_gid() or "")}
    shares = [
        drawn
        for drawn in drawing.marks.known(drawing.marks.cells)
        if not unprinted.is_example_size(drawing.table, drawn)
    ]
    assert set(lines) == {f"interval {drawn.row} {drawn.column}" for drawn in shares}
    for drawn in shares:
        line = lines[f"interval {drawn.row} {drawn.column}"]
        assert tuple(line.get_xdata()) == pytest.approx(wilson(drawn.count, drawn.n))
        low, high = line.axes.get_xlim()
        assert low <= line.get_xdata()[0] <= line.get_xdata()[1] <= high
    said = " ".join(text.get_text() for text in texts(drawing)).replace("\n", " ")
    assert (SENTENCE in said) == bool(shares)


@pytest.mark.parametrize("id", IDS)
def test_the_same_table_gives_the_same_bytes(id):
    table = table_of(id, random_records(seed=1))
    once = figures.draw(table, every_other(table))
    again = figures.draw(table, every_other(table))
    assert once.svg() == once.svg() == again.svg()
    assert once.fingerprint == again.fingerprint
    # 16 pixels of text beside 16 pixels of text, as wide as five inches.
    assert once.svg().startswith("<svg") and 'width="246pt"' in once.svg() and "<text " in once.svg()


@pytest.mark.parametrize("id", IDS)
def test_the_fingerprint_changes_with_any_number_that_is_drawn(id):
    table = table_of(id, random_records(seed=1))
    drawing = draw(table)
    drawn = drawing.marks.cells[-1]
    other = replace(drawn, value=(drawn.value or 0) + Fraction(1, 10**9))
    changed = replace(table, cells=tuple(other if cell == drawn else cell for cell in table.cells))
    prints = {draw(t, fixed).fingerprint for t in (table, changed) for fixed in (frozenset(), all_of(table))}
    assert len(prints) == 4


def test_an_unknown_figure_is_named():
    with pytest.raises(KeyError, match="no function draws 'figuur-99'"):
        figures.find("figuur-99")


def test_every_row_of_p_values_has_its_verdict_and_those_that_say_nothing_stand_by_name():
    table = p_values(random_records(seed=1))
    drawing = draw(table, all_of(table))
    words = [text.get_text().replace("\n", " ") for text in texts(drawing)]
    never = f"{VERDICTS[Significance.NEVER].sign} {VERDICTS[Significance.NEVER].word}: "
    lists = [word.replace("\xa0", " ") for word in words if word.startswith((never, "niet te toetsen"))]
    seen = {word: words.count(word) for word in {f"{v.sign} {v.word}" for v in VERDICTS.values()}}
    drawn = {row for row, _ in marks(drawing)}
    assert sum(seen.values()) == len(drawn) > 0
    for row in table.rows:
        found = Range("", table[row, "smallest"], table[row, "largest"])
        assert (row in drawn) == (found.verdict not in (Significance.NEVER, None))
        assert row in drawn or any(table.rows[row] in text for text in lists)


@pytest.mark.parametrize("id", ["figuur-4", "figuur-7"])
def test_what_compares_only_some_of_the_numbers_says_so(id):
    table = table_of(id, random_records(seed=1))
    some = draw(table, frozenset(key_of(c) for c in table.cells if c.row != table.cells[0].row))
    every = draw(table, all_of(table))
    words = re.compile("duidelijkst|zwangeren is het hoogst")
    assert words.search(every.alt) and "an wat vastligt" not in every.alt
    (sentence,) = [text for text in some.alt.split(". ") if words.search(text)]
    assert sentence.startswith("Van wat vastligt: ")


def test_one_row_of_p_values_is_not_told_as_several():
    table = p_values(random_records(seed=1))
    row = next(row for row in table.rows if table[row, "smallest"].value is not None)
    alt = draw(table, frozenset({(row, "smallest"), (row, "largest")})).alt
    assert "van de 1 rij die vastligt is er" in alt
