"""From two columns of a table to the changes that a figure shows and its alt text tells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from helpers.data import codebook
from helpers.dutch.lists import listing
from helpers.figures.alt import by_row, sentence
from helpers.figures.drawing import Marks
from helpers.figures.shapes.dumbbells import Change


def changes(marks: Marks, *, own_size: bool) -> list[Change]:
    """A change for each row of the drawn cells, which stand in two columns.

    Parameters
    ----------
    own_size
        Whether each row has its own n, which then stands in its heading.
    """
    rows: dict[str, list] = {}
    for cell in marks.cells:
        rows.setdefault(cell.row, []).append(cell)
    missing = codebook.labels("missing")
    return [
        Change(
            marks.group_name(row, start.row_label, start.n) if own_size else start.row_label,
            *(start, end),
            light=row in missing,
        )
        for row, (start, end) in rows.items()
    ]


def about_changes(marks: Marks, rows: Sequence[Change]) -> list[str]:
    """How many shares rise and fall, and which do so most: of the fixed ones only."""
    known = [row for row in rows if len(marks.known([row.start, row.end])) == 2 and not row.light]
    if not known:
        return []
    rising = [row for row in known if row.end.value > row.start.value]
    falling = [row for row in known if row.end.value < row.start.value]
    counts = {"hoger": len(rising), "lager": len(falling), "gelijk": len(known) - len(rising) - len(falling)}
    fixed = "" if len(known) == sum(row.known and not row.light for row in rows) else " die vastliggen,"
    told = listing([f"{number} {word}" for word, number in counts.items() if number])
    extremes = [
        f"de sterkste {word} in procentpunten is die van {listing([_told(marks, row) for row in _most(group)])}"
        for word, group in [("stijging", rising), ("daling", falling)]
        if group
    ]
    return [
        f"Van de {len(known)} aandelen{fixed} liggen er later {told}.",
        *sentence("; ".join(extremes), "daarvan: " if fixed else ""),
    ]


def _points(row: Change) -> Decimal:
    """The change in percentage points, of the shares as they are shown."""
    return row.end.rounded - row.start.rounded


def _most(group: Sequence[Change]) -> list[Change]:
    """The rows that change most; several when they tie."""
    most = max(abs(_points(row)) for row in group)
    return [row for row in group if abs(_points(row)) == most]


def _told(marks: Marks, row: Change) -> str:
    return f"{by_row(row.start)} (van {marks.label(row.start)} naar {marks.label(row.end)})"
