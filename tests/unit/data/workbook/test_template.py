"""The empty workbooks."""

import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from helpers.data import codebook
from helpers.data.workbook import form, template


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


def test_a_workbook_that_could_be_filled_in_is_not_written_over(folder):
    with pytest.raises(FileExistsError, match="bestaat al"):
        template.write(folder)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="there is no LibreOffice")
def test_libreoffice_opens_it(folder, tmp_path):
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        str(tmp_path),
        str(folder / "registratie.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "registratie.csv").exists()
