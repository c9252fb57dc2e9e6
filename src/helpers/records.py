"""Reading registration records, checked against the codebook.

Every problem is reported at once, in Dutch, with file, row, column, value and
what was expected: the person who can mend it is a social worker.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from helpers import codebook, populations, rules
from helpers.codebook import Variable
from helpers.paths import REGISTRATION

#: A dossier id that starts so marks a record that the generator made.
SYNTHETIC_MARK = "SYN-"

_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"


class RecordsError(ValueError):
    """The file cannot be used as it is; the message says where and why."""


@dataclass(frozen=True)
class Records:
    """Validated registration records.

    Attributes
    ----------
    frame : DataFrame
        One row a dossier, one column a variable of the codebook. Categories,
        ids and months are strings, with the codes ``unknown``,
        ``not_applicable`` and ``not_recorded`` where no answer stands;
        integers are ``Int64`` with ``<NA>`` in those places.
    synthetic : bool
        True only if every single row carries the generator's mark.
    """

    frame: pd.DataFrame
    synthetic: bool

    def columns_for(self, output: str) -> pd.DataFrame:
        """The columns that the codebook names for one table or figure."""
        return self.frame[codebook.columns_of(output)]


def load(path: Path = REGISTRATION) -> Records:
    """Read and check a registration file.

    Parameters
    ----------
    path
        A CSV file in UTF-8 with the columns of the codebook, in any order.

    Raises
    ------
    RecordsError
        With one line for every problem found.
    """
    codes = _read(path)
    problems = _column_problems(codes)
    if not problems:
        codes = codes[list(codebook.variables())]
        problems = _value_problems(codes)
    if not problems:
        problems = _rule_problems(codes) + _late_problems(codes) + _moment_problems(codes)
        problems += _reference_problems(codes)
    if problems:
        raise RecordsError("\n".join(f"{path.name}: {problem}" for problem in problems))
    marked = codes["dossier"].str.startswith(SYNTHETIC_MARK)
    return Records(rules.with_numbers(codes), synthetic=bool(len(codes)) and bool(marked.all()))


def _read(path: Path) -> pd.DataFrame:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError:
        raise RecordsError(
            f"{path.name}: het bestand is er niet of kan niet geopend worden; verwacht: een CSV-bestand in "
            f"de map {path.parent.name}, dat niet in een ander programma openstaat"
        ) from None
    except UnicodeDecodeError:
        raise RecordsError(f"{path.name}: de tekens zijn niet leesbaar; verwacht: een CSV-bestand in UTF-8") from None
    rows = [row for row in csv.reader(text.splitlines()) if row]
    if not rows:
        raise RecordsError(f"{path.name}: het bestand is leeg; verwacht: een rij met kolomnamen")
    header = [name.strip() for name in rows[0]]
    problems = _shape_problems(header, rows[1:])
    if problems:
        raise RecordsError("\n".join(f"{path.name}: {problem}" for problem in problems))
    return pd.DataFrame(rows[1:], columns=header, dtype=str)


def _shape_problems(header: list[str], rows: list[list[str]]) -> list[str]:
    """What keeps rows from being a table at all."""
    if len(header) == 1 and (found := {";", "\t"}.intersection(header[0])):
        name = "puntkomma's" if ";" in found else "tabs"
        return [f"de kolommen zijn gescheiden door {name}; verwacht: komma's"]
    problems = [
        f"kolom '{name}' staat er {count} keer; verwacht: één keer"
        for name, count in Counter(header).items()
        if count > 1
    ]
    problems += [
        f"rij {number}: {len(row)} waarden; verwacht: {len(header)}, een voor elke kolom"
        for number, row in enumerate(rows, 2)
        if len(row) != len(header)
    ]
    return problems or ([] if rows else ["het bestand bevat geen dossiers; verwacht: minstens één rij"])


def _column_problems(codes: pd.DataFrame) -> list[str]:
    expected, found = list(codebook.variables()), list(codes.columns)
    return [f"kolom '{name}' ontbreekt" for name in expected if name not in found] + [
        f"kolom '{name}' staat niet in het codeboek" for name in found if name not in expected
    ]


def _allowed(variable: Variable) -> set[str]:
    return set(variable.missing) | (
        set(codebook.categories(variable.categories)) if variable.categories else set()
    )


def _check(variable: Variable) -> pa.Check:
    """The pandera check of one variable; its name is what a reader is told."""
    missing = set(variable.missing)
    expectation = _expectation(variable)

    def is_valid(values: pd.Series) -> pd.Series:
        return values.isin(missing) | _answered(variable, values)

    return pa.Check(is_valid, name=expectation, error=expectation)


def _answered(variable: Variable, values: pd.Series) -> pd.Series:
    if variable.type == "category":
        return values.isin(_allowed(variable))
    if variable.type == "integer":
        numbers = pd.to_numeric(values.where(values.str.fullmatch(r"-?\d+")), errors="coerce")
        return numbers.between(int(variable.minimum), int(variable.maximum))
    if variable.type == "month":
        return values.str.fullmatch(_MONTH) & values.between(variable.minimum, variable.maximum)
    return values.str.strip().ne("") & values.eq(values.str.strip())


def _expectation(variable: Variable) -> str:
    if variable.type == "category":
        answers = " of ".join(codebook.categories(variable.categories))
    elif variable.type == "integer":
        answers = f"een geheel getal van {variable.minimum} tot {variable.maximum}"
    elif variable.type == "month":
        answers = f"een maand als 2023-09, van {variable.minimum} tot {variable.maximum}"
    else:
        answers = "een dossiernummer"
    return " of ".join([answers, *variable.missing])


def _value_problems(codes: pd.DataFrame) -> list[str]:
    schema = pa.DataFrameSchema(
        {
            variable.name: pa.Column(str, _check(variable), unique=variable.name == "dossier")
            for variable in codebook.variables().values()
        }
    )
    try:
        schema.validate(codes, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases.sort_values(["index", "column"], kind="stable")
        return [_describe(case) for case in cases.to_dict("records")]
    return []


def _describe(case: dict) -> str:
    expected = case["check"]
    if expected == "field_uniqueness":
        expected = "een nummer dat maar één keer voorkomt"
    return (
        f"rij {int(case['index']) + 2}, kolom '{case['column']}': "
        f"'{case['failure_case']}' is niet wat er verwacht wordt ({expected})"
    )


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
        f"rij {index + 2}, kolom 'first_dossier': '{first[index]}' is geen eerste traject in dit bestand (verwacht: not_applicable, of "
        "het dossiernummer van een eerste traject)"
        for index in codes.index[second & ~known]
    ]

