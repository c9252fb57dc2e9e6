"""The digest of the columns that a table reads."""

from dataclasses import replace

import pytest

from helpers.data import records
from helpers.tables import catalogue, registry
from helpers.tables.table import cell

OUTPUTS = catalogue.all_outputs()


def swapped(values):
    """The same answers, of which the first and the first that differs from it change places."""
    texts = list(map(str, values))
    other = next(place for place, text in enumerate(texts) if text != texts[0])
    order = list(range(len(texts)))
    order[0], order[other] = other, 0
    return values.iloc[order].set_axis(values.index)


@pytest.mark.parametrize("id", OUTPUTS)
def test_the_digest_changes_with_every_column_of_the_table_and_with_no_other(id):
    found, used = records.load(OUTPUTS[id].records), OUTPUTS[id].columns
    (before,) = OUTPUTS[id].function(found).sources

    def digest(columns):
        frame = found.frame.assign(**{column: swapped(found.frame[column]) for column in columns})
        return registry.columns_digest(replace(found, frame=frame).columns_for(id))

    assert digest(set(found.frame.columns) - set(used)) == before.digest
    for column in used:
        assert digest([column]) != before.digest, column


def test_a_table_is_computed_once_for_the_same_columns_and_anew_when_one_changes(monkeypatch):
    monkeypatch.setattr(registry, "OUTPUTS", {})
    seen = []

    @registry.output("tabel-7", "Proef", "3")
    def table(columns):
        seen.append(columns)
        return [cell(("all", "Alle"), ("n", "n"), len(columns), "n", len(columns), "gezinnen")]

    dossiers = records.load()
    first = table(dossiers)
    assert table(dossiers) is table(records.load()) is first and len(seen) == 1
    assert table(replace(dossiers, synthetic=False)).synthetic is False
    column = OUTPUTS["tabel-7"].columns[0]
    another = next(code for code in dossiers.frame[column].cat.categories if code != dossiers.frame.loc[0, column])
    dossiers.frame.loc[0, column] = another
    changed = table(dossiers)
    assert changed.sources != first.sources and seen[-1][column].iloc[0] == another
