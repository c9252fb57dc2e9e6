"""Reading the CSV files of data/."""

from dataclasses import dataclass

import pytest

from helpers.data.files import DataError, read_as, read_rows


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # A comma without quotes would cut the sentence off.
        ("id,meaning_nl\na,Het ene\nb,Het ene, en het andere\n", r"row 3: 3 fields for 2 columns"),
        ('id,meaning_nl\na,"Het ene\nb,Het andere\n', "cannot be read: unexpected end of data"),
    ],
)
def test_a_file_that_loses_something_is_refused_by_name(tmp_path, text, message):
    file = tmp_path / "sentences.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=rf"sentences\.csv.* {message}"):
        read_rows(file)


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path):
    file = tmp_path / "sentences.csv"
    file.write_bytes("id,meaning_nl\na,één\n".encode("cp1252"))
    with pytest.raises(DataError, match=r"sentences\.csv cannot be read"):
        read_rows(file)


@dataclass
class Sentence:
    id: str
    meaning_nl: str


def test_a_file_with_other_columns_is_refused_by_name(tmp_path):
    file = tmp_path / "sentences.csv"
    file.write_text("id,meaning_nl\na,Het ene\n", encoding="utf-8")
    assert read_as(Sentence, file) == [Sentence("a", "Het ene")]
    file.write_text("id,meaning\na,Het ene\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"columns id, meaning; expected id, meaning_nl"):
        read_as(Sentence, file)
