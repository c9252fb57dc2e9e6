"""The timeline is to scale."""

import pytest
from matplotlib import style
from matplotlib.patches import Rectangle

from helpers.data import context
from helpers.figures.shapes.style import rc
from helpers.figures.timeline import draw_timeline


def test_the_timeline_is_to_scale():
    moments = context.timeline()
    with style.context(["default", rc()]):
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
