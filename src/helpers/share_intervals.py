"""How sure each share of Tabel 17, 18 and 19 is: Wilson's interval.

Where several numbers of families fit what was printed, the interval holds
that of each of them, so that no invented size stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from helpers import render, sampling
from helpers.change_tests import TESTED
from helpers.change_tests_page import sizes_text, table_name
from helpers.disclosure import may_be_shown
from helpers.evolution_rows import EvolutionRow, evolution_rows
from helpers.inference import wilson_bounds
from helpers.numbers import percent
from helpers.records import Records

_MOMENTS = ("start", "end")

_COLUMNS = ["n", "Bij start", "Interval (95%)", "Later", "Interval (95%)"]


def share_intervals(row: EvolutionRow) -> list[tuple[float, float] | None]:
    """The 95% interval of the share at the start and of the share later.

    Returns
    -------
    list
        Two intervals within 0 and 1, over all readings of the row; None when
        nobody is known at the start.
    """
    if not all(reading.n for reading in row.readings):
        return [None, None]
    return [wilson_bounds((getattr(reading, moment), reading.n) for reading in row.readings) for moment in _MOMENTS]


def share_intervals_html(records: Records) -> str:
    """The shares with their intervals, a table for each of the three tables.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(records)
    tables = "".join(_table(id, evolution_rows(records, id)) for id in TESTED)
    return (
        f'{tables}<div class="opk-notes"><p>Methode van Wilson. {sampling.SENTENCE} Wat later onbekend is, telt als '
        "‘nee’. Waar meer dan één n past, omvat het interval dat van elke n.</p></div>"
    )


def _table(id: str, rows: Iterable[EvolutionRow]) -> str:
    return render.grid_html(
        f"intervallen-{id}", f"Aandelen van {table_name(id)} met hun interval", _COLUMNS, ((r.label, _cells(r)) for r in rows)
    )


def _cells(row: EvolutionRow) -> list[str]:
    cells = [sizes_text(row.sizes)]
    for moment, interval in zip(_MOMENTS, share_intervals(row), strict=True):
        cells += [_shares(row, moment), "/" if interval is None else " tot ".join(map(percent, interval))]
    return cells


def _shares(row: EvolutionRow, moment: str) -> str:
    """The share with its count: one text, whichever reading it is."""
    counts = [(getattr(reading, moment), reading.n) for reading in row.readings]
    return " of ".join(dict.fromkeys(f"{percent(Fraction(count, n))} ({count})" if n else "/" for count, n in counts))
