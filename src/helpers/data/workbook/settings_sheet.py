"""Reading the sheet Instellingen: a label in the first column, its answer beside it."""

from __future__ import annotations

from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.data.workbook.answers import Unreadable, fold, is_empty, spellings, written
from helpers.data.workbook.answers import read as read_answer
from helpers.data.workbook.messages import Finding, Level
from helpers.data.workbook.settings import (
    INCOMES,
    PARTNERS,
    PROGRAMMES,
    REFERRERS,
    TOTAL,
    UNKNOWN,
    Income,
    Programme,
    Referrer,
    Settings,
)
from helpers.data.workbook.sheets import Sheet, cell_name

NAME = "Naam van de stad of dienst"
FIRST, LAST = "Eerste maand", "Laatste maand"
DOSSIERS = "Aantal dossiers"
THRESHOLD = "Drempel"
PROGRAMME, REFERRER, PARTNER, INCOME = "Programma", "Doorverwijzer", "Partnerorganisatie", "Ander inkomen"

#: The second answer of a programme, of a referrer, and of an income.
LONG, INTERNAL, BENEFIT = "lang", "intern", "uitkering"

#: Where an answer can be added to a list of the codebook.
ADDED_AT = {"programme": PROGRAMME, "referrer": REFERRER, "income": INCOME}


def lines(label: str, number: int) -> list[str]:
    """The labels of a list: ``Programma 1`` and so on."""
    return [f"{label} {place}" for place in range(1, number + 1)]


def read(sheet: Sheet) -> tuple[Settings | None, list[Finding]]:
    """The settings, if dossiers can be read with them, and what is wrong with them."""
    found = {fold(written(row[0])): (number, [*row[1:], None, None]) for number, row in enumerate(sheet.rows) if row}
    problems: list[Finding] = []

    def answer(label: str, place: int = 0) -> tuple[str, str]:
        """What stands beside a label, and the name of its cell."""
        number, values = found.get(fold(label), (None, [None, None]))
        return ("" if is_empty(values[place]) else written(values[place]).strip()), "" if number is None else cell_name(
            number, place + 1
        )

    def wrong(label: str, what: str, expected: str) -> None:
        value, cell = answer(label)
        problems.append(sheet.finding(Level.MUST, cell, what, expected, label, value))

    def whole(label: str, minimum: int, maximum: int) -> int | None:
        value, _ = answer(label)
        try:
            return int(read_answer(value, _variable("integer", str(minimum), str(maximum))).code) if value else None
        except Unreadable:
            wrong(label, "is geen bruikbaar getal", f"een geheel getal van {minimum} tot {maximum}")
            return None

    def month(label: str) -> str:
        number, values = found.get(fold(label), (None, [None]))
        try:
            return (
                read_answer(values[0], _variable("month", "1990-01", "2099-12")).code if not is_empty(values[0]) else ""
            )
        except Unreadable:
            wrong(label, "is geen maand", "een maand zoals 09/2023")
            return ""

    def listed(label: str, number: int, *others: str) -> list[tuple[str, str]]:
        taken = {fold(TOTAL), fold(UNKNOWN)}.union(*map(spellings, ("missing", *others)))
        pairs = [(answer(line)[0], answer(line, 1)[0]) for line in lines(label, number)]
        names = [fold(name) for name, _ in pairs]
        for line in lines(label, number):
            if (name := fold(answer(line)[0])) and names.count(name) > 1:
                wrong(line, "staat er meer dan één keer", "elke naam één keer")
            if name in taken:
                wrong(line, "heeft hier al een betekenis", "een andere naam, of niets")
        return pairs

    name, _ = answer(NAME)
    if not name:
        wrong(NAME, "is niet ingevuld", "de naam die op de pagina’s mag staan")
    first, last = month(FIRST), month(LAST)
    for label, value in ((FIRST, first), (LAST, last)):
        if not value and is_empty(answer(label)[0]):
            wrong(label, "is niet ingevuld", "een maand zoals 09/2023")
    if first and last and first > last:
        wrong(LAST, "ligt voor de eerste maand", "een maand die niet voor de eerste maand ligt")
    programmes = tuple(Programme(name, fold(more) == LONG) for name, more in listed(PROGRAMME, PROGRAMMES) if name)
    if not programmes:
        wrong(lines(PROGRAMME, 1)[0], "is niet ingevuld", "de naam van minstens één programma")
    referrers = tuple(Referrer(name, fold(more) == INTERNAL) for name, more in listed(REFERRER, REFERRERS) if name)
    if not referrers:
        wrong(lines(REFERRER, 1)[0], "is niet ingevuld", "de naam van minstens één doorverwijzer")
    partners = tuple(name for name, _ in listed(PARTNER, PARTNERS))
    named = len([name for name in partners if name])
    if any(not name for name in partners[:named]):
        wrong(
            lines(PARTNER, PARTNERS)[partners.index("")],
            "is leeg, en daaronder staat nog een naam",
            "namen zonder lege regel ertussen",
        )
    partners = partners[:named]
    named_incomes = listed(INCOME, INCOMES, "income", "income_group")
    incomes = tuple(Income(name, fold(more) == BENEFIT) for name, more in named_incomes if name)
    threshold, dossiers = whole(THRESHOLD, 3, 50), whole(DOSSIERS, 1, 10**7)
    settings = Settings(name, programmes, first, last, threshold or 5, dossiers, referrers, partners, incomes)
    # What else is wrong here must not make every answer of the dossiers wrong.
    return (settings if programmes and referrers and first and first <= last else None), problems


def _variable(type: str, minimum: str, maximum: str) -> Variable:
    month = codebook.variables()["start_month"]
    return Variable(**{**month.__dict__, "type": type, "minimum": minimum, "maximum": maximum, "missing": ()})
