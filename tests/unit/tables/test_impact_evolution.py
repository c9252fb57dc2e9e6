"""Tabel 17 to 19: who counts, and how changes are rounded."""

from fractions import Fraction

import pandas as pd
import pytest
from random_records import random_records

from helpers.data import published, records
from helpers.data.records import Records
from helpers.dutch.numbers import parse_printed, round_half_up
from helpers.inference.printed_rows import evolution_rows
from helpers.tables import catalogue
from helpers.tables.groups import END
from helpers.tables.impact_evolution import changes, evolution

EVOLUTIONS = ("tabel-17", "tabel-18", "tabel-19")


def computed(id: str, dossiers: Records):
    return catalogue.find(id).function(dossiers)


def with_answers(start: list[str], later: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"admin_play": start, "admin_play_end": later})


def texts(frame: pd.DataFrame) -> dict[str, str]:
    return {c.column: c.text for c in evolution(frame, "admin_", "", END)}


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
