"""Reading records, checked against the codebook.

Every problem is reported at once, in Dutch, with file, row, column, value and
what was expected: the person who can mend it is a social worker.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from helpers.data import codebook, registration_checks, rules, score_checks
from helpers.data.codebook import Variable
from helpers.data.files import RECORDS

#: An id that starts so marks a record that the generator made.
SYNTHETIC_MARK = "SYN-"


#: What must hold of the whole file, beside the answers one by one.
_CHECKS = {
    "registration": registration_checks.problems,
    "case_study": score_checks.problems,
    "interviews": score_checks.problems,
}


_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"


class RecordsError(ValueError):
    """The file cannot be used as it is; the message says where and why."""


@dataclass(frozen=True)
class Records:
    """Validated records of one kind.

    Attributes
    ----------
    frame : DataFrame
        One column a variable of the codebook; one row a dossier, or in
        scores a row for each family, indicator and moment. Categories, ids
        and months are pandas categoricals of strings, with the codes
        ``unknown``, ``not_applicable`` and ``not_recorded`` where no answer
        stands; integers are ``Int64`` with ``<NA>`` in those places.
    synthetic : bool
        True only if every single row carries the generator's mark.
    name : str
        Which records of the codebook these are.
    """

    frame: pd.DataFrame
    synthetic: bool
    name: str = "registration"

    def columns_for(self, output: str) -> pd.DataFrame:
        """The columns that the codebook names for one table or figure.

        Raises
        ------
        ValueError
            When it is computed from other records than these.
        """
        if codebook.records_of(output) != self.name:
            raise ValueError(f"{output} is computed from {codebook.records_of(output)}, not from {self.name}")
        return self.frame[codebook.columns_of(output)]


def load_all() -> list[Records]:
    """Every file of records that the book is made from."""
    return [load(name) for name in codebook.kinds_of_records()]


def load(name: str = "registration", path: Path | None = None) -> Records:
    """Read and check a file of records.

    Parameters
    ----------
    name
        Which records of the codebook the file holds.
    path
        A CSV file in UTF-8 with the columns of the codebook, in any order;
        without one, the book's own.

    Raises
    ------
    RecordsError
        With one line for every problem found.
    """
    path = Path(path or RECORDS / f"{name}.csv")
    variables = codebook.variables(name)
    codes = _read(path)
    problems = _column_problems(codes, variables)
    if not problems:
        codes = codes[list(variables)]
        problems = _value_problems(codes, variables) or [problem.text() for problem in _CHECKS[name](codes)]
    if problems:
        raise RecordsError("\n".join(f"{path.name}: {problem}" for problem in problems))
    codes = codes.reset_index(drop=True)
    marked = codes.iloc[:, 0].str.startswith(SYNTHETIC_MARK)
    texts = [column for column, variable in variables.items() if variable.type != "integer"]
    frame = rules.with_numbers(codes, name).astype(dict.fromkeys(texts, "category"))
    return Records(frame, bool(len(codes)) and bool(marked.all()), name)


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
    rows = _rows(text, path)
    if not rows:
        raise RecordsError(f"{path.name}: het bestand is leeg; verwacht: een rij met kolomnamen")
    (_, header), *answers = rows.items()
    header = [name.strip() for name in header]
    problems = _shape_problems(header, dict(answers))
    if problems:
        raise RecordsError("\n".join(f"{path.name}: {problem}" for problem in problems))
    # A problem names its row as a spreadsheet does: those that are left out above it count.
    return pd.DataFrame([row for _, row in answers], [number - 2 for number, _ in answers], header, dtype=str)


def _rows(text: str, path: Path) -> dict[int, list[str]]:
    """The rows of a CSV file that have something in them, by the number that a spreadsheet gives them."""
    rows: dict[int, list[str]] = {}
    number = 0
    try:
        # As it is, since a cell can hold a line break; a quotation mark that is not closed is no cell.
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
            if any(value.strip() for value in row):
                rows[number] = row
    except csv.Error:
        raise RecordsError(
            f'{path.name}: rij {number + 1}: een aanhalingsteken (") staat er alleen; verwacht: aanhalingstekens '
            "voor en achter de waarde, of geen"
        ) from None
    return rows


def _shape_problems(header: list[str], rows: dict[int, list[str]]) -> list[str]:
    """What keeps rows from being a table at all."""
    if len(header) == 1 and (found := {";", "\t"}.intersection(header[0])):
        name = "puntkomma's" if ";" in found else "tabs"
        return [f"de kolommen zijn gescheiden door {name}; verwacht: komma's"]
    unnamed = len(list(takewhile(lambda name: not name, reversed(header))))
    if unnamed:
        what = "de laatste kolom heeft" if unnamed == 1 else f"de laatste {unnamed} kolommen hebben"
        return [f"{what} geen naam; verwacht: geen lege kolommen achteraan"]
    problems = [
        f"kolom '{name}' staat er {count} keer; verwacht: één keer"
        for name, count in Counter(header).items()
        if count > 1
    ]
    problems += [
        f"rij {number}: {len(row)} waarden; verwacht: {len(header)}, een voor elke kolom"
        for number, row in rows.items()
        if len(row) != len(header)
    ]
    return problems or ([] if rows else ["het bestand bevat geen dossiers; verwacht: minstens één rij"])


def _column_problems(codes: pd.DataFrame, variables: dict[str, Variable]) -> list[str]:
    expected, found = list(variables), list(codes.columns)
    return [f"kolom '{name}' ontbreekt" for name in expected if name not in found] + [
        f"kolom '{name}' staat niet in het codeboek" for name in found if name not in expected
    ]


def _allowed(variable: Variable) -> set[str]:
    return set(variable.missing) | (set(codebook.categories(variable.categories)) if variable.categories else set())


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


def _value_problems(codes: pd.DataFrame, variables: dict[str, Variable]) -> list[str]:
    schema = pa.DataFrameSchema(
        {
            variable.name: pa.Column(str, _check(variable), unique=variable.name == "dossier")
            for variable in variables.values()
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
        f"'{_visible(case['failure_case'])}' is niet wat er verwacht wordt ({expected})"
    )


def _visible(value: object) -> str:
    """A value in one line, with signs for what cannot be seen."""
    return str(value).translate({ord("\n"): "⏎", ord("\r"): "⏎", ord("\t"): "⇥", 0xA0: "⍽"})
