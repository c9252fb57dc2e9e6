"""Housing at two moments: Tabel 16 and figuur 10."""

from random_records import random_records

from helpers.data import populations, records
from helpers.data.records import Records
from helpers.tables import catalogue


def computed(id: str, dossiers: Records):
    return catalogue.find(id).function(dossiers)


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
    # Of these some families are in each of the rows.
    table = computed("tabel-16", random_records(3))
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
