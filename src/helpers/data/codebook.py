"""The codebook: the one description of every variable and category.

Source: ``data/codebook/*.csv``. Validation of records, labels in tables and
figures, the codebook page and ``data/datapackage.json`` are all made from it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from helpers.data.files import CODEBOOK, read_strings


@dataclass(frozen=True)
class Variable:
    """One column of a file of records."""

    records: str
    name: str
    label_nl: str
    label_en: str
    type: str
    categories: str
    missing: tuple[str, ...]
    minimum: str
    maximum: str
    counted: tuple[str, ...]
    filled_by: str
    used_in: tuple[str, ...]
    section: str
    note_nl: str


@dataclass(frozen=True)
class Category:
    """One possible value of a categorical variable."""

    code: str
    label_nl: str
    label_en: str
    group: str
    note_nl: str


#: The codebook in use.
_folder = CODEBOOK


@contextmanager
def using(folder: Path) -> Iterator[None]:
    """Take another codebook for a while, such as that of a city's own registration."""
    global _folder
    before = _folder
    try:
        _folder = folder
        _forget()
        yield
    finally:
        _folder = before
        _forget()


def current() -> Path:
    """The folder of the codebook in use."""
    return _folder


def _forget() -> None:
    for kept in (read_csv, _by_records, _used_in, categories, constants):
        kept.cache_clear()


@cache
def read_csv(name: str) -> pd.DataFrame:
    """Read a codebook file as strings, which nobody may change; an empty cell stays an empty string."""
    return read_strings(_folder / name)


@cache
def _by_records() -> dict[str, dict[str, Variable]]:
    found: dict[str, dict[str, Variable]] = {}
    for row in read_csv("variables.csv").to_dict("records"):
        row["missing"] = tuple(row["missing"].split())
        row["counted"] = tuple(row["counted"].split())
        row["used_in"] = tuple(row["used_in"].split())
        found.setdefault(row["records"], {})[row["name"]] = Variable(**row)
    return found


def kinds_of_records() -> list[str]:
    """The files of records that the book is made from: ``registration`` and so on."""
    return list(_by_records())


def variables(records: str = "registration") -> dict[str, Variable]:
    """The variables of one file of records by name, in the order of its columns."""
    return _by_records()[records]


@cache
def categories(name: str) -> dict[str, Category]:
    """The categories of one list, by code and in order.

    Parameters
    ----------
    name
        A list in ``categories.csv``, such as ``income`` or ``missing``, or
        the indicators of an instrument, which have a file of their own:
        ``case_study_indicators``.

    Raises
    ------
    KeyError
        When the codebook has no such list.
    """
    if (_folder / f"{name}.csv").exists():
        rows = read_csv(f"{name}.csv").rename(columns={"domain": "group", "reason_nl": "note_nl"})
    else:
        table = read_csv("categories.csv")
        rows = table[table["categories"] == name]
    if rows.empty:
        raise KeyError(f"no category list {name!r} in data/codebook/categories.csv")
    fields = [field.name for field in dataclasses.fields(Category)]
    return {row["code"]: Category(**row) for row in rows[fields].to_dict("records")}


def labels(name: str) -> dict[str, str]:
    """Dutch label of every code in a category list, in order."""
    return {code: category.label_nl for code, category in categories(name).items()}


def codes_in_group(name: str, group: str) -> list[str]:
    """Codes of a category list that belong to one group, in order."""
    return [code for code, category in categories(name).items() if category.group == group]


def columns_of(output: str) -> list[str]:
    """Columns that a table or figure is computed from, such as ``tabel-12``."""
    return [variable.name for variable in _used_in(output)]


def records_of(output: str) -> str:
    """The file of records that a table or figure is computed from.

    Raises
    ------
    ValueError
        When the codebook names no column for it, or columns of several files.
    """
    found = {variable.records for variable in _used_in(output)}
    if len(found) != 1:
        raise ValueError(
            f"variables.csv: {output} is used_in columns of {sorted(found) or 'no file'}; expected one file"
        )
    return found.pop()


@cache
def _used_in(output: str) -> list[Variable]:
    return [v for columns in _by_records().values() for v in columns.values() if output in v.used_in]


def measured_at(moment: str) -> list[str]:
    """Columns of a later measurement: their names end in the moment, ``birth`` or ``end``."""
    return [name for name in variables() if name.endswith(f"_{moment}")]


@cache
def constants() -> dict[str, str]:
    """The constants of the study design by name, from ``study.csv``."""
    return read_csv("study.csv").set_index("name")["value"].to_dict()


def constant(name: str) -> str:
    """One constant of the study design."""
    return constants()[name]
