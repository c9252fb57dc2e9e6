"""Months as whole numbers, so that they can be counted and subtracted."""

from __future__ import annotations

from helpers.data import codebook


def month_number(month: str) -> int:
    """Months since January of the year 0.

    >>> month_number("2023-09") - month_number("2022-12")
    9
    """
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_text(number: int) -> str:
    """The month with this number, such as ``2023-09``."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def months(first: int, last: int) -> tuple[int, ...]:
    """All months from the first to the last, both included."""
    return tuple(range(first, last + 1))


def first_month() -> int:
    """The number of the month in which OPkomst began."""
    return month_number(codebook.variables()["start_month"].minimum)


def last_month() -> int:
    """The number of the last month of the dataset."""
    return month_number(codebook.constant("last_month_of_dataset"))


def first_birth_measurement() -> int:
    """The number of the first month in which the birth measurement existed."""
    return month_number(codebook.constant("first_birth_measurement"))


def last_registration() -> int:
    """The number of the last month in which registrations were counted."""
    return month_number(codebook.variables()["start_month"].maximum)
