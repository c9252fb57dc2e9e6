"""The answers to a question in a book of one's own, drawn from the counts that it shows and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from matplotlib import style as matplotlib_style
from matplotlib.figure import Figure

from helpers.dutch.lists import listing
from helpers.figures.alt import by_row, extremes, highest, largest, sentence, tied
from helpers.figures.drawing import Drawing, Marks, key_of, settle
from helpers.figures.shapes.bars import Bar, Group, grouped_bars
from helpers.figures.shapes.style import COLOURS, INNER, group_name, hyphenated, rc, wrap
from helpers.own.questions import UNKNOWN
from helpers.tables.table import Cell, Table, cell

#: What stands in the place of a bar of which the count is kept back.
NOT_SHOWN = "niet getoond"

#: Of the programmes, in the order of Instellingen, which has room for four: they differ in lightness too.
_COLOURS = (COLOURS["opkomst_plus"], COLOURS["opkomst"], "#3f9142", "#7b3f8c")

#: A question with fewer answers, "unknown" among them, needs no picture.
_FEWEST = 4

#: A longer name of a programme is broken into lines, and a longer word in an answer: as a part of the width.
_NAME, _ANSWER = 0.34, 0.6


class _Shown(Marks):
    """Marks of which some are kept back: these have no bar, whatever their count."""

    def pieces(self, cell: Cell, colour: str, *, light: bool = False) -> list:
        """A bar, or none."""
        return [] if cell.value is None else super().pieces(cell, colour, light=light)

    def end(self, cell: Cell) -> float:
        """How far the bar of a cell reaches: no further than its name where it is kept back."""
        return 0.0 if cell.value is None else super().end(cell)

    def label(self, cell: Cell) -> str:
        """A share with its count, or that neither is shown."""
        return NOT_SHOWN if cell.value is None else super().label(cell)


def suits(table: Mapping) -> bool:
    """Whether a table, as `helpers.own.publish` gives it, has enough answers for a picture."""
    return len(table["rows"]) >= _FEWEST


def draw_answers(table: Mapping) -> Drawing:
    """Bars for each answer, one for each programme of which the size is shown.

    Parameters
    ----------
    table
        As `helpers.own.publish` gives it.
    """
    shares = _shares(table)
    marks = _Shown(shares, shares.cells, frozenset(map(key_of, shares.cells)))
    with matplotlib_style.context(["default", rc()]):
        figure = _figure(marks)
        settle(figure)
    finding = sentence(_finding(marks, shares.column(_everybody(shares))), f"{table['title']}: ")
    hidden = sum(cell.value is None for cell in shares.cells)
    kept_back = [f"Van {hidden} van de {len(shares.cells)} staven is het aantal niet getoond."] if hidden else []
    alt = [f"Staafdiagram van ‘{table['title']}’: welk deel elk antwoord is, {_of(shares)}.", *finding, *kept_back]
    return Drawing(shares, figure, " ".join(alt), marks, " ".join(finding))


def _finding(marks: Marks, parts: list[Cell]) -> str:
    """The largest group and the smallest, as a clause; where the largest is of unknown answers, the next one too."""
    top = largest(marks, parts)
    if [one.row_label for one in top] != [UNKNOWN]:
        return extremes(marks, parts, by_row)
    known = marks.known(parts)
    kept_back = 1 - sum(one.value for one in known)
    rest = [one for one in known if one not in top]
    said = f"onbekend of niet geregistreerd is {top[0].text}"
    if rest and kept_back < highest(rest)[0].value:
        said += f"; daarna komt {tied(highest(rest), by_row)}"
    return said


def _shares(table: Mapping) -> Table:
    """The shares of the counts that are shown, in the columns that have a size."""
    cells = [
        cell((row, row), (column, column), None if count is None else Fraction(count, base), "%", base, "gezinnen")
        for row, counts in zip(table["rows"], table["counts"], strict=True)
        for column, count, base in zip(table["columns"], counts, table["bases"], strict=True)
        if base
    ]
    return Table(f"antwoorden-{table['id']}", table["title"], "", tuple(cells), synthetic=False)


def _everybody(shares: Table) -> str:
    return list(shares.columns)[-1]


def _figure(marks: Marks) -> Figure:
    shares, alone = marks.table, len(marks.table.columns) == 1
    colours = dict(zip(shares.columns, _COLOURS, strict=False)) | {_everybody(shares): COLOURS["total"]}
    groups = [
        Group(
            hyphenated(label, _ANSWER * INNER),
            tuple(
                Bar(one, colours[one.column], "" if alone else _wrapped(one.column_label)) for one in shares.row(row)
            ),
        )
        for row, label in shares.rows.items()
    ]
    note = f"Percentage {_of(shares)}."
    if any(one.value is None for one in shares.cells):
        note += f" {NOT_SHOWN.capitalize()}: het aantal is afgeschermd, of het nu klein of groot is."
    return grouped_bars(groups, marks, note)


def _wrapped(name: str) -> str:
    return wrap(hyphenated(name, _NAME * INNER), _NAME * INNER)


def _of(shares: Table) -> str:
    """Of whom the shares are."""
    sizes = [(label, shares.column(column)[0].n) for column, label in shares.columns.items()]
    *programmes, (_, everybody) = sizes
    each = [f"van {group_name(label, size)}" for label, size in programmes]
    return listing([*each, f"van {group_name('alle gezinnen', everybody)}"])
