"""The one kind of picture: a `Drawing` of a `Table`, and their registry.

A mark (bar, point, bubble) shows one cell. With synthetic records it is either
fixed by a printed number, or no more than an example: then it is hatched and
the alt text draws no conclusion from it. So is one that departs from print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from io import StringIO
from types import MappingProxyType
from typing import Any

from matplotlib import style as matplotlib_style
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from helpers.checking import unprinted
from helpers.checking.ranges import Range
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.figures.shapes.sheet import key
from helpers.figures.shapes.style import fill, group_name, rc
from helpers.inference.methods import wilson
from helpers.tables.table import Cell, Key, Table


def key_of(cell: Cell) -> Key:
    """Row key and column key of a cell."""
    return cell.row, cell.column


@dataclass(frozen=True)
class Marks:
    """The cells that a figure draws, and which of them are fixed.

    Attributes
    ----------
    table : Table
    cells : tuple of Cell
        Each is drawn as one mark.
    fixed : frozenset of (str, str)
        Keys of the cells that a printed number fixes; all of them when the
        records are real.
    ranges : dict
        What print allows in other cells, by key.
    departing : frozenset of (str, str)
        Keys of the cells of which print gives another value.
    """

    table: Table
    cells: tuple[Cell, ...]
    fixed: frozenset[Key]
    ranges: Mapping[Key, Range] = field(default_factory=dict)
    departing: frozenset[Key] = frozenset()

    def is_example(self, cell: Cell) -> bool:
        """Whether a cell shows a synthetic value that nothing fixes, or that print contradicts."""
        return key_of(cell) not in self.fixed

    def look(self, cell: Cell, colour: str, *, light: bool = False) -> dict[str, Any]:
        """How the mark of a cell is drawn: filled, or hatched as an example."""
        return fill(colour, light=light, example=self.is_example(cell)) | {"gid": "|".join(key_of(cell))}

    def pieces(self, cell: Cell, colour: str, *, light: bool = False) -> list[tuple[float, float, dict[str, Any]]]:
        """A bar from 0: where each piece begins and ends, and how it is drawn.

        Of a range the part that is certain comes first, filled; then what is
        possible, hatched.
        """
        look, found = self.look(cell, colour, light=light), self.ranges.get(key_of(cell))
        if found is None:
            return [(0.0, float(cell.value or 0), look)]
        low, high = float(found.low), float(found.high)
        return [(0.0, low, fill(colour, light=light)), (low, high, self.look(cell, colour, light=True))]

    def end(self, cell: Cell) -> float:
        """How far the bar of a cell reaches."""
        found = self.ranges.get(key_of(cell))
        return float(found.high if found else cell.value or 0)

    def is_surely_more(self, one: Cell, other: Cell) -> bool:
        """Whether one cell has a higher value than another, whatever print leaves open."""
        if any(
            cell.value is None or self.is_example(cell) and key_of(cell) not in self.ranges for cell in (one, other)
        ):
            return False
        found = self.ranges.get(key_of(one))
        return float(found.low if found else one.value) > self.end(other)

    def letters(self, cell: Cell) -> dict[str, Any]:
        """How the number of a cell is written: upright, or slanting as an example."""
        return {"style": "italic" if self.is_example(cell) else "normal"}

    def known(self, cells: Iterable[Cell]) -> list[Cell]:
        """The cells that may be spoken of: fixed, and with a value."""
        return [cell for cell in cells if cell.value is not None and not self.is_example(cell)]

    def of_what_is_fixed(self, cells: Iterable[Cell]) -> str:
        """How a sentence begins that compares the fixed ones of some cells; empty where all of them are."""
        compared = [cell for cell in cells if cell.value is not None]
        return "" if len(self.known(compared)) == len(compared) else "van wat vastligt: "

    def label(self, cell: Cell) -> str:
        """A share with its count, ``31,3% (89)``, or without; of a range its ends, ``63,4–66,4%``.

        Without one where several counts round to the same share: a printed
        share then does not fix the count.
        """
        if found := self.ranges.get(key_of(cell)):
            return found.text(cell)
        return f"{cell.text} ({dutch(cell.count)})" if cell.unit == "%" and self._has_count(cell) else cell.text

    def _has_count(self, cell: Cell) -> bool:
        if cell.value is None or key_of(cell) in self.ranges or unprinted.is_example_size(self.table, cell):
            return False
        return not self.table.synthetic or cell.n <= 10 ** (cell.decimals + 2)

    def group_name(self, key: str, label: str, n: int) -> str:
        """A row or column with its size, where print fixes it."""
        return group_name(label, n, key in unprinted.groups(self.table, unprinted.SIZE))

    def size(self, cell: Cell) -> str:
        """How many dossiers a cell stands for, where print fixes it."""
        is_example = unprinted.is_example_size(self.table, cell)
        return f"de {cell.base} (n niet afgedrukt)" if is_example else f"{dutch(cell.n)} {cell.base}"

    def interval(self, cell: Cell) -> tuple[float, float] | None:
        """The 95% interval of a share (Wilson); None without a share, or where it or its n is only an example."""
        if (
            cell.value is None
            or not cell.is_share
            or self.is_example(cell)
            or unprinted.is_example_size(self.table, cell)
        ):
            return None
        return wilson(cell.count, cell.n)

    @property
    def examples(self) -> list[Cell]:
        """The cells that nothing fixes; one without a value shows nothing."""
        return [cell for cell in self.cells if cell.value is not None and self.is_example(cell)]

    @property
    def nothing_fixed(self) -> bool:
        """Whether every cell is only an example."""
        return all(map(self.is_example, self.cells))

    def kinds_of_examples(self, example: str, departing: str) -> str:
        """What the hatched cells are: examples, numbers that print gives otherwise, or both."""
        found = {key_of(cell) in self.departing for cell in self.examples}
        return " of ".join(words for kind, words in ((False, example), (True, departing)) if kind in found)

    @property
    def keys(self) -> list[Patch]:
        """What the picture says about its examples."""
        if not self.examples:
            return []
        if all(key_of(cell) in self.ranges for cell in self.examples):
            words = "vol: zeker; gearceerd: kan"
        else:
            kinds = self.kinds_of_examples("voorbeeld", "anders dan gedrukt")
            words = f"{kinds}: geen getal ligt vast" if self.nothing_fixed else f"gearceerd = {kinds}"
        return [key(words, **fill("#ffffff", example=True))]


@dataclass(frozen=True)
class Drawing:
    """A figure with its alternative text, both made from one table.

    Attributes
    ----------
    table : Table
        Everything that is shown comes from it.
    figure : Figure
    alt : str
        What there is to see, in Dutch.
    marks : Marks
        The cells that are drawn, and which are only an example.
    finding : str
        What the fixed numbers show most of all, as a sentence; empty when they show nothing.
    """

    table: Table
    figure: Figure
    alt: str
    marks: Marks = field(repr=False)
    finding: str = ""

    @property
    def no_fixed_mark(self) -> bool:
        """Whether everything in the picture is only an example."""
        return self.marks.nothing_fixed

    @property
    def fingerprint(self) -> str:
        """Alt text and a digest of the drawn numbers: the same for the same picture."""
        return f"{self.alt} [sha256:{digest(self.marks)}]"

    def svg(self) -> str:
        """The picture as SVG with its text as text: the same every time."""
        return svg(self.figure)


def svg(figure: Figure) -> str:
    """A figure as SVG with its text as text: the same every time."""
    buffer = StringIO()
    with matplotlib_style.context(["default", rc(), {"svg.fonttype": "none", "svg.hashsalt": "opkomst"}]):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    # From the root on: what stands before it is for programs that read XML alone.
    return buffer.getvalue().partition("<svg")[1] + buffer.getvalue().partition("<svg")[2]


def digest(marks: Marks) -> str:
    """Twelve hexadecimal digits that change with any number that is drawn."""
    lines = [
        f"{marks.table.id}|{cell.row}|{cell.column}|{cell.value}|{cell.n}|{cell.text}|{marks.is_example(cell)}"
        + (f"|{marks.label(cell)}" if key_of(cell) in marks.ranges else "")
        for cell in marks.cells
    ]
    return sha256("\n".join(lines).encode()).hexdigest()[:12]


Draw = Callable[..., Drawing]


_DRAWINGS: dict[str, Draw] = {}


def draws(id: str, columns: Sequence[str] = ()):
    """Register a function that draws figure `id`.

    Parameters
    ----------
    id
        Such as ``figuur-7``.
    columns
        The columns that are drawn, all of them if none is named. Cells below
        the grid (an ``N = …``) are never drawn.

    Returns
    -------
    callable
        Decorates a function from `Marks` to a figure and the sentences of its
        alt text: what kind of picture it is, then what the fixed numbers show, the
        most telling first. The decorated one takes a `Table` and the keys of its fixed
        cells, and as in `draw` of others, and returns a `Drawing`.
    """

    def register(draw: Callable[[Marks], tuple[Figure, list[str]]]) -> Draw:
        @wraps(draw)
        def make(
            table: Table,
            fixed: frozenset[Key] = frozenset(),
            ranges: Mapping[Key, Range] = MappingProxyType({}),
            departing: frozenset[Key] = frozenset(),
        ) -> Drawing:
            cells = tuple(c for c in table.cells if c.column and (not columns or c.column in columns))
            if not table.synthetic:
                fixed = frozenset(map(key_of, cells))
            marks = Marks(table, cells, fixed, ranges if table.synthetic else {}, departing)
            with matplotlib_style.context(["default", rc()]):
                figure, sentences = draw(marks)
                settle(figure)
            _, *told = sentences
            return Drawing(table, figure, " ".join([*sentences, *_about_examples(marks)]), marks, next(iter(told), ""))

        _DRAWINGS[id] = make
        return make

    return register


def settle(figure: Figure) -> None:
    """Compute the layout once: drawing again must not move anything."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")


