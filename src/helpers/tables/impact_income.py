"""Appendix 3: the mother's income at the end."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import COUNT, TOTAL, Label, answers, count, income_groups, share
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell

_UNKNOWN: Label = ("unknown", "Onbekend")


#: In the order of the report, which is not that of the codebook.
_INCOMES = (
    "none",
    "living_wage",
    "disability_allowance",
    "work",
    "unemployment",
    "sickness",
    "invalidity",
    "benefit",
)


_BASE = "mama's met dit inkomen bij einde"


@output("tabel-29", "Inkomen mama naar gezinssamenstelling, bij einde", "bijlage 3")
def table_29(frame: pd.DataFrame) -> Iterator[Cell]:
    """Family composition within each income at the end (row percentages).

    Where nobody has an income there is no percentage, the total included.
    """
    dossiers = populations.impact(frame)
    yield from _composition_by_income(dossiers)
    for row in _incomes():
        n = int((dossiers["mother_income_end"] == row[0]).sum())
        yield cell(row, TOTAL, 1 if n else None, "%", n, _BASE, decimals=0)
        yield count(row, COUNT, n, "mama's met bekend inkomen bij einde")


@output("figuur-16", "Inkomen mama naar gezinssamenstelling, bij einde", "bijlage 3")
def figure_16(frame: pd.DataFrame) -> Iterator[Cell]:
    """The row percentages of Tabel 29."""
    yield from _composition_by_income(populations.impact(frame))


def _composition_by_income(dossiers: pd.DataFrame) -> Iterator[Cell]:
    for row in _incomes():
        mothers = dossiers.loc[dossiers["mother_income_end"] == row[0], "family_composition"]
        for column in answers("family_composition"):
            yield share(row, column, mothers, {column[0]}, _BASE)
        yield share(row, _UNKNOWN, mothers, {"unknown", "not_applicable"}, _BASE)


def _incomes() -> Iterator[Label]:
    labels = codebook.labels("income")
    return ((code, labels[code]) for code in _INCOMES)


@output("figuur-17", "Inkomen mama naar inkomen papa, bij einde", "bijlage 3")
def figure_17(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's income against her partner's at the end, where she has one."""
    dossiers = populations.impact(frame)
    couples = dossiers[dossiers["partner_income_end"] != "not_applicable"]
    yield from _cross(couples["mother_income_end"], couples["partner_income_end"], [_UNKNOWN], "koppels")


@output("figuur-18", "Evolutie inkomen mama tussen start en einde, zonder onbekende", "bijlage 3")
def figure_18(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's income at the start (rows) and at the end, where both are known."""
    dossiers, known = populations.impact(frame), list(codebook.labels("income"))
    both = dossiers[dossiers["mother_income"].isin(known) & dossiers["mother_income_end"].isin(known)]
    base = "mama's met bekend inkomen op beide momenten"
    yield from _cross(both["mother_income"], both["mother_income_end"], [], base)


def _cross(rows: pd.Series, columns: pd.Series, missing: list[Label], base: str) -> Iterator[Cell]:
    """How often each income group goes with each other one."""
    labels = [*codebook.labels("income_group").items(), *missing]
    one, other = income_groups(rows), income_groups(columns)
    for row in labels:
        group = other[one == row[0]]
        for column in labels:
            yield cell(row, column, int((group == column[0]).sum()), "n", len(group), base)
