"""Tabel 16 to 19 and 29, and their figures: who counts, and how changes are rounded."""

from fractions import Fraction

import pandas as pd
import pytest
from random_records import random_records

from helpers.data import codebook, populations, published, records
from helpers.data.records import Records
from helpers.dutch.numbers import parse_printed, round_half_up
from helpers.inference.methods import Margins
from helpers.inference.printed_rows import evolution_rows
from helpers.tables import catalogue
from helpers.tables.groups import END
from helpers.tables.impact_evolution import changes, evolution
from helpers.tables.table import cell

EVOLUTIONS = ("tabel-17", "tabel-18", "tabel-19")


def computed(id: str, dossiers: Records):
    return catalogue.find(id).function(dossiers)


def with_answers(start: list[str], later: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"admin_play": start, "admin_play_end": later})


def texts(frame: pd.DataFrame) -> dict[str, str]:
    return {c.column: c.text for c in evolution(frame, "admin_", "", END)}


# --- cells with a share and its count


def test_a_cell_can_show_a_share_with_its_count():
    both = cell(("a", "A"), ("x", "X"), Fraction(23, 40), "% (n)", 40, "gezinnen")
    assert both.text == "57,5% (23)"
    assert [str(number) for number in both.numbers] == ["57.5", "23"]
    assert cell(("a", "A"), ("x", "X"), None, "% (n)", 0, "gezinnen").text == "/"


# --- who counts in Tabel 17 to 19


def test_unknown_at_the_start_does_not_count_and_unknown_later_is_a_no_with_a_range():
    frame = with_answers(["yes", "no", "no", "yes", "unknown"], ["unknown", "yes", "unknown", "yes", "yes"])
    assert texts(frame) == {"start": "50,0% (2)", "end": "50,0% (2)", "points": "0,0", "change": "0%"}
    (later,) = [c for c in evolution(frame, "admin_", "", END) if c.column == "end"]
    assert (later.n, later.value, later.high) == (4, Fraction(2, 4), Fraction(4, 4))
    assert later.high_text == "100,0% (4)"


def test_without_anybody_there_is_no_change_and_from_nobody_no_relative_one():
    assert texts(with_answers(["unknown"], ["yes"])) == dict.fromkeys(["start", "end", "points", "change"], "/")
    assert texts(with_answers(["no", "no"], ["no", "yes"])) == {
        "start": "0,0% (0)",
        "end": "50,0% (1)",
        "points": "50,0",
        "change": "/",
    }


@pytest.mark.parametrize("id", EVOLUTIONS)
def test_the_later_share_has_the_base_of_the_start(id):
    table = computed(id, random_records(1))
    for row in {c.row for c in table.cells if c.column}:
        assert len({c.n for c in table.row(row)}) == 1


# --- how the report rounds a change


def printed_changes():
    """Both printed counts of every row that is no misprint, its base, and the two printed changes."""
    for id in EVOLUTIONS:
        rows = published.cells()[published.cells()["id"] == id].groupby("row")["printed"].agg(list)
        for row in evolution_rows(records.load(), id):
            (points, change) = next(
                cells[2:] for label, cells in rows.items() if label.replace("soc.", "sociale") == row.label
            )
            yield (id, row.label), row.readings[0], points, change


def test_changes_are_rounded_from_the_printed_percentages():
    from_rounded, from_exact = [], []
    for key, reading, points, change in printed_changes():
        if points == "/":
            continue
        expected = [number.value for text in (points, change) for number in parse_printed(text)]
        before, after = Fraction(reading.start, reading.n), Fraction(reading.end, reading.n)
        for found, differing in [
            (changes(before, after), from_rounded),
            ((100 * (after - before), (after - before) / before), from_exact),
        ]:
            rounded = [round_half_up(found[0], 1), round_half_up(found[1] * 100)]
            differing += [(*key, what) for what, x, y in zip(("pp", "%"), rounded, expected, strict=True) if x != y]
    assert from_rounded == [("tabel-19", "Opvoedingswinkel", "%")]
    assert set(from_exact) == {
        ("tabel-17", "Hospitalisatie", "%"),
        ("tabel-17", "Huisarts", "pp"),
        ("tabel-17", "Kind en Gezin", "pp"),
        ("tabel-18", "Aandacht voor spel", "pp"),
        ("tabel-18", "Aandacht voor spel", "%"),
        ("tabel-19", "Kind en Gezin", "pp"),
        ("tabel-19", "Go-team", "%"),
        ("tabel-19", "Kraamzorg/ vroedvrouw", "%"),
        ("tabel-19", "Opvoedingswinkel", "%"),
    }


