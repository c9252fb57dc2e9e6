"""What is told about a workbook: where, what stands there, and what would be right.

A `Finding` is about one cell; `told_once` joins those that say the same, so that one
mistake in ten thousand rows is one message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """How a message is meant."""

    MUST = "moet"
    LOOK = "kijk even na"


@dataclass(frozen=True)
class Finding:
    """One thing to mend or to look at.

    Attributes
    ----------
    level : Level
    file, sheet : str
        Names as the person sees them; no sheet in a CSV file.
    cell : str
        As a spreadsheet names it, such as ``C5``; empty when it is about more.
    heading : str
        The heading of the column; empty when it is not about one.
    value : str
        What stands there.
    what, expected : str
        What is wrong, and what would be right.
    nearest : str
        The allowed answer that resembles the value most, if one does.
    part_of : Finding or None
        What tells this and others at once, for a person who reads.
    """

    level: Level
    file: str
    sheet: str
    cell: str
    heading: str
    value: str
    what: str
    expected: str
    nearest: str = ""
    part_of: Finding | None = None

    @property
    def advice(self) -> str:
        """What would be right, and which answer may have been meant."""
        nearest = f" Bedoelde je ‘{self.nearest}’?" if self.nearest else ""
        return f"{self.expected.removesuffix('.')}.{nearest}"


@dataclass(frozen=True)
class Message:
    """Findings that say the same of different cells, under one heading or more."""

    first: Finding
    cells: tuple[str, ...]
    headings: tuple[str, ...]

    def text(self) -> str:
        """In one line of Dutch."""
        told = self.first
        place = told.file + (f", blad ‘{told.sheet}’" if told.sheet else "")
        place += self._where()
        heading = f" ({'kolommen' if len(self.headings) > 1 else 'kolom'} {self.under()})" if told.heading else ""
        value = f" ‘{' '.join(told.value.splitlines())}’" if told.value else ""
        return f"{place}{heading}:{value} {told.what}. Verwacht: {told.advice}"

    def under(self) -> str:
        """The headings, between quotes; nothing where it is not about a column."""
        shown, more = list(filter(None, self.headings[:_NAMED])), len(self.headings) - _NAMED
        return ", ".join(f"‘{heading}’" for heading in shown) + (f" en nog {more} andere" if more > 0 else "")

    def _where(self) -> str:
        cells = [cell for cell in self.cells if cell]
        if not cells:
            return ""
        shown = ", ".join(cells[:_SHOWN])
        more = f" en nog {len(cells) - _SHOWN} andere" if len(cells) > _SHOWN else ""
        return f", {'cel' if len(cells) == 1 else 'cellen'} {shown}{more}"


#: So many cells are named in a message, and so many pairs of answers that cannot go together.
_SHOWN = 3

#: So many different wrong values of one column are told one by one, and so many headings are named in a message.
_NAMED = 5


def told_once(findings: Iterable[Finding]) -> list[Message]:
    """Join findings that differ in their cell or heading alone, what must be mended first.

    A column with more different wrong values than a person reads gets one message for the
    rest: a column that was pasted in the wrong place is one mistake.
    """
    same: dict[tuple, list[Finding]] = {}
    for found in dict.fromkeys(found.part_of or found for found in findings):
        key = (found.level, found.file, found.sheet, found.heading, found.value, found.what, found.expected)
        same.setdefault(key, []).append(found)
    by_column: dict[tuple, list[list[Finding]]] = {}
    for (level, file, sheet, heading, _value, what, expected), group in same.items():
        by_column.setdefault((level, file, sheet, heading, what, expected), []).append(group)
    alike: dict[tuple, list[Finding]] = {}
    for groups in by_column.values():
        shown = _NAMED if groups[0][0].heading else _SHOWN
        told, rest = groups[:shown], groups[shown:]
        if rest:
            first = rest[0][0]
            other = f"en {len(rest)} andere waarden: {first.what}" if len(rest) > 1 else first.what
            told = [
                *told,
                [replace(found, value=first.value, what=other, nearest="") for group in rest for found in group],
            ]
        for group in told:
            first = group[0]
            key = (first.level, first.file, first.sheet, first.value, first.what, first.expected)
            alike.setdefault(key, []).extend(group)
    messages = [
        Message(group[0], tuple(found.cell for found in group), tuple(dict.fromkeys(found.heading for found in group)))
        for group in alike.values()
    ]
    return sorted(messages, key=lambda message: message.first.level is Level.LOOK)
