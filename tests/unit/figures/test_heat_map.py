"""The map of all printed cells."""

import re

from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from helpers.checking.standings import STANDINGS, standing
from helpers.figures.heat_map import _LOOKS, heat_map


def test_the_map_has_one_square_for_each_printed_cell_of_a_table(checks):
    drawing = heat_map(checks, synthetic=True)
    printed = [check for check in checks if check.id.startswith("tabel-")]
    (ax,) = drawing.figure.axes
    assert len(ax.patches) == len(printed) == len(drawing.table.cells)
    signs = [look.sign for check in printed if (look := _LOOKS[standing(check)]).sign]
    assert sum(len(drawn.get_offsets()) for drawn in ax.collections) == len(signs)
    wrong = sum(standing(check) == "erratum" for check in printed)
    assert re.search(rf"\b{wrong} {STANDINGS['erratum'].about(wrong)}", drawing.alt)
    assert drawing.svg() == drawing.svg()


def test_no_two_standings_look_the_same_in_grey():
    assert set(_LOOKS) == set(STANDINGS)
    looks = {(look.colour, look.sign) for look in _LOOKS.values()}
    assert len(looks) == len(_LOOKS)
    # What contradicts has a sign of its own, whatever the colour.
    signs = [look.sign for look in _LOOKS.values() if look.sign]
    assert len(set(signs)) == len(signs)


def test_the_explanation_of_the_map_shows_the_sign_of_each_standing(checks):
    figure = heat_map(checks, synthetic=True).figure
    used = [look for name, look in _LOOKS.items() if name in {standing(c) for c in checks if c.id.startswith("tabel-")}]
    (legend,) = figure.legends
    squares = [found for found in legend.findobj(Rectangle) if found is not legend.get_frame()]
    assert [to_hex(square.get_facecolor()) for square in squares] == [look.colour for look in used]
    signs = [line.get_marker() for line in legend.findobj(Line2D)]
    assert signs == [look.sign for look in used if look.sign]


def test_the_map_squares_do_not_overlap(checks):
    ax = heat_map(checks, synthetic=True).figure.axes[0]
    corners = {(round(p.get_x(), 3), round(p.get_y(), 3)) for p in ax.patches}
    assert len(corners) == len(ax.patches)
    assert max(p.get_x() + p.get_width() for p in ax.patches) <= ax.get_xlim()[1]
