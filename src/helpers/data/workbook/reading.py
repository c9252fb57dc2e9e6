"""A folder of workbooks, read whole: records where they can be used, and everything there is to say of them.

Nothing is dropped or guessed in silence: a cell is read, refused with its place, or read
otherwise than it stands there and counted in `Intake.normalised`.
"""

from __future__ import annotations

import difflib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from string import ascii_uppercase

import pandas as pd

from helpers.data import codebook, registration_checks, score_checks
from helpers.data.problems import Problem
from helpers.data.workbook import form, hints, own_codebook, settings_sheet, sheets
from helpers.data.workbook.answers import Unreadable, expected, fold, is_empty, read, written
from helpers.data.workbook.form import Column
from helpers.data.workbook.messages import Finding, Level
from helpers.data.workbook.settings import SHEET, Settings
from helpers.data.workbook.sheets import Sheet, UnusableFile, cell_name

_CHECKS = {
    "registration": registration_checks.problems,
    "case_study": score_checks.problems,
    "interviews": score_checks.problems,
}

#: Which part of the headings of a form makes a sheet that form.
_ENOUGH = 0.5

#: So many headings in another place could be a mistake; with more the order is the person's own.
_MISPLACED = 2

#: With so many empty or wrong cells in a row, the row is told and not the cells.
_MANY = 10


@dataclass
class Intake:
    """What a folder holds.

    Attributes
    ----------
    settings : Settings or None
    records : dict
        Codes by kind of records, as `helpers.data.records` reads them.
    findings : list of Finding
    normalised : Counter
        How often something was read otherwise than it stands, by what was done.
    """

    settings: Settings | None = None
    records: dict[str, pd.DataFrame] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    normalised: Counter[str] = field(default_factory=Counter)

    @property
    def usable(self) -> bool:
        """Whether nothing must be mended first."""
        return not any(found.level is Level.MUST for found in self.findings)


@dataclass(frozen=True)
class _Form:
    """A sheet with its headings found.

    Attributes
    ----------
    sheet : Sheet
    kind : str
        Of records.
    header : int
        The row with the headings, from 0.
    places : dict
        The index of each column that was found.
    """

    sheet: Sheet
    kind: str
    header: int
    places: dict[str, int]

    def at(self, row: int, column: Column) -> str:
        """The name of a cell; empty when the sheet lacks the column."""
        place = self.places.get(column.name)
        return "" if place is None else cell_name(row, place)

    def value(self, row: int, column: Column) -> str:
        place, cells = self.places.get(column.name), self.sheet.rows[row]
        return written(cells[place]) if place is not None and place < len(cells) else ""


def read_folder(folder: Path) -> Intake:
    """Read every workbook of a folder.

    Raises
    ------
    FileNotFoundError
        When there is no such folder, or no workbook in it.
    """
    paths = sorted(
        path for path in folder.iterdir() if path.suffix.lower() in sheets.SUFFIXES and path.name[0] not in ".~"
    )
    if not paths:
        raise FileNotFoundError(
            f"{folder.name}: in deze map staat geen rekenblad. "
            f"Verwacht: een bestand dat eindigt op {', '.join(sheets.SUFFIXES)}"
        )
    intake, found = Intake(), []
    for path in paths:
        try:
            found += sheets.read(path)
        except UnusableFile as error:
            intake.findings.append(error.found)
    intake.settings = _settings(found, intake)
    with tempfile.TemporaryDirectory() as folder, codebook.using(_codebook(intake.settings, Path(folder))):
        for made in _forms(found, intake):
            # A city need not have a case study, or interviews.
            if made.kind == "registration" or _filled_rows(made):
                intake.records[made.kind] = _read_form(made, intake)
    return intake


def _codebook(settings: Settings | None, folder: Path) -> Path:
    """The codebook to read with: that of the settings, or ours when they cannot be used."""
    if settings is None:
        return codebook.current()
    own_codebook.write(settings, folder)
    return folder