# --- what a printed row can stand for


def readings():
    return {(id, row.label): row for id in EVOLUTIONS for row in evolution_rows(records.load(), id)}


def test_every_row_has_a_reading_and_only_the_known_misprints_are_set_aside():
    found = readings()
    assert {key: row.misprints for key, row in found.items() if row.misprints} == {
        ("tabel-17", "Groeipakket"): ("17", "24"),
        ("tabel-18", "Groeipakket"): ("74",),
        ("tabel-19", "Opvoedingswinkel"): ("-4%",),
    }
    assert found["tabel-17", "Groeipakket"].readings == (Margins(40, 23, 34),)
    assert found["tabel-18", "Groeipakket"].readings == (Margins(162, 88, 123),)
    assert found["tabel-19", "Opvoedingswinkel"].readings == (Margins(207, 60, 58),)
    several = {key[1]: [reading.n for reading in row.readings] for key, row in found.items() if len(row.readings) > 1}
    assert several.pop("1 gezin 1 plan") == list(range(1, 247))
    assert several == {"Hospitalisatie": [234, 235], "CAW": [177, 178], "CKG": [177, 178], "Go-team": [216, 217]}


@pytest.mark.parametrize("id", EVOLUTIONS)
def test_the_records_are_one_of_the_readings(id):
    table = computed(id, records.load())
    for row in evolution_rows(records.load(), id):
        start, later = table[row.key, "start"], table.row(row.key)[1]
        assert Margins(start.n, start.count, later.count) in row.readings
        assert row.recorded is None


# --- housing and income


def test_every_family_moves_from_one_kind_of_housing_to_one_kind():
    dossiers = random_records(1)
    table = computed("figuur-10", dossiers)
    n = len(populations.impact(dossiers.frame))
    moves = [c for c in table.cells if c.column.startswith("to_")]
    assert table["n", ""].value == sum(c.value for c in moves) == n
    for row in table.rows:
        if row != "n":
            assert table[row, "start"].count == sum(c.value for c in moves if c.row == row)
            assert table[row, "end"].count == sum(c.value for c in moves if c.column == f"to_{row}")


def test_bad_and_good_housing_are_all_housing():
    table = computed("tabel-16", random_records(1))
    assert table["work", "bad"].n > 0
    for row in table.rows:
        assert table[row, "bad"].value + table[row, "good"].value == 1


def test_many_items_in_order_are_more_than_five():
    dossiers = records.load().frame
    items = [name for name in dossiers.columns if name.startswith("admin_") and name.endswith("_end")]
    assert len(items) == 12
    for number, n in [(5, 0), (6, len(populations.impact(dossiers)))]:
        answers = {name: "yes" if index < number else "no" for index, name in enumerate(items)}
        table = computed("tabel-16", Records(dossiers.assign(housing_end="social", **answers), True))
        assert table["many_items", "good"].n == n


def test_the_incomes_at_the_end_are_in_the_order_of_the_report():
    rows = published.cells().query("id == 'tabel-29'")["row"].drop_duplicates()
    labels = list(computed("tabel-29", records.load()).rows.values())
    assert [label.replace("Invaliditeits", "Invalideits") for label in labels] == list(rows)


@pytest.mark.parametrize(
    ("id", "other", "missing"),
    [("figuur-17", "partner_income_end", {"unknown"}), ("figuur-18", "mother_income", set())],
)
def test_a_cross_of_incomes_counts_each_dossier_once(id, other, missing):
    dossiers = random_records(1)
    answers = set(codebook.labels("income")) | missing
    frame = populations.impact(dossiers.frame)[[other, "mother_income_end"]]
    assert sum(c.value for c in computed(id, dossiers).cells) == int(frame.isin(answers).all(axis=1).sum()) > 0
