"""Sentences for alt texts, computed so that they hold for any numbers.

Conclusions are drawn from fixed cells only (see `helpers.figures.drawing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from helpers.dutch.lists import listing
from helpers.figures.drawing import Marks
from helpers.tables.table import Cell

Name = Callable[[Cell], str]


def by_row(cell: Cell) -> str:
    """The label of a cell's row, in quotes."""
    return f"‘{cell.row_label}’"


def by_column(cell: Cell) -> str:
    """The label of a cell's column."""
    return cell.column_label


def values(cells: Iterable[Cell], name: Name) -> str:
    """``OPkomst+ 50,0% en OPkomst 20,1%``."""
    return listing([f"{name(cell)} {cell.text}" for cell in cells])


def tied(cells: Sequence[Cell], name: Name) -> str:
    """Cells with the same value: ``‘Ja’ (20,4%)`` or ``‘Ja’ en ‘Nee’ (elk 50,0%)``."""
    each = "elk " if len(cells) > 1 else ""
    return f"{listing([name(cell) for cell in cells])} ({each}{cells[0].text})"


def highest(cells: Sequence[Cell]) -> list[Cell]:
    """The cells with the highest value as it is shown; several when they tie."""
    top = max(cell.rounded for cell in cells)
    return [cell for cell in cells if cell.rounded == top]


def lowest(cells: Sequence[Cell]) -> list[Cell]:
    """The cells with the lowest value as it is shown; several when they tie."""
    bottom = min(cell.rounded for cell in cells)
    return [cell for cell in cells if cell.rounded == bottom]


def largest(marks: Marks, parts: Sequence[Cell]) -> list[Cell]:
    """The largest parts of one whole; several when they tie.

    Empty when an example could be larger: examples have at most what the fixed
    parts leave.
    """
    known = marks.known(parts)
    left = 1 - sum(cell.value for cell in known)
    if not known or (len(known) < len(parts) and left >= highest(known)[0].value):
        return []
    return highest(known)


def smallest(marks: Marks, parts: Sequence[Cell]) -> list[Cell]:
    """The smallest cells; empty when one of the cells is only an example."""
    known = marks.known(parts)
    return lowest(known) if known and len(known) == len(parts) else []


def extremes(marks: Marks, parts: Sequence[Cell], name: Name) -> str:
    """Which groups of a whole are the largest and the smallest, as a clause; may be empty."""
    top, bottom = largest(marks, parts), smallest(marks, parts)
    if len(top) > 1 and top == bottom:
        return f"even groot zijn {tied(top, name)}"
    ends = [("de grootste groep", top), ("de kleinste groep", bottom)]
    return ", ".join(f"{word}{'en zijn' if len(end) > 1 else ' is'} {tied(end, name)}" for word, end in ends if end)


def sentence(clause: str, lead: str = "") -> list[str]:
    """A sentence of a clause, or none of an empty one."""
    text = lead + clause
    return [text[0].upper() + text[1:] + "."] if clause else []