def _settings(found: list[Sheet], intake: Intake) -> Settings | None:
    named = [sheet for sheet in found if SHEET.casefold() in (sheet.name.casefold(), sheet.path.stem.casefold())]
    if not named:
        intake.findings.append(
            Finding(
                Level.MUST,
                found[0].path.name if found else "",
                "",
                "",
                "",
                "",
                f"het blad ‘{SHEET}’ ontbreekt",
                "het blad uit de lege vragenlijst",
            )
        )
        return None
    settings, problems = settings_sheet.read(named[0])
    intake.findings += problems
    return settings


def _forms(found: list[Sheet], intake: Intake) -> Iterator[_Form]:
    """The sheets that are a form, each kind once."""
    taken: dict[str, Sheet] = {}
    for sheet in found:
        made = _recognised(sheet)
        if made is None:
            continue
        if made.kind in taken:
            other = taken[made.kind]
            intake.findings.append(
                sheet.finding(
                    Level.MUST,
                    "",
                    f"bevat hetzelfde als {other.path.name}, blad ‘{other.name}’",
                    "elk soort gegevens één keer",
                )
            )
            continue
        taken[made.kind] = sheet
        yield made
    if "registration" not in taken:
        names = ", ".join(
            dict.fromkeys(f"{sheet.path.name} ({sheet.name})" if sheet.name else sheet.path.name for sheet in found)
        )
        intake.findings.append(
            Finding(
                Level.MUST,
                "",
                "",
                "",
                "",
                "",
                f"geen enkel blad lijkt op de vragenlijst met dossiers; gevonden: {names}",
                "een blad ‘Dossiers’ met de kolomkoppen van de lege vragenlijst",
            )
        )


def _recognised(sheet: Sheet) -> _Form | None:
    """The form that a sheet is: the kind whose headings it has most of, in one of its first rows."""
    best: tuple[float, _Form] | None = None
    for kind in codebook.kinds_of_records():
        by_heading = form.by_heading(kind)
        for number, row in enumerate(sheet.rows[:5]):
            places: dict[str, int] = {}
            for index, value in enumerate(row):
                if (column := form.find(written(value), by_heading)) and column.name not in places:
                    places[column.name] = index
            part = len(places) / len(form.columns(kind))
            if part >= _ENOUGH and (best is None or part > best[0]):
                best = part, _Form(sheet, kind, number, places)
    return best[1] if best else None


def _read_form(made: _Form, intake: Intake) -> pd.DataFrame:
    """The codes of a form, with everything there is to say of it added to the intake."""
    rows = _filled_rows(made)
    if moved := _pushed_aside(made, rows):
        intake.findings.append(moved[0])
        made = replace(made, places=moved[1])
    else:
        intake.findings += _heading_findings(made)
    intake.findings += sheets.oddities(made.sheet)
    if not rows:
        intake.findings.append(
            made.sheet.finding(Level.MUST, "", "er staat geen enkel dossier in", "minstens één ingevulde rij")
        )
    codes, unread = {}, {}
    answers = list(zip_longest(*map(made.sheet.rows.__getitem__, rows)))
    before = len(intake.findings)
    for column in form.columns(made.kind):
        codes[column.name], unread[column.name] = _read_column(made, column, rows, answers, intake)
    frame, failed = pd.DataFrame(codes, index=rows, dtype=str), pd.DataFrame(unread, index=rows, dtype=bool)
    if made.kind == "registration":
        frame = _with_moments(made, frame, failed, intake)
    intake.findings += _empty_findings(made, frame, failed)
    intake.findings += _twice(made, frame)
    shown = _shown_as_records(made, frame)
    intake.findings[before:] = _rows_once(made, intake.findings[before:], rows)
    intake.findings += _problem_findings(made, shown, failed)
    # Of answers that stand under other headings there is nothing more to say.
    if not moved:
        intake.findings += hints.all_hints(made.sheet, made.kind, frame, made.at, intake.settings)
    return shown


