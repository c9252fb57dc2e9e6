"""What must hold of registration records as a whole.

See `helpers.data.problems` for what a problem says.
"""

from __future__ import annotations

import pandas as pd

from helpers.data import codebook, populations, rules
from helpers.data.problems import Problem


def problems(codes: pd.DataFrame) -> list[Problem]:
    """Everything that is wrong between answers that are each allowed.

    Parameters
    ----------
    codes
        The records as strings, or categoricals of them.
    """
    codes = codes.astype("category")
    return [
        *_rule_problems(codes),
        *_late_problems(codes),
        *_moment_problems(codes),
        *_reference_problems(codes),
    ]


def _rule_problems(codes: pd.DataFrame) -> list[Problem]:
    """Combinations that cannot be, from ``data/codebook/rules.csv``."""
    broken = rules.broken(codes)
    return [
        Problem(
            index, tuple((name, codes.at[index, name]) for name in rule.columns), "kunnen niet samen", rule.label_nl
        )
        for rule in rules.rules()
        for index in codes.index[broken[rule.name]]
    ]


def _late_problems(codes: pd.DataFrame) -> list[Problem]:
    """After the last month of the dataset nothing but the start is recorded."""
    late = ~populations.is_in_dataset(codes)
    return [
        problem
        for variable in codebook.variables().values()
        if "not_recorded" in variable.missing
        for problem in _in_column(
            codes,
            variable.name,
            late & (codes[variable.name] != "not_recorded"),
            "in een dossier dat na de dataset begon",
            "not_recorded",
        )
    ]


def _moment_problems(codes: pd.DataFrame) -> list[Problem]:
    """Answers of a later moment stand where that moment came, and nowhere else."""
    problems = []
    for moment in ("birth", "end"):
        came, never = moment_came(codes, moment)
        for name in codebook.measured_at(moment):
            empty = codes[name] == "not_applicable"
            problems += _in_column(codes, name, never & ~empty, "bij een meetmoment dat niet aanbrak", "not_applicable")
            if not may_not_apply(name):
                problems += _in_column(
                    codes, name, came & empty, "bij een meetmoment dat wel aanbrak", "een ander antwoord"
                )
    return problems


def _in_column(codes: pd.DataFrame, name: str, rows: pd.Series, what: str, expected: str) -> list[Problem]:
    return [Problem(index, ((name, codes.at[index, name]),), what, expected) for index in codes.index[rows]]


def moment_came(codes: pd.DataFrame, moment: str) -> tuple[pd.Series, pd.Series]:
    """In which dossiers a later moment certainly came, and in which certainly not.

    Parameters
    ----------
    codes
        Records as strings.
    moment
        ``birth`` or ``end``. The end is that of chapter 4: for the running
        dossiers of OPkomst+ the last month of the dataset.

    Returns
    -------
    (Series of bool, Series of bool)
        Neither is true of a dossier of which it is not recorded.
    """
    if moment == "birth":
        month = codes["birth_measurement_month"]
        return ~month.isin(["not_applicable", "not_recorded"]), month == "not_applicable"
    ended = populations.has_ended(codes)
    return pd.Series(ended, codes.index), pd.Series(populations.is_described(codes) & ~ended, codes.index)


def may_not_apply(name: str) -> bool:
    """Whether the question of a later column may not apply to a family at all."""
    question = name.rpartition("_")[0]
    start = codebook.variables().get(question) or codebook.variables()[f"{question}_start"]
    return "not_applicable" in start.missing


def _reference_problems(codes: pd.DataFrame) -> list[Problem]:
    first = codes["first_dossier"]
    second = first.ne("not_applicable")
    known = first.cat.categories.isin(codes["dossier"][~second])[first.cat.codes]
    return _in_column(
        codes,
        "first_dossier",
        second & ~known,
        "is geen eerste traject in dit bestand",
        "niets, of het dossiernummer van een eerste traject",
    )
