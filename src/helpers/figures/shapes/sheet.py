"""The paper of a figure: its size, and what stands above and below the axes."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.legend_handler import HandlerPatch
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from helpers.figures.shapes.style import DPI, FAINT, INNER, LINE, PAD, WIDTH, wrap


def new_figure() -> Figure:
    """An empty figure of the right width; `finish` gives it its height."""
    engine = ConstrainedLayoutEngine(w_pad=PAD, h_pad=PAD, wspace=0, hspace=0)
    return Figure(figsize=(WIDTH, WIDTH), dpi=DPI, layout=engine)


def sheet(figure: Figure, left: float, right: float) -> Axes:
    """Axes without lines or ticks, `INNER` wide, that are filled from top to bottom.

    The unit along y is a line of text; `left` and `right` are the ends of x.
    """
    ax = figure.add_subplot()
    ax.set_axis_off()
    ax.set_xlim(left, right)
    return ax


#: How much wider bold letters are.
_BOLD = 1.13


def heading(ax: Axes, text: str, y: float, *, bold: bool = False, room: float = INNER) -> float:
    """Write a line at the left edge, below `y`, at most `room` inches wide; return where the next thing goes."""
    lines = wrap(text, room / _BOLD if bold else room)
    ax.text(ax.get_xlim()[0], y, lines, va="top", linespacing=1.1, weight="bold" if bold else "normal")
    return y + lines.count("\n") + 1.1


def key(label: str, sign: str = "", sign_ink: str = "", **look) -> Patch:
    """A line of the explanation above a figure.

    Parameters
    ----------
    label
        In Dutch; wrapped here.
    sign, sign_ink
        A matplotlib marker on the patch, and its colour.
    **look
        Of the patch.
    """
    made = _Key(label=wrap(label, INNER - 0.6), **look)
    made.sign, made.sign_ink = sign, sign_ink
    return made


class _Key(Patch):
    """A patch in the explanation that can have a sign on it."""


class _WithSign(HandlerPatch):
    """Draws a `_Key`."""

    def create_artists(self, legend, key, xdescent, ydescent, width, height, fontsize, trans) -> list[Artist]:
        made = super().create_artists(legend, key, xdescent, ydescent, width, height, fontsize, trans)
        if key.sign:
            middle = [width / 2 - xdescent], [height / 2 - ydescent]
            made.append(Line2D(*middle, marker=key.sign, color=key.sign_ink, transform=trans))
        return made


def finish_sheet(ax: Axes, lines: float, keys: Sequence[Patch], note: str) -> Figure:
    """Cut a `sheet` off after a number of lines, and `finish` its figure."""
    ax.set_ylim(lines, 0)
    for text in ax.texts:
        # It is placed where it fits; the layout would look at it before the
        # axes have their final width, and make room that is not needed.
        text.set_in_layout(False)
    return finish(ax.figure, lines * LINE, keys, note)


def finish(figure: Figure, height: float, keys: Sequence[Patch], note: str) -> Figure:
    """Give a figure its height, with explanations above it and a note below it.

    Parameters
    ----------
    height
        Of the axes with their ticks, in inches.
    keys
        Patches with a label; each gets a line of its own.
    note
        Wrapped here.
    """
    lines = wrap(note, INNER)
    rows = sum(_rows(patch.get_label()) for patch in keys) + _rows(lines)
    figure.set_size_inches(WIDTH, height + rows * LINE + 2 * PAD)
    if keys:
        spacing = {"borderpad": 0, "borderaxespad": 0.2, "labelspacing": 0.15, "handlelength": 1.4}
        figure.legend(handles=keys, handler_map={_Key: _WithSign()}, loc="outside upper left", frameon=False, **spacing)
    figure.supxlabel(lines, x=PAD / WIDTH, ha="left", color=FAINT, linespacing=1.1)
    return figure


def _rows(text: str) -> int:
    return text.count("\n") + 1
