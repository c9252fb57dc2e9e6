"""Incomes at the end: Tabel 29, figuur 17 and 18."""

import pytest
from random_records import random_records

from helpers.data import codebook, populations, published, records
from helpers.data.records import Records
from helpers.tables import catalogue


def computed(id: str, dossiers: Records):
    return catalogue.find(id).function(dossiers)


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
