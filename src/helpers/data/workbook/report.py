"""What was found in a folder, as text, as a web page, and in a copy of the person's own files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from helpers.data.workbook import sheets
from helpers.data.workbook.answers import written
from helpers.data.workbook.messages import Finding, Level, Message, told_once
from helpers.data.workbook.reading import Intake

#: The folder beside the files, and what is put in it.
FOLDER, PAGE = "nagekeken", "verslag.html"

_HEADINGS = {
    Level.MUST: "Dit moet je eerst verbeteren",
    Level.LOOK: "Kijk dit even na (het mag ook zo blijven)",
}

_COLOURS = {Level.MUST: "FFC7CE", Level.LOOK: "FFEB9C"}

#: A spreadsheet with more comments than this opens slowly; the sheet Fouten has them all.
_COMMENTS = 2000

#: Of a file with more rows there is the sheet Fouten only: marking a copy takes minutes, and gigabytes.
_ROWS = 12_000


def text(intake: Intake) -> str:
    """Everything at once, what must be mended first."""
    lines = []
    for level, messages in _by_level(intake):
        lines += [f"{_HEADINGS[level]} ({len(messages)}):", *(f"- {message.text()}" for message in messages), ""]
    if intake.normalised:
        lines += ["Zo hebben we gelezen wat anders geschreven stond:"]
        lines += [f"- {what} ({times} keer)" for what, times in sorted(intake.normalised.items())] + [""]
    count = sum(len(frame) for kind, frame in intake.records.items() if kind == "registration")
    lines += [
        f"{count} dossiers gelezen. "
        + (
            "Alles is in orde: je kunt het boek maken."
            if intake.usable
            else "Verbeter eerst wat moet; daarna kun je het boek maken."
        )
    ]
    return "\n".join(lines)


def page(intake: Intake) -> str:
    """The same as a web page of its own."""
    parts = [
        f"<h2>{escape(_HEADINGS[level])} ({len(messages)})</h2>{_list(message.text() for message in messages)}"
        for level, messages in _by_level(intake)
    ]
    if intake.normalised:
        items = _list(f"{what} ({times} keer)" for what, times in sorted(intake.normalised.items()))
        parts.append(f"<details><summary>Wat we anders gelezen hebben dan het er stond</summary>{items}</details>")
    verdict = "Alles is in orde." if intake.usable else "Er is nog iets te verbeteren."
    return (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>Nagekeken registratie</title>"
        "<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:auto;padding:1rem}</style></head>"
        f"<body><h1>Nagekeken registratie</h1><p>{verdict}</p>{''.join(parts)}</body></html>\n"
    )


def _list(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def write(intake: Intake, folder: Path) -> Path:
    """Write the page, and a copy of each file with the cells marked; the files themselves stay as they are.

    Returns
    -------
    Path
        The page.
    """
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    for name in {found.file for found in intake.findings if found.file}:
        findings = [found for found in intake.findings if found.file == name]
        book = _copy(folder / name)
        if book is not None:
            _mark(book, findings)
            book.save(target / f"{Path(name).stem}.xlsx")
    (target / PAGE).write_text(page(intake), encoding="utf-8")
    return target / PAGE


def _by_level(intake: Intake) -> Iterator[tuple[Level, list[Message]]]:
    messages = told_once(intake.findings)
    for level in Level:
        if found := [message for message in messages if message.first.level is level]:
            yield level, found


def _copy(path: Path) -> Workbook | None:
    """The person's own file to write in, without its sheets when it is large; None when it cannot be opened."""
    try:
        found = sheets.read(path)
    except sheets.UnusableFile:
        return None
    if sum(len(sheet.rows) for sheet in found) > _ROWS:
        found = []
    elif path.suffix.lower() == ".xlsx":
        try:
            return load_workbook(path)
        except Exception:  # openpyxl has no error of its own for damaged files
            return None
    book = Workbook()
    book.remove(book.active)
    for sheet in found:
        made = book.create_sheet(sheet.name or path.stem[:31])
        for row, values in enumerate(sheet.rows, 1):
            for column, value in enumerate(values, 1):
                _put(made, row, column, written(value))
    return book


def _put(sheet: Worksheet, row: int, column: int, value: str) -> None:
    """Write a text that no program takes for a formula."""
    cell = sheet.cell(row, column, value)
    cell.data_type = "s"


def _mark(book: Workbook, findings: list[Finding]) -> None:
    is_whole = bool(book.sheetnames)
    told: dict[tuple[str, str], list[Finding]] = {}
    for found in findings:
        if found.cell:
            told.setdefault((found.sheet, found.cell), []).append(found)
    for (name, place), here in list(told.items())[: _COMMENTS * is_whole]:
        sheet = book[name] if name in book.sheetnames else book.worksheets[0]
        cell = sheet[place]
        level = min((found.level for found in here), key=list(Level).index)
        cell.fill = PatternFill("solid", fgColor=_COLOURS[level])
        said = "\n".join(f"{found.what}. Verwacht: {found.advice}" for found in here)
        cell.comment = Comment(said[:1000], "Controle", width=320, height=160)
    overview = book.create_sheet("Fouten", 0)
    rows = [["Moet / kijk even na", "Blad", "Cellen", "Kolom", "Wat er staat", "Wat is er", "Verwacht"]]
    for message in told_once(findings):
        first, cells = message.first, [cell for cell in message.cells if cell]
        where = ", ".join(cells[:20]) + (f" en nog {len(cells) - 20}" if len(cells) > 20 else "")
        rows.append([first.level.value, first.sheet, where, message.under(), first.value, first.what, first.advice])
    if not is_whole:
        rows.append(
            ["", "", "", "", "", "dit bestand is te groot voor een gekleurde kopie", "de cellen in je eigen bestand"]
        )
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            _put(overview, number, column, value)
    for letter, width in zip("ABCDEFG", (16, 14, 18, 28, 24, 50, 60), strict=True):
        overview.column_dimensions[letter].width = width
        for cell in overview[letter]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    overview.freeze_panes = "A2"
