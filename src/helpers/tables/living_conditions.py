"""Section 3.6: income, residence status, work and housing.

Section 3.7: the people a family can count on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import COUNT, TOTAL, Label, answers, below, count, income_groups, programmes, share, tally
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell, ratio

_PERCENT: Label = ("percent", "%")


@output("figuur-8", "Inkomen mama bij aanvang begeleiding", "3.6")
def figure_8(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's income at the start; missing answers in whole per cents, as in the report."""
    first = populations.described(frame)
    groups = income_groups(tally(first, "mother_income"))
    missing = codebook.labels("missing")
    for row in codebook.labels("income_group").items():
        yield share(row, TOTAL, groups, {row[0]}, "mama's")
    for code in ("unknown", "not_applicable"):
        yield share((code, missing[code]), TOTAL, groups, {code}, "mama's", decimals=0)
    yield below(first, "mama's")


@output("figuur-9", "Verblijfsstatuut ouders bij aanvang begeleiding", "3.6")
def figure_9(frame: pd.DataFrame) -> Iterator[Cell]:
    """Residence status of mothers and of fathers (whole per cents, as in the report)."""
    first = populations.described(frame)
    mothers, fathers = tally(first, "mother_residence"), tally(first, "father_residence")
    for row in answers("mother_residence", "unknown", "not_applicable"):
        yield share(row, ("mother", "Mama"), mothers, {row[0]}, "dossiers", decimals=0)
        yield share(row, ("father", "Papa"), fathers, {row[0]}, "dossiers", decimals=0)


@output("tabel-9", "Tewerkstelling mama bij aanvang begeleiding", "3.6")
def table_9(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's employment."""
    first = populations.described(frame)
    employment = tally(first, "mother_employment")
    for row in answers("mother_employment", "unknown", "not_applicable"):
        yield from _percent_and_count(row, employment, {row[0]})
    yield cell(TOTAL, _PERCENT, ratio(len(first), len(first)), "%", len(first), "dossiers", decimals=0)
    yield count(TOTAL, COUNT, len(first), "dossiers")


@output("tabel-10", "Huisvestingssituatie bij aanvang begeleiding", "3.6")
def table_10(frame: pd.DataFrame) -> Iterator[Cell]:
    """Where the family lives."""
    first = populations.described(frame)
    housing = tally(first, "housing")
    for row in answers("housing"):
        yield from _percent_and_count(row, housing, {row[0]})
    missing = ("unknown", "Onbekend/niet van toepassing")
    yield from _percent_and_count(missing, housing, {"unknown", "not_applicable"})
    yield count(TOTAL, COUNT, len(first), "dossiers")


def _percent_and_count(row: Label, counts: Counter, codes: set[str]) -> Iterator[Cell]:
    yield share(row, _PERCENT, counts, codes, "dossiers")
    yield count(row, COUNT, sum(counts[code] for code in codes), "dossiers")


@output("tabel-11", "Op hoeveel mensen kan het gezin bij aanvang begeleiding rekenen bij ernstige problemen?", "3.7")
def table_11(frame: pd.DataFrame) -> Iterator[Cell]:
    """How many people the family can count on in serious trouble."""
    first = populations.described(frame)
    missing = ("unknown", "Onbekend/niet van toepassing")
    networks = programmes(first, "network")
    _, together = networks[-1]
    for row in [*answers("network"), missing]:
        codes = {"unknown", "not_applicable"} if row == missing else {row[0]}
        for column, counts in networks:
            yield share(row, column, counts, codes, "gezinnen")
        yield count(row, COUNT, sum(together[code] for code in codes), "gezinnen")
    yield count(TOTAL, COUNT, len(first), "gezinnen")
