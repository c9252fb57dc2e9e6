"""Shared by the unit tests: what was checked, printed scores, and made ones."""

import pytest

from helpers.checking import findings, labels, verify
from helpers.data import instrument, published, records
from helpers.tables.table import Table, cell


@pytest.fixture(scope="session")
def dossiers():
    """All records of the book."""
    return records.load_all()


@pytest.fixture(scope="session")
def checks(dossiers):
    """What came of every printed number."""
    return verify.verify(*dossiers)


@pytest.fixture(scope="session")
def contradictions():
    """Every finding, gravest first."""
    return findings.findings()


@pytest.fixture(scope="session")
def printed_scores():
    """Printed strings by table, indicator code and column label."""
    codes = {labels.normalise(found.label_nl): code for code, found in instrument.in_tables("case_study").items()}
    variants, found = labels.read_label_variants(), {}
    for row in published.cells().itertuples():
        label = labels.normalise(variants.get((row.id, row.row), row.row))
        if label in codes:
            found[row.id, codes[label], row.column] = row.printed
    return found


@pytest.fixture
def table_26():
    """Tabel 26 with the same numbers for every indicator."""

    def make(better: int, rated: int, synthetic: bool = True) -> Table:
        cells = [
            cell((indicator.code, indicator.label_nl), (column, column), value, "n", rated, "mama's")
            for indicator in instrument.indicators("interview").values()
            for column, value in (("better", better), ("rated", rated))
        ]
        return Table("tabel-26", "Scores", "4.3", tuple(cells), synthetic)

    return make
