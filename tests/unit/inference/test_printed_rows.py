"""What a printed row of Tabel 17 to 19 can stand for."""

import pytest

from helpers.data import records
from helpers.data.records import Records
from helpers.inference.methods import Margins
from helpers.inference.printed_rows import evolution_rows
from helpers.tables import catalogue

EVOLUTIONS = ("tabel-17", "tabel-18", "tabel-19")


def computed(id: str, dossiers: Records):
    return catalogue.find(id).function(dossiers)


def readings():
    return {(id, row.label): row for id in EVOLUTIONS for row in evolution_rows(records.load(), id)}


def test_every_row_has_the_reading_that_most_of_its_printed_numbers_agree_on():
    found = readings()
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
