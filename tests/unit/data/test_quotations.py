"""A broken index of quotations is refused."""

import csv
import re
import shutil
from pathlib import Path

import pytest
import read_quotations

from helpers.data import quotations
from helpers.data.files import QUALITATIVE


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("role", "buurvrouw", "'buurvrouw' staat niet in terms.csv"),
        ("programme", "", "'' staat niet in terms.csv"),
        ("section", "9.9", "'9.9' staat niet in sections.csv"),
        ("indicators", "housing luck", "'luck' staat niet in interview_indicators.csv"),
        ("sub_theme", "bond", "geen deel van"),
        ("paraphrase_nl", " ", "precies één regel"),
        ("order", "7", "de volgnummers"),
        ("id", "Q002", "Q002 staat er 2 keer in"),
    ],
)
def test_a_broken_index_is_refused_with_its_place(tmp_path, column, value, expected):
    folder = Path(shutil.copytree(QUALITATIVE, tmp_path / "qualitative"))
    rows = read_quotations.read_csv("quotations.csv")
    rows[0][column] = value
    with open(folder / "quotations.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(quotations.QualitativeError, match=re.escape(expected)):
        quotations.quotations(folder)
