"""What no rule forbids and a person would see: "kijk even na".

Each hint says what looks strange and what would be usual. None of them stops a book.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pandas as pd

from helpers.data import codebook
from helpers.data.workbook import form
from helpers.data.workbook.answers import fold, written
from helpers.data.workbook.form import Column
from helpers.data.workbook.messages import Finding, Level
from helpers.data.workbook.settings import Settings
from helpers.data.workbook.sheets import Sheet

#: Gives the name of a cell, from its row and column.
CellNamer = Callable[[int, Column], str]

#: Fewer rows say nothing about a pattern.
_FEW = 20

#: Two families with so many answers do not have all of them the same.
_ANSWERS = 12

#: A column agrees with its second measurement so much better when it is moved that it was moved.
_MARGIN = 0.1


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
    if kind == "registration":
        yield from _number_of_rows(frame, settings, look)
        yield from _gaps(frame[first], columns[first], look)
        yield from _second_before_first(frame, columns, at, look)
        yield from _renamed_partners(sheet, columns, look)
    yield from _twins(frame, columns, at, look)
    yield from _one_answer(frame, columns, look)
    yield from _sorted_alone(frame, columns, look)
    yield from _moved(frame, columns, look)
    yield from _absent(frame, kind, columns, look)


def _number_of_rows(frame: pd.DataFrame, settings: Settings | None, look) -> Iterator[Finding]:
    if settings and settings.dossiers is not None and settings.dossiers != len(frame):
        yield look(
            "",
            f"er staan {len(frame)} dossiers in, en bij Instellingen staat {settings.dossiers}",
            "twee gelijke aantallen: misschien houdt het bestand te vroeg op",
        )


def _renamed_partners(sheet: Sheet, columns: dict[str, Column], look) -> Iterator[Finding]:
    """Headings with another name than the line of that number on the sheet Instellingen."""
    headings = [written(value) for row in sheet.rows[:5] for value in row]
    for column in columns.values():
        number, _, name = column.heading.partition(": ")
        found = [heading for heading in headings if form.partner_of(column.name) and heading.startswith(f"{number}:")]
        if found and fold(found[0].partition(":")[2]) != fold(name):
            yield look("", f"bij Instellingen heet deze partner ‘{name}’", "twee keer dezelfde naam", column, found[0])


def _gaps(numbers: pd.Series, column: Column, look) -> Iterator[Finding]:
    """Numbers that count on and leave some out."""
    found = numbers.str.extract(r"^(\D*)(\d+)$").dropna()
    if len(found) < max(_FEW, 0.9 * len(numbers)) or found[0].nunique() > 1:
        return
    counted = found[1].astype(int)
    missing = sorted(set(range(counted.min(), counted.max() + 1)) - set(counted))
    if missing and len(missing) <= len(counted) / 10:
        shown = ", ".join(found[0].iloc[0] + str(number) for number in missing[:3]) + (" …" if len(missing) > 3 else "")
        yield look(
            "",
            f"de nummers lopen door, maar {len(missing)} ontbreken ({shown})",
            "een reeks zonder gaten, of dossiers die bewust weg zijn",
            column,
        )


def _second_before_first(frame: pd.DataFrame, columns: dict[str, Column], at: CellNamer, look) -> Iterator[Finding]:
    starts = frame.drop_duplicates("dossier").set_index("dossier")["start_month"]
    of_first = frame["first_dossier"].map(starts)
    for row in frame.index[of_first.notna() & frame["start_month"].ne("") & (frame["start_month"] < of_first)]:
        yield look(
            at(row, columns["start_month"]),
            f"het tweede traject begint voor het eerste ({of_first[row]})",
            "een latere maand",
            columns["start_month"],
            frame.at[row, "start_month"],
        )


def _twins(frame: pd.DataFrame, columns: dict[str, Column], at: CellNamer, look) -> Iterator[Finding]:
    """The same answers to every question under two numbers."""
    first, *rest = columns
    missing = set(codebook.labels("missing")) | {""}
    answered = (~frame[rest].isin(missing)).sum(axis=1).ge(_ANSWERS)
    again = frame[answered & frame.duplicated(rest)]
    originals = frame[answered].drop_duplicates(rest).set_index(rest)[first]
    for row in again.index:
        twin = originals[tuple(frame.loc[row, rest])]
        yield look(
            at(row, columns[first]),
            f"heeft op elke vraag hetzelfde antwoord als ‘{twin}’",
            "elk gezin één keer",
            columns[first],
            frame.at[row, first],
        )


def _one_answer(frame: pd.DataFrame, columns: dict[str, Column], look) -> Iterator[Finding]:
    """One answer in every row, where it is an answer and not its absence."""
    if len(frame) < _FEW:
        return
    missing = set(codebook.labels("missing"))
    for name, column in columns.items():
        answers = frame[name]
        if answers.nunique() == 1 and answers.iloc[0] not in missing | {""}:
            yield look(
                "",
                "elke rij heeft hetzelfde antwoord",
                "verschillende antwoorden, of één programma of antwoord dat echt overal klopt",
                column,
                answers.iloc[0],
            )


def _sorted_alone(frame: pd.DataFrame, columns: dict[str, Column], look) -> Iterator[Finding]:
    """A column in order while the first one is not: chance does that to no long column."""
    if len(frame) < _FEW:
        return
    for name, column in list(columns.items())[1:]:
        if name == "start_month":
            continue
        answers = frame[name]
        changes = int((answers != answers.shift()).sum()) - 1
        if answers.nunique() >= 3 and changes == answers.nunique() - 1:
            yield look(
                "",
                "gelijke antwoorden staan netjes onder elkaar, alsof alleen deze kolom gesorteerd is",
                "een kolom die bij de andere hoort: sorteer altijd de hele tabel",
                column,
            )


def _moved(frame: pd.DataFrame, columns: dict[str, Column], look) -> Iterator[Finding]:
    """A later answer that agrees better with the answers of the rows above or below than with its own."""
    missing = set(codebook.labels("missing")) | {""}
    for name, column in columns.items():
        match = re.fullmatch(r"(.+)_(birth|end)", name)
        if not match:
            continue
        start = match[1] if match[1] in columns else f"{match[1]}_start"
        if start not in columns:
            continue
        agreement = {step: _agreement(frame[start].shift(step), frame[name], missing) for step in (-1, 0, 1)}
        here, best = agreement[0], max(agreement, key=lambda step: agreement[step] or 0)
        if here is not None and best and (agreement[best] or 0) > here + _MARGIN:
            yield look(
                "",
                f"past beter bij ‘{columns[start].heading}’ van een rij {'hoger' if best > 0 else 'lager'}",
                "kolommen die niet verschoven zijn",
                column,
            )


def _agreement(start: pd.Series, later: pd.Series, missing: set[str]) -> float | None:
    both = ~start.isin(missing) & ~later.isin(missing) & start.notna()
    if both.sum() < _FEW or start[both].nunique() < 2:
        return None
    # Above what their answers would agree by chance.
    shares = start[both].value_counts(normalize=True).mul(later[both].value_counts(normalize=True), fill_value=0).sum()
    return float(((start[both] == later[both]).mean() - shares) / (1 - shares)) if shares < 1 else None


def _absent(frame: pd.DataFrame, kind: str, columns: dict[str, Column], look) -> Iterator[Finding]:
    """A question that nobody answered, and a moment that nobody had."""
    missing = set(codebook.labels("missing")) | {""}
    if kind == "registration":
        unanswered = [name for name in columns if frame[name].isin(missing).all() and name != "first_dossier"]
        for moment, label in (("birth", "bij de bevalling"), ("end", "bij het einde")):
            later = set(codebook.measured_at(moment))
            if later <= set(unanswered):
                unanswered = [name for name in unanswered if name not in later]
                yield look("", f"er is geen enkel antwoord {label}", "antwoorden van dat meetmoment, als het er was")
        for name in unanswered:
            yield look("", "niemand heeft hier een antwoord", "antwoorden, als de vraag gesteld is", columns[name])
        return
    if frame["moment"].nunique() == 1:
        yield look(
            "",
            "er is maar één meetmoment",
            "een rij voor het begin en een voor het einde",
            columns["moment"],
            frame["moment"].iloc[0],
        )
    for name, column in list(columns.items())[3:]:
        if frame[name].isin(missing).all():
            yield look("", "geen enkel gezin heeft hier een score", "scores, als de vraag gesteld is", column)
