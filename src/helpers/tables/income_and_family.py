"""Appendix 2: the mother's income against family and partner's income."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import COUNT, TOTAL, Label, answers, count, income_groups, share
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell, ratio

_UNKNOWN = ("unknown", "Onbekend")


_UNKNOWN_OR_NOT_APPLICABLE = ("unknown", "Onbekend/ NVT")


@output("tabel-27", "Inkomenscategorie naar gezinssamenstelling, bij start", "bijlage 2")
def table_27(frame: pd.DataFrame) -> Iterator[Cell]:
    """Family composition within each income group (row percentages)."""
    yield from _composition_by_income(frame)
    first = populations.described(frame)
    for column, codes in _compositions():
        number = int(first["family_composition"].isin(codes).sum())
        yield count(COUNT, column, number, "alle mama's")
    yield count(COUNT, TOTAL, len(first), "alle mama's")


@output("figuur-14", "Inkomen mama naar gezinssamenstelling, bij start", "bijlage 2")
def figure_14(frame: pd.DataFrame) -> Iterator[Cell]:
    """The row percentages of Tabel 27."""
    yield from (c for c in _composition_by_income(frame) if c.column != TOTAL[0])


def _composition_by_income(frame: pd.DataFrame) -> Iterator[Cell]:
    first = populations.described(frame)
    groups = income_groups(first["mother_income"])
    for row in [*codebook.labels("income_group").items(), _UNKNOWN]:
        mothers = first.loc[groups == row[0], "family_composition"]
        for column, codes in _compositions():
            yield share(row, column, mothers, codes, "mama's met dit inkomen")
        yield cell(
            row, TOTAL, ratio(len(mothers), len(mothers)), "%", len(mothers), "mama's met dit inkomen", decimals=0
        )


def _compositions() -> Iterator[tuple[Label, set[str]]]:
    for column in answers("family_composition"):
        yield column, {column[0]}
    yield _UNKNOWN_OR_NOT_APPLICABLE, {"unknown", "not_applicable"}


@output("tabel-28", "Gezinssamenstelling naar inkomenscategorie, bij start", "bijlage 2")
def table_28(frame: pd.DataFrame) -> Iterator[Cell]:
    """Income groups within each family composition (column percentages)."""
    first = populations.described(frame)
    groups = income_groups(first["mother_income"])
    columns = [*answers("family_composition"), _UNKNOWN]
    for row in [*codebook.labels("income_group").items(), _UNKNOWN_OR_NOT_APPLICABLE]:
        codes = {"unknown", "not_applicable"} if row == _UNKNOWN_OR_NOT_APPLICABLE else {row[0]}
        for column in columns:
            incomes = groups[first["family_composition"] == column[0]]
            yield share(row, column, incomes, codes, "gezinnen met deze samenstelling")
        yield count(row, COUNT, int(groups.isin(codes).sum()), "alle mama's")
    for column in columns:
        n = int((first["family_composition"] == column[0]).sum())
        yield cell(TOTAL, column, ratio(n, n), "%", n, "gezinnen met deze samenstelling", decimals=0)
    yield count(TOTAL, COUNT, len(first), "alle mama's")


@output("figuur-15", "Inkomen mama naar inkomen papa, bij start", "bijlage 2")
def figure_15(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's income against her partner's, for couples."""
    first = populations.described(frame)
    couples = first[first["family_composition"].isin(codebook.codes_in_group("family_composition", "couple"))]
    mothers, partners = income_groups(couples["mother_income"]), income_groups(couples["partner_income"])
    columns = [*codebook.labels("income_group").items(), _UNKNOWN]
    for row in columns:
        group = partners[mothers == row[0]]
        for column in columns:
            number = int((group == column[0]).sum())
            yield cell(row, column, number, "n", len(group), "koppels")
