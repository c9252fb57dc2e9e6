"""Pictures without numbers: schemes and the timeline can be read."""

import re
from itertools import combinations

import pytest
from drawn import cut_off, overlapping
from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from helpers.data import context
from helpers.figures.drawing import svg
from helpers.figures.shapes.boxes import draw_scheme
from helpers.figures.shapes.style import SIZE, rc
from helpers.figures.timeline import draw_timeline

SCHEMES = context.schemes()

PICTURES = {
    **{id: lambda id=id: draw_scheme(SCHEMES[id]) for id in SCHEMES},
    "tijdlijn": lambda: draw_timeline(context.timeline()),
}


@pytest.fixture(scope="module", params=PICTURES)
def picture(request):
    with style.context(["default", rc()]):
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
    assert len(texts(figure)) >= 8
    assert not cut_off(figure, texts(figure))
    assert not overlapping(texts(figure))


def test_letters_can_be_read_on_a_telephone(picture):
    figure, _ = picture
    assert {text.get_fontsize() for text in texts(figure)} == {SIZE}


def test_the_same_data_gives_the_same_bytes(picture):
    figure, alt = picture
    assert svg(figure) == svg(figure)
    assert 1 <= len(re.findall(r"\.(?: |$)", alt)) <= 5


@pytest.mark.parametrize("id", SCHEMES)
def test_every_box_is_drawn_around_its_own_words(id):
    with style.context(["default", rc()]):
        figure, alt = draw_scheme(SCHEMES[id])
    boxes = {patch.get_gid(): patch.get_window_extent() for patch in figure.findobj(Rectangle) if patch.get_gid()}
    assert list(boxes) == list(SCHEMES[id].nodes)
    for one, other in combinations(boxes.values(), 2):
        assert min(one.x1, other.x1) <= max(one.x0, other.x0) or min(one.y1, other.y1) <= max(one.y0, other.y0)
    words = [(" ".join(text.get_text().replace("-\n", "").split()), text.get_window_extent()) for text in texts(figure)]
    for key, node in SCHEMES[id].nodes.items():
        box = boxes[key]
        inside = [
            label for label, at in words if at.x0 >= box.x0 and at.x1 <= box.x1 and at.y0 >= box.y0 and at.y1 <= box.y1
        ]
        assert inside == [label for label in (clean(node.label), clean(node.detail)) if label]
        assert clean(node.label) in alt
