"""Reading records, checked against the codebook.

Every problem is reported at once, in Dutch, with file, row, column, value and
what was expected: the person who can mend it is a social worker.
"""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pandas as pd

from helpers.data import codebook, columnar, kept, registration_checks, rules, score_checks
from helpers.data.codebook import Variable
from helpers.data.files import RECORDS, read_rows

#: How the ids begin that the generator gives.
SYNTHETIC_MARK = "SYN-"

#: What the generator wrote of the ids that it made: their digest, by kind of records.
MADE_IDS = RECORDS / "made_ids.csv"


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
        True only if the ids are those that the generator made, all of them and no others.
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
        # By place: pandas takes several times as long to look up a list of names.
        return self.frame.take([*map(self.frame.columns.get_loc, codebook.columns_of(output))], axis=1)


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
        A CSV file in UTF-8 with the columns of the codebook, in any order, or
        the same as Parquet (``.parquet``); without one, the book's own.

    Raises
    ------
    RecordsError
        With one line for every problem found.
    """
    path = Path(path or RECORDS / f"{name}.csv")
    is_parquet = path.suffix == ".parquet"
    codes = _read_parquet(path) if is_parquet else columnar.read_csv(path, codebook.variables(name))
    problems = [] if codes is None else _problems(codes, name)
    if codes is None or problems and not is_parquet:
        # What is wrong with a CSV file is told by one reader, which knows the rows as a spreadsheet does.
        text = _text(path)
        codes = _read(text, path)
        problems = kept.once(lambda: _problems(codes, name), "problems", name, text, *_known(name))
    if problems:
        raise RecordsError("\n".join(f"{path.name}: {problem}" for problem in problems))
    codes = codes[list(codebook.variables(name))].reset_index(drop=True)
    made = {row["records"]: row["digest"] for row in read_rows(MADE_IDS)}
    synthetic = ids_digest(codes.iloc[:, 0].cat.categories) == made[name]
    return Records(rules.with_numbers(codes, name), synthetic, name)


def ids_digest(ids: Iterable[str]) -> str:
    """A digest of the ids of a file, each given once, in whatever order they stand in it."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()


def _problems(codes: pd.DataFrame, name: str) -> list[str]:
    """All that is wrong of one kind: with the columns, else with single answers, else with the whole."""
    variables = codebook.variables(name)
    return (
        _column_problems(codes, variables)
        or _value_problems(codes, variables)
        or [problem.text() for problem in _CHECKS[name](codes)]
    )


def _known(name: str) -> list:
    """All that the codebook says of these records."""
    variables = codebook.variables(name)
    lists = {variable.categories for variable in variables.values() if variable.categories}
    return [variables, [codebook.categories(one) for one in sorted(lists)], rules.rules(), codebook.constants()]


def _read_parquet(path: Path) -> pd.DataFrame:
    try:
        codes = columnar.read_parquet(path)
    except ImportError:
        raise RecordsError(
            f"{path.name}: een Parquet-bestand lezen kan niet zonder polars; verwacht: een CSV-bestand, of eerst "
            "'pip install polars'"
        ) from None
    except OSError:
        raise RecordsError(
            f"{path.name}: het bestand is er niet of kan niet gelezen worden; verwacht: een Parquet-bestand in "
            f"de map {path.parent.name}"
        ) from None
    if codes.empty:
        raise RecordsError(f"{path.name}: het bestand bevat geen dossiers; verwacht: minstens één rij")
    return codes


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise RecordsError(
            f"{path.name}: het bestand is er niet of kan niet geopend worden; verwacht: een CSV-bestand in "
            f"de map {path.parent.name}, dat niet in een ander programma openstaat"
        ) from None
    except UnicodeDecodeError:
        raise RecordsError(f"{path.name}: de tekens zijn niet leesbaar; verwacht: een CSV-bestand in UTF-8") from None


def _read(text: str, path: Path) -> pd.DataFrame:
    rows = _rows(text, path)
    if not rows:
        raise RecordsError(f"{path.name}: het bestand is leeg; verwacht: een rij met kolomnamen")
    (_, header), *answers = rows.items()
    header = [name.strip() for name in header]
    problems = _shape_problems(header, dict(answers))
    if problems:
        raise RecordsError("\n".join(f"{path.name}: {problem}" for problem in problems))
    # A problem names its row as a spreadsheet does: those that are left out above it count.
    rows, labels = [row for _, row in answers], [number - 2 for number, _ in answers]
    return pd.DataFrame(rows, labels, header, dtype=str).astype("category")


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


def _answered(variable: Variable, values: pd.Series) -> pd.Series:
    if variable.type == "category":
        return values.isin(_allowed(variable))
    if variable.type == "integer":
        numbers = pd.to_numeric(values.where(values.str.fullmatch(r"-?\d+")), errors="coerce")
        return numbers.between(int(variable.minimum), int(variable.maximum))
    if variable.type == "month":
        return values.str.fullmatch(_MONTH) & values.between(variable.minimum, variable.maximum)
    return values.map(lambda value: value == value.strip() != "")


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
    wrong = []
    for name, variable in variables.items():
        column = codes[name]
        if name == "dossier" and len(column.cat.categories) < len(column):
            again = column[column.duplicated(keep=False)]
            wrong += [(*case, "een nummer dat maar één keer voorkomt") for case in _cases(again)]
        # What was answered is looked at once, not once a dossier.
        values = pd.Series(column.cat.categories)
        refused = ~(values.isin(variable.missing) | _answered(variable, values))
        if refused.any():
            found = column[refused.to_numpy()[column.cat.codes]]
            wrong += [(*case, _expectation(variable)) for case in _cases(found)]
    return [
        f"rij {index + 2}, kolom '{name}': '{_visible(value)}' is niet wat er verwacht wordt ({expected})"
        for index, name, value, expected in sorted(wrong, key=lambda case: case[:2])
    ]


def _cases(column: pd.Series) -> list[tuple[int, str, str]]:
    """Row, column and value of each."""
    return [(index, column.name, value) for index, value in column.items()]


def _visible(value: str) -> str:
    """A value in one line, with signs for what cannot be seen: also other spaces, and those without a width."""
    shown = value.translate({ord("\n"): "⏎", ord("\r"): "⏎", ord("\t"): "⇥"})
    return "".join("⍽" if sign != " " and unicodedata.category(sign) in ("Cf", "Zs") else sign for sign in shown)