def _heading_findings(made: _Form) -> Iterator[Finding]:
    # A row may be longer than that of the headings.
    width = max(len(row) for row in made.sheet.rows[made.header :])
    header = [*made.sheet.rows[made.header], *[None] * (width - len(made.sheet.rows[made.header]))]
    by_heading = form.by_heading(made.kind)
    missing = [column for column in form.columns(made.kind) if column.name not in made.places]
    for column in missing:
        yield made.sheet.finding(
            Level.MUST,
            "",
            "de kolom ontbreekt",
            "alle kolommen van de lege vragenlijst",
            column.heading,
        )
    for index, value in enumerate(header):
        known = form.find(written(value), by_heading)
        if known and made.places[known.name] == index:
            continue
        if known:
            yield made.sheet.finding(
                Level.MUST,
                cell_name(made.header, index),
                "staat er twee keer als kolomkop",
                "elke kolom één keer",
                known.heading,
                written(value),
            )
        elif any(index < len(row) and not is_empty(row[index]) for row in made.sheet.rows[made.header :]):
            nearest = difflib.get_close_matches(
                fold(written(value)), [fold(column.heading) for column in missing], 1, 0.6
            )
            heading = next((column.heading for column in missing if nearest and fold(column.heading) == nearest[0]), "")
            yield made.sheet.finding(
                Level.MUST,
                cell_name(made.header, index),
                "is geen kolomkop van de vragenlijst"
                if not is_empty(value)
                else "is een lege kolomkop boven ingevulde cellen",
                "een kolomkop uit de lege vragenlijst, of geen kolom",
                "",
                written(value),
                heading,
            )
    yield from _misplaced(made)


def _pushed_aside(made: _Form, rows: list[int]) -> tuple[Finding, dict[str, int]] | None:
    """What to say where a cell was put in among the headings, and the places of those before it.

    The last of the others then stands above nothing, and the first answers fit them better one column to the left.
    """
    header, last = made.sheet.rows[made.header], max(made.places.values())
    filled = {place for row in rows for place, value in enumerate(made.sheet.rows[row]) if not is_empty(value)}
    gaps = [place for place, value in enumerate(header[:last]) if is_empty(value) and place in filled]
    if len(gaps) != 1 or last in filled:
        return None
    after = {name: place for name, place in made.places.items() if place > gaps[0]}
    left = replace(made, places={name: place - 1 for name, place in after.items()})
    if _unreadable(left, rows[0]) >= _unreadable(replace(made, places=after), rows[0]):
        return None
    finding = made.sheet.finding(
        Level.MUST,
        cell_name(made.header, gaps[0]),
        f"is een lege cel tussen de kolomkoppen: {len(after)} koppen erna staan één kolom te ver naar rechts",
        "boven elke kolom de kop van haar eigen antwoorden",
    )
    return finding, {name: place for name, place in made.places.items() if name not in after}


def _unreadable(made: _Form, row: int) -> int:
    """How many answers of a row cannot be read."""
    read = (_read_value(made, column, made.value(row, column), Intake())[1] for column in form.columns(made.kind))
    return sum(complaint is not None and complaint("").level is Level.MUST for complaint in read)


def _misplaced(made: _Form) -> Iterator[Finding]:
    """One or two headings in another place than in the empty form, where all the others are in order."""
    known = [column for column in form.columns(made.kind) if column.name in made.places]
    kept = hints.in_order([made.places[column.name] for column in known])
    for place, column in enumerate(known):
        if place not in kept and len(known) - len(kept) <= _MISPLACED:
            yield made.sheet.finding(
                Level.LOOK,
                made.at(made.header, column),
                "staat op een andere plaats dan in de lege vragenlijst",
                "boven elke kolom de kop van haar eigen antwoorden",
                "",
                column.heading,
            )


def _filled_rows(made: _Form) -> list[int]:
    """The rows with a dossier: not empty, and not the example."""
    first = made.places.get(form.columns(made.kind)[0].name)
    return [
        number
        for number, row in enumerate(made.sheet.rows[made.header + 1 :], made.header + 1)
        if not all(map(is_empty, row))
        and not (first is not None and first < len(row) and written(row[first]).strip().upper() == form.EXAMPLE)
    ]


