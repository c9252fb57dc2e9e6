"""Bands from groups at one moment to the same groups at a later one (alluvial).

The thickness of a band is in proportion to its count. Every band has a place
of its own at both ends, at least as high as its number: what is left over is
white, so that the number of the thinnest band can be read too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.dutch.numbers import dutch
from helpers.figures.alt import highest, sentence, tied
from helpers.figures.drawing import Marks, key_of
from helpers.figures.shapes.sheet import finish_sheet, new_figure, sheet
from helpers.figures.shapes.style import COLOURS, INK, INNER, SHADES, SIZE, SMALL, ink_on, wrap
from helpers.tables.table import Cell, Key

#: Lines of text: all bands together, the least place for one, and between groups.
_TOTAL, _LEAST, _GAP = 13.0, 1.0, 0.7


#: Inches: the names of the groups, the straight ends of a band, and between text and line.
_NAMES, _STRAIGHT, _SPACE = 1.35, 0.34, 0.07


#: Height of a line of small text, in lines of text.
_SMALL_LINE = SMALL / SIZE


#: The only word too long for the room beside the bands; Dutch divides it here.
_LONG = "tegemoet\xadkoming"


@dataclass(frozen=True)
class _Node:
    """One group at one moment: from `top` to `bottom`, with the middle of each of its bands."""

    name: str
    cells: tuple[Cell, ...]
    top: float
    bottom: float
    middles: dict[Key, float]


def flows(marks: Marks, who: str, what: str) -> Figure:
    """Bands from the rows (start, left) to the columns (end, right) of a square table of counts.

    Parameters
    ----------
    marks
        Rows and columns have the same keys; a band from a key to itself is pale.
    who
        Who is counted, such as ``mama's``.
    what
        What the groups are, a Dutch de-word such as ``soort inkomen``.
    """
    everyone = replace(marks.cells[0], n=total(marks))
    note = (
        f"Van {marks.size(everyone)}. Hoe dikker de band, hoe meer {who}; het getal is hun aantal. "
        f"Licht: dezelfde {what}. Donker: een andere {what}."
    )
    ax = sheet(new_figure(), 0, INNER)
    scale = _TOTAL / (total(marks) or 1)
    table, top = marks.table, _sides(ax)
    left = _stack(((label, table.row(key)) for key, label in table.rows.items()), top, scale)
    right = _stack(((label, table.column(key)) for key, label in table.columns.items()), top, scale)
    starts, ends = ({key: y for node in nodes for key, y in node.middles.items()} for nodes in (left, right))
    # The strong bands lie on top, and of these the thin ones.
    for cell in sorted(marks.cells, key=lambda c: (c.row != c.column, -c.value)):
        if cell.value:
            _band(ax, cell, starts[key_of(cell)], ends[key_of(cell)], scale, marks)
    for nodes, x, side in [(left, _NAMES, -1), (right, INNER - _NAMES, 1)]:
        for node in nodes:
            _name(ax, node, x, side, marks)
    return finish_sheet(ax, max(left[-1].bottom, right[-1].bottom), marks.keys, note)


def total(marks: Marks) -> int:
    """How many there are in all bands together."""
    return int(sum(cell.value for cell in marks.cells))


def about_moves(marks: Marks, who: str, what: str) -> list[str]:
    """How many moved, and from where to where most often; only when every number is certain."""
    moved = [cell for cell in marks.cells if cell.row != cell.column and cell.value]
    everyone = total(marks)
    if marks.examples or not everyone:
        return []
    number = int(sum(cell.value for cell in moved))
    have = "heeft" if everyone - number == 1 else "hebben"
    top = tied(highest(moved), by_move) if moved else ""
    return [
        f"Van de {dutch(everyone)} {who} {have} er {dutch(everyone - number)} nog dezelfde {what}, "
        f"en {dutch(number)} een andere.",
        *sentence(top, "Het vaakst ging het "),
    ]


def by_move(cell: Cell) -> str:
    """From where to where, each in quotes."""
    return f"van ‘{cell.row_label}’ naar ‘{cell.column_label}’"


def _sides(ax: Axes) -> float:
    """The names of the two moments; return where the groups begin."""
    ax.text(0, 0, "bij start", va="top")
    ax.text(INNER, 0, "bij einde", va="top", ha="right")
    return 1.5


def _stack(groups: Iterable[tuple[str, list[Cell]]], y: float, scale: float) -> list[_Node]:
    """Groups from top to bottom, each with a place for every band that is not empty."""
    nodes = []
    for label, cells in groups:
        name = _words(label, cells)
        places = {key_of(cell): max(float(cell.value) * scale, _LEAST) for cell in cells if cell.value}
        height = max(sum(places.values()), (name.count("\n") + 1) * 1.2 * _SMALL_LINE)
        middles, top = {}, y + (height - sum(places.values())) / 2
        for key, place in places.items():
            middles[key] = top + place / 2
            top += place
        nodes.append(_Node(name, tuple(cells), y, y + height, middles))
        y += height + _GAP
    return nodes


def _words(label: str, cells: Iterable[Cell]) -> str:
    """A group with its size, in the room beside the bands."""
    divided = label.replace(_LONG.replace("\xad", ""), _LONG)
    return wrap(f"{divided} (n\xa0=\xa0{dutch(sum(cell.value for cell in cells))})", _NAMES - 2 * _SPACE, SMALL)


def _name(ax: Axes, node: _Node, x: float, side: int, marks: Marks) -> None:
    """The line and the name of a group, on the left (-1) or on the right (1) of its bands."""
    ax.plot([x, x], [node.top, node.bottom], color=INK, linewidth=2, solid_capstyle="butt", zorder=4)
    letters = {"style": "italic"} if any(map(marks.is_example, node.cells)) else {}
    place = {"ha": "right" if side < 0 else "left", "va": "center", "fontsize": SMALL, "linespacing": 1.1}
    ax.text(x + side * _SPACE, (node.top + node.bottom) / 2, node.name, **place, **letters)


def _band(ax: Axes, cell: Cell, start: float, end: float, scale: float, marks: Marks) -> None:
    """A band between the middles `start` and `end`, with its number at both ends."""
    thickness, same = float(cell.value) * scale, cell.row == cell.column
    left, right = _NAMES, INNER - _NAMES
    path = _outline(left, right, start, end, thickness)
    look = marks.look(cell, COLOURS["total"] if same else SHADES[0], light=same)
    # A white rim keeps bands apart where they cross.
    ax.add_patch(PathPatch(path, facecolor="white", edgecolor="white", linewidth=3, zorder=2))
    if marks.is_example(cell):
        # The thinnest bands have no room for hatching.
        look |= {"linestyle": (0, (2.5, 1.5))}
    ax.add_patch(PathPatch(path, **look, zorder=2))
    on_band = thickness >= _LEAST and not marks.is_example(cell)
    colour = ink_on(look["facecolor"]) if on_band else INK
    ground = {} if on_band else {"bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.8}}
    for x, y in [(left + _STRAIGHT / 2, start), (right - _STRAIGHT / 2, end)]:
        place = {"ha": "center", "va": "center_baseline", "fontsize": SMALL, "zorder": 5}
        ax.text(x, y, cell.text, color=colour, **place, **ground, **marks.letters(cell))


def _outline(left: float, right: float, start: float, end: float, thickness: float) -> Path:
    """Straight at both ends, an S between them; first along the top, back along the bottom."""
    one, other, middle, half = left + _STRAIGHT, right - _STRAIGHT, (left + right) / 2, thickness / 2
    curve = [Path.CURVE4] * 3
    points = [
        *[(left, start - half), (one, start - half)],
        *[(middle, start - half), (middle, end - half), (other, end - half)],
        *[(right, end - half), (right, end + half), (other, end + half)],
        *[(middle, end + half), (middle, start + half), (one, start + half)],
        *[(left, start + half), (left, start - half)],
    ]
    codes = [Path.MOVETO, Path.LINETO, *curve, *[Path.LINETO] * 3, *curve, Path.LINETO, Path.CLOSEPOLY]
    return Path(points, codes)
