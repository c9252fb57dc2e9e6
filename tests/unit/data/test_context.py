"""Schemes, timeline and glossary: what the report says, and no number of our own."""

import re
from fractions import Fraction
from itertools import combinations

import pytest
from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from helpers.data import context, published, records
from helpers.data.files import CONTEXT, read_rows
from helpers.figures.drawing import png
from helpers.figures.shapes.boxes import draw_scheme
from helpers.figures.shapes.style import RC, WIDTH
from helpers.figures.timeline import draw_timeline
from helpers.pages import context
from helpers.tables import catalogue

SCHEMES = context.schemes()
PICTURES = {
    **{id: lambda id=id: draw_scheme(SCHEMES[id]) for id in SCHEMES},
    "tijdlijn": lambda: draw_timeline(context.timeline()),
}


@pytest.fixture(scope="module", params=PICTURES)
def picture(request):
    with style.context(["default", RC]):
        return PICTURES[request.param]()


def texts(figure) -> list[Text]:
    FigureCanvasAgg(figure).draw()
    return [
        text
        for text in figure.findobj(Text)
        if text.get_text().strip() and text.axes is not None and text.axes.axison is False
    ]


def clean(label: str) -> str:
    return label.replace("\xad", "")


def test_text_lies_within_the_picture_and_apart(picture):
    figure, _ = picture
    boxes = {f"{i}: {t.get_text()}": t.get_window_extent() for i, t in enumerate(texts(figure))}
    width, height = figure.canvas.get_width_height()
    assert len(boxes) >= 8
    assert not [text for text, b in boxes.items() if b.x0 < 0 or b.y0 < 0 or b.x1 > width or b.y1 > height]
    overlapping = [
        (one, other)
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1
    ]
    assert not overlapping


def test_letters_can_be_read_on_a_telephone(picture):
    figure, _ = picture
    assert min(text.get_fontsize() for text in texts(figure)) * 330 / 72 / WIDTH >= 9.5


def test_the_same_data_gives_the_same_bytes(picture):
    figure, alt = picture
    assert png(figure) == png(figure)
    assert 1 <= len(re.findall(r"\.(?: |$)", alt)) <= 5


@pytest.mark.parametrize("id", SCHEMES)
def test_every_box_is_drawn_around_its_own_words(id):
    with style.context(["default", RC]):
        figure, alt = draw_scheme(SCHEMES[id])
    boxes = {patch.get_gid(): patch.get_window_extent() for patch in figure.findobj(Rectangle) if patch.get_gid()}
    assert list(boxes) == list(SCHEMES[id].nodes)
    for one, other in combinations(boxes.values(), 2):
        assert min(one.x1, other.x1) <= max(one.x0, other.x0) or min(one.y1, other.y1) <= max(one.y0, other.y0)
    words = [(" ".join(text.get_text().split()), text.get_window_extent()) for text in texts(figure)]
    for key, node in SCHEMES[id].nodes.items():
        box = boxes[key]
        inside = [
            label for label, at in words if at.x0 >= box.x0 and at.x1 <= box.x1 and at.y0 >= box.y0 and at.y1 <= box.y1
        ]
        assert inside == [label for label in (clean(node.label), node.detail) if label]
        assert clean(node.label) in alt


@pytest.mark.parametrize("id", SCHEMES)
def test_lines_tie_known_boxes_and_only_placed_ones(id):
    scheme = SCHEMES[id]
    levels = {node.key: node.level for node in scheme.placed}
    assert scheme.links
    for link in scheme.links:
        assert levels[link.end] == levels[link.start] + 1
    tied = {link.start for link in scheme.links} | {link.end for link in scheme.links}
    assert tied == set(levels)


@pytest.mark.parametrize("id", SCHEMES)
def test_a_scheme_can_be_read_as_a_list_and_downloaded(id):
    html = context.scheme_html(SCHEMES[id])
    assert all(clean(node.label).replace("&", "&amp;") in html for node in SCHEMES[id].nodes.values())
    assert html.count("<li>") == len(SCHEMES[id].nodes)
    assert f'download="{id}-vakken.csv"' in html and f'download="{id}-lijnen.csv"' in html


