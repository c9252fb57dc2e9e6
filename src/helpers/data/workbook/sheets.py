"""Files of a spreadsheet program as grids of cells: xlsx, ods, xls and csv."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from helpers.data.workbook.answers import Value, is_empty
from helpers.data.workbook.messages import Finding, Level

#: What can be read.
SUFFIXES = (".xlsx", ".ods", ".xls", ".csv")

_ERRORS = {
    "#NULL!",
    "#DIV/0!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "#N/A",
    "#N/B",
    "#WAARDE!",
    "#VERW!",
    "#NAAM?",
    "#DEEL/0!",
    "#LEEG!",
    "#GETAL!",
}


class UnusableFile(ValueError):
    """A file that cannot be read at all; it is a `Finding`."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.what)
        self.found = found


@dataclass(frozen=True)
class Sheet:
    """A sheet with its cells as typed values.

    Attributes
    ----------
    path : Path
    name : str
        Empty for a CSV file.
    rows : list of list of Value
        From the first row of the file on; rows may differ in length.
    """

    path: Path
    name: str
    rows: list[list[Value]]

    def finding(
        self, level: Level, cell: str, what: str, expected: str, heading: str = "", value: str = "", nearest: str = ""
    ) -> Finding:
        """A finding in this sheet."""
        return Finding(level, self.path.name, self.name, cell, heading, value, what, expected, nearest)

    def is_error(self, value: Value) -> bool:
        """Whether a cell holds the error of a formula."""
        return isinstance(value, str) and value.strip().upper() in _ERRORS


def column_letters(index: int) -> str:
    """The name of a column as spreadsheets count them: 0 is ``A``, 26 is ``AA``."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """``C5`` for row 4, column 2, both counted from 0."""
    return f"{column_letters(column)}{row + 1}"


def read(path: Path) -> list[Sheet]:
    """Every sheet of a file.

    Raises
    ------
    UnusableFile
        When it is damaged, encrypted, or something else than its name says.
    """
    if path.suffix.lower() == ".csv":
        return [Sheet(path, "", _csv_rows(path))]
    try:
        book = CalamineWorkbook.from_path(str(path))
        # From the first cell on, so that a cell has the name that the person sees.
        return [
            Sheet(path, name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except PasswordError:
        raise _unusable(path, "is met een wachtwoord beveiligd", "een bestand zonder wachtwoord") from None
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile):
        raise _unusable(
            path,
            "is beschadigd of is geen rekenblad",
            "een bestand dat in Excel of LibreOffice opengaat; bewaar het daar opnieuw",
        ) from None


def oddities(sheet: Sheet) -> Iterator[Finding]:
    """What the grid does not show: merged cells, hidden rows, formulas that were never worked out."""
    if sheet.path.suffix.lower() != ".xlsx" or not _needs_a_closer_look(sheet.path):
        return
    from openpyxl import load_workbook

    found = load_workbook(sheet.path)[sheet.name]
    for merged in found.merged_cells.ranges:
        yield sheet.finding(
            Level.MUST,
            merged.coord.split(":")[0],
            f"is samengevoegd met andere cellen ({merged.coord})",
            "één antwoord in elke cel: splits de cellen",
        )
    hidden = [number for number, row in found.row_dimensions.items() if row.hidden]
    if hidden:
        rows = ", ".join(map(str, hidden[:3])) + (" …" if len(hidden) > 3 else "")
        yield sheet.finding(
            Level.LOOK,
            "",
            f"{len(hidden)} verborgen rijen (rij {rows}) tellen gewoon mee",
            "alleen rijen die je ziet, of bewust verborgen",
        )
    for row in found.iter_rows():
        for cell in row:
            if cell.data_type != "f":
                continue
            values = sheet.rows[cell.row - 1] if cell.row <= len(sheet.rows) else []
            if len(values) < cell.column or is_empty(values[cell.column - 1]):
                yield sheet.finding(
                    Level.MUST,
                    cell.coordinate,
                    "is een formule waarvan de uitkomst niet bewaard is",
                    "een bestand dat je in Excel of LibreOffice opent en opnieuw bewaart",
                )


def _needs_a_closer_look(path: Path) -> bool:
    """Whether merged cells, hidden rows or formulas occur: most files have none, and openpyxl is slow."""
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return any(re.search(rb"<mergeCell |<row [^>]*hidden=\"|<f[ >]", archive.read(name)) for name in sheets)


def _csv_rows(path: Path) -> list[list[Value]]:
    text = _decoded(path)
    first, _, rest = text.partition("\n")
    if told := re.fullmatch(r"\ufeff?sep=(.)\r?", first):
        separator, text = told[1], rest
    else:
        separator = max(";,\t", key=first.count)
    try:
        rows: list[list[Value]] = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise _unusable(
            path, "heeft een aanhalingsteken dat niet gesloten wordt", "aanhalingstekens die elk een tweede hebben"
        ) from None
    # The line that names the separator counts as a row in the file.
    return ([[]] if told else []) + rows


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError:
        raise _unusable(
            path, "kan niet geopend worden", "een bestand dat niet in een ander programma openstaat"
        ) from None
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        # What Excel in Western Europe writes.
        return content.decode("cp1252", errors="replace")


def _unusable(path: Path, what: str, expected: str) -> UnusableFile:
    return UnusableFile(Finding(Level.MUST, path.name, "", "", "", "", what, expected))