#: More ranges than this are too long to listen to.
_MOST_TOLD = 8


def _about_examples(marks: Marks) -> list[str]:
    if not marks.examples:
        return []
    if all(key_of(cell) in marks.ranges for cell in marks.examples):
        return [_about_ranges(marks)]
    kinds = marks.kinds_of_examples("een verzonnen voorbeeld uit synthetische gegevens", "anders dan het rapport drukt")
    if marks.nothing_fixed:
        return [f"Alle getallen in deze figuur zijn {kinds}, en gearceerd."]
    return [f"Alleen de getallen in deze beschrijving liggen vast; de rest van de figuur is gearceerd, {kinds}."]


def _about_ranges(marks: Marks) -> str:
    """Between which numbers the rest lies, where that is soon told."""
    others = "Alle getallen" if marks.nothing_fixed else "De andere getallen"
    if len(marks.examples) > _MOST_TOLD:
        return f"{others} laat het rapport open: tussen welke grenzen ze liggen, staat in de download."
    # A single column needs no name.
    several = len({cell.column for cell in marks.cells}) > 1
    told = [f"‘{c.row_label}’{f' bij {c.column_label}' * several} {marks.label(c)}" for c in marks.examples]
    return f"{others} laat het rapport open. Wat kan: {listing(told)}."