def test_schemes_have_the_titles_that_the_report_lists():
    assert {scheme.number for scheme in SCHEMES.values()} == {1, 13}
    assert not set(SCHEMES) & set(catalogue.all_outputs())


@pytest.mark.parametrize(
    "moment", [m for m in context.timeline() if m.entry.startswith("tekst-")], ids=lambda m: m.when
)
def test_dates_are_those_that_the_report_prints(moment):
    # Where a section prints the year alone, another prints the month.
    assert moment.date == published.printed(moment.entry)


def test_dates_without_an_entry_follow_from_a_table_or_the_title_page():
    others = {moment.entry: moment.when for moment in context.timeline() if not moment.entry.startswith("tekst-")}
    assert set(others) == {"tabel-2", "titelblad"}
    table = catalogue.find("tabel-2").function(records.load())
    first = min(row for row, label in table.rows.items() if row.isdigit() and table[row, "opkomst_plus"].value)
    assert others["tabel-2"] == first


def test_the_timeline_is_to_scale():
    moments = context.timeline()
    with style.context(["default", RC]):
        figure, alt = draw_timeline(moments)
    marks = {artist.get_gid(): artist for artist in figure.findobj() if artist.get_gid()}
    middles = []
    for moment in moments:
        mark = marks[moment.when]
        y = mark.get_y() + mark.get_height() / 2 if isinstance(mark, Rectangle) else mark.get_ydata()[0]
        middles.append((sum(moment.span) / 2, y))
        assert isinstance(mark, Rectangle) == ("-" not in moment.when)
        assert moment.date in alt and moment.label in alt
    (start, top), (end, bottom) = middles[0], middles[-1]
    for instant, y in middles:
        assert y == pytest.approx(top + (instant - start) / (end - start) * (bottom - top))


def test_moments_stand_in_the_list_in_order():
    html = context.timeline_html(context.timeline())
    places = [html.index(f"<strong>{moment.date}. {moment.label}.") for moment in context.timeline()]
    assert places == sorted(places)
    assert 'download="tijdlijn.csv"' in html


@pytest.mark.parametrize("file", ["schemes", "scheme_nodes", "timeline", "glossary"])
def test_no_number_is_typed_in_a_label(file):
    for row in read_rows(CONTEXT / f"{file}.csv"):
        for column, text in row.items():
            if column.removesuffix("_nl") in ("label", "detail", "text", "note", "definition", "unplaced"):
                assert not re.search(r"\d", re.sub(r"\{[^}]*\}", "", text)), text


def test_a_printed_number_is_told_as_it_is_printed():
    row = published.cells().set_index("id").loc["tekst-1.1-a"]
    assert published.printed("tekst-1.1-a") == row["printed"]
    assert published.fill("zo: {tekst-1.1-a}!") == f"zo: {row['printed']}!"
    assert 'class="opk-printed"' in published.marked_text("<1")
    assert "&lt;1" in published.marked_text("<1")


@pytest.mark.parametrize("id", ["tekst-9.9-z", "tabel-2"])
def test_only_one_printed_number_can_be_told(id):
    with pytest.raises(published.NotPrintedError, match=id):
        published.printed(id)


def test_no_spelling_belongs_to_two_terms():
    forms = [form.casefold() for term in context.glossary() for form in term.forms]
    assert len(forms) >= len(context.glossary()) >= 30
    assert len(set(forms)) == len(forms)
    assert all(term.term in term.forms and term.definition.endswith(".") and term.source for term in context.glossary())


def test_a_year_alone_spans_the_whole_year():
    year, month = (context.Moment(when, "", "", "", "") for when in ("2018", "2018-12"))
    assert year.span == (2018, 2019) and year.date == "2018"
    assert month.date == "december 2018"
    assert month.span == pytest.approx((2018 + float(Fraction(11, 12)), 2019))
