"""The empty workbooks."""

import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from helpers.data import codebook
from helpers.data.workbook import form, settings_sheet, template
from helpers.data.workbook.reading import read_folder
from helpers.data.workbook.settings import INCOMES


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("leeg")
    template.write(folder)
    return folder


@pytest.mark.parametrize("kind", form.NAMES)
def test_a_sheet_asks_everything_with_lists_and_messages(folder, kind):
    name, sheet = form.NAMES[kind]
    book = load_workbook(folder / f"{name}.xlsx")
    columns = form.columns(kind)
    assert [cell.value for cell in book[sheet][1]] == [column.heading for column in columns]
    assert len({cell.value for cell in book[sheet][1]}) == len(columns)
    assert book[sheet]["A2"].value == form.EXAMPLE and book[sheet].freeze_panes == "B2"
    assert not book[sheet].protection.sheet and book[sheet].auto_filter.ref
    validations = book[sheet].data_validations.dataValidation
    lists = [v for v in validations if v.type == "list"]
    assert sum(len(v.sqref.ranges) for v in lists) == sum(column.variable.type == "category" for column in columns)
    assert all(v.prompt for v in validations)


def test_the_lists_hold_the_answers_of_the_codebook(folder):
    book = load_workbook(folder / "registratie.xlsx")
    (housing,) = [row for row in book["Lijsten"].iter_cols(values_only=True) if row[0] == "housing"]
    assert list(codebook.labels("housing").values()) == list(housing[1 : 1 + len(codebook.labels("housing"))])


def test_an_income_of_the_settings_is_in_the_list_of_incomes(folder):
    book = load_workbook(folder / "registratie.xlsx")
    (incomes,) = [row for row in book["Lijsten"].iter_cols(values_only=True) if row[0] == "income"]
    lines = {row[0].value: row[1].coordinate for row in book["Instellingen"].iter_rows()}
    known = codebook.labels("income") | codebook.labels("missing")
    own = [answer for answer in incomes[1:] if answer and answer not in known.values()]
    assert own == [f'=Instellingen!$B${lines[line][1:]}&""' for line in settings_sheet.lines("Ander inkomen", INCOMES)]


def test_a_workbook_that_could_be_filled_in_is_not_written_over(folder):
    with pytest.raises(FileExistsError, match="bestaat al"):
        template.write(folder)


def saved_by_libreoffice(path, to, kind):
    """The same workbook opened and saved by LibreOffice."""
    profile = f"-env:UserInstallation={(to / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(to), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return to / f"{path.stem}.{kind}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="there is no LibreOffice to open the workbooks")
@pytest.mark.parametrize("kind", form.NAMES)
def test_libreoffice_opens_it_and_keeps_lists_filters_and_unlocked_sheets(folder, tmp_path, kind):
    """Its headless mode has no window and saves none: whether a header is frozen is not in what it saves."""
    name, sheet = form.NAMES[kind]
    ours = load_workbook(folder / f"{name}.xlsx")
    theirs = load_workbook(saved_by_libreoffice(folder / f"{name}.xlsx", tmp_path, "xlsx"))
    assert theirs.sheetnames == ours.sheetnames
    assert [cell.value for cell in theirs[sheet][1]] == [cell.value for cell in ours[sheet][1]]
    assert not any(one.protection.sheet for one in theirs) and theirs[sheet].auto_filter.ref
    assert lists_of(theirs[sheet]) == lists_of(ours[sheet]) != {}


def lists_of(sheet):
    """Where the answers of each drop-down list come from, by column."""
    return {
        part.min_col: validation.formula1.lstrip("=")
        for validation in sheet.data_validations.dataValidation
        if validation.type == "list"
        for part in validation.sqref.ranges
    }


@pytest.mark.skipif(shutil.which("soffice") is None, reason="there is no LibreOffice to save the workbooks")
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_what_libreoffice_saved_is_read_as_what_was_filled_in(small, kind):
    before = read_folder(small).records["registration"]
    saved_by_libreoffice(small / "registratie.xlsx", small, kind)
    (small / "registratie.xlsx").unlink()
    shutil.rmtree(small / "profile")
    intake = read_folder(small)
    assert intake.usable and intake.records["registration"].equals(before)
