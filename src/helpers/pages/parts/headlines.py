"""What a table shows most of all, in a sentence above it: for tables that the text before them only explains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers.checking import printed
from helpers.data import codebook
from helpers.dutch.lists import listing
from helpers.tables.table import Cell, Table

#: With more rows than this on one number there is none that stands out.
_TIED = 3


@dataclass(frozen=True)
class _Most:
    """What stands out: the rows with the most of something, in one column or in each of several."""

    lead: str
    columns: tuple[str, ...]
    of: Callable[[Cell], object] = lambda cell: cell.rounded


_MOST_GIVEN = _Most("Het meest gegeven antwoord is", ("n",))
_LARGEST_CHANGE = _Most("Het meest, in procentpunten, verandert", ("points",), lambda cell: abs(cell.rounded))
_PROGRAMMES = ("opkomst.n", "opkomst_plus.n")

_HEADLINES = {
    "tabel-5": _Most("De grootste groep is", ("total",)),
    "tabel-7": _Most("Het aantal kinderen dat het vaakst voorkomt, is", ("n",)),
    "tabel-8": _MOST_GIVEN,
    "tabel-9": _MOST_GIVEN,
    "tabel-10": _MOST_GIVEN,
    "tabel-11": _MOST_GIVEN,
    "tabel-14": _Most("Het vaakst in orde is", ("total",)),
    "tabel-16": _Most("Goede huisvesting komt het vaakst voor bij", ("good",)),
    "tabel-17": _LARGEST_CHANGE,
    "tabel-18": _LARGEST_CHANGE,
    "tabel-19": _LARGEST_CHANGE,
    "tabel-20": _Most("Het laagst is de start", ("opkomst", "opkomst_plus"), lambda cell: -cell.rounded),
    "tabel-21": _Most("Het laagst is de start", ("opkomst.start", "opkomst_plus.start"), lambda cell: -cell.rounded),
    "tabel-22": _Most("Het vaakst gingen gezinnen vooruit", _PROGRAMMES),
    "tabel-24": _Most("Het vaakst bleven gezinnen gelijk", _PROGRAMMES),
    "tabel-25": _Most("Het vaakst gingen gezinnen achteruit", _PROGRAMMES),
    "tabel-26": _Most("Het vaakst gingen mama's vooruit op", ("better",)),
    "tabel-27": _Most("Alleenstaanden komen het vaakst voor bij", ("single",)),
    "tabel-28": _Most("De grootste groep is", ("n",)),
    "tabel-29": _Most("De grootste groep is", ("n",)),
}

#: Rows that are no answer of their own.
_NO_ANSWERS = {"total", "many", "n", "all"}


def headline(table: Table) -> str:
    """A sentence for `table`; empty where nothing stands out, or nothing that print fixes and does not contradict."""
    found = _HEADLINES.get(table.id)
    parts = list(_parts(table, found)) if found else []
    return f"{found.lead} {listing(parts)}." if parts else ""


def _parts(table: Table, found: _Most) -> Iterator[str]:
    named, wrong = printed.named_cells(table), printed.declarations().erratum_of
    left_out = _NO_ANSWERS | codebook.labels("missing").keys()
    for column in found.columns:
        cells = [cell for cell in table.column(column) if cell.row not in left_out and cell.value is not None]
        most = max(map(found.of, cells), default=None)
        top = [cell for cell in cells if found.of(cell) == most]
        # What print contradicts is no headline.
        known = all((cell.row, cell.column) in named and printed.printed_key(table, cell) not in wrong for cell in top)
        if most and len(top) <= _TIED and known:
            group = f"bij {top[0].column_label.partition(' · ')[0]} op " if len(found.columns) > 1 else ""
            each = "elk " if len(top) > 1 else ""
            yield f"{group}{listing([f'‘{cell.row_label}’' for cell in top])} ({each}{top[0].text})"
