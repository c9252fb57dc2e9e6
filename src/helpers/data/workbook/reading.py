"""A folder of workbooks, read whole: records where they can be used, and everything there is to say of them.

Nothing is dropped or guessed in silence: a cell is read, refused with its place, or read
otherwise than it stands there and counted in `Intake.normalised`.
"""

from __future__ import annotations

import re
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
from helpers.data.workbook import form, headings, hints, own_codebook, settings_sheet, sheets
from helpers.data.workbook.answers import Unreadable, expected, is_empty, read, written
from helpers.data.workbook.form import Column
from helpers.data.workbook.headings import Form
from helpers.data.workbook.messages import Finding, Level
from helpers.data.workbook.settings import SHEET, Settings
from helpers.data.workbook.sheets import Sheet, UnusableFile, cell_name

_CHECKS = {
    "registration": registration_checks.problems,
    "case_study": score_checks.problems,
    "interviews": score_checks.problems,
}

#: More different mistakes in a row than this are told as one,
_MANY = 4

#: but not where more than this part of the rows have so many.
_MOST = 0.5


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
            if made.kind == "registration" or made.filled_rows():
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


def _forms(found: list[Sheet], intake: Intake) -> Iterator[Form]:
    """The sheets that are a form, each kind once."""
    taken: dict[str, Sheet] = {}
    for sheet in found:
        made = headings.recognised(sheet)
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
        if split := headings.split_by_commas(made):
            intake.findings.append(split)
        else:
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


def _read_form(made: Form, intake: Intake) -> pd.DataFrame:
    """The codes of a form, with everything there is to say of it added to the intake."""
    rows = made.filled_rows()
    intake.findings += headings.problems(made)
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
    intake.findings += _answers_once(list(_problem_findings(made, shown, failed)))
    lacking = {column.heading for column in form.columns(made.kind) if column.name not in made.places}
    hinted = hints.all_hints(made.sheet, made.kind, frame, made.at, intake.settings)
    intake.findings += (found for found in hinted if found.heading not in lacking)
    return shown


def _read_column(
    made: Form, column: Column, rows: list[int], answers: list[tuple], intake: Intake
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


def _rows_once(made: Form, findings: list[Finding], rows: list[int]) -> Iterator[Finding]:
    """The same findings, those of a row with many mistakes as one where most rows have few."""
    by_row: dict[int, list[Finding]] = {row: [] for row in rows}
    for found in findings:
        if found.level is Level.MUST and _row(found) in by_row:
            by_row[_row(found)].append(found)
    many = [told for told in by_row.values() if _many(told)]
    whole = {}
    for told in many if len(many) <= max(1, _MOST * len(rows)) else ():
        whole[_row(told[0])] = made.sheet.finding(
            Level.MUST,
            told[0].cell,
            f"en nog minstens {_MANY} andere cellen van deze rij zijn leeg of kunnen hier niet staan",
            "een rij die helemaal ingevuld is, met elk antwoord onder zijn eigen kolomkop, of helemaal geen rij",
        )
    return (replace(found, part_of=whole.get(_row(found)) if found.level is Level.MUST else None) for found in findings)


def _answers_once(problems: list[Finding]) -> Iterator[Finding]:
    """The same findings, those that say the same of many answers in a row as one."""
    alike: dict[tuple, list[Finding]] = {}
    for found in problems:
        alike.setdefault((_row(found), found.what, found.expected), []).append(found)
    for group in alike.values():
        first = group[0]
        more = f"en nog minstens {_MANY} andere antwoorden van deze rij: {first.what}"
        whole = replace(first, what=more) if _many(group) and first.cell else None
        yield from (replace(found, part_of=whole) for found in group)


def _row(found: Finding) -> int:
    """The index of the row that a finding is about; -1 for none."""
    return int(found.cell.lstrip(ascii_uppercase) or 0) - 1


def _many(findings: list[Finding]) -> bool:
    return len({(found.value, found.what, found.expected) for found in findings}) > _MANY


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


def _read_value(made: Form, column: Column, value, intake: Intake) -> tuple[str, Callable[[str], Finding] | None]:
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
        right, addable = expected(column.variable), settings_sheet.ADDED_AT.get(column.variable.categories)
        if addable:
            right += f", of een naam die bij {SHEET} staat naast ‘{addable} 1’ of daaronder"
        return "", says(Level.MUST, "is geen antwoord op deze vraag", right, error.nearest)
    return answer.code, says(Level.LOOK, answer.doubt, f"‘{answer.code}’") if answer.doubt else None


def _with_moments(made: Form, frame: pd.DataFrame, failed: pd.DataFrame, intake: Intake) -> pd.DataFrame:
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
            frame[name] = _filled(frame[name], rows, f"lege cel van een meetmoment gelezen als: {told}", intake)
    return frame


def _label(name: str) -> str:
    return next(column.heading for column in form.columns("registration") if column.name == name)


def _filled(answers: pd.Series, rows: pd.Series, told: str, intake: Intake) -> pd.Series:
    if rows.any():
        intake.normalised[told] += int(rows.sum())
    return answers.mask(rows, "not_applicable")


def _empty_findings(made: Form, frame: pd.DataFrame, failed: pd.DataFrame) -> Iterator[Finding]:
    for column in form.columns(made.kind):
        if column.name in made.places:
            for row in frame.index[frame[column.name].eq("") & ~failed[column.name]]:
                yield made.sheet.finding(
                    Level.MUST, made.at(row, column), "de cel is leeg", expected(column.variable), column.heading
                )


def _twice(made: Form, frame: pd.DataFrame) -> Iterator[Finding]:
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


def _shown_as_records(made: Form, frame: pd.DataFrame) -> pd.DataFrame:
    """The codes with a row for each record; its label stays the row of the sheet."""
    variables = codebook.variables(made.kind)
    if "score" not in variables:
        return frame
    fixed = [name for name in variables if name not in ("indicator", "score")]
    long = frame.melt(id_vars=fixed, var_name="indicator", value_name="score", ignore_index=False)
    return long[list(variables)]


def _problem_findings(made: Form, codes: pd.DataFrame, failed: pd.DataFrame) -> Iterator[Finding]:
    """What cannot be together, told only where every answer that it is about was read."""
    unreadable = failed.any(axis=1)
    columns = {column.name: column for column in form.columns(made.kind)}
    is_wide = "score" in codebook.variables(made.kind)
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
        # A mistake that many columns share is one mistake.
        heading = named[0].heading if len(names) == len(named) == 1 else ""
        value = "; ".join(
            _told(name, value)
            if heading
            else f"{columns[name].heading if name in columns else name}: {_told(name, value)}"
            for name, value in problem.answers
            # All indicators of a row that is there twice, or not at all, are.
            if not (is_wide and name == "indicator")
        )
        yield made.sheet.finding(
            Level.MUST,
            cell,
            problem.what,
            codebook.labels("missing").get(problem.expected, problem.expected),
            heading,
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
    month = re.fullmatch(r"(\d{4})-(\d{2})", code)
    return f"{month[2]}/{month[1]}" if month else codebook.labels("missing").get(code, code)