def _read_column(
    made: _Form, column: Column, rows: list[int], answers: list[tuple], intake: Intake
) -> tuple[list[str], list[bool]]:
    """The code of each row (empty where nothing stands), and where it could not be read.

    `answers` has the cells of these rows, a tuple for each column of the sheet.
    """
    place = made.places.get(column.name)
    if place is None:
        return [""] * len(rows), [True] * len(rows)
    cells = answers[place] if place < len(answers) else [None] * len(rows)
    # A number and a text that look the same are read in their own way, and True is not 1.
    keys = cells
    if set(map(type, cells)) != {str}:
        keys = [value if type(value) is str else (type(value), value) for value in cells]
    codes, failures, complaints = {}, {}, {}
    for key, times in Counter(keys).items():
        value = key if type(key) is str else key[1]
        code, complaint = _read_value(made, column, value, intake)
        codes[key], failures[key] = code, False
        if complaint:
            complaints[key] = complaint
            failures[key] = complaint("").level is Level.MUST
        if code and code != value:
            _count_normalised(column, value, code, times, intake)
    if complaints:
        intake.findings += [
            complaints[key](cell_name(row, place)) for row, key in zip(rows, keys, strict=True) if key in complaints
        ]
    failed = list(map(failures.__getitem__, keys)) if complaints else [False] * len(rows)
    return list(map(codes.__getitem__, keys)), failed


def _rows_once(made: _Form, findings: list[Finding], rows: list[int]) -> Iterator[Finding]:
    """The same findings, with one message for a row that is wrong in many cells where most rows are not."""
    by_row: dict[int, list[Finding]] = {row: [] for row in rows}
    for found in findings:
        row = int(found.cell.lstrip(ascii_uppercase) or 0) - 1
        if found.level is Level.MUST and row in by_row:
            by_row[row].append(found)
        else:
            yield found
    many = [row for row in rows if len(by_row[row]) > _MANY]
    for row in set(rows) - set(many) if len(many) <= _ENOUGH * len(rows) else rows:
        yield from by_row.pop(row)
    for told in by_row.values():
        yield made.sheet.finding(
            Level.MUST,
            told[0].cell,
            f"en nog minstens {_MANY} andere cellen van deze rij zijn leeg of kunnen hier niet staan",
            "een rij die helemaal ingevuld is, met elk antwoord onder zijn eigen kolomkop",
        )


def _count_normalised(column: Column, value: object, code: str, times: int, intake: Intake) -> None:
    """Count what was read otherwise than the form has it."""
    labels = codebook.labels("missing") | (
        codebook.labels(column.variable.categories) if column.variable.categories else {}
    )
    told = labels.get(code, code)
    if column.variable.type == "month" and told == code:
        told = f"{code[5:]}/{code[:4]}"
    if written(value) != told:  # type: ignore[arg-type]
        what = f"kolom ‘{column.heading}’: ‘{written(value)}’ gelezen als ‘{told}’"  # type: ignore[arg-type]
        intake.normalised[what] += times


def _read_value(made: _Form, column: Column, value, intake: Intake) -> tuple[str, Callable[[str], Finding] | None]:
    """The code of a value, and what to say of each cell that holds it, if anything."""

    def says(level: Level, what: str, right: str, nearest: str = "") -> Callable[[str], Finding]:
        return lambda cell: made.sheet.finding(level, cell, what, right, column.heading, written(value), nearest)

    if is_empty(value):
        return "", None
    if made.sheet.is_error(value):
        return "", says(Level.MUST, "is de fout van een formule", expected(column.variable))
    try:
        answer = read(value, column.variable)
    except Unreadable as error:
        return "", says(Level.MUST, "is geen antwoord op deze vraag", expected(column.variable), error.nearest)
    return answer.code, says(Level.LOOK, answer.doubt, f"‘{answer.code}’") if answer.doubt else None


