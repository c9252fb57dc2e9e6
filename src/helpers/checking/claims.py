"""Numbers that the running text claims, checked against computed tables.

Source: ``data/relations/links.csv`` says for each claim what to compute and
``data/relations/derived.csv`` which values of a figure follow from printed
numbers elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from helpers.checking.rules.relations import Key, Printed
from helpers.checking.rules.rounding import Rounded, numbers_in, read
from helpers.data.files import RELATIONS, DataError, read_as
from helpers.dutch.number_words import keeps_side, nearest_common_fraction, read_fraction, read_number
from helpers.dutch.numbers import dutch, number_text, percent, round_half_up
from helpers.tables.expressions import CELL, ExpressionError, Number, as_python, evaluate, name_of
from helpers.tables.table import Cell, Table

#: A claim that is just a computed cell, or the number of dossiers behind it or that it is a share of.
_SINGLE = re.compile(rf"{CELL.pattern}(?:\.(count|n))?")

#: A printed cell, ``{tabel-27 | N | Alleenstaand}``.
_PRINTED = re.compile(r"\{([^|}]*?)\s*\|\s*([^|}]*?)\s*\|\s*([^|}]*?)\s*\}")


#: What stands in place of a comparison where nothing printed would decide.
NOT_COMPUTED = "not_verifiable"


@cache
def _single(computed: str) -> re.Match[str] | None:
    return _SINGLE.fullmatch(computed)


@dataclass(frozen=True)
class Link:
    """What a claim in the text says about computed cells.

    Attributes
    ----------
    id, row, column : str
        The claim, as in ``data/published/cells.csv``.
    how : str
        How printed and computed are compared: a name in `COMPARISONS`, or
        `NOT_COMPUTED`.
    computed : str
        An expression over computed cells, and over printed ones as in `Derived.source`. Where the
        claim can be read in several ways, one for each, with a semicolon between them.
    note : str
        In Dutch, for a reader: why it cannot be verified, what it depends on, or what is meant.
    """

    id: str
    row: str
    column: str
    how: str
    computed: str
    note: str

    @property
    def key(self) -> Key:
        """The claim that it is about."""
        return self.id, self.row, self.column

    @property
    def single_cell(self) -> tuple[str, str, str] | None:
        """The id and keys of the computed cell, where the claim is just its value or its count."""
        found = _single(self.computed)
        return found.groups()[:3] if found else None

    @property
    def fixes(self) -> str:
        """What the claim fixes of a single cell: ``value``, ``count``, ``n``, ``words``, or nothing."""
        if self.single_cell is None:
            return ""
        if self.how == "value":
            return _single(self.computed)[4] or "value"
        return "words" if self.how == "fraction" else ""


@dataclass(frozen=True)
class Derived:
    """A computed cell that follows from numbers printed elsewhere.

    Attributes
    ----------
    id, row, column : str
        The computed cell, by its keys.
    source : str
        An expression over printed cells.
    how : str
        In Dutch: the reasoning.
    """

    id: str
    row: str
    column: str
    source: str
    how: str


@dataclass(frozen=True)
class ClaimOutcome:
    """A claim compared with what was computed."""

    computed: str
    readings: tuple[bool, ...]

    @property
    def holds(self) -> bool:
        """Whether it holds in every reading."""
        return all(self.readings)

    @property
    def depends(self) -> bool:
        """Whether it holds in one reading and not in another."""
        return any(self.readings) and not self.holds


def read_links() -> list[Link]:
    """Every link, in the order of the file.

    Raises
    ------
    DataError
        When a claim is to be compared in a way that there is not.
    """
    links = read_as(Link, RELATIONS / "links.csv")
    for link in links:
        if link.how not in (*COMPARISONS, NOT_COMPUTED):
            raise DataError(f"links.csv: {link.id} | {link.row}: nothing is compared in the way {link.how!r}")
    return links


def read_derived() -> list[Derived]:
    """Every derivation, in the order of the file."""
    return read_as(Derived, RELATIONS / "derived.csv")


def compare(link: Link, said: str, tables: Mapping[str, Table], printed: Printed) -> ClaimOutcome:
    """Compare what a claim says with the tables, in each way that it can be read.

    Raises
    ------
    ExpressionError
        When the expression names a cell that does not exist or has no value.
    """
    names = {name_of(id): _Numbers(table) for id, table in tables.items()}
    readings = []
    for reading in link.computed.split(";"):
        expression, numbers = _with_print(reading, printed)
        values = evaluate(as_python(expression), names | {"printed": {key: one.value for key, one in numbers.items()}})
        found = (value.value if isinstance(value, Number) else value for value in values)
        readings.append([COMPARISONS[link.how](said, value) for value in found])
    shown = dict.fromkeys(outcome.computed for outcomes in readings for outcome in outcomes)
    return ClaimOutcome("; ".join(shown), tuple(all(one.holds for one in outcomes) for outcomes in readings))


def tables_of(link: Link) -> set[str]:
    """The tables and figures that a link needs."""
    return {cell[1] for cell in CELL.finditer(link.computed)}


def follows(derived: Derived, cell: Cell, printed: Printed) -> bool:
    """Whether a computed cell is what printed numbers say it must be.

    A percentage is printed rounded, so the result may be off by as much as
    the coarsest of them.

    Raises
    ------
    ExpressionError
        When the expression names a cell that was not printed.
    """
    if cell.value is None:
        return False
    source, numbers = _with_print(derived.source, printed)
    (value,) = evaluate(source, {"printed": {key: number.value for key, number in numbers.items()}})
    tolerance = max((n.half_unit for n in numbers.values() if n.is_share), default=Fraction(0))
    scale = 100 if cell.is_share else 1
    return round_half_up(value * scale, cell.decimals) == cell.rounded or abs(value - cell.value) <= tolerance


@dataclass(frozen=True)
class _Compared:
    """One value, as printed, and whether the claim holds of it."""

    computed: str
    holds: bool


def _value(printed: str, value: Fraction) -> _Compared:
    """The printed number, in digits or in words, is the value rounded."""
    number = read(printed if numbers_in(printed) else number_text(read_number(printed)))
    shown = number.print(value)
    return _Compared(shown, read(shown) == number)


def _fraction(printed: str, value: Fraction) -> _Compared:
    """The fraction in words is the common fraction nearest to the value."""
    named = read_fraction(printed)
    return _Compared(percent(value), nearest_common_fraction(value) == named and keeps_side(printed, value, named))


def _times(printed: str, value: Fraction) -> _Compared:
    """The number of times in words is the value, rounded."""
    return _Compared(dutch(value, 1), round_half_up(value) == read_number(printed))


def _holds(printed: str, value: bool) -> _Compared:
    """What the claim says in words is a true comparison."""
    return _Compared("klopt" if value else "klopt niet", value is True)


#: How a printed claim can be compared with a computed value.
COMPARISONS = {"value": _value, "fraction": _fraction, "times": _times, "holds": _holds}


@dataclass(frozen=True)
class _Numbers:
    table: Table

    def __getitem__(self, key: tuple[str, str]) -> Number:
        number = Number.of(self.table, key)
        if number.value is None:
            raise ExpressionError(f"{number.expression} has no value")
        return number


def _with_print(expression: str, printed: Printed) -> tuple[str, dict[Key, Rounded]]:
    """An expression in Python in which ``printed`` holds the printed cells, and these cells."""
    numbers = {key: _read_printed(key, printed) for key in _PRINTED.findall(expression)}
    return _PRINTED.sub(lambda cell: f"printed[{', '.join(map(repr, cell.groups()))}]", expression), numbers


def _read_printed(key: Key, printed: Printed) -> Rounded:
    if key not in printed:
        raise ExpressionError(f"{' | '.join(key)} was not printed")
    return read(printed[key])
