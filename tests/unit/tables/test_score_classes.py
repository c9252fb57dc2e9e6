"""The limits of the classes: every other limit is at odds with what the report prints."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest

from helpers.checking import labels
from helpers.data import instrument, published, records
from helpers.data.files import BOOK
from helpers.dutch.numbers import parse_printed
from helpers.tables import catalogue
from helpers.tables.case_study_change import table_22, table_23
from helpers.tables.score_classes import ALL, GAINS, IMPROVED, INTERVIEW, NAMED_LARGE, STARTS, class_if_any, class_of

LABELS = {"opkomst": "OPkomst", "opkomst_plus": "OPkomst+"}

#: The indicators that the text of 4.2 names for many families that moved forward.
NAMED_MANY = {
    "opkomst": {"housing", "social_rights", "confidence_as_mother", "stress", "help_seeking"},
    "opkomst_plus": {
        *("housing", "income", "baby_kit", "insight", "financial_self_reliance"),
        *("living_environment", "structure", "stress", "safety_net", "trust_in_services"),
    },
}

TENTHS = [Decimal(number) / 10 for number in range(10, 51)]


@pytest.fixture(scope="module")
def cells():
    return published.cells()


def column(cells, id, label):
    """Printed numbers of one column by indicator code; rows without a number left out."""
    codes = {labels.normalise(found.label_nl): code for code, found in instrument.in_tables("case_study").items()}
    mine = cells[(cells["id"] == id) & (cells["column"] == label)]
    found = {
        codes.get(labels.normalise(row)): parse_printed(text)
        for row, text in zip(mine["row"], mine["printed"], strict=True)
    }
    return {code: numbers[0].value for code, numbers in found.items() if code and numbers}


def claimed(cells, text):
    (printed,) = cells.loc[cells["id"] == text, "printed"]
    return 1 if printed == "één" else int(printed)


def test_no_limits_of_tabel_21_give_all_six_counts_and_whole_ones_give_five(cells):
    starts = {code: list(column(cells, "tabel-21", f"{label} · Start").values()) for code, label in LABELS.items()}
    counts = {
        "opkomst": [claimed(cells, f"tekst-4.2-{letter}") for letter in "rtu"],
        "opkomst_plus": [claimed(cells, f"tekst-4.2-{letter}") for letter in "qsv"],
    }

    def agreeing(low, high, very_high):
        return sum(
            given == size
            for code, values in starts.items()
            for given, size in zip(
                counts[code],
                [
                    sum(value < low for value in values),
                    sum(low <= value < high for value in values),
                    sum(value >= very_high for value in values),
                ],
                strict=True,
            )
        )

    fitting = {limits for limits in combinations(TENTHS, 3) if agreeing(*limits) == 5}
    assert not any(agreeing(*limits) == 6 for limits in combinations(TENTHS, 3))
    # No start is printed from 1,7 to 1,9. With 2,1 the five low ones are right, but
    # then three are very low, not two: either way one of the counts is wrong.
    assert [{limits[place] for limits in fitting} for place in range(3)] == [
        {Decimal("1.7"), Decimal("1.8"), Decimal("1.9"), Decimal("2"), Decimal("2.1")},
        {Decimal("3")},
        {Decimal("4")},
    ]
    assert [limit for limit, _, _ in sorted(fitting) if limit % 1 == 0] == [STARTS[1].least]
    assert tuple(found.least for found in STARTS[1:]) in fitting


def test_five_is_the_only_limit_of_tabel_22_that_gives_its_last_row_and_its_names(cells):
    improved = {code: column(cells, "tabel-22", f"{label} · n") for code, label in LABELS.items()}
    last = cells[(cells["id"] == "tabel-22") & cells["row"].str.startswith("Aantal indicatoren")]
    rows = dict(zip(last["column"], last["printed"].map(int), strict=True))

    def fits(limit):
        large = {code: {name for name, n in found.items() if n >= limit} for code, found in improved.items()}
        return large == NAMED_MANY and all(len(large[code]) == rows[f"{label} · n"] for code, label in LABELS.items())

    assert [limit for limit in range(12) if fits(limit)] == [IMPROVED[-1].least]


def test_the_limit_of_a_very_large_progress_gives_the_names(cells):
    gains = {
        code: {
            name: end - column(cells, "tabel-23", f"{label} · M1 +")[name]
            for name, end in column(cells, "tabel-23", f"{label} · M2+").items()
        }
        for code, label in LABELS.items()
    }
    fitting = [
        limit
        for limit in TENTHS
        if {code: {name for name, gain in found.items() if gain >= limit} for code, found in gains.items()}
        == NAMED_LARGE
    ]
    assert fitting == [Decimal("2")]
    assert GAINS[-1].least in fitting


def test_the_tables_mark_what_the_text_names():
    given = records.load("case_study")
    for table, mark, named in ((table_22, "many", NAMED_MANY), (table_23, "large-gain", NAMED_LARGE)):
        marked = {code: set() for code in LABELS}
        for cell in table(given).cells:
            if cell.mark == mark:
                marked[cell.column.partition(".")[0]].add(cell.row)
        assert marked == named


def test_a_class_is_that_of_the_printed_number():
    assert class_of(Fraction(395, 100), STARTS).code == "very-high"
    assert class_of(Fraction(394, 100), STARTS).code == "high"
    assert class_of(Fraction(0), IMPROVED, 0).code == "few"


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_signs_can_be_read_on_their_colours_in_light_and_dark():
    style = (BOOK / "_static" / "opkomst.css").read_text(encoding="utf-8")
    themes = re.findall(r"^html(?:\[data-theme=\"dark\"\])? \{(.*?)\}", style, flags=re.MULTILINE | re.DOTALL)[:2]
    for theme in themes:
        colours = dict(re.findall(r"--opk-class-(\w+): (#\w+);", theme))
        full = {
            name: colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
            for name, colour in colours.items()
        }
        text = luminance(full.pop("text"))
        assert len(full) == 5
        for colour in map(luminance, full.values()):
            assert (max(text, colour) + 0.05) / (min(text, colour) + 0.05) >= 4.5
    for code in ALL:
        assert f".opk-{code}" in style


NAMED = {
    "lowest": {
        *("employment", "stress", "help_seeking", "housing"),
        *("administration", "insight", "confidence_in_relationships", "safety_net"),
    },
    "highest": {"attachment", "trust_in_services", "debts"},
    "strongest": {"insight", "safety_net", "housing", "administration", "stress", "employment"},
}


@pytest.fixture(scope="module")
def marks():
    return [cell for cell in catalogue.table_26(records.load("interviews")).cells if cell.mark]


@pytest.mark.parametrize("name", NAMED)
def test_what_the_text_names_has_a_sign_and_nothing_else(marks, name):
    assert {cell.row for cell in marks if cell.mark == name} == NAMED[name]


def test_twelve_indicators_have_six_mothers_or_more(marks):
    assert sum(cell.mark == "six" for cell in marks) == 12


@pytest.mark.parametrize("name, column, lowest", [("highest", "start", "2.45"), ("strongest", "change", "1.39")])
def test_a_limit_that_print_does_not_give_could_lie_lower_without_another_sign(marks, name, column, lowest):
    (found,) = (one for one in INTERVIEW[column] if one.code == name)
    values = {cell.row: cell.value for cell in catalogue.table_26(records.load("interviews")).column(column)}
    assert min(values[row] for row in NAMED[name]) >= found.least - Decimal("0.005")
    assert max(value for row, value in values.items() if row not in NAMED[name]) < Decimal(lowest)


def test_a_number_between_two_classes_has_none():
    assert class_if_any(Decimal("2.22"), INTERVIEW["start"], 2) is None
    assert class_if_any(Decimal("2.004"), INTERVIEW["start"], 2).code == "lowest"
