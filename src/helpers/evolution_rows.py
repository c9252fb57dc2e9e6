"""What Tabel 17, 18 and 19 print about each row, as numbers of families.

The statistics that the report leaves out start here: in how many families
"yes" can have been the answer at both moments, of how many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from helpers import matching, verify
from helpers.consistency.rounding import numbers_in, read, whole
from helpers.numbers import parse_printed, round_half_up
from helpers.table import Cell, Table
from helpers.tables.impact_evolution import changes

#: The row of Tabel 1 with the dossiers that each table is about.
_DOSSIERS = {
    "tabel-17": "Extra meetmoment (hoofdstuk 3 en 4)",
    "tabel-18": "Impact analyse (hoofdstuk 4)",
    "tabel-19": "Impact analyse (hoofdstuk 4)",
}


@dataclass(frozen=True)
class Reading:
    """Numbers of families that a printed row can stand for.

    Attributes
    ----------
    n : int
        Families that were known at the start.
    start, later : int
        How many of them said "yes" at the start, and at the later moment.
    """

    n: int
    start: int
    later: int


@dataclass(frozen=True)
class EvolutionRow:
    """One row of Tabel 17, 18 or 19.

    Attributes
    ----------
    key, label : str
        Of the computed row: the item, and what a reader sees.
    readings : tuple of Reading
        Every reading that agrees with as many of the printed numbers as any
        reading does; more than one where several n fit.
    misprints : tuple of str
        The printed numbers that no such reading agrees with.
    unknown_later : int
        How many were unknown at the later moment, of those known at the
        start. It is not printed: with synthetic records it is an example.
    """

    key: str
    label: str
    readings: tuple[Reading, ...]
    misprints: tuple[str, ...]
    unknown_later: int


def evolution_rows(table: Table) -> list[EvolutionRow]:
    """The rows of Tabel 17, 18 or 19, with what was printed in them.

    Parameters
    ----------
    table
        As computed from the records: for its rows and its unknowns.

    Returns
    -------
    list of EvolutionRow
        In the order of the report.

    Raises
    ------
    KeyError
        For another table.
    """
    known = verify.declarations()
    limit = sum(
        whole(known.printed["tabel-1", _DOSSIERS[table.id], programme]) for programme in ("OPkomst+", "OPkomst")
    )
    cells: dict[str, list[Cell]] = defaultdict(list)
    printed: dict[str, list[str]] = defaultdict(list)
    for key, cell in matching.match(table, known.printed_in(table.id), known.variants).pairs.items():
        cells[cell.row].append(cell)
        printed[cell.row].append(known.printed[key])
    return [_row(cells[row], printed[row], limit) for row in cells]


def _row(cells: list[Cell], printed: list[str], limit: int) -> EvolutionRow:
    _, later, *_ = cells
    numbers = [number for text in printed for number in numbers_in(text)]
    agreement = {reading: _agreement(reading, printed) for reading in _candidates(*printed[:2], limit)}
    most = max(map(sum, agreement.values()))
    best = {reading: agrees for reading, agrees in agreement.items() if sum(agrees) == most}
    misprints = tuple(
        number for number, agrees in zip(numbers, zip(*best.values(), strict=True), strict=True) if not any(agrees)
    )
    unknown = int((later.high - later.value) * later.n) if later.n else 0
    return EvolutionRow(later.row, later.row_label, tuple(best), misprints, unknown)


def _candidates(start: str, later: str, limit: int) -> Iterator[Reading]:
    """Every reading that has at least one of the two numbers of each moment right."""
    for n in range(1, limit + 1):
        for before in _counts(start, n):
            for after in _counts(later, n):
                yield Reading(n, before, after)


def _counts(printed: str, n: int) -> list[int]:
    """What a cell such as ``57,5% (17)`` can stand for, going by either number."""
    percentage, count = numbers_in(printed)
    return sorted(number for number in {*read(percentage).totals(n), whole(count)} if 0 <= number <= n)


def _agreement(reading: Reading, printed: list[str]) -> tuple[bool, ...]:
    """For each printed number whether a reading, written down as the report does, gives it."""
    before, after = Fraction(reading.start, reading.n), Fraction(reading.later, reading.n)
    points, change = changes(before, after)
    expected = [
        [round_half_up(before * 100, 1), reading.start],
        [round_half_up(after * 100, 1), reading.later],
        [points],
        [None if change is None else round_half_up(change * 100)],
    ]
    return tuple(
        number.value == value
        for text, values in zip(printed, expected, strict=True)
        for number, value in zip(parse_printed(text), values, strict=False)
    )
