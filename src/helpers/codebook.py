"""The codebook: the one description of every variable and category.

Source: ``data/codebook/*.csv``. Validation of records, labels in tables and
figures, the codebook page and ``data/datapackage.json`` are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from helpers.paths import CODEBOOK
from helpers.tabular import read_strings


@dataclass(frozen=True)
class Variable:
    """One column of the registration records."""

    name: str
    label_nl: str
    label_en: str
    type: str
    categories: str
    missing: tuple[str, ...]
    minimum: str
    maximum: str
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


def read_csv(name: str) -> pd.DataFrame:
    """Read a codebook file as strings; an empty cell stays an empty string."""
    return read_strings(CODEBOOK / name)


@cache
def variables() -> dict[str, Variable]:
    """All variables by name, in the order of the columns of the records."""
    rows = read_csv("variables.csv").to_dict("records")
    for row in rows:
        row["missing"] = tuple(row["missing"].split())
        row["used_in"] = tuple(row["used_in"].split())
    return {row["name"]: Variable(**row) for row in rows}


@cache
def categories(name: str) -> dict[str, Category]:
    """The categories of one list, by code and in order.

    Parameters
    ----------
    name
        A list in ``categories.csv``, such as ``income`` or ``missing``.

    Raises
    ------
    KeyError
        When the codebook has no such list.
    """
    table = read_csv("categories.csv")
    rows = table[table["categories"] == name].drop(columns="categories")
    if rows.empty:
        raise KeyError(f"no category list {name!r} in data/codebook/categories.csv")
    return {row["code"]: Category(**row) for row in rows.to_dict("records")}


def labels(name: str) -> dict[str, str]:
    """Dutch label of every code in a category list, in order."""
    return {code: category.label_nl for code, category in categories(name).items()}


def codes_in_group(name: str, group: str) -> list[str]:
    """Codes of a category list that belong to one group, in order."""
    return [code for code, category in categories(name).items() if category.group == group]


def columns_of(output: str) -> list[str]:
    """Columns that a table or figure is computed from, such as ``tabel-12``."""
    return [v.name for v in variables().values() if output in v.used_in]


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
