"""Where things lie. Every path in the code starts from one of these constants.

Reading our own CSV files: every value a string, an empty cell an empty string."""

from __future__ import annotations

import csv
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import pandas as pd

Kind = TypeVar("Kind")


#: Root of the repository: the helpers are installed in editable mode.
ROOT = Path(__file__).parents[3]


#: What the report and the brochure print, what a variable is, the records.
DATA = ROOT / "data"


#: Printed cells, as strings (see ``data/published/README.md``).
PUBLISHED = DATA / "published"


#: Variables, categories, rules and constants of the study.
CODEBOOK = DATA / "codebook"


#: Which printed numbers belong together, and which are known to contradict.
RELATIONS = DATA / "relations"


#: Schemes, timeline, glossary and literature: what the first chapters tell without records.
CONTEXT = DATA / "context"


#: The records that the book is computed from, a file each.
RECORDS = DATA / "synthetic"


REGISTRATION = RECORDS / "registration.csv"


#: What people say in the report, coded and in our own words.
QUALITATIVE = DATA / "qualitative"


#: The Jupyter Book.
BOOK = ROOT / "book"


CHAPTERS = BOOK / "chapters"


#: Which table and figure stands in which notebook.
CODECHECK = ROOT / "codecheck.yml"


#: Stands in an output where the build names the notebook and its cell.
CELL = "<!-- cel van het notebook -->"


class DataError(ValueError):
    """A file of ``data/`` that is not what it has to be."""


def read_strings(path: Path) -> pd.DataFrame:
    """A CSV file of ``data/`` with the values as they stand in it."""
    import pandas as pd

    return pd.DataFrame(read_rows(path), dtype=str)


def read_as(kind: type[Kind], path: Path) -> list[Kind]:
    """The rows of a CSV file of ``data/``, each as a dataclass that has a field for every column, in that order.

    Raises
    ------
    DataError
        As `read_rows`, and when the columns are others.
    """
    rows, columns = read_rows(path), [field.name for field in fields(kind)]
    if rows and list(rows[0]) != columns:
        raise DataError(f"{path.name}: columns {', '.join(rows[0])}; expected {', '.join(columns)}")
    return [kind(**row) for row in rows]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of ``data/``, each by column name.

    Raises
    ------
    DataError
        When it is no UTF-8, a quotation mark is not closed, or a row has more or fewer fields than
        the header: a comma without quotes would cut a sentence off.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name} cannot be read: {error}") from error
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise DataError(f"{path.name}, row {number}: {len(row)} fields for {len(header)} columns")
    return [dict(zip(header, row, strict=True)) for row in rows]
