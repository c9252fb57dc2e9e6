"""Appendix 3: the mother's income at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import COUNT, TOTAL, Label, answers, count, income_groups, share, split, tally
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
    incomes = tally(dossiers, "mother_income_end")
    for row in _incomes():
        n = incomes[row[0]]
        yield cell(row, TOTAL, 1 if n else None, "%", n, _BASE, decimals=0)
        yield count(row, COUNT, n, "mama's met bekend inkomen bij einde")


@output("figuur-16", "Inkomen mama naar gezinssamenstelling, bij einde", "bijlage 3")
def figure_16(frame: pd.DataFrame) -> Iterator[Cell]:
    """The row percentages of Tabel 29."""
    yield from _composition_by_income(populations.impact(frame))


def _composition_by_income(dossiers: pd.DataFrame) -> Iterator[Cell]:
    compositions = split(tally(dossiers, "mother_income_end", "family_composition"))
    for row in _incomes():
        mothers = compositions[row[0]]
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
    yield from _cross(tally(couples, "mother_income_end", "partner_income_end"), [_UNKNOWN], "koppels")


@output("figuur-18", "Evolutie inkomen mama tussen start en einde, zonder onbekende", "bijlage 3")
def figure_18(frame: pd.DataFrame) -> Iterator[Cell]:
    """The mother's income at the start (rows) and at the end, where both are known."""
    known, moves = codebook.labels("income"), tally(populations.impact(frame), "mother_income", "mother_income_end")
    both = Counter({move: n for move, n in moves.items() if known.keys() >= {*move}})
    yield from _cross(both, [], "mama's met bekend inkomen op beide momenten")


def _cross(incomes: Counter, missing: list[Label], base: str) -> Iterator[Cell]:
    """How often each income group goes with each other one."""
    labels, groups = [*codebook.labels("income_group").items(), *missing], split(income_groups(incomes))
    for row in labels:
        group = groups[row[0]]
        for column in labels:
            yield cell(row, column, group[column[0]], "n", group.total(), base)
