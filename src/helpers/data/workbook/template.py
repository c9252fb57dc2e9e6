"""The empty workbooks: made from the codebook, to be filled in by people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from helpers.data import codebook
from helpers.data.workbook import form, settings_sheet
from helpers.data.workbook.answers import expected
from helpers.data.workbook.form import Column
from helpers.data.workbook.settings import INCOMES, PARTNERS, PROGRAMMES, REFERRERS, SHEET

#: So many rows have a drop-down list and messages; beyond it cells can be filled in just as well.
ROWS = 5000

_LISTS = "Lijsten"

#: A drop-down list shows its answers; so many characters of a message are shown.
_MESSAGE = 255

#: What can be chosen beside a name of the sheet Instellingen, and what the first of the two means.
_SECOND_ANSWERS = {
    settings_sheet.PROGRAMME: (
        [settings_sheet.LONG, "kort"],
        "lang: er wordt ook gemeten terwijl de begeleiding nog loopt",
    ),
    settings_sheet.REFERRER: ([settings_sheet.INTERNAL, "extern"], "intern: een dienst van de eigen organisatie"),
    settings_sheet.INCOME: (
        [settings_sheet.BENEFIT, "ander"],
        "uitkering: telt bij de andere uitkeringen; ander: krijgt een eigen rij",
    ),
}

_STEPS = {
    "registration": [
        "Vul eerst het blad Instellingen in: naam, programma’s, periode, doorverwijzers en partnerorganisaties. "
        "Een inkomen dat niet in onze lijst staat, zet je er ook bij.",
        "Zet daarna op het blad Dossiers een rij voor elk traject. De rij die met VOORBEELD begint, telt niet mee.",
        "Kies een antwoord uit de lijst. Weet je het niet, kies dan Onbekend; laat geen cel leeg.",
        "Loopt de begeleiding nog? Laat dan de maand van het einde leeg, en ook alles ‘bij het einde’.",
        "Geen namen, geen geboortedata, geen vrije tekst: een nummer volstaat.",
    ],
    "case_study": [
        "Zet op het blad Scores twee rijen voor elk gezin: een bij de start en een bij het einde.",
        "Elke kolom is een indicator, met een score van 1 (ongunstig) tot 5 (heel gunstig).",
    ],
    "interviews": [
        "Zet op het blad Scores twee rijen voor elke mama: hoe het toen was en hoe het nu is.",
        "Elke kolom is een indicator, met een score van 1 tot 4; 4 is het gunstigst.",
    ],
}


def write(folder: Path) -> list[Path]:
    """Write an empty workbook for each kind of records.

    Raises
    ------
    FileExistsError
        When one is there already: it could have been filled in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = {kind: folder / f"{name}.xlsx" for kind, (name, _) in form.NAMES.items()}
    for path in paths.values():
        if path.exists():
            raise FileExistsError(
                f"{path.name}: het bestand bestaat al. Verwacht: een map zonder ingevulde vragenlijsten"
            )
    for kind, path in paths.items():
        _write_one(kind, path)
    return list(paths.values())


def _write_one(kind: str, path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"OPkomst: {path.stem}", "created": date(2024, 1, 1)})
    styles = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1}),
        "example": book.add_format({"italic": True, "font_color": "#5A5A5A", "bg_color": "#F2F2F2"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "month": book.add_format({"num_format": "mm/yyyy"}),
    }
    explanation = book.add_worksheet("Uitleg")
    settings = book.add_worksheet(SHEET) if kind == "registration" else None
    answers = book.add_worksheet(form.NAMES[kind][1])
    lists = book.add_worksheet(_LISTS)
    _explain(explanation, kind, styles)
    if settings:
        _write_settings(settings, styles)
    _write_form(book, answers, lists, kind, styles)
    book.close()


def _explain(sheet: Worksheet, kind: str, styles: dict) -> None:
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 1, 80)
    sheet.write(0, 0, f"Vragenlijst: {form.NAMES[kind][0]}", styles["title"])
    for row, step in enumerate(_STEPS[kind], 2):
        # Over the empty cells beside it: a wrapped line would lie over the next.
        sheet.write(row, 0, f"{row - 1}. {step}")
    top = len(_STEPS[kind]) + 3
    sheet.write_row(top, 0, ["Vraag", "Wat mag er staan"], styles["head"])
    for row, column in enumerate(form.columns(kind), top + 1):
        note = (
            f" ({column.variable.note_nl})"
            if column.variable.note_nl and column.name in codebook.variables(kind)
            else ""
        )
        sheet.write_row(row, 0, [column.heading, expected(column.variable) + note], styles["wrap"])


