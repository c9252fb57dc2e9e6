"""What can be seen and read in a drawing, and which of its numbers are fixed."""

from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.text import Text

from helpers import figures
from helpers.figures.drawing import Drawing, Marks, key_of
from helpers.tables.table import Cell, Table

#: Draws what is only looked at: several tests look at the same picture.
draw = lru_cache(64)(figures.draw)


def every_other(table: Table) -> frozenset:
    """Some fixed cells and some examples, side by side."""
    return frozenset(key_of(cell) for cell in table.cells[::2])


def all_of(table: Table) -> frozenset:
    return frozenset(map(key_of, table.cells))


def texts(drawing: Drawing) -> list[Text]:
    """What can be read, where it would be drawn: in pixels."""
    FigureCanvasAgg(drawing.figure)
    drawing.figure.draw_without_rendering()
    hidden = {label for ax in drawing.figure.axes for axis in (ax.xaxis, ax.yaxis) for label in hidden_labels(ax, axis)}
    found = drawing.figure.findobj(Text)
    return [text for text in found if text.get_text().strip() and text not in hidden]


def cut_off(figure: Figure, texts: list[Text]) -> list[str]:
    """What lies partly outside the figure."""
    width, height = figure.canvas.get_width_height()
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
    return [text for text, b in boxes if b.x0 < 0 or b.y0 < 0 or b.x1 > width or b.y1 > height]


def overlapping(texts: list[Text]) -> list[tuple[str, str]]:
    """What lies over each other, by more than a pixel."""
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1
    ]


def hidden_labels(ax: Axes, axis: Axis) -> list[Text]:
    """Tick labels that matplotlib keeps but does not draw."""
    low, high = axis.get_view_interval()
    outside = [tick for tick in axis.get_major_ticks() if not (ax.axison and low <= tick.get_loc() <= high)]
    return [label for tick in outside for label in (tick.label1, tick.label2)]


def marks(drawing: Drawing) -> dict[tuple[str, str], Patch | PathCollection]:
    """The artists that stand for a cell."""
    found = drawing.figure.findobj(lambda artist: "|" in (artist.get_gid() or ""))
    return {tuple(artist.get_gid().split("|")): artist for artist in found}


def whole(*values: str) -> Marks:
    """Parts of one whole: ``"1/2"`` is fixed, ``"?1/2"`` only an example."""
    cells = tuple(
        Cell(str(i), "c", f"R{i}", "C", Fraction(value.strip("?")), "%", 60, "x", 1) for i, value in enumerate(values)
    )
    fixed = frozenset(key_of(c) for c, value in zip(cells, values, strict=True) if not value.startswith("?"))
    return Marks(Table("figuur-0", "", "", cells, True), cells, fixed)
