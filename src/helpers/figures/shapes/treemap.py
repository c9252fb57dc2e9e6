"""Rectangles with areas as large as their numbers, in blocks with a heading.

The layout is that of Bruls, Huizing and Van Wijk (2000), Squarified treemaps,
https://doi.org/10.1007/978-3-7091-6783-0_4: rows of tiles that are as square
as they can be. A tile that is too small for its name gets a letter, which is
explained below the block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.figures.drawing import Marks
from helpers.figures.shapes.sheet import finish_sheet, heading, new_figure, sheet
from helpers.figures.shapes.style import INNER, LINE, SIZE, ink_on, text_width, wrap
from helpers.tables.table import Cell

#: Square inches for all tiles together, and lines of text below a block.
_AREA, _BELOW = 8.0, 0.3


#: Inches of white within a tile on each side of its text.
_SPACE = 0.04


Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Block:
    """Tiles under one heading, with one colour; only those with a positive value are drawn."""

    heading: str
    colour: str
    cells: tuple[Cell, ...]

    @property
    def tiles(self) -> list[Cell]:
        """The cells with something to show, from large to small."""
        return sorted((cell for cell in self.cells if cell.value), key=lambda cell: -cell.value)


def squarify(sizes: Sequence[float], width: float, height: float) -> list[Box]:
    """Divide a rectangle into tiles that are as square as they can be.

    Parameters
    ----------
    sizes
        Positive, from large to small; the areas are in proportion to them.
    width, height
        Of the rectangle, positive.

    Returns
    -------
    list of (float, float, float, float)
        Left, top, width and height of each tile, measured from the top left.

    Examples
    --------
    >>> squarify([2, 1, 1], 2, 1)
    [(0.0, 0.0, 1.0, 1.0), (1.0, 0.0, 1.0, 0.5), (1.0, 0.5, 1.0, 0.5)]
    """
    unit = width * height / sum(sizes) if sizes else 0
    areas = [size * unit for size in sizes]
    boxes: list[Box] = []
    x = y = 0.0
    while areas:
        side = min(width, height)
        count = 1
        while count < len(areas) and _worst(areas[: count + 1], side) <= _worst(areas[:count], side):
            count += 1
        row, areas = areas[:count], areas[count:]
        depth = sum(row) / side
        along = 0.0
        for area in row:
            length = area / depth
            tall = width >= height
            boxes.append((x, y + along, depth, length) if tall else (x + along, y, length, depth))
            along += length
        if width >= height:
            x, width = x + depth, width - depth
        else:
            y, height = y + depth, height - depth
    return boxes


def _worst(areas: Sequence[float], side: float) -> float:
    """The largest ratio of the sides of the tiles in a row along `side`."""
    depth = sum(areas) / side
    return max(max(depth**2 / area, area / depth**2) for area in areas)


def treemap(blocks: Sequence[Block], marks: Marks, note: str) -> Figure:
    """Blocks from top to bottom, as wide as the picture; every tile on the same scale."""
    total = float(sum(cell.value for block in blocks for cell in block.tiles)) or 1.0
    ax = sheet(new_figure(), 0, INNER)
    y = 0.0
    for block in blocks:
        if not block.tiles:
            continue
        y = heading(ax, block.heading, y, bold=True)
        height = _AREA * float(sum(cell.value for cell in block.tiles)) / total / INNER
        boxes = squarify([float(cell.value) for cell in block.tiles], INNER, height)
        small = [pair for pair in zip(block.tiles, boxes, strict=True) if not _fitting(pair[0], pair[1], marks)]
        letters = {cell.row: letter for (cell, _), letter in zip(small, ascii_lowercase, strict=False)}
        for cell, box in zip(block.tiles, boxes, strict=True):
            _tile(ax, cell, box, y, marks, block.colour, letters.get(cell.row, ""))
        y += height / LINE + 0.15
        y = _explained(ax, [(letters[cell.row], cell) for cell, _ in small], y, marks) + _BELOW
    return finish_sheet(ax, y - _BELOW, marks.keys, note)


def _fitting(cell: Cell, box: Box, marks: Marks) -> str:
    """The name and number of a tile as they fit in it; nothing when they do not."""
    _, _, width, height = box
    lines = wrap(f"{cell.row_label}", width - 2 * _SPACE) + f"\n{marks.label(cell)}"
    widest = max(map(text_width, lines.split("\n")))
    fits = widest <= width - 2 * _SPACE and (lines.count("\n") + 1) * 1.15 * SIZE / 72 <= height - 2 * _SPACE
    return lines if fits else ""


def _tile(ax: Axes, cell: Cell, box: Box, top: float, marks: Marks, colour: str, letter: str) -> None:
    x, y, width, height = box
    look = marks.look(cell, colour) | {"edgecolor": "white", "linewidth": 2}
    ax.add_patch(Rectangle((x, top + y / LINE), width, height / LINE, **look))
    writing = marks.letters(cell) | {"linespacing": 1.05}
    if marks.is_example(cell):
        # Letters on hatching cannot be read: they get a white ground.
        writing["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    else:
        writing["color"] = ink_on(look["facecolor"])
    words, place = _fitting(cell, box, marks) or letter, (x + width / 2, top + (y + height / 2) / LINE)
    ax.text(*place, words, ha="center", va="center", **writing)


def _explained(ax: Axes, small: Sequence[tuple[str, Cell]], y: float, marks: Marks) -> float:
    """What the letters mean; return where the next block goes."""
    if not small:
        return y
    words = wrap("; ".join(f"{letter}: {cell.row_label}\xa0({marks.label(cell)})" for letter, cell in small), INNER)
    ax.text(0, y, words, va="top", linespacing=1.1)
    return y + (words.count("\n") + 1)
