"""How sure each share of Tabel 17, 18 and 19 is: Wilson's interval.

Where several numbers of families fit what was printed, the interval holds
that of each of them, so that no invented size stands behind it.
"""

from __future__ import annotations

from helpers.inference.methods import wilson_bounds
from helpers.inference.printed_rows import EvolutionRow

MOMENTS = ("start", "end")


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
    return [wilson_bounds((getattr(reading, moment), reading.n) for reading in row.readings) for moment in MOMENTS]