def find(id: str) -> Draw:
    """The function that draws ``figuur-7``.

    Raises
    ------
    KeyError
        When no function draws that figure.
    """
    try:
        return _DRAWINGS[id]
    except KeyError:
        raise KeyError(f"no function draws {id!r}; there are: {', '.join(_DRAWINGS)}") from None


def all_drawings() -> dict[str, Draw]:
    """Every drawing function by figure id: the report's figures in its order, then the extra ones."""
    return dict(sorted(_DRAWINGS.items(), key=lambda item: _order(item[0])))


def _order(id: str) -> tuple[bool, int]:
    kind, _, number = id.partition("-")
    return kind != "figuur", int(number)


def draw(
    table: Table,
    fixed: frozenset[Key] = frozenset(),
    ranges: Mapping[Key, Range] = MappingProxyType({}),
    departing: frozenset[Key] = frozenset(),
) -> Drawing:
    """Draw a table with the function that belongs to its id.

    Parameters
    ----------
    table
        Of a figure.
    fixed
        Row and column keys of the cells that a printed number fixes.
    ranges
        What print allows in other cells, by the same keys: see `helpers.checking.ranges`.
    departing
        Keys of the cells of which print gives another value.

    Raises
    ------
    KeyError
        When no function draws that figure.
    """
    return find(table.id)(table, fixed, ranges, departing)
