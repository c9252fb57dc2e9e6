"""Ways in which a registration, a case study or interviews go wrong without breaking a rule.

Each takes the rows of a form, headings first, and changes them in place or gives others.
"""

from __future__ import annotations

from collections.abc import Callable

from helpers.data.workbook import form

Rows = list[list[object]]


def place(kind: str, name: str) -> int:
    """The index of a column."""
    return [column.name for column in form.columns(kind)].index(name)


def answer(kind: str, name: str, row: int, value: object) -> Callable[[Rows], Rows]:
    """Another answer in one row; rows are counted from 1."""

    def change(rows: Rows) -> Rows:
        rows[row][place(kind, name)] = value
        return rows

    return change


def everywhere(kind: str, name: str, before: object, after: object) -> Callable[[Rows], Rows]:
    """One answer replaced by another in every row."""

    def change(rows: Rows) -> Rows:
        for row in rows[1:]:
            at = place(kind, name)
            row[at] = after if row[at] == before else row[at]
        return rows

    return change


def without(*numbers: int) -> Callable[[Rows], Rows]:
    """Some rows gone."""
    return lambda rows: [row for number, row in enumerate(rows) if number not in numbers]


def cut(after: int) -> Callable[[Rows], Rows]:
    """Nothing after a row."""
    return lambda rows: rows[: after + 1]


def again(row: int, number: str) -> Callable[[Rows], Rows]:
    """A row that comes again under another number."""
    return lambda rows: [*rows, [number, *rows[row][1:]]]


def swapped_headings(kind: str, one: str, other: str) -> Callable[[Rows], Rows]:
    """Two headings in each other's place, above answers that stay."""

    def change(rows: Rows) -> Rows:
        a, b = place(kind, one), place(kind, other)
        rows[0][a], rows[0][b] = rows[0][b], rows[0][a]
        return rows

    return change


def swapped_columns(kind: str, one: str, other: str) -> Callable[[Rows], Rows]:
    """The answers of two columns in each other's place, below headings that stay."""

    def change(rows: Rows) -> Rows:
        a, b = place(kind, one), place(kind, other)
        for row in rows[1:]:
            row[a], row[b] = row[b], row[a]
        return rows

    return change


def shifted(kind: str, *names: str) -> Callable[[Rows], Rows]:
    """Columns one row down, their last answer on top."""

    def change(rows: Rows) -> Rows:
        for at in [place(kind, name) for name in names]:
            answers = [row[at] for row in rows[1:]]
            for row, value in zip(rows[1:], [answers[-1], *answers], strict=False):
                row[at] = value
        return rows

    return change


def shifted_headings(rows: Rows) -> Rows:
    """The headings of indicators one column to the right, the last one in front."""
    rows[0][3:] = [rows[0][-1], *rows[0][3:-1]]
    return rows


def sorted_alone(kind: str, *names: str) -> Callable[[Rows], Rows]:
    """Columns each in an order of its own."""

    def change(rows: Rows) -> Rows:
        for at in [place(kind, name) for name in names]:
            for row, value in zip(rows[1:], sorted((row[at] for row in rows[1:]), key=str), strict=True):
                row[at] = value
        return rows

    return change