def _write_settings(sheet: Worksheet, styles: dict) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 50)
    sheet.set_column(2, 2, 34)
    sheet.write_row(0, 0, ["Wat", "Jouw antwoord", "Soort"], styles["head"])
    programmes = [
        (label, "lang" if code in codebook.codes_in_group("programme", "long") else "")
        for code, label in codebook.labels("programme").items()
    ]
    referrers = [
        (category.label_nl, "intern" if category.group == "internal" else "extern")
        for category in codebook.categories("referrer").values()
    ]
    partners = [(label, "") for label in _partners()]
    rows = [
        (settings_sheet.NAME, "", ""),
        (settings_sheet.FIRST, "", "maand, zoals 01/2024"),
        (settings_sheet.LAST, "", "maand, zoals 12/2025"),
        (settings_sheet.DOSSIERS, "", "zo zien we of er een ontbreekt"),
        (settings_sheet.THRESHOLD, 5, "kleinere aantallen tonen we niet"),
    ]
    for label, number, known in (
        (settings_sheet.PROGRAMME, PROGRAMMES, programmes),
        (settings_sheet.REFERRER, REFERRERS, referrers),
        (settings_sheet.PARTNER, PARTNERS, partners),
        (settings_sheet.INCOME, INCOMES, []),
    ):
        filled = known + [("", "")] * (number - len(known))
        rows += [(line, *pair) for line, pair in zip(settings_sheet.lines(label, number), filled, strict=True)]
    for row, values in enumerate(rows, 1):
        sheet.write_row(row, 0, values)
        for label, (answers, message) in _SECOND_ANSWERS.items():
            if values[0].startswith(label):
                choice = {"validate": "list", "source": answers, "input_message": message}
                sheet.data_validation(row, 2, row, 2, choice)
    sheet.freeze_panes(1, 1)


def _partners() -> list[str]:
    variables = codebook.variables("registration")
    return [
        variable.label_nl
        for name, variable in variables.items()
        if (found := form.partner_of(name)) and found[1] == "start"
    ]


def _settings_cells(label: str, number: int) -> list[str]:
    """Where the answers of a list on the sheet Instellingen stand."""
    before = {
        settings_sheet.PROGRAMME: 0,
        settings_sheet.REFERRER: PROGRAMMES,
        settings_sheet.PARTNER: PROGRAMMES + REFERRERS,
        settings_sheet.INCOME: PROGRAMMES + REFERRERS + PARTNERS,
    }
    top = 7 + before[label]
    return [f"{SHEET}!$B${row}" for row in range(top, top + number)]


def _range(cells: list[str]) -> str:
    return f"={cells[0]}:{cells[-1].partition('!')[2]}"


def _write_form(book: Workbook, sheet: Worksheet, lists: Worksheet, kind: str, styles: dict) -> None:
    columns = form.columns(kind)
    sources: dict[tuple, str] = {}
    for index, column in enumerate(columns):
        source = _source(kind, column, lists, sources)
        sheet.write(0, index, column.heading, styles["head"])
        _write_example(sheet, index, column, styles)
        sheet.set_column(index, index, 18, styles["month"] if column.variable.type == "month" else None)
        sheet.data_validation(1, index, ROWS, index, _validation(column, source))
    sheet.set_row(0, 75)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, ROWS, len(columns) - 1)


def _source(kind: str, column: Column, lists: Worksheet, sources: dict[tuple, str]) -> str:
    """Where the answers of a drop-down list stand; empty when there is none."""
    variable = column.variable
    if variable.type != "category":
        return ""
    if kind == "registration" and variable.categories == "programme":
        return _range(_settings_cells(settings_sheet.PROGRAMME, PROGRAMMES))
    if kind == "registration" and variable.categories == "referrer":
        return _range(_settings_cells(settings_sheet.REFERRER, REFERRERS))
    key = (variable.categories, variable.missing)
    if key not in sources:
        missing = codebook.labels("missing")
        answers = [*codebook.labels(variable.categories).values(), *(missing[code] for code in variable.missing)]
        letter = xl_col_to_name(len(sources))
        lists.write_column(0, len(sources), [variable.categories, *answers])
        more = _settings_cells(settings_sheet.INCOME, INCOMES) if variable.categories == "income" else []
        for row, cell in enumerate(more, len(answers) + 1):
            lists.write_formula(row, len(sources), f'={cell}&""', value="")
        sources[key] = f"={_LISTS}!${letter}$2:${letter}${len(answers) + len(more) + 1}"
    return sources[key]


def _validation(column: Column, source: str) -> dict:
    says = expected(column.variable)
    says = says if len(says) <= _MESSAGE else says[: _MESSAGE - 1].rpartition(" ")[0] + "…"
    message = {
        "input_title": column.heading[:32],
        "input_message": says,
        "error_title": "Kijk even na",
        "error_type": "warning",
        "error_message": f"Verwacht: {says}"[:_MESSAGE],
    }
    return ({"validate": "list", "source": source} if source else {"validate": "any"}) | message


def _write_example(sheet: Worksheet, index: int, column: Column, styles: dict) -> None:
    variable = column.variable
    if index == 0:
        value: str | int = form.EXAMPLE
    elif variable.type == "category":
        value = next(iter(codebook.labels(variable.categories).values()))
    elif variable.type == "integer":
        value = int(variable.minimum) if int(variable.minimum) > 0 else 1
    elif variable.type == "month":
        value = f"{variable.maximum[5:]}/{variable.maximum[:4]}"
    else:
        value = codebook.labels("missing")["not_applicable"]
    sheet.write(1, index, value, styles["example"])
