"""How many families said "yes" at both moments, in each row of Tabel 17, 18 and 19.

The statistics that the report leaves out start here. With synthetic records
only what was printed counts: the two margins of a row, in every reading that
fits. Real records also say which families moved, and who was unknown later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from helpers.checking import labels, printed
from helpers.checking.rules.rounding import numbers_in, read, whole
from helpers.data import kept
from helpers.data.records import Records
from helpers.dutch.numbers import parse_printed, round_half_up
from helpers.inference.methods import Margins, Pairs, Recorded
from helpers.tables import catalogue
from helpers.tables.impact_evolution import answers_at_both, changes, compared, unknown
from helpers.tables.table import Cell, Table

#: The row of Tabel 1 with the dossiers that each table is about.
_DOSSIERS = {
    "tabel-17": "Extra meetmoment (hoofdstuk 3 en 4)",
    "tabel-18": "Impact analyse (hoofdstuk 4)",
    "tabel-19": "Impact analyse (hoofdstuk 4)",
}


@dataclass(frozen=True)
class EvolutionRow:
    """One row of Tabel 17, 18 or 19.

    Attributes
    ----------
    key, label : str
        The item, and what a reader sees.
    readings : tuple of Margins
        How many of the families that are known at the start said "yes" at the
        start and later, unknown later being no. From print: every reading that
        agrees with as many of the printed numbers as any reading does, so more
        than one where several n fit. From records: the one that they have.
    recorded : Recorded or None
        Who moved which way, and who was unknown later: only from real records.
    """

    key: str
    label: str
    readings: tuple[Margins, ...]
    recorded: Recorded | None = None

    @property
    def sizes(self) -> list[int]:
        """Every number of families that the row can be about, from small to large."""
        return sorted({reading.n for reading in self.readings})


def evolution_rows(records: Records, id: str) -> list[EvolutionRow]:
    """The rows of Tabel 17, 18 or 19: as printed, or as real records have them.

    Parameters
    ----------
    records
        Of synthetic records only the rows are used: which families moved is
        an invention there.
    id
        ``tabel-17``, ``tabel-18`` or ``tabel-19``.

    Returns
    -------
    list of EvolutionRow
        In the order of the report.

    Raises
    ------
    KeyError
        For another table.
    """
    return _printed_rows(catalogue.find(id).function(records)) if records.synthetic else _recorded_rows(records, id)


def _recorded_rows(records: Records, id: str) -> list[EvolutionRow]:
    rows = []
    for (key, label), answers in answers_at_both(*compared(id, records.columns_for(id))):
        yes, no = answers["yes"], answers["no"]
        pairs = Pairs(yes["yes"], no["yes"], yes.total() - yes["yes"], no.total() - no["yes"])
        recorded = Recorded(pairs, unknown(yes), unknown(no))
        rows.append(EvolutionRow(key, label, (recorded.pairs.margins,), recorded=recorded))
    return rows


def _printed_rows(table: Table) -> list[EvolutionRow]:
    known = printed.declarations()
    limit = sum(
        whole(known.printed["tabel-1", _DOSSIERS[table.id], programme]) for programme in ("OPkomst+", "OPkomst")
    )
    cells: dict[str, list[Cell]] = defaultdict(list)
    texts: dict[str, list[str]] = defaultdict(list)
    for key, cell in labels.match(table, known.printed_in(table.id), known.variants).pairs.items():
        cells[cell.row].append(cell)
        texts[cell.row].append(known.printed[key])
    return [EvolutionRow(row, cells[row][0].row_label, _readings(tuple(texts[row]), limit)) for row in cells]


# Several pages of a chapter test the same rows.
@cache
def _readings(printed: tuple[str, ...], limit: int) -> tuple[Margins, ...]:
    return kept.once(lambda: _best_readings(printed, limit), "readings", printed, limit)


def _best_readings(printed: tuple[str, ...], limit: int) -> tuple[Margins, ...]:
    """Whichever readings give the most of the printed numbers of a row."""
    numbers = [[number.value for number in parse_printed(text)] for text in printed]
    agreement = {reading: _agreement(reading, numbers) for reading in _candidates(*printed[:2], limit)}
    most = max(agreement.values())
    return tuple(reading for reading, agrees in agreement.items() if agrees == most)


def _candidates(start: str, later: str, limit: int) -> Iterator[Margins]:
    """Every reading that has at least one of the two numbers of each moment right."""
    for n in range(1, limit + 1):
        for before in _counts(start, n):
            for after in _counts(later, n):
                yield Margins(n, before, after)


def _counts(printed: str, n: int) -> list[int]:
    """What a cell such as ``57,5% (17)`` can stand for, going by either number."""
    percentage, count = numbers_in(printed)
    return sorted(number for number in {*read(percentage).totals(n), whole(count)} if 0 <= number <= n)


def _agreement(reading: Margins, numbers: Sequence[Sequence[Decimal]]) -> int:
    """How many of the printed numbers a reading, written down as the report does, gives."""
    before, after = Fraction(reading.start, reading.n), Fraction(reading.end, reading.n)
    points, change = changes(before, after)
    expected = [
        [round_half_up(before * 100, 1), reading.start],
        [round_half_up(after * 100, 1), reading.end],
        [points],
        [None if change is None else round_half_up(change * 100)],
    ]
    return sum(
        number == value
        for cell, values in zip(numbers, expected, strict=True)
        for number, value in zip(cell, values, strict=False)
    )
