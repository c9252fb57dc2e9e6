"""What must hold of registration records as a whole.

Every problem is one line in Dutch, for the person who can mend the file.
"""

from __future__ import annotations

import pandas as pd

from helpers.data import codebook, populations, rules


def problems(codes: pd.DataFrame) -> list[str]:
    """Everything that is wrong between answers that are each allowed.

    Parameters
    ----------
    codes
        The records as strings.
    """
    return [
        *_rule_problems(codes),
        *_late_problems(codes),
        *_moment_problems(codes),
        *_reference_problems(codes),
    ]


def _rule_problems(codes: pd.DataFrame) -> list[str]:
    """Combinations that cannot be, from ``data/codebook/rules.csv``."""
    broken = rules.broken(codes)
    return [
        f"rij {index + 2}: "
        + ", ".join(f"kolom '{name}': '{codes.at[index, name]}'" for name in rule.columns)
        + f" kunnen niet samen (verwacht: {rule.label_nl})"
        for rule in rules.rules()
        for index in codes.index[broken[rule.name]]
    ]


def _late_problems(codes: pd.DataFrame) -> list[str]:
    """After the last month of the dataset nothing but the start is recorded."""
    late = codes[codes["start_month"] > codebook.constant("last_month_of_dataset")]
    return [
        f"rij {index + 2}, kolom '{variable.name}': '{late.at[index, variable.name]}' in een dossier dat na de "
        "dataset begon (verwacht: not_recorded)"
        for variable in codebook.variables().values()
        if "not_recorded" in variable.missing
        for index in late.index[late[variable.name] != "not_recorded"]
    ]


def _moment_problems(codes: pd.DataFrame) -> list[str]:
    """Answers of a later moment stand where that moment came, and nowhere else."""
    problems = []
    for moment in ("birth", "end"):
        came, never = moment_came(codes, moment)
        for name in codebook.measured_at(moment):
            empty = codes[name] == "not_applicable"
            wrong = [(never & ~empty, "niet aanbrak (verwacht: not_applicable)")]
            if not may_not_apply(name):
                wrong.append((came & empty, "wel aanbrak (verwacht: een ander antwoord)"))
            problems += [
                f"rij {index + 2}, kolom '{name}': '{codes.at[index, name]}' bij een meetmoment dat {what}"
                for rows, what in wrong
                for index in codes.index[rows]
            ]
    return problems


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
    first = codes.index.isin(populations.described(codes).index)
    ended = codes.index.isin(populations.impact(codes).index)
    return pd.Series(ended, codes.index), pd.Series(first & ~ended, codes.index)


def may_not_apply(name: str) -> bool:
    """Whether the question of a later column may not apply to a family at all."""
    question = name.rpartition("_")[0]
    start = codebook.variables().get(question) or codebook.variables()[f"{question}_start"]
    return "not_applicable" in start.missing


def _reference_problems(codes: pd.DataFrame) -> list[str]:
    first = codes["first_dossier"]
    second = first.ne("not_applicable")
    known = first.isin(codes.loc[~second, "dossier"])
    return [
        f"rij {index + 2}, kolom 'first_dossier': '{first[index]}' is geen eerste traject in dit bestand "
        "(verwacht: not_applicable, of het dossiernummer van een eerste traject)"
        for index in codes.index[second & ~known]
    ]
