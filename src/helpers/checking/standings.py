"""How every printed number stands after the check, in six words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.checking import printed
from helpers.checking.verify import (
    CROSS_CHECKED,
    ERRATUM,
    FITTED,
    MISMATCH,
    NOT_VERIFIABLE,
    REPRODUCED,
    Check,
    check_of,
)
from helpers.tables.table import Cell, Table

#: A reproduced number that fits others, which would also allow another last digit.
CONSISTENT = "consistent"


@dataclass(frozen=True)
class Words:
    """A standing as the heading of a column, and in a sentence behind a number."""

    heading: str
    clause: str
    clause_of_many: str = ""

    def about(self, number: int) -> str:
        """The clause behind a number of numbers."""
        return self.clause_of_many if number > 1 and self.clause_of_many else self.clause


#: Every standing as a reader calls it, from most to least certain.
STANDINGS = {
    CROSS_CHECKED: Words("Nagerekend", "nagerekend met andere gedrukte cijfers"),
    CONSISTENT: Words("Past bij de rest", "past bij andere gedrukte cijfers", "passen bij andere gedrukte cijfers"),
    FITTED: Words("Overgenomen", "overgenomen, niet bewezen"),
    ERRATUM: Words("Botst", "in strijd met andere gedrukte cijfers"),
    NOT_VERIFIABLE: Words("Niet na te gaan", "niet na te gaan"),
    MISMATCH: Words("Wijkt af", "anders dan hier berekend"),
}


def standing(check: Check) -> str:
    """Which of `STANDINGS` a printed number has.

    A reproduced number that is tied to others by some relation at least fits
    them, even where a wrong last digit could have gone unnoticed.
    """
    if check.status != REPRODUCED:
        return check.status
    if check.evidence == FITTED and printed.declarations().relations_of.get((check.id, check.row, check.column)):
        return CONSISTENT
    return check.evidence


def count(checks: Iterable[Check]) -> Counter:
    """How many printed numbers have each standing."""
    return Counter(map(standing, checks))


def in_words(table: Table, cell: Cell) -> str:
    """How the number of a cell stands, in lower case: ``nagerekend``, or what it is if it was not printed."""
    check = check_of(table, cell)
    if check:
        return STANDINGS[standing(check)].heading.lower()
    fixed = (cell.row, cell.column) in printed.fixed_cells(table)
    return "volgt uit gedrukte cijfers" if fixed else "voorbeeld"
