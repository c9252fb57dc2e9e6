"""Schemes of boxes and lines: Figuur 1 and Figuur 13.

``layers`` puts the boxes in rows, with arrows from row to row; ``tree`` puts
them below each other, indented, each tied to the box it belongs to. Boxes
without a level stand apart at the bottom, dashed.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.data.context import Node, Scheme
from helpers.dutch.lists import listing
from helpers.figures.drawing import settle
from helpers.figures.shapes.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, FAINT, INK, INNER, ink_on, tint, wrap

#: Inches: between boxes side by side, and how far a box of a tree stands in.
_BESIDE, _INDENT = 0.08, 0.25


#: Lines of text: between rows of a scheme in layers, and of a tree.
_BETWEEN, _BELOW = 1.3, 0.3


#: Space inside a box: inches at the sides, lines above and below.
_SIDE, _TOP = 0.04, 0.22


#: Height of a line, in lines of text: of a name, and of what stands below it.
_NAME, _DETAIL = 1.05, 1.05


#: The colour of each kind of box; the two programmes have theirs.
_FILL = {
    "person": "white",
    "service": tint(COLOURS["total"]),
    "core": COLOURS["total"],
    "track": COLOURS["opkomst"],
    "track_plus": COLOURS["opkomst_plus"],
}


#: Left, top, width and height of a box.
Place = tuple[float, float, float, float]


def draw_scheme(scheme: Scheme) -> tuple[Figure, str]:
    """The picture of a scheme, and its alternative text."""
    ax = sheet(new_figure(), 0, INNER)
    places, y = (_layers if scheme.shape == "layers" else _tree)(scheme)
    for link in scheme.links:
        (_line_down if scheme.shape == "layers" else _elbow)(ax, places[link.start], places[link.end], link.arrow)
    for key, place in places.items():
        _box(ax, scheme.nodes[key], place)
    if scheme.unplaced:
        y = heading(ax, scheme.unplaced_title + ":", y + 0.6) + 0.3
        for node in scheme.unplaced:
            place = (0, y, INNER, _height(node, INNER))
            _box(ax, node, place, linestyle=(0, (4, 3)), facecolor="white")
            y += place[3] + _BELOW
    figure = finish_sheet(ax, y, [], scheme.note)
    settle(figure)
    return figure, _alt(scheme)


def _layers(scheme: Scheme) -> tuple[dict[str, Place], float]:
    """Rows from top to bottom; the boxes of a row share its width."""
    places, y = {}, 0.1
    for _, row in groupby(scheme.placed, key=lambda node: node.level):
        nodes = list(row)
        width = (INNER - _BESIDE * (len(nodes) - 1)) / len(nodes)
        height = max(_height(node, width) for node in nodes)
        for index, node in enumerate(nodes):
            places[node.key] = (index * (width + _BESIDE), y, width, height)
        y += height + _BETWEEN
    return places, y - _BETWEEN + 0.4


def _tree(scheme: Scheme) -> tuple[dict[str, Place], float]:
    """Boxes below each other, in the order of the data, indented by their depth."""
    places, y = {}, 0.1
    for node in scheme.placed:
        left = (node.level - 1) * _INDENT
        height = _height(node, INNER - left)
        places[node.key] = (left, y, INNER - left, height)
        y += height + _BELOW
    return places, y


def _texts(node: Node, width: float) -> tuple[str, str]:
    """The name and the detail of a box, wrapped to its width."""
    room = width - 2 * _SIDE
    return wrap(node.label, room), wrap(node.detail, room) if node.detail else ""


def _lines(text: str) -> int:
    return text.count("\n") + 1 if text else 0


def _height(node: Node, width: float) -> float:
    name, detail = _texts(node, width)
    return _lines(name) * _NAME + _lines(detail) * _DETAIL + 2 * _TOP


def _box(ax: Axes, node: Node, place: Place, **look: Any) -> None:
    left, top, width, height = place
    fill = {"facecolor": _FILL[node.kind], "edgecolor": FAINT, "linewidth": 1.2} | look
    # At the edge of the paper half of the line would be cut off.
    ax.add_patch(Rectangle((left, top), width, height, gid=node.key, zorder=2, clip_on=False, **fill))
    name, detail = _texts(node, width)
    colour = INK if fill["facecolor"] == "white" else ink_on(fill["facecolor"])
    words = {"ha": "center", "va": "center", "color": colour, "linespacing": 1.1, "zorder": 3}
    middle, half = top + height / 2, (_lines(name) * _NAME + _lines(detail) * _DETAIL) / 2
    ax.text(left + width / 2, middle - half + _lines(name) * _NAME / 2, name, **words)
    if detail:
        ax.text(left + width / 2, middle + half - _lines(detail) * _DETAIL / 2, detail, **words)


def _line_down(ax: Axes, start: Place, end: Place, arrow: bool) -> None:
    """From the bottom of a box to the top of a lower one, straight down from the narrower of the two."""
    narrow = min(start, end, key=lambda place: place[2])
    x = narrow[0] + narrow[2] / 2
    shape = {"arrowstyle": "-|>" if arrow else "-", "color": INK, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", (x, end[1]), (x, start[1] + start[3]), arrowprops=shape)


def _elbow(ax: Axes, start: Place, end: Place, arrow: bool) -> None:
    """From below the left end of a box to the side of one that stands in."""
    x, y = start[0] + _INDENT / 2, end[1] + end[3] / 2
    ax.plot([x, x, end[0]], [start[1] + start[3], y, y], color=INK, linewidth=1.4, zorder=1)


def _alt(scheme: Scheme) -> str:
    """What is tied to what, a clause for each box that something starts from."""
    names = {key: f"‘{node.label.replace(chr(0xAD), '')}’" for key, node in scheme.nodes.items()}
    clauses = [
        f"{listing([names[key] for key in starts])}: {label} {listing([names[key] for key in ends])}"
        for (starts, label), ends in _bundles(scheme).items()
    ]
    kind = "Schema" if scheme.shape == "layers" else "Organigram"
    apart = listing([names[node.key] for node in scheme.unplaced])
    tail = f" Zonder plaats: {apart}." if apart else ""
    return f"{kind} met {len(scheme.nodes)} vakken. {'; '.join(clauses)}.{tail}"


def _bundles(scheme: Scheme) -> dict[tuple[tuple[str, ...], str], tuple[str, ...]]:
    """Links with the same label taken together: first by where they start, then by where they end."""
    ends: dict[tuple[str, str], list[str]] = {}
    for link in scheme.links:
        ends.setdefault((link.start, link.label), []).append(link.end)
    starts: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (start, label), found in ends.items():
        starts.setdefault((tuple(found), label), []).append(start)
    return {(tuple(found), label): end for (end, label), found in starts.items()}
