"""How every printed number stands after the check, in seven words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.checking import printed
from helpers.checking.verify import (
    CONSISTENT,
    CROSS_CHECKED,
    DEPENDS,
    ERRATUM,
    FITTED,
    MISMATCH,
    NOT_VERIFIABLE,
    REPRODUCED,
    Check,
    check_of,
)
from helpers.tables.table import Cell, Table


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
    DEPENDS: Words("Hangt af van hoe je telt", "hangt af van hoe je telt", "hangen af van hoe je telt"),
    ERRATUM: Words("Botst", "botst met andere gedrukte cijfers", "botsen met andere gedrukte cijfers"),
    NOT_VERIFIABLE: Words("Niet na te gaan", "niet na te gaan"),
    MISMATCH: Words("Wijkt af", "anders dan hier berekend"),
}


def standing(check: Check) -> str:
    """Which of `STANDINGS` a printed number has."""
    return check.evidence if check.status == REPRODUCED else check.status


def count(checks: Iterable[Check]) -> Counter:
    """How many printed numbers have each standing."""
    return Counter(map(standing, checks))


def in_words(table: Table, cell: Cell) -> str:
    """How the number of a cell stands, in lower case: ``nagerekend``, or what it is if it was not printed."""
    check = check_of(table, cell)
    if check:
        return STANDINGS[standing(check)].heading.lower()
    words = {"rapport": "volgt uit gedrukte cijfers", "voorbeeld": "voorbeeld"}
    return words.get(printed.origins(table)[cell.row, cell.column], STANDINGS[MISMATCH].heading.lower())
