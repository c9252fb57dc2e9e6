"""Appendix 2: the mother's income against family and partner's income."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import COUNT, TOTAL, Label, answers, count, income_groups, share, split, tally
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell, ratio

_UNKNOWN = ("unknown", "Onbekend")


_UNKNOWN_OR_NOT_APPLICABLE = ("unknown", "Onbekend/ NVT")


@output("tabel-27", "Inkomenscategorie naar gezinssamenstelling, bij start", "bijlage 2")
def table_27(frame: pd.DataFrame) -> Iterator[Cell]:
    """Family composition within each income group (row percentages)."""
    yield from _composition_by_income(frame)
    first = populations.described(frame)
    families = tally(first, "family_composition")
    for column, codes in _compositions():
        number = sum(families[code] for code in codes)
        yield count(COUNT, column, number, "alle mama's")
    yield count(COUNT, TOTAL, len(first), "alle mama's")


@output("figuur-14", "Inkomen mama naar gezinssamenstelling, bij start", "bijlage 2")
def figure_14(frame: pd.DataFrame) -> Iterator[Cell]:
    """The row percentages of Tabel 27."""
    yield from (c for c in _composition_by_income(frame) if c.column != TOTAL[0])


def _composition_by_income(frame: pd.DataFrame) -> Iterator[Cell]:
    first = populations.described(frame)
    groups = split(income_groups(tally(first, "mother_income", "family_composition")))
    for row in [*codebook.labels("income_group").items(), _UNKNOWN]:
        mothers = groups[row[0]]
        for column, codes in _compositions():
            yield share(row, column, mothers, codes, "mama's met dit inkomen")
        n = mothers.total()
        yield cell(row, TOTAL, ratio(n, n), "%", n, "mama's met dit inkomen", decimals=0)


def _compositions() -> Iterator[tuple[Label, set[str]]]:
    for column in answers("family_composition"):
        yield column, {column[0]}
    yield _UNKNOWN_OR_NOT_APPLICABLE, {"unknown", "not_applicable"}


@output("tabel-28", "Gezinssamenstelling naar inkomenscategorie, bij start", "bijlage 2")
def table_28(frame: pd.DataFrame) -> Iterator[Cell]:
    """Income groups within each family composition (column percentages)."""
    first = populations.described(frame)
    incomes = split(income_groups(tally(first, "family_composition", "mother_income")))
    everyone = sum(incomes.values(), Counter())
    columns = [*answers("family_composition"), _UNKNOWN]
    for row in [*codebook.labels("income_group").items(), _UNKNOWN_OR_NOT_APPLICABLE]:
        codes = {"unknown", "not_applicable"} if row == _UNKNOWN_OR_NOT_APPLICABLE else {row[0]}
        for column in columns:
            yield share(row, column, incomes[column[0]], codes, "gezinnen met deze samenstelling")
        yield count(row, COUNT, sum(everyone[code] for code in codes), "alle mama's")
    for column in columns:
        n = incomes[column[0]].total()
        yield cell(TOTAL, column, ratio(n, n), "%", n, "gezinnen met deze samenstelling", decimals=0)
    yield count(TOTAL, COUNT, len(first), "alle mama's")


@output("figuur-15", "Inkomen mama naar inkomen papa, bij start", "bijlage 2")
def figure_15(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's income against her partner's, for couples."""
    first = populations.described(frame)
    couples = first[first["family_composition"].isin(codebook.codes_in_group("family_composition", "couple"))]
    partners = split(income_groups(tally(couples, "mother_income", "partner_income")))
    columns = [*codebook.labels("income_group").items(), _UNKNOWN]
    for row in columns:
        group = partners[row[0]]
        for column in columns:
            yield cell(row, column, group[column[0]], "n", group.total(), "koppels")
