"""Workbooks filled in from synthetic records, as a city would have them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

from helpers.data import codebook, records
from helpers.data.workbook import form, template
from helpers.data.workbook.form import Column

#: What the sheet Instellingen is given.
SETTINGS = {"Naam van de stad of dienst": "Voorbeeldstad", "Eerste maand": "01/2020", "Laatste maand": "12/2023"}


def fill(folder: Path, kinds: tuple[str, ...] = ("registration",), rows: int | None = None, scored: int = 1) -> Path:
    """Write the empty workbooks and fill in those of some kinds; the others stay empty.

    With `scored` families that have scores stand in it so many times, under other numbers.
    """
    template.write(folder)
    for kind in kinds:
        name, sheet = form.NAMES[kind]
        book = load_workbook(folder / f"{name}.xlsx")
        filled = answers(kind)[:rows]
        if kind != "registration":
            filled = [[f"{who}{copy}", *rest] for copy in ("", "b", "c")[:scored] for who, *rest in filled]
        for number, values in enumerate(filled, 3):
            for column, value in enumerate(values, 1):
                book[sheet].cell(number, column, value)
        if kind == "registration":
            write_settings(book["Instellingen"], SETTINGS | {"Aantal dossiers": len(filled)})
        book.save(folder / f"{name}.xlsx")
    return folder


def fill_registration(folder: Path, codes: pd.DataFrame, as_csv: bool = False) -> Path:
    """Write a registration of dossiers of one's own, as a workbook or, of too many for that, as a CSV file."""
    template.write(folder)
    path, columns = folder / "registratie.xlsx", form.columns("registration")
    for name in set(folder.iterdir()) - {path}:
        name.unlink()
    labels = pd.DataFrame(
        {
            one.heading: codes[one.name].map({code: written(one, code) for code in codes[one.name].unique()})
            for one in columns
        }
    )
    book = load_workbook(path)
    write_settings(book["Instellingen"], SETTINGS | {"Aantal dossiers": len(codes)})
    if as_csv:
        labels.to_csv(path.with_suffix(".csv"), index=False, sep=";")
        for name in set(book.sheetnames) - {"Instellingen"}:
            del book[name]
    else:
        sheet = book[form.NAMES["registration"][1]]
        for number, values in enumerate(labels.itertuples(index=False), 3):
            for column, value in enumerate(values, 1):
                sheet.cell(number, column, value)
    book.save(path)
    return folder


def write_settings(sheet, given: dict[str, object]) -> None:
    for row in sheet.iter_rows(max_col=2):
        if row[0].value in given:
            row[1].value = given[row[0].value]


def settings(count: int) -> list[list[object]]:
    """The lines of the sheet Instellingen for the book's own records, so many dossiers of them."""
    lists = {"Programma": codebook.labels("programme").values(), "Doorverwijzer": codebook.labels("referrer").values()}
    variables = codebook.variables().items()
    lists["Partnerorganisatie"] = [v.label_nl for name, v in variables if form.partner_of(name) and "_start" in name]
    named = {f"{what} {place}": name for what, names in lists.items() for place, name in enumerate(names, 1)}
    kinds = {"Programma 1": "lang"}
    return [[*line, kinds.get(line[0], "")] for line in (SETTINGS | {"Aantal dossiers": count} | named).items()]


def answers(kind: str) -> list[list[object]]:
    """The answers of the book's own records in the order of the form, as labels, numbers and texts."""
    frame = records.load(kind).frame
    columns = form.columns(kind)
    if kind != "registration":
        who = frame.columns[0]
        frame = frame.pivot(index=[who, "programme", "moment"], columns="indicator", values="score").reset_index()
        frame = frame.sort_values([who, "moment"], ascending=[True, False])
    return [[written(column, row[column.name]) for column in columns] for row in frame.to_dict("records")]


def written(column: Column, code: object) -> object:
    """An answer as a person would choose or type it."""
    missing = codebook.labels("missing")
    if code is None or code != code or str(code) == "<NA>":
        return missing[column.variable.missing[0]]
    labels = missing | (codebook.labels(column.variable.categories) if column.variable.categories else {})
    if column.variable.type == "month" and str(code)[:1].isdigit():
        return f"{str(code)[5:]}/{str(code)[:4]}"
    if str(code) in labels:
        return labels[str(code)]
    return int(code) if column.variable.type == "integer" else str(code)
