"""Incomes and families: what the alt text compares."""

from fractions import Fraction

from drawn import all_of

from helpers import figures
from helpers.tables.table import Table, cell


def test_compositions_are_compared_between_larger_groups_only():
    sizes = {"none": 40, "living_wage": 50, "work": 2}
    counts = {"none": 10, "living_wage": 30, "work": 2}
    columns = {"single": "Alleen", "couple": "Koppel", "other": "Anders", "unknown": "Onbekend"}
    cells = tuple(
        cell((row, row), (column, label), Fraction(counts[row] * (column == "single"), n), "%", n, "x")
        for row, n in sizes.items()
        for column, label in columns.items()
    )
    table = Table("figuur-16", "", "", cells, True)
    assert (
        "Bij de inkomens met minstens 30 mama's verschilt het aandeel van ‘Alleen’ het meest: het grootst bij "
        "‘living_wage’ (60,0%), het kleinst bij ‘none’ (25,0%)." in figures.draw(table, all_of(table)).alt
    )