def _with_moments(made: _Form, frame: pd.DataFrame, failed: pd.DataFrame, intake: Intake) -> pd.DataFrame:
    """Empty cells that say that something did not happen, filled with that answer and counted."""
    meaning = {
        "first_dossier": "een eerste traject",
        "end_month": "de begeleiding loopt nog",
        "birth_measurement_month": "geen meetmoment bij de bevalling",
    }
    for name, told in meaning.items():
        frame[name] = _filled(
            frame[name], frame[name].eq("") & ~failed[name], f"lege cel in ‘{_label(name)}’ gelezen als: {told}", intake
        )
    for moment, told in (
        ("birth", "er was geen meetmoment bij de bevalling"),
        ("end", "er was nog geen meetmoment bij het einde"),
    ):
        _came, never = registration_checks.moment_came(frame, moment)
        for name in codebook.measured_at(moment):
            rows = never & frame[name].eq("") & ~failed[name]
            frame[name] = _filled(frame[name], rows, f"lege cel in ‘{_label(name)}’ gelezen als: {told}", intake)
    return frame


def _label(name: str) -> str:
    return next(column.heading for column in form.columns("registration") if column.name == name)


def _filled(answers: pd.Series, rows: pd.Series, told: str, intake: Intake) -> pd.Series:
    if rows.any():
        intake.normalised[told] += int(rows.sum())
    return answers.mask(rows, "not_applicable")


def _empty_findings(made: _Form, frame: pd.DataFrame, failed: pd.DataFrame) -> Iterator[Finding]:
    for column in form.columns(made.kind):
        if column.name in made.places:
            for row in frame.index[frame[column.name].eq("") & ~failed[column.name]]:
                yield made.sheet.finding(
                    Level.MUST, made.at(row, column), "de cel is leeg", expected(column.variable), column.heading
                )


def _twice(made: _Form, frame: pd.DataFrame) -> Iterator[Finding]:
    """Numbers that must be unique and are not."""
    if made.kind != "registration":
        return
    column = form.columns(made.kind)[0]
    number = frame[column.name]
    for row in frame.index[number.duplicated() & number.ne("")]:
        yield made.sheet.finding(
            Level.MUST,
            made.at(row, column),
            "staat er al bij een dossier hierboven",
            "een nummer dat maar één keer voorkomt",
            column.heading,
            number[row],
        )


def _shown_as_records(made: _Form, frame: pd.DataFrame) -> pd.DataFrame:
    """The codes with a row for each record; its label stays the row of the sheet."""
    variables = codebook.variables(made.kind)
    if "score" not in variables:
        return frame
    fixed = [name for name in variables if name not in ("indicator", "score")]
    long = frame.melt(id_vars=fixed, var_name="indicator", value_name="score", ignore_index=False)
    return long[list(variables)]


def _problem_findings(made: _Form, codes: pd.DataFrame, failed: pd.DataFrame) -> Iterator[Finding]:
    """What cannot be together, told only where every answer that it is about was read."""
    unreadable = failed.any(axis=1)
    columns = {column.name: column for column in form.columns(made.kind)}
    # A cell that was not read must not make others wrong.
    checked = codes[~unreadable.reindex(codes.index)] if made.kind != "registration" else codes
    for problem in _CHECKS[made.kind](checked):
        names = [name for name, _ in problem.answers]
        if problem.row is not None and any(
            name in failed and failed.at[problem.row, name] for name in _involved(problem)
        ):
            continue
        if any(value == "" for _, value in problem.answers):
            continue
        named = [columns[name] for name in names if name in columns]
        cell = made.at(problem.row, named[0]) if problem.row is not None and named else ""
        value = "; ".join(
            f"{columns[name].heading if name in columns else name}: {_told(name, value)}"
            for name, value in problem.answers
        )
        yield made.sheet.finding(
            Level.MUST,
            cell,
            problem.what,
            codebook.labels("missing").get(problem.expected, problem.expected),
            "",
            value,
        )


def _involved(problem: Problem) -> set[str]:
    """The columns that a problem rests on: those it names, and the months that say which moment came."""
    return {name for name, _ in problem.answers} | {
        "programme",
        "start_month",
        "end_month",
        "birth_measurement_month",
        "first_dossier",
    }


def _told(name: str, code: str) -> str:
    for variables in (codebook.variables(kind) for kind in codebook.kinds_of_records()):
        if name in variables and variables[name].categories:
            labels = codebook.labels(variables[name].categories) | codebook.labels("missing")
            if code in labels:
                return labels[code]
    return codebook.labels("missing").get(code, code)
