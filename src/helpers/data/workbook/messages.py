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


@dataclass(frozen=True)
class Message:
    """Findings that say the same of different cells."""

    first: Finding
    cells: tuple[str, ...]

    def text(self) -> str:
        """In one line of Dutch."""
        told = self.first
        place = told.file + (f", blad ‘{told.sheet}’" if told.sheet else "")
        place += self._where()
        heading = f" (kolom ‘{told.heading}’)" if told.heading else ""
        value = f" ‘{told.value}’" if told.value else ""
        nearest = f" Bedoelde je ‘{told.nearest}’?" if told.nearest else ""
        return f"{place}{heading}:{value} {told.what}. Verwacht: {told.expected}.{nearest}"

    def _where(self) -> str:
        cells = [cell for cell in self.cells if cell]
        if not cells:
            return ""
        shown = ", ".join(cells[:_SHOWN])
        more = f" en nog {len(cells) - _SHOWN} andere" if len(cells) > _SHOWN else ""
        return f", {'cel' if len(cells) == 1 else 'cellen'} {shown}{more}"


#: So many cells are named in a message.
_SHOWN = 3

#: So many different wrong values of one column are told one by one.
_VALUES = 10


def told_once(findings: Iterable[Finding]) -> list[Message]:
    """Join findings that differ in their cell alone, what must be mended first.

    A column with more than ten different wrong values gets one message for the rest:
    a column that was pasted in the wrong place is one mistake. So is what is said alike
    of more than ten columns.
    """
    same: dict[tuple, list[Finding]] = {}
    for found in findings:
        key = (found.level, found.file, found.sheet, found.heading, found.value, found.what, found.expected)
        same.setdefault(key, []).append(found)
    by_column: dict[tuple, list[list[Finding]]] = {}
    for (level, file, sheet, heading, _value, what, expected), group in same.items():
        by_column.setdefault((level, file, sheet, heading, what, expected), []).append(group)
    messages = []
    for groups in by_column.values():
        told, rest = groups[:_VALUES], groups[_VALUES:]
        messages += [Message(group[0], tuple(found.cell for found in group)) for group in told]
        if rest:
            first = rest[0][0]
            other = f"en {len(rest)} andere waarden: {first.what}" if len(rest) > 1 else first.what
            messages.append(
                Message(replace(first, what=other, nearest=""), tuple(found.cell for group in rest for found in group))
            )
    return sorted(_across_columns(messages), key=lambda message: message.first.level is Level.LOOK)


def _across_columns(messages: list[Message]) -> list[Message]:
    """What is said alike of more than ten columns as one message, which names some of them."""
    alike: dict[tuple, list[Message]] = {}
    for message in messages:
        told = message.first
        alike.setdefault((told.level, told.file, told.sheet, told.value, told.what, told.expected), []).append(message)
    joined = []
    for group in alike.values():
        headings = list(dict.fromkeys(message.first.heading for message in group))
        if len(headings) > _VALUES:
            # The text puts quotes around a heading.
            more = f"’ en ‘{len(headings) - _SHOWN} andere"
            first = replace(group[0].first, heading="’, ‘".join(headings[:_SHOWN]) + more)
            joined.append(Message(first, tuple(cell for message in group for cell in message.cells)))
        else:
            joined += group
    return joined
