"""Chance at work on a file of a spreadsheet: what hands, programs and disks do to it."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

Rows = list[list[object]]

JUNK = (
    *("", " ", "?", "0003", "-0", "x", "é", "🙂", "1e9", "NaN", "=1", "31/02/2021", "onbekend", "NVT", "Ja\n", "<b>"),
    *("  Ja ", "#N/B", "#VERW!", '"', ";", "\t", "00:00", "2021", "99999", "-1", "WAAR", "9" * 400, "\x00", "J a"),
)


def text(rows: Rows) -> str:
    """Rows as a CSV file."""
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\n").writerows(rows)
    return file.getvalue()


def _junk(chance: random.Random, rows: Rows) -> None:
    chance.choice(rows)[chance.randrange(len(rows[0]))] = chance.choice(JUNK)


def _junk_in_column(chance: random.Random, rows: Rows) -> None:
    at, value = chance.randrange(len(rows[0])), chance.choice(JUNK)
    for row in rows[1:]:
        row[at] = value


def _swap_headings(chance: random.Random, rows: Rows) -> None:
    one, other = chance.sample(range(len(rows[0])), 2)
    rows[0][one], rows[0][other] = rows[0][other], rows[0][one]


def _move_cells(chance: random.Random, rows: Rows) -> None:
    """A row from some cell on one cell to the right."""
    chance.choice(rows).insert(chance.randrange(len(rows[0])), "")


def _drop_cell(chance: random.Random, rows: Rows) -> None:
    del chance.choice(rows)[chance.randrange(len(rows[0]) - 1)]


def _drop_column(chance: random.Random, rows: Rows) -> None:
    at = chance.randrange(len(rows[0]))
    for row in rows:
        del row[at]


def _drop_rows(chance: random.Random, rows: Rows) -> None:
    start = chance.randrange(len(rows))
    del rows[start : start + chance.randint(1, 5)]


def _empty_row(chance: random.Random, rows: Rows) -> None:
    rows.insert(chance.randrange(len(rows)), [""] * len(rows[0]))


def _row_twice(chance: random.Random, rows: Rows) -> None:
    rows.insert(chance.randrange(1, len(rows)), list(chance.choice(rows[1:])))


def _row_under_other_number(chance: random.Random, rows: Rows) -> None:
    rows.append([chance.choice(("SYN-500", "b", "7", "Fatima")), *chance.choice(rows[1:])[1:]])


def _column_again(chance: random.Random, rows: Rows) -> None:
    at = chance.randrange(len(rows[0]))
    for row in rows:
        row.append(row[at])


def _sort_rows(chance: random.Random, rows: Rows) -> None:
    at = chance.randrange(len(rows[0]))
    rows[1:] = sorted(rows[1:], key=lambda row: str(row[at]))


def _as_text(change: Callable[[random.Random, str], str]) -> Callable[[random.Random, Rows], str]:
    return lambda chance, rows: change(chance, text(rows))


def _cut(chance: random.Random, whole: str) -> str:
    return whole[: chance.randrange(len(whole))]


def _lose_piece(chance: random.Random, whole: str) -> str:
    start = chance.randrange(len(whole))
    return whole[:start] + whole[start + chance.randint(1, 200) :]


def _garble(chance: random.Random, whole: str) -> str:
    at = chance.randrange(len(whole))
    return whole[:at] + chance.choice('"\x00\ufffd;\n\rß0') + whole[at + 1 :]


def _other_separator(chance: random.Random, whole: str) -> str:
    return whole.replace(";", chance.choice(("|", ":", " ", "\t", ",")))


KINDS = (
    *(_junk, _junk, _junk_in_column, _swap_headings, _move_cells, _drop_cell, _drop_column, _drop_rows, _empty_row),
    *(_row_twice, _row_under_other_number, _column_again, _sort_rows),
    *map(_as_text, (_cut, _lose_piece, _garble, _garble, _other_separator)),
)


def damaged(seed: int, rows: Rows) -> str:
    """A CSV file with something wrong; the rows stay as they are."""
    chance = random.Random(seed)
    copy = [list(row) for row in rows]
    made = chance.choice(KINDS)(chance, copy)
    return text(copy) if made is None else made
