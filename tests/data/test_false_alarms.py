"""A report without a mistake, on other families, contradicts nothing."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from helpers.checking import labels, printed
from helpers.data import records
from helpers.tables import catalogue

#: The column that says whose a row is.
WHOSE = {"registration": "dossier", "case_study": "family", "interviews": "mother"}


def drawn_again(given, rng):
    """As many families, each one of those that there are: some twice, others not at all, and none with a second."""
    whose, frame = WHOSE[given.name], given.frame
    if given.name == "registration":
        frame = frame[frame["first_dossier"] == "not_applicable"]
    rows = dict(list(frame.groupby(whose)))
    drawn = [rows[one] for one in rng.choice(list(rows), len(rows))]
    return replace(given, frame=pd.concat([one.assign(**{whose: f"{i}"}) for i, one in enumerate(drawn)]))


@pytest.fixture(scope="module", params=range(3))
def report(request):
    """Every cell of a table as a report on such families would print it."""
    known, rng = printed.declarations(), np.random.default_rng(request.param)
    tables = catalogue.tables_of(*(drawn_again(given, rng) for given in records.load_all()))
    matched = [labels.match(table, known.printed_in(id), known.variants) for id, table in tables.items()]
    return {key: cell.text for found in matched for key, cell in found.pairs.items() if key[0].startswith("tabel-")}


def test_whatever_holds_of_the_report_holds_of_one_on_other_families(report):
    known = printed.declarations()
    between_tables = [one for one in known.relations.values() if one.keys <= report.keys()]
    # Where the report contradicts itself, its tables are counted as it did.
    held = [one for one in between_tables if one.verdict(known.printed).consistent]
    assert len(held) > 600 and sum(one.texts(known.printed) != one.texts(report) for one in held) > 300
    assert {one.name: one.verdict(report).proof for one in held if not one.verdict(report).consistent} == {}
