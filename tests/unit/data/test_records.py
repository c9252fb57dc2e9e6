"""A broken file is refused with a message that says where and what."""

import pytest

from helpers.data import codebook, records


def test_the_committed_records_are_valid_and_synthetic():
    assert records.load().synthetic


@pytest.mark.parametrize("id", ["2023-17", "SYN-Fatima Peeters", "SYN-", "SYN-17b", "SYN-AB17", "syn-17", "SYN-9999"])
def test_every_row_needs_an_id_that_the_generator_made(codes, load, id):
    last = codes.index[-1]
    assert (codes["first_dossier"] != codes.at[last, "dossier"]).all()
    codes.at[last, "dossier"] = id
    assert not load(codes).synthetic


def test_real_records_with_numbers_like_those_of_the_generator_are_no_synthetic_ones(codes, load):
    """As somebody would number their own: from SYN-001 on, but not as many."""
    alone = codes[codes["first_dossier"] == "not_applicable"].drop_duplicates("dossier").head(70).reset_index(drop=True)
    alone["dossier"] = [f"SYN-{number:03d}" for number in range(1, len(alone) + 1)]
    assert not load(alone).synthetic


def test_an_answer_may_be_changed_and_rows_may_be_sorted(codes, load):
    codes.at[7, "mother_age"] = "30"
    assert load(codes[::-1]).synthetic


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("programme", "OPkomst", "opkomst_plus of opkomst"),
        ("mother_age", "negenentwintig", "een geheel getal van 12 tot 60"),
        ("mother_age", "290", "een geheel getal van 12 tot 60"),
        ("mother_age", "29.5", "een geheel getal van 12 tot 60"),
        ("mother_age", "", "een geheel getal van 12 tot 60"),
        ("start_month", "2023-13", "een maand als 2023-09"),
        ("housing", "kasteel", "homeless of"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(codes, load, column, value, expected):
    codes.at[7, column] = value
    with pytest.raises(records.RecordsError) as error:
        load(codes)
    message = str(error.value)
    assert f"gezinnen.csv: rij 9, kolom '{column}': '{value}'" in message
    assert expected in message


def test_every_problem_is_reported_at_once(codes, load):
    codes.at[0, "programme"] = "x"
    codes.at[5, "interest"] = "y"
    with pytest.raises(records.RecordsError) as error:
        load(codes)
    assert len(str(error.value).splitlines()) == 2


def test_a_missing_and_an_unknown_column_are_named(codes, load):
    with pytest.raises(records.RecordsError, match="kolom 'housing' ontbreekt"):
        load(codes.drop(columns="housing"))
    with pytest.raises(records.RecordsError, match="kolom 'naam' staat niet in het codeboek"):
        load(codes.assign(naam="x"))


def test_a_dossier_occurs_once(codes, load):
    codes.at[3, "dossier"] = codes.at[2, "dossier"]
    with pytest.raises(records.RecordsError, match="een nummer dat maar één keer voorkomt"):
        load(codes)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "het bestand is leeg"),
        (b"\xff\xfe\x00dossier", "verwacht: een CSV-bestand in UTF-8"),
        (b"dossier;programme\nA;B\n", "gescheiden door puntkomma's; verwacht: komma's"),
        (b"dossier\tprogramme\n", "gescheiden door tabs; verwacht: komma's"),
        (b"dossier,programme,programme\nA,B,C\n", "kolom 'programme' staat er 2 keer; verwacht: "),
        (b"dossier,programme\nA,B,\n", "rij 2: 3 waarden; verwacht: 2"),
        (b"dossier,programme\n", "het bestand bevat geen dossiers"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path, content, expected):
    path = tmp_path / "gezinnen.csv"
    path.write_bytes(content)
    with pytest.raises(records.RecordsError) as error:
        records.load(path=path)
    assert str(error.value).startswith("gezinnen.csv: ") and len(str(error.value).splitlines()) == 1
    assert expected in str(error.value)


@pytest.mark.parametrize("name", ["weg.csv", "."])
def test_a_file_that_cannot_be_opened_is_named(tmp_path, name):
    with pytest.raises(records.RecordsError, match="het bestand is er niet of kan niet geopend worden"):
        records.load(path=tmp_path / name)


def test_missing_answers_stay_three_different_things():
    frame = records.load().frame
    codes = {code for variable in codebook.variables().values() for code in variable.missing}
    assert codes == {"unknown", "not_applicable", "not_recorded"} <= set(codebook.categories("missing"))
    for code in codes:
        assert (frame == code).any().any()


def written(codes, tmp_path, change):
    """Three dossiers as CSV lines, changed, in a file."""
    path = tmp_path / "gezinnen.csv"
    path.write_text("\n".join(change(codes[:3].to_csv(index=False).splitlines())) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("value", "shown"), [("1\n8", "1⏎8"), ("18\u00a0", "18⍽"), ("18\u200b", "18⍽"), ("1\u20078", "1⍽8")]
)
def test_what_cannot_be_seen_in_a_cell_is_part_of_its_value_and_shown(codes, tmp_path, value, shown):
    codes.at[1, "mother_age"] = value
    path = tmp_path / "gezinnen.csv"
    codes[:3].to_csv(path, index=False)
    with pytest.raises(records.RecordsError, match=f"rij 3, kolom 'mother_age': '{shown}'"):
        records.load(path=path)


def test_a_quotation_mark_that_nobody_closed_is_one_message(codes, tmp_path):
    path = written(codes, tmp_path, lambda lines: [*lines[:2], lines[2].replace(",", ',"', 1), *lines[3:]])
    with pytest.raises(records.RecordsError, match="rij 3: een aanhalingsteken") as error:
        records.load(path=path)
    assert "\n" not in str(error.value)


def test_rows_that_are_empty_count_but_are_no_dossiers(codes, tmp_path):
    codes.at[1, "housing"] = "goed"
    emptied = "," * (len(codes.columns) - 1)
    path = written(codes, tmp_path, lambda lines: [*lines[:2], "", emptied, *lines[2:]])
    with pytest.raises(records.RecordsError, match="rij 5, kolom 'housing': 'goed'"):
        records.load(path=path)


def test_columns_without_a_name_at_the_end_are_one_message(codes, tmp_path):
    path = written(codes, tmp_path, lambda lines: [f"{line},," for line in lines])
    with pytest.raises(records.RecordsError, match="de laatste 2 kolommen hebben geen naam"):
        records.load(path=path)
