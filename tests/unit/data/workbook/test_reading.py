"""A folder of workbooks: read whole, or told what is wrong with it and where."""

import csv
import random
import struct
import zipfile

import pytest
import xlsxwriter
from filled_workbook import answers, settings, write_settings
from openpyxl import Workbook, load_workbook

from helpers import __main__ as commands
from helpers.data import codebook, records
from helpers.data.workbook import form, own_codebook, report, template
from helpers.data.workbook.messages import Level, told_once
from helpers.data.workbook.reading import read_folder
from helpers.data.workbook.report import text
from helpers.own.questions import rows_of

HEADINGS = [column.heading for column in form.columns("registration")]
NAMES = [column.name for column in form.columns("registration")]


def change(folder, row, name, value, file="registratie.xlsx", sheet="Dossiers"):
    """Put another value in a cell; rows are counted from the first dossier."""
    book = load_workbook(folder / file)
    book[sheet].cell(row + 3, NAMES.index(name) + 1, value)
    book.save(folder / file)


def as_csv(folder, separator=";", encoding="utf-8", head="", rows=None):
    """Replace the registration by CSV files, as some programs export them."""
    rows = rows or [HEADINGS, *answers("registration")[:30]]
    (folder / "registratie.xlsx").unlink()
    with (folder / "registratie.csv").open("w", encoding=encoding, newline="") as file:
        file.write(head)
        csv.writer(file, delimiter=separator).writerows(rows)
    with (folder / "instellingen.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(settings(len(rows) - 1))


def told(folder, level=Level.MUST):
    return [message.text() for message in told_once(read_folder(folder).findings) if message.first.level is level]


def test_what_was_filled_in_is_read_as_the_records_have_it(filled):
    intake = read_folder(filled)
    assert intake.usable
    # Nobody works with 1 gezin 1 plan in these records.
    assert {found.heading for found in intake.findings} == {
        column.heading for column in form.columns("registration") if "one_family_one_plan" in column.name
    }
    for kind, read in intake.records.items():
        own = records.load(kind).frame.astype(str).fillna("").replace("<NA>", "")
        written = read.reset_index(drop=True)
        if kind == "registration":
            integers = [v.name for v in codebook.variables().values() if v.type == "integer"]
            assert written.drop(columns=[*integers, "programme"]).equals(own.drop(columns=[*integers, "programme"]))
            assert written["mother_age"].where(written["mother_age"].str.isdigit(), "").equals(own["mother_age"])
        else:
            keys = list(own.columns[:4])
            both = own.merge(written, on=keys, suffixes=("", "_read"))
            assert len(both) == len(own) == len(written)
            assert (both["score"] == both["score_read"].where(both["score_read"].str.isdigit(), "")).all()


def test_the_example_row_is_no_dossier_and_the_settings_are_read(small):
    intake = read_folder(small)
    assert len(intake.records["registration"]) == 30
    assert intake.settings.name == "Voorbeeldstad" and intake.settings.last_month == "2023-12"
    assert [programme.name for programme in intake.settings.programmes] == ["OPkomst+", "OPkomst"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_files_of_every_kind_are_read(small, separator, encoding):
    as_csv(small, separator, encoding)
    assert not told(small)
    assert len(read_folder(small).records["registration"]) == 30


def test_a_first_line_that_names_the_separator_moves_the_rows_and_is_no_row(small):
    rows = [HEADINGS, *answers("registration")[:30]]
    rows[3][HEADINGS.index("Huisvesting")] = "kasteel"
    as_csv(small, head="sep=;\n", rows=rows)
    (message,) = told(small)
    assert "cel U5" in message and "‘kasteel’" in message


def test_headings_may_stand_in_another_order_and_in_english(small):
    rows = [list(row) for row in zip(HEADINGS, *answers("registration")[:30], strict=True)]
    random.Random(1).shuffle(rows)
    rows = [list(row) for row in zip(*rows, strict=True)]
    rows[0][rows[0].index("Huisvesting")] = "Housing"
    as_csv(small, rows=rows)
    assert not told(small)


@pytest.mark.parametrize(
    ("name", "value", "parts"),
    [
        ("housing", "Dak of thuisloos", ["cel U5", "‘Dak of thuisloos’", "Bedoelde je ‘Dak- of thuisloos’?"]),
        ("mother_age", "28,5", ["‘28,5’", "een geheel getal van 12 tot 60"]),
        ("mother_age", "#DEEL/0!", ["de fout van een formule"]),
        ("start_month", "13/2023", ["een maand zoals 12/2023, van 01/2020 tot en met 12/2023"]),
        ("programme", "OPkomst++", ["‘OPkomst+’ of ‘OPkomst’"]),
        ("dossier", "=1+1", ["een nummer, zonder spaties vooraan of een formule"]),
        ("housing", None, ["de cel is leeg"]),
    ],
)
def test_a_wrong_answer_is_told_with_its_place_and_what_is_expected(small, name, value, parts):
    rows = [HEADINGS, *answers("registration")[:30]]
    rows[4][NAMES.index(name)] = value
    as_csv(small, rows=rows)
    (message,) = told(small)
    assert all(part in message for part in parts), message


def test_an_end_before_its_start_is_told_in_the_words_of_the_form(small):
    change(small, 0, "end_month", "01/2020")
    change(small, 0, "start_month", "05/2020")
    assert any("kunnen niet samen" in message and "Maand van het einde: " in message for message in told(small))


def test_one_mistake_in_many_rows_is_one_message(small):
    rows = [HEADINGS, *answers("registration")[:30]]
    for row in rows[1:]:
        row[NAMES.index("housing")] = "kasteel"
    as_csv(small, rows=rows)
    (message,) = told(small)
    assert "U2, U3, U4 en nog 27 andere" in message


def test_a_row_that_moved_to_the_right_is_one_message(small):
    rows = [HEADINGS, *answers("registration")[:30]]
    rows[4].insert(6, "")
    as_csv(small, rows=rows)
    messages = told(small)
    assert sum("andere cellen van deze rij zijn leeg of kunnen hier niet staan" in message for message in messages) == 1
    assert len(messages) <= 4


def test_a_column_pasted_in_the_wrong_place_is_no_flood(small):
    rows = [HEADINGS, *answers("registration")[:30]]
    for number, row in enumerate(rows[1:]):
        row[NAMES.index("housing")] = f"iets {number}"
    as_csv(small, rows=rows)
    assert len(told(small)) <= 6


def test_two_dossiers_with_one_number(small):
    change(small, 3, "dossier", "SYN-001")
    assert any("‘SYN-001’ staat er al bij een dossier hierboven" in message for message in told(small))


def test_headings_that_are_wrong_missing_or_there_twice(small):
    book = load_workbook(small / "registratie.xlsx")
    book["Dossiers"].cell(1, NAMES.index("housing") + 1, "Huisvestinge")
    book["Dossiers"].cell(1, NAMES.index("network") + 1, "Leeftijd van de mama")
    book.save(small / "registratie.xlsx")
    messages = " ".join(told(small))
    assert "‘Huisvestinge’ is geen kolomkop" in messages and "Bedoelde je ‘Huisvesting’?" in messages
    assert "staat er twee keer als kolomkop" in messages
    assert "‘Mensen op wie het gezin kan rekenen’): de kolom ontbreekt" in messages


def test_merged_cells_hidden_rows_and_formulas_that_were_never_worked_out(small):
    book = load_workbook(small / "registratie.xlsx")
    sheet = book["Dossiers"]
    sheet.cell(5, NAMES.index("mother_age") + 1, "=20+8")
    sheet.merge_cells(start_row=6, end_row=7, start_column=21, end_column=21)
    sheet.row_dimensions[9].hidden = True
    book.save(small / "registratie.xlsx")
    messages = " ".join(told(small))
    assert "formule waarvan de uitkomst niet bewaard is" in messages and "samengevoegd" in messages
    assert any("1 verborgen rijen" in message for message in told(small, Level.LOOK))


def test_files_that_cannot_be_read_at_all(small):
    (small / "registratie.xlsx").write_bytes((small / "registratie.xlsx").read_bytes()[:5000])
    assert any("is beschadigd of is geen rekenblad" in message for message in told(small))
    (small / "registratie.xlsx").write_text("geen rekenblad", encoding="utf-8")
    assert any("is beschadigd of is geen rekenblad" in message for message in told(small))


def compound_file(path, stream):
    """A file as Excel stores one with a password: a compound file with a stream of that name and nothing in it."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    allocation = struct.pack("<128I", table, end, *[free] * 126)
    entries = b""
    for name, kind, child in (("Root Entry", 5, 1), (stream, 2, free)):
        text = name.encode("utf-16-le")
        entries += text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text) + 2, kind, 1, free, free, child)
        entries += bytes(36) + struct.pack("<IQ", end, 0)
    path.write_bytes(header + allocation + entries.ljust(512, b"\0"))


def test_a_file_with_a_password(small):
    compound_file(small / "registratie.xlsx", "EncryptedPackage")
    assert any("is met een wachtwoord beveiligd" in message for message in told(small))


def test_a_libreoffice_file_with_a_password(small):
    with zipfile.ZipFile(small / "casestudie.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
            "</manifest:manifest>",
        )
        archive.writestr("content.xml", b"\x00\x01")
    assert any("casestudie.ods: is met een wachtwoord beveiligd" in message for message in told(small))


def test_an_end_measurement_of_a_dossier_that_still_runs(small):
    rows = [HEADINGS, *answers("registration")[:30]]
    at = {name: NAMES.index(name) for name in ("programme", "end_month", "housing_end")}
    # A long programme is measured while it runs.
    short = [row for row in rows[1:] if row[at["programme"]] == "OPkomst" and str(row[at["end_month"]])[:1].isdigit()]
    ended = next(row for row in short if row[at["housing_end"]] not in ("Onbekend", "Niet van toepassing"))
    ended[at["end_month"]] = None
    as_csv(small, rows=rows)
    (message,) = told(small)
    assert "andere antwoorden van deze rij: bij een meetmoment dat niet aanbrak" in message


def test_a_sheet_that_nobody_filled_in(tmp_path):
    template.write(tmp_path)
    messages = told(tmp_path)
    assert any(
        "er staat geen enkel dossier in. Verwacht: minstens één ingevulde rij" in message for message in messages
    )
    book = load_workbook(tmp_path / "registratie.xlsx")
    book["Dossiers"].delete_rows(1, 2)
    book.save(tmp_path / "registratie.xlsx")
    assert any("geen enkel blad lijkt op de vragenlijst met dossiers" in message for message in told(tmp_path))


def many(number):
    """Rows of many dossiers, none of a second trajectory."""
    first = [row for row in answers("registration") if not row[1].startswith("SYN")]
    return [HEADINGS, *([f"D{place:06d}", *first[place % len(first)][1:]] for place in range(1, number + 1))]


def test_ten_thousand_rows_of_a_workbook(small):
    rows = many(10_000)
    rows[9000][NAMES.index("housing")] = "kasteel"
    book = xlsxwriter.Workbook(str(small / "registratie.xlsx"), {"constant_memory": True})
    for name, lines in (("Instellingen", settings(10_000)), ("Dossiers", rows)):
        sheet = book.add_worksheet(name)
        for place, row in enumerate(lines):
            sheet.write_row(place, 0, row)
    book.close()
    intake = read_folder(small)
    assert len(intake.records["registration"]) == 10_000
    (message,) = told(small)
    assert "cel U9001" in message and "‘kasteel’" in message


def test_a_hundred_thousand_rows_of_csv_with_one_mistake_in_each(small):
    rows = many(100_000)
    for row in rows[1:]:
        row[NAMES.index("housing")] = "kasteel"
    as_csv(small, rows=rows)
    (message,) = told(small)
    assert "cellen U2, U3, U4 en nog 99997 andere" in message


def test_a_sheet_that_is_missing(small):
    book = load_workbook(small / "registratie.xlsx")
    del book["Dossiers"]
    book.save(small / "registratie.xlsx")
    assert any("geen enkel blad lijkt op de vragenlijst" in message for message in told(small))
    del book["Instellingen"]
    book.save(small / "registratie.xlsx")
    assert any("het blad ‘Instellingen’ ontbreekt" in message for message in told(small))


@pytest.mark.parametrize(
    ("label", "value", "part"),
    [
        ("Naam van de stad of dienst", None, "is niet ingevuld"),
        ("Laatste maand", "voorjaar", "is geen maand"),
        ("Laatste maand", "01/2019", "ligt voor de eerste maand"),
        ("Drempel", "1", "een geheel getal van 3 tot 50"),
        ("Programma 2", "opkomst+ ", "meer dan één keer"),
        ("Programma 2", "totaal", "heeft hier al een betekenis"),
        ("Doorverwijzer 2", "weet niet", "heeft hier al een betekenis"),
        ("Ander inkomen 1", "leefloon", "heeft hier al een betekenis"),
        ("Ander inkomen 2", "Uitkering of tegemoetkoming", "heeft hier al een betekenis"),
    ],
)
def test_settings_that_cannot_be_used(small, label, value, part):
    book = load_workbook(small / "registratie.xlsx")
    for row in book["Instellingen"].iter_rows(max_col=2):
        if row[0].value == label:
            row[1].value = value
    book.save(small / "registratie.xlsx")
    assert any(part in message and label in message for message in told(small))


def test_a_mistake_in_the_settings_does_not_make_the_answers_of_that_city_wrong(small):
    book = load_workbook(small / "registratie.xlsx")
    write_settings(book["Instellingen"], {"Programma 1": "Samen Sterk", "Drempel": "vijf"})
    for (cell,) in book["Dossiers"].iter_rows(min_row=3, min_col=3, max_col=3):
        cell.value = {"OPkomst+": "Samen Sterk"}.get(cell.value, cell.value)
    book.save(small / "registratie.xlsx")
    (message,) = told(small)
    assert "(kolom ‘Drempel’): ‘vijf’ is geen bruikbaar getal" in message


def test_a_row_of_scores_that_is_there_twice_or_not_at_all_is_told_once(filled):
    book = load_workbook(filled / "casestudie.xlsx")
    rows = [[cell.value for cell in row] for row in book["Scores"].iter_rows(min_row=3)]
    book["Scores"].delete_rows(4)
    book["Scores"].append(rows[2])
    book.save(filled / "casestudie.xlsx")
    again, absent = told(filled)
    assert f"‘Gezin: {rows[2][0]}; Meetmoment: {rows[2][2]}’ staat er al eens. Verwacht: één rij." in again
    assert f"‘Gezin: {rows[1][0]}; Meetmoment: {rows[1][2]}’ ontbreekt. Verwacht: een rij" in absent


def test_a_cell_of_several_lines_is_told_in_one(small):
    change(small, 0, "housing", "Ja\nNee")
    (message,) = told(small)
    assert "‘Ja Nee’ is geen antwoord op deze vraag" in message


def test_another_city_has_its_own_programmes_referrers_and_partners(small):
    book = load_workbook(small / "registratie.xlsx")
    names = {"Programma 1": "Samen Sterk", "Doorverwijzer 1": "AZ Zeezicht", "Partnerorganisatie 2": "CAW Noord"}
    for row in book["Instellingen"].iter_rows(max_col=2):
        row[1].value = names.get(row[0].value, row[1].value)
    for row in book["Dossiers"].iter_rows(min_row=3):
        for cell in row:
            cell.value = {"OPkomst+": "Samen Sterk", "AZ Sint-Maarten": "AZ Zeezicht"}.get(cell.value, cell.value)
    book.save(small / "registratie.xlsx")
    intake = read_folder(small)
    assert intake.usable, text(intake)
    frame = intake.records["registration"]
    assert "az_zeezicht" in set(frame["referrer"]) and "org_caw_noord_start" in frame.columns
    assert any("heet deze partner ‘CAW Noord’" in message for message in told(small, Level.LOOK))


def test_an_income_that_our_list_lacks_is_an_answer_once_the_settings_have_it(small):
    change(small, 0, "mother_income", "Alimentatie")
    change(small, 1, "mother_income", "Zorgbudget")
    first, second = told(small)
    assert all("die bij Instellingen staat naast ‘Ander inkomen 1’ of daaronder" in one for one in (first, second))
    book = load_workbook(small / "registratie.xlsx")
    for row in book["Instellingen"].iter_rows(max_col=3):
        known = {"Ander inkomen 1": ("alimentatie", "ander"), "Ander inkomen 2": ("Zorgbudget", "uitkering")}
        row[1].value, row[2].value = known.get(row[0].value, (row[1].value, row[2].value))
    book.save(small / "registratie.xlsx")
    intake = read_folder(small)
    assert intake.usable, text(intake)
    assert intake.records["registration"]["mother_income"].tolist()[:2] == ["alimentatie", "zorgbudget"]
    own_codebook.write(intake.settings, small / "codeboek")
    with codebook.using(small / "codeboek"):
        rows = rows_of(codebook.variables()["mother_income"])
    assert rows["alimentatie"] == {"alimentatie"}
    assert {"zorgbudget", "unemployment"} < rows["Uitkering of tegemoetkoming"]


def test_the_command_says_it_all_marks_a_copy_and_leaves_the_file_alone(small, capsys):
    change(small, 0, "housing", "kasteel")
    change(small, 1, "housing", "Tijdelijk huisvesting")
    before = (small / "registratie.xlsx").read_bytes()
    assert commands.main(["check", str(small)]) == 1
    assert "‘kasteel’" in capsys.readouterr().out
    assert (small / "registratie.xlsx").read_bytes() == before
    marked = load_workbook(small / "nagekeken" / "registratie.xlsx")
    cell = marked["Dossiers"].cell(3, NAMES.index("housing") + 1)
    assert cell.fill.fgColor.rgb.endswith("FFC7CE") and "geen antwoord op deze vraag" in cell.comment.text
    must = [row for row in marked["Fouten"].iter_rows(min_row=2, values_only=True) if row[0] == "moet"]
    assert [row[2] for row in must] == ["U3", "U4"]
    nearest = "Bedoelde je ‘Tijdelijke huisvesting’?"
    assert must[1][6].endswith(nearest) and marked["Dossiers"]["U4"].comment.text.endswith(nearest)
    assert all(not row[3].value or "‘’" not in row[3].value for row in marked["Fouten"].iter_rows(min_row=2))
    page = (small / "nagekeken" / "verslag.html").read_text(encoding="utf-8")
    assert "‘kasteel’" in page and page.count("<body>") == 1
    for row in (0, 1):
        change(small, row, "housing", "Tijdelijke huisvesting")
    assert commands.main(["check", str(small)]) == 0


def test_a_large_file_is_told_without_a_copy_of_it(small, monkeypatch):
    monkeypatch.setattr(report, "_ROWS", 20)
    change(small, 0, "housing", "kasteel")
    report.write(read_folder(small), small)
    marked = load_workbook(small / "nagekeken" / "registratie.xlsx")
    assert marked.sheetnames == ["Fouten"]
    rows = list(marked["Fouten"].iter_rows(values_only=True))
    assert rows[1][2] == "U3" and "te groot voor een gekleurde kopie" in rows[-1][5]


def test_text_of_a_workbook_never_becomes_markup_or_a_formula(small):
    rows = [HEADINGS, *answers("registration")[:30]]
    rows[2][NAMES.index("housing")] = "<script>alert(1)</script>"
    rows[3][NAMES.index("housing")] = "=HYPERLINK(1)"
    as_csv(small, rows=rows)
    commands.main(["check", str(small)])
    assert "<script>" not in (small / "nagekeken" / "verslag.html").read_text(encoding="utf-8")
    marked = load_workbook(small / "nagekeken" / "registratie.xlsx")
    assert not any(cell.data_type == "f" for sheet in marked for row in sheet.iter_rows() for cell in row)


def test_a_folder_without_a_workbook(tmp_path, capsys):
    assert commands.main(["check", str(tmp_path)]) == 2
    assert "geen rekenblad" in capsys.readouterr().err


def test_an_unknown_workbook_is_not_taken_for_ours(tmp_path):
    book = Workbook()
    book.active.append(["iets", "anders"])
    book.save(tmp_path / "boodschappen.xlsx")
    assert any("geen enkel blad lijkt op de vragenlijst" in message for message in told(tmp_path))
