"""A file that is read by column gives what the careful reader gives, to the byte of each message."""

import random
import sys

import polars as pl
import pytest
from pandas.testing import assert_frame_equal

from helpers.data import columnar, records
from helpers.data.files import RECORDS

#: What ends up in cells: answers to other questions, spaces, signs that readers of CSV disagree on.
_ODD = [*("", " ", " yes", "yes\xa0", "SYN-001", "2023-13", "-3", "1.5", "٣", "NA", "opkomst", "unknown")] + [
    *('"yes"', '"yes', 'ye"s"', "a,b", "a\rb", "a\0b", "a\nb", '"a\nb"', "not_applicable", "not_recorded", "no")
]


@pytest.fixture
def by_column(monkeypatch):
    """Every CSV file counts as large."""
    monkeypatch.setattr(columnar, "LARGE", 0)


def told(name, path):
    """The records as strings, or what is wrong with them."""
    try:
        return records.load(name, path).frame.astype(str).to_csv()
    except records.RecordsError as error:
        return str(error)


def damaged(lines, chance):
    """Lines of a CSV file with some of what goes wrong in files."""
    lines = [lines[0], *chance.sample(lines[1:], chance.randint(1, 30))]
    for _ in range(chance.choice([0, 1, 2, 20])):
        row = chance.randrange(len(lines)) if chance.random() < 0.1 else chance.randrange(1, len(lines))
        cells = lines[row].split(",")
        match chance.randrange(10):
            case 0:
                cells.append(chance.choice(_ODD))
            case 1:
                cells.pop()
            case 2:
                lines.insert(row, chance.choice(["", " ", lines[row], "," * (len(cells) - 1)]))
                continue
            case _:
                cells[chance.choice([0, 1, chance.randrange(len(cells))]) % len(cells)] = chance.choice(_ODD)
        lines[row] = ",".join(cells)
    return lines


@pytest.mark.parametrize("name", ["registration", "interviews"])
@pytest.mark.parametrize("seed", range(15))
def test_damage_is_told_in_the_same_words(tmp_path, monkeypatch, name, seed):
    chance, path = random.Random(seed), tmp_path / "gezinnen.csv"
    lines = damaged((RECORDS / f"{name}.csv").read_text(encoding="utf-8").splitlines(), chance)
    end = chance.choice(["\n", "\r\n", "\r"])
    path.write_bytes(chance.choice([b"", b"\xef\xbb\xbf"]) + (end.join(lines) + end).encode())
    careful = told(name, path)
    monkeypatch.setattr(columnar, "LARGE", 0)
    assert told(name, path) == careful


@pytest.mark.parametrize("name", ["registration", "interviews", "case_study"])
def test_a_large_file_gives_the_same_frame(by_column, monkeypatch, name):
    quick = records.load(name)
    assert columnar.read_csv(RECORDS / f"{name}.csv", quick.frame.columns) is not None
    monkeypatch.setitem(sys.modules, "polars", None)
    careful = records.load(name)
    assert_frame_equal(quick.frame, careful.frame)
    assert quick.synthetic and careful.synthetic


def test_a_file_that_others_could_read_otherwise_is_left_to_the_careful_reader(by_column, codes, tmp_path):
    path = tmp_path / "gezinnen.csv"
    codes.loc[0, "dossier"] = '"SYN-000"'
    path.write_text("\n".join(",".join(row) for row in [list(codes), *codes.to_numpy()]), encoding="utf-8")
    assert columnar.read_csv(path, codes.columns) is None
    assert "SYN-000" in records.load(path=path).frame["dossier"].tolist()


def as_parquet(codes, path, *kinds):
    """A Parquet file whose columns are of each of these kinds in turn."""
    columns = [
        pl.Series(name, codes[name].tolist(), pl.String).cast(kinds[at % len(kinds)]) for at, name in enumerate(codes)
    ]
    pl.DataFrame(columns).write_parquet(path)
    return path


@pytest.mark.parametrize("kinds", [(pl.Categorical,), (pl.String,), (pl.String, pl.Categorical)])
def test_parquet_gives_the_same_records(codes, tmp_path, kinds):
    found = records.load(path=as_parquet(codes[codes.columns[::-1]], tmp_path / "gezinnen.parquet", *kinds))
    assert found.synthetic
    assert_frame_equal(found.frame, records.load().frame)


def test_numbers_in_parquet_may_be_numbers(codes, tmp_path):
    codes = codes[codes["mother_age"].str.isdigit() & (codes["first_dossier"] == "not_applicable")]
    numbers = pl.Series("mother_age", codes["mother_age"].astype(int).tolist())
    path = as_parquet(codes, tmp_path / "gezinnen.parquet", pl.Categorical)
    pl.read_parquet(path).with_columns(numbers).write_parquet(path)
    assert records.load(path=path).frame["mother_age"].tolist() == numbers.to_list()


@pytest.mark.parametrize("value", [None, "kasteel", " adequate"])
def test_what_is_wrong_in_parquet_is_told_as_in_csv(codes, load, tmp_path, value):
    codes.at[7, "housing"] = value or ""
    path = as_parquet(codes, tmp_path / "gezinnen.parquet", pl.Categorical)
    if value is None:
        emptied = pl.col("housing").cast(pl.String).replace("", None).cast(pl.Categorical)
        pl.read_parquet(path).with_columns(emptied).write_parquet(path)
    with pytest.raises(records.RecordsError) as parquet:
        records.load(path=path)
    with pytest.raises(records.RecordsError) as csv:
        load(codes)
    assert "rij 9, kolom 'housing'" in str(csv.value)
    assert str(parquet.value) == str(csv.value).replace("gezinnen.csv", "gezinnen.parquet")


def test_parquet_that_cannot_be_used_is_refused_in_one_line(codes, tmp_path, monkeypatch):
    path = tmp_path / "gezinnen.parquet"
    with pytest.raises(records.RecordsError, match="het bestand is er niet"):
        records.load(path=path)
    path.write_bytes(b"dossier,programme\n")
    with pytest.raises(records.RecordsError, match="verwacht: een Parquet-bestand"):
        records.load(path=path)
    with pytest.raises(records.RecordsError, match="bevat geen dossiers"):
        records.load(path=as_parquet(codes[:0], path, pl.String))
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(records.RecordsError, match="kan niet zonder polars"):
        records.load(path=path)


def test_a_column_of_parquet_that_is_no_answer_is_refused(codes, tmp_path):
    path = as_parquet(codes, tmp_path / "gezinnen.parquet", pl.String)
    pl.read_parquet(path).with_columns(housing=pl.Series([[1]] * len(codes))).write_parquet(path)
    with pytest.raises(records.RecordsError, match="verwacht: een Parquet-bestand"):
        records.load(path=path)
