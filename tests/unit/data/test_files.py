"""Reading the CSV files of data/."""

import pytest

from helpers.data.files import read_rows


def test_a_comma_without_quotes_does_not_cut_a_sentence_off(tmp_path):
    file = tmp_path / "sentences.csv"
    file.write_text("id,meaning_nl\na,Het ene\nb,Het ene, en het andere\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sentences\.csv, row 3: 3 fields for 2 columns"):
        read_rows(file)
