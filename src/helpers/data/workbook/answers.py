"""One cell of a spreadsheet, read as an answer of the codebook.

Spreadsheets and people write the same answer in many ways; what is read otherwise
than it stands there is told, and what cannot be read is refused.
"""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.data import codebook
from helpers.data.codebook import Variable

#: What python-calamine gives for a cell.
Value = str | float | int | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta | None

#: Dutch and English names of the months: any beginning of three letters or more will do.
_MONTHS = (
    *("januari", "februari", "maart mrt march", "april", "mei may", "juni june"),
    *("juli july", "augustus", "september", "oktober october", "november", "december"),
)

#: Day 0 of the serial dates of spreadsheets.
_EPOCH = datetime.date(1899, 12, 30)

#: Serial dates from 1 January 2000 to the end of 2099.
_SERIALS = range(36526, 73051)


@dataclass(frozen=True)
class Answer:
    """A cell that was read.

    Attributes
    ----------
    code : str
        As records hold it: a code of the codebook, a number, a month or an id.
    doubt : str
        Why a person had better look at it; empty if there is no reason.
    """

    code: str
    doubt: str = ""


class Unreadable(ValueError):
    """A cell that is no answer to its question; `nearest` is the answer that resembles it most."""

    def __init__(self, nearest: str = "") -> None:
        super().__init__(nearest)
        self.nearest = nearest


def fold(text: str) -> str:
    """What is left of a text when capitals, accents, spaces and kinds of dashes and quotes do not count."""
    # Most texts have plain letters only.
    if text.isascii():
        text = text.casefold()
    else:
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
        text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
        text = text.translate({0x2018: "'", 0x2019: "'", 0x200B: None, 0xFEFF: None})
    return re.sub(r"\s*([/&-])\s*", r"\1", " ".join(text.split()))


def written(value: Value) -> str:
    """A cell as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day}/{value.month}/{value.year}"
    return str(value)


def is_empty(value: Value) -> bool:
    """Whether nothing stands in a cell, or nothing but spaces."""
    # Most cells begin with a letter or a digit; folding is slow.
    return value is None or (isinstance(value, str) and not value[:1].isalnum() and not fold(value))


def read(value: Value, variable: Variable) -> Answer:
    """Read a cell that is not empty.

    Raises
    ------
    Unreadable
        When it is no answer to the question of this variable.
    """
    if variable.missing and (missing := _missing(variable).get(fold(written(value)))):
        return Answer(missing)
    return _READERS[variable.type](value, variable)


def expected(variable: Variable) -> str:
    """What may stand in a cell, in Dutch."""
    if variable.type == "category":
        answers = " of ".join(f"‘{label}’" for label in codebook.labels(variable.categories).values())
    elif variable.type == "integer":
        answers = f"een geheel getal van {variable.minimum} tot {variable.maximum}"
    elif variable.type == "month":
        answers = f"een maand zoals {_dutch(variable.maximum)}, "
        answers += f"van {_dutch(variable.minimum)} tot en met {_dutch(variable.maximum)}"
    else:
        answers = "een nummer, zonder spaties vooraan of een formule"
    missing = codebook.labels("missing")
    return " of ".join([answers, *(f"‘{missing[code]}’" for code in variable.missing)])


def _dutch(month: str) -> str:
    return f"{month[5:]}/{month[:4]}"


def spellings(name: str) -> dict[str, str]:
    """Every way to write the answers of a list of the codebook in use, folded, with the code."""
    return _spellings_in(name, codebook.current())


@cache
def _spellings_in(name: str, _codebook: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, category in codebook.categories(name).items():
        for text in (category.label_nl, category.label_en, code):
            found.setdefault(fold(text), code)
    for row in codebook.read_csv("spellings.csv").to_dict("records"):
        if row["categories"] == name:
            found.setdefault(fold(row["spelling"]), row["code"])
    return found


@cache
def _missing(variable: Variable) -> dict[str, str]:
    return {text: code for text, code in spellings("missing").items() if code in variable.missing}


def _category(value: Value, variable: Variable) -> Answer:
    text = fold(written(value))
    if code := spellings(variable.categories).get(text):
        return Answer(code)
    raise Unreadable(_nearest(text, variable))


def _nearest(text: str, variable: Variable) -> str:
    known = spellings(variable.categories) | _missing(variable)
    labels = codebook.labels(variable.categories) | codebook.labels("missing")
    found = difflib.get_close_matches(text, known, 1, 0.6)
    return labels[known[found[0]]] if found else ""


def _integer(value: Value, variable: Variable) -> Answer:
    text = unicodedata.normalize("NFKC", written(value)).strip().replace("\u2212", "-").replace("\u2013", "-")
    match = re.fullmatch(r"(-?)(\d{1,9})(?:[.,]0+)?", text)
    if not match:
        raise Unreadable
    number = int(match[1] + match[2])
    if not int(variable.minimum) <= number <= int(variable.maximum):
        raise Unreadable
    doubt = "staat er met nullen of een minteken dat niets doet" if str(number) != match[1] + match[2] else ""
    return Answer(str(number), doubt)


def _month(value: Value, variable: Variable) -> Answer:
    month = _month_of(value)
    if month is None or not variable.minimum <= month <= variable.maximum:
        raise Unreadable
    return Answer(month)


def _month_of(value: Value) -> str | None:
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}-{value.month:02}"
    if isinstance(value, bool | datetime.time | datetime.timedelta) or value is None:
        return None
    text = fold(written(value))
    if re.fullmatch(r"\d{5}", text) and int(text) in _SERIALS:
        return _month_of(_EPOCH + datetime.timedelta(int(text)))
    for pattern in (
        r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2})(?: .*|t.*)?)?",
        r"(?:(?P<day>\d{1,2})[-/. ])?(?P<month>\d{1,2})[-/. ](?P<year>\d{4})",
        r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{2})",
        r"(?:(?P<day>\d{1,2})[-/. ])?(?P<name>[a-z]{3,9})\.?[-/. ]*'?(?P<year>\d{4}|\d{2})",
    ):
        if match := re.fullmatch(pattern, text):
            return _valid(**match.groupdict())
    return None


def _valid(year: str, month: str = "", name: str = "", day: str | None = None) -> str | None:
    """A month as ``2023-09``; None for a date that does not exist."""
    if name:
        found = (i for i, names in enumerate(_MONTHS, 1) if any(full.startswith(name) for full in names.split()))
        month = str(next(found, 0))
    try:
        date = datetime.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day or 1))
    except ValueError:
        return None
    return f"{date.year}-{date.month:02}"


def _id(value: Value, variable: Variable) -> Answer:
    text = unicodedata.normalize("NFC", written(value)).strip()
    # A formula, or markup, is no number of a family.
    if not text or not re.fullmatch(r"[\w .,/+#()-]+", text) or text[0] in "=+@-":
        raise Unreadable
    return Answer(" ".join(text.split()))


_READERS = {"category": _category, "integer": _integer, "month": _month, "id": _id}
