"""Combinations of answers that cannot be: ``data/codebook/rules.csv``.

Used when records are read, and while synthetic ones are made. An expression
may name a constant of ``study.csv`` as ``@last_month_of_dataset``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from helpers.data import codebook, populations


@dataclass(frozen=True)
class Rule:
    """A row breaks it when `when` holds and `then` does not."""

    name: str
    when: str
    then: str
    label_nl: str
    label_en: str

    @property
    def columns(self) -> list[str]:
        """The columns that it is about, in the order of the codebook."""
        words = set(re.findall(r"\w+", f"{self.when} {self.then}"))
        return [name for name in codebook.variables() if name in words]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file."""
    return tuple(Rule(**row) for row in codebook.read_csv("rules.csv").to_dict("records"))


def rules_about(columns: Iterable[str], new: Iterable[str]) -> list[Rule]:
    """Rules about nothing but `columns`, and about at least one of `new`."""
    columns, new = set(columns), set(new)
    return [rule for rule in rules() if columns.issuperset(rule.columns) and not new.isdisjoint(rule.columns)]


def broken(codes: pd.DataFrame, new: Iterable[str] | None = None) -> pd.DataFrame:
    """Which row breaks which rule.

    Parameters
    ----------
    codes
        Some columns of the records, as strings. Rules about other columns
        are left out.
    new
        Only rules about at least one of these columns.

    Returns
    -------
    DataFrame of bool
        One row a row of `codes`, one column a rule, by its name.
    """
    about = rules_about(codes.columns, codes.columns if new is None else new)
    used = dict.fromkeys(name for rule in about for name in rule.columns)
    answers = {name: populations.coded(codes[name]) for name in used}
    return pd.DataFrame(
        {rule.name: _breaks({name: answers[name] for name in rule.columns}, rule) for rule in about},
        index=codes.index,
    )


def with_numbers(codes: pd.DataFrame, records: str) -> pd.DataFrame:
    """The same records with integers as ``Int64``, ``<NA>`` where no number stands."""
    integers = [v.name for v in codebook.variables(records).values() if v.type == "integer" and v.name in codes]
    return codes.assign(**{name: _numbers(populations.coded(codes[name])) for name in integers})


def _numbers(column: pd.Categorical) -> pd.api.extensions.ExtensionArray:
    numbers = pd.to_numeric(pd.Series(column.categories), errors="coerce").astype("Int64")
    return numbers.array.take(column.codes, allow_fill=True)


def _breaks(answers: dict[str, pd.Categorical], rule: Rule) -> np.ndarray:
    """In which rows it is broken; each combination of answers is looked at once."""
    # Without any row there is no category either.
    shape = [len(column.categories) or 1 for column in answers.values()]
    place, joint = pd.factorize(np.ravel_multi_index([column.codes for column in answers.values()], shape))
    parts = zip(answers.items(), np.unravel_index(joint, shape), strict=True)
    once = with_numbers(pd.DataFrame({name: column.categories[part] for (name, column), part in parts}), "registration")
    return (_holds(once, rule.when) & ~_holds(once, rule.then)).to_numpy()[place]


def _holds(frame: pd.DataFrame, expression: str) -> pd.Series:
    # A comparison with a number that is not there is not true.
    held = frame.eval(expression, engine="python", local_dict=codebook.constants())
    return held.fillna(False).astype(bool)
