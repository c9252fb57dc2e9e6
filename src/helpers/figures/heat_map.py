"""Chapter 8: one square for each printed number of every table, by how it stands.

Not a figure of the report, and no picture of records: it shows what came of the
check. Colour, lightness and a sign all say the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from matplotlib import style as matplotlib_style
from matplotlib.patches import Patch, Rectangle

from helpers.checking.standings import STANDINGS, standing
from helpers.checking.verify import (
    CONSISTENT,
    CROSS_CHECKED,
    DEPENDS,
    ERRATUM,
    FITTED,
    MISMATCH,
    NOT_VERIFIABLE,
    Check,
)
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.figures.drawing import Drawing, Marks, key_of
from helpers.figures.shapes.sheet import finish_sheet, key, new_figure, sheet
from helpers.figures.shapes.style import FAINT, INK, INNER, LINE, ink_on, rc, text_width
from helpers.tables.table import Cell, Table, cell, display_name


@dataclass(frozen=True)
class _Look:
    """How the squares of one standing are drawn; the sign is a matplotlib marker."""

    colour: str
    sign: str
    sign_in_words: str


#: Not the colours of the programmes: this is about numbers, not about groups.
_LOOKS = {
    CROSS_CHECKED: _Look("#155e5a", "", "vol, zonder teken"),
    CONSISTENT: _Look("#9fc5bd", ".", "met een punt"),
    FITTED: _Look("#ffffff", "", "leeg"),
    DEPENDS: _Look("#e9c3d6", "+", "met een plusteken"),
    ERRATUM: _Look("#c2417f", "x", "met een kruisje"),
    NOT_VERIFIABLE: _Look("#ffffff", "_", "met een streepje"),
    MISMATCH: _Look("#f4dc8a", "s", "met een blokje"),
}


#: Inches: from one square to the next, and between two tables.
_PITCH, _GAP = 0.11, 0.12


#: Points: the area of a sign, in points squared.
_SIGN = 11


def heat_map(checks: Iterable[Check], synthetic: bool) -> Drawing:
    """Draw every table of the report as a block of squares, in its own shape.

    Parameters
    ----------
    checks
        From `helpers.checking.verify.verify`; only those of tables are drawn.
    synthetic
        Whether the records that were compared are synthetic.

    Returns
    -------
    Drawing
        Its table holds, for each printed number, the place of its standing in
        `STANDINGS`.
    """
    shown = [check for check in checks if check.id.startswith("tabel-") and check.printed]
    blocks: dict[str, list[Check]] = {}
    for check in shown:
        blocks.setdefault(check.id, []).append(check)
    cells = tuple(_cell(check) for check in shown)
    table = Table("extra-30", "Hoe elk gedrukt cijfer van de tabellen ervoor staat", "8", cells, synthetic)
    with matplotlib_style.context(["default", rc()]):
        figure = _draw(blocks)
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
    marks = Marks(table, cells, frozenset(map(key_of, cells)))
    finding = _finding(Counter(map(standing, shown)))
    return Drawing(table, figure, _alt(blocks, finding), marks, finding)


def _cell(check: Check) -> Cell:
    row, column = (f"{check.id}.{check.row}", check.row), (check.column, check.column)
    return cell(
        row, column, Fraction(list(STANDINGS).index(standing(check))), "n", 1, STANDINGS[standing(check)].heading
    )


def _draw(blocks: dict[str, list[Check]]):
    ax = sheet(new_figure(), 0, INNER)
    left, top, lowest = 0.0, 0.0, 0.0
    signs: dict[_Look, list[tuple[float, float]]] = defaultdict(list)
    for id, checks in blocks.items():
        rows, columns = (list(dict.fromkeys(getattr(check, axis) for check in checks)) for axis in ("row", "column"))
        title = display_name(id)
        width = max(len(columns) * _PITCH, text_width(title))
        if left and left + width > INNER:
            left, top = 0.0, lowest + _GAP
        ax.text(left, top / LINE, title, va="top")
        below = top + LINE
        for check in checks:
            x, y = left + columns.index(check.column) * _PITCH, below + rows.index(check.row) * _PITCH
            look, side = _LOOKS[standing(check)], _PITCH * 0.86
            place, colours = (x, y / LINE), {"facecolor": look.colour, "edgecolor": FAINT}
            ax.add_patch(Rectangle(place, side, side / LINE, linewidth=0.6, **colours))
            signs[look].append((x + side / 2, (y + side / 2) / LINE))
        left, lowest = left + width + _GAP, max(lowest, below + len(rows) * _PITCH)
    for look, places in signs.items():
        if look.sign:
            style = {"s": _SIGN, "marker": look.sign, "color": _ink(look), "linewidth": 0.9, "zorder": 3}
            ax.scatter(*zip(*places, strict=True), **style)
    keys = [
        _key(name, look) for name, look in _LOOKS.items() if name in {standing(c) for b in blocks.values() for c in b}
    ]
    note = "Elk vierkantje is een gedrukt cijfer, op zijn plaats in de tabel. Waar niets gedrukt is, staat niets."
    return finish_sheet(ax, lowest / LINE + 0.3, keys, note)


def _ink(look: _Look) -> str:
    """The colour of the sign."""
    return INK if ink_on(look.colour) != "white" else "white"


def _key(name: str, look: _Look) -> Patch:
    square = {"facecolor": look.colour, "edgecolor": FAINT, "linewidth": 0.6}
    return key(f"{STANDINGS[name].heading} ({look.sign_in_words})", look.sign, _ink(look), **square)


def _finding(counts: Counter[str]) -> str:
    are = "zijn" if counts[CROSS_CHECKED] != 1 else "is"
    clash = "botsen" if counts[ERRATUM] != 1 else "botst"
    return (
        f"Van de {dutch(counts.total())} gedrukte cijfers in de tabellen {are} er {dutch(counts[CROSS_CHECKED])} "
        f"nagerekend, en {clash} er {dutch(counts[ERRATUM])}."
    )


def _alt(blocks: dict[str, list[Check]], finding: str) -> str:
    every = [check for checks in blocks.values() for check in checks]
    counts = Counter(map(standing, every))
    parts = listing(
        [f"{dutch(counts[name])} {words.about(counts[name])}" for name, words in STANDINGS.items() if counts[name]]
    )
    clashing = {id: sum(standing(c) == ERRATUM for c in checks) for id, checks in blocks.items()}
    tables = listing([f"{display_name(id)} ({n})" for id, n in clashing.items() if n])
    where = f" Er botst iets in {tables}." if tables else ""
    return (
        f"Blokken met een vierkantje voor elk gedrukt cijfer van {len(blocks)} tabellen. {finding} Allemaal: "
        f"{parts}.{where}"
    )
