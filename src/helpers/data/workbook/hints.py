"""What no rule forbids and a person would see in rows: "kijk even na".

Each hint says what looks strange and what would be usual. None of them stops a book.
Those about whole columns are in `helpers.data.workbook.patterns`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from helpers.data.workbook import form, patterns
from helpers.data.workbook.answers import fold, written
from helpers.data.workbook.form import Column
from helpers.data.workbook.messages import Finding, Level
from helpers.data.workbook.settings import SHEET, Settings
from helpers.data.workbook.settings_sheet import DOSSIERS
from helpers.data.workbook.sheets import Sheet

#: Gives the name of a cell, from its row and column.
CellNamer = Callable[[int, Column], str]

#: Two families with so many answers do not have all of them the same, nor all but a few.
_ANSWERS, _BUT = 12, 3

#: Of a pattern that so many rows follow, the others are exceptions.
_NEARLY_ALL = 0.9


def all_hints(
    sheet: Sheet, kind: str, frame: pd.DataFrame, at: CellNamer, settings: Settings | None
) -> Iterator[Finding]:
    """Every hint about one form.

    Parameters
    ----------
    sheet, kind
        Where it stands, and which records it holds.
    frame
        Codes, with empty strings for empty cells; a row of the sheet each.
    at
        Gives the name of a cell.
    settings
        For the number of dossiers that there should be.
    """
    columns = {column.name: column for column in form.columns(kind)}

    def look(cell: str, what: str, expected: str, column: Column | None = None, value: str = "") -> Finding:
        return sheet.finding(Level.LOOK, cell, what, expected, column.heading if column else "", value)

    if frame.empty:
        return
    first = next(iter(columns))
    yield from _other_numbers(frame[first], columns[first], at, look)
    if kind == "registration":
        yield from _number_of_rows(frame, settings, look)
        yield from _gaps(frame[first], columns[first], look)
        yield from _second_before_first(frame, columns, at, look)
        yield from _out_of_order(frame["start_month"], columns["start_month"], at, look)
        yield from _ends_early(frame["start_month"], settings, look)
        yield from _renamed_partners(sheet, columns, look)
    yield from _twins(frame, columns, at, look)
    yield from patterns.all_hints(kind, frame, columns, look)


def _number_of_rows(frame: pd.DataFrame, settings: Settings | None, look) -> Iterator[Finding]:
    if settings and settings.dossiers is None:
        yield look(
            "",
            f"er staan {len(frame)} dossiers in; bij {SHEET} is ‘{DOSSIERS}’ niet ingevuld",
            "hoeveel dossiers je zelf telt: zo zien we of er een ontbreekt",
        )
    elif settings and settings.dossiers != len(frame):
        yield look(
            "",
            f"er staan {len(frame)} dossiers in, en bij {SHEET} staat {settings.dossiers}",
            "twee gelijke aantallen: misschien houdt het bestand te vroeg op, of staat er een gezin twee keer in",
        )


def _renamed_partners(sheet: Sheet, columns: dict[str, Column], look) -> Iterator[Finding]:
    """Headings with another name than the line of that number on the sheet Instellingen."""
    headings = [written(value) for row in sheet.rows[:5] for value in row]
    for column in filter(lambda column: form.partner_of(column.name), columns.values()):
        number, _, name = column.heading.partition(": ")
        found = [heading for heading in headings if heading.startswith(f"{number}:")]
        if found and fold(found[0].partition(":")[2]) != fold(name):
            yield look("", f"bij {SHEET} heet deze partner ‘{name}’", "twee keer dezelfde naam", column, found[0])


def _other_numbers(numbers: pd.Series, column: Column, at: CellNamer, look) -> Iterator[Finding]:
    """Numbers that look otherwise than nearly all of them."""
    shapes = numbers.str.replace(r"[0-9]+", "9", regex=True)
    usual, times = Counter(shapes[numbers.ne("")]).most_common(1)[0] if numbers.ne("").any() else ("", 0)
    if len(numbers) >= patterns.FEW and times >= _NEARLY_ALL * len(numbers):
        example = numbers[shapes.eq(usual)].iloc[0]
        for row in numbers.index[shapes.ne(usual) & numbers.ne("")]:
            yield look(
                at(row, column),
                "is anders geschreven dan bijna alle andere nummers",
                f"een nummer zoals ‘{example}’",
                column,
                numbers[row],
            )


def _gaps(numbers: pd.Series, column: Column, look) -> Iterator[Finding]:
    """Numbers that count on, and leave some out or begin with the last ones."""
    found = numbers.str.extract(r"^(\D*)([0-9]{1,9})$").dropna()
    if len(found) < max(patterns.FEW, _NEARLY_ALL * len(numbers)) or found[0].nunique() > 1:
        return
    counted = found[1].astype(int)
    there = set(counted)
    lacking = counted.max() - counted.min() + 1 - len(there)
    if 0 < lacking <= len(counted) / 10:
        width = found[1].str.len().min()
        missing = sorted(set(range(counted.min(), counted.max())) - there)[:3]
        shown = ", ".join(f"{found[0].iloc[0]}{number:0{width}}" for number in missing)
        more = " …" if lacking > len(missing) else ""
        yield look(
            "",
            f"de nummers lopen door, maar {lacking} {'ontbreekt' if lacking == 1 else 'ontbreken'} ({shown}{more})",
            "een reeks zonder gaten, of dossiers die bewust weg zijn",
            column,
        )
    back = np.flatnonzero(np.diff(counted.to_numpy()) < 0)
    if len(back) == 1 and counted.iloc[-1] < counted.iloc[0]:
        yield look(
            "",
            "de nummers lopen door, maar de laatste staan bovenaan, alsof alleen deze kolom verschoven is",
            "elk nummer bij zijn eigen antwoorden",
            column,
        )


def _second_before_first(frame: pd.DataFrame, columns: dict[str, Column], at: CellNamer, look) -> Iterator[Finding]:
    starts = frame.drop_duplicates("dossier").set_index("dossier")["start_month"]
    of_first = frame["first_dossier"].map(starts)
    for row in frame.index[of_first.notna() & frame["start_month"].ne("") & (frame["start_month"] < of_first)]:
        yield look(
            at(row, columns["start_month"]),
            "het tweede traject begint voor het eerste",
            "een maand na die van het eerste traject",
            columns["start_month"],
            f"{_month(frame.at[row, 'start_month'])}; het eerste: {_month(of_first[row])}",
        )


def _out_of_order(months: pd.Series, column: Column, at: CellNamer, look) -> Iterator[Finding]:
    """Months that stand apart where nearly all count up from row to row."""
    known = months[months.str.match(r"\d{4}-")]
    kept = in_order(known.tolist())
    if len(known) >= patterns.FEW and len(kept) >= _NEARLY_ALL * len(known):
        for row in known.index.delete(kept):
            yield look(
                at(row, column),
                "staat tussen dossiers die op een ander moment begonnen; de andere volgen elkaar op",
                "de maand waarin dit dossier begon",
                column,
                _month(known[row]),
            )


def in_order(values: list) -> list[int]:
    """The places of a longest part of a list that never goes down."""
    ends: list = []
    last: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_right(ends, value)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [value], [place]
    kept, place = [], last[-1] if last else -1
    while place >= 0:
        kept.append(place)
        place = before[place]
    return kept[::-1]


def _ends_early(months: pd.Series, settings: Settings | None, look) -> Iterator[Finding]:
    """A period that goes on for much longer than there are dossiers."""
    found = sorted({int(month[:4]) * 12 + int(month[5:]) for month in months if re.match(r"\d{4}-", month)})
    if not settings or len(months) < patterns.FEW or len(found) < 2:
        return
    last = int(settings.last_month[:4]) * 12 + int(settings.last_month[5:])
    if last - found[-1] > max(6, 3 * int(np.diff(found).max())):
        yield look(
            "",
            f"het laatste dossier begon in {_month(months[months.str.match(r'[0-9]{4}-')].max())}, "
            f"en de periode loopt tot {_month(settings.last_month)}",
            "dossiers tot aan het einde van de periode: misschien houdt het bestand te vroeg op",
        )


def _month(month: str) -> str:
    return f"{month[5:]}/{month[:4]}"


def _twins(frame: pd.DataFrame, columns: dict[str, Column], at: CellNamer, look) -> Iterator[Finding]:
    """The same answers to every question, or to all but a few, under two numbers."""
    first, *rest = columns
    codes = patterns.coded(frame[rest])
    numbers = frame[first].to_numpy()
    told: set[int] = set()
    # Who differs in three answers has the same in one of four parts of the questions.
    for part in np.array_split(np.arange(len(rest)), _BUT + 1):
        enough = np.flatnonzero((codes >= 0).sum(axis=1) >= _ANSWERS)
        keys = np.ascontiguousarray(codes[enough][:, part])
        _, group = np.unique(keys.view(f"V{keys.itemsize * len(part)}").ravel(), return_inverse=True)
        order = np.argsort(group, kind="stable")
        pairs = np.flatnonzero(np.diff(group[order]) == 0)
        one, other = enough[order[pairs]], enough[order[pairs + 1]]
        differ = (codes[one] != codes[other]).sum(axis=1)
        for twin, row, number in zip(one, other, differ, strict=True):
            if number > _BUT or row in told or numbers[row] == numbers[twin]:
                continue
            told.add(row)
            yield look(
                at(frame.index[row], columns[first]),
                "heeft op elke vraag hetzelfde antwoord als een ander nummer"
                if not number
                else "heeft bijna overal hetzelfde antwoord als een ander nummer",
                "elk gezin één keer",
                columns[first],
                f"{numbers[row]}, zoals {numbers[twin]}",
            )
