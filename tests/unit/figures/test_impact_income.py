"""Incomes at two moments: what the alt text counts."""

from drawn import all_of

from helpers import figures
from helpers.tables.table import Table, cell


def test_the_alt_text_of_a_flow_counts_who_moved():
    groups = {"none": "Geen", "work": "Werk"}
    counts = {"none": {"none": 5, "work": 3}, "work": {"none": 1, "work": 7}}
    cells = tuple(
        cell((row, groups[row]), (column, groups[column]), counts[row][column], "n", 8, "mama's")
        for row in groups
        for column in groups
    )
    table = Table("figuur-18", "", "", cells, True)
    assert figures.draw(table, all_of(table)).alt.endswith(
        "Van de 16 mama's hebben er 12 nog dezelfde soort inkomen, en 4 een andere. "
        "Het vaakst ging het van ‘Geen’ naar ‘Werk’ (3)."
    )
