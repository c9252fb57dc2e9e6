"""Section 3.5: who the families are."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import populations
from helpers.tables.groups import COUNT, TOTAL, answers, below, count, extreme, mean, programmes, programmes_only, share
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell

#: Width of the age classes of Figuur 6, in years, and where the first begins.
AGE_CLASS, FIRST_AGE = 3, 12


def _known_ages(frame: pd.DataFrame) -> pd.DataFrame:
    first = populations.described(frame)
    return first[first["mother_age"].notna()]


@output("tabel-6", "Leeftijd mama bij aanmelding, in jaren", "3.5")
def table_6(frame: pd.DataFrame) -> Iterator[Cell]:
    """Mean, lowest and highest age of the mothers."""
    known, base, row = _known_ages(frame), "mama's met bekende leeftijd", ("age", "Leeftijd")
    for (key, label), ages in programmes_only(known, "mother_age"):
        yield mean(row, (f"{key}.mean", f"{label} · Gemiddelde"), ages, "jaar", base, 0)
        yield extreme(row, (f"{key}.minimum", f"{label} · Minimum"), ages, min, "jaar", base)
        yield extreme(row, (f"{key}.maximum", f"{label} · Maximum"), ages, max, "jaar", base)
    yield below(known, base)


@output("figuur-6", "Verdeling van de leeftijd van mama bij aanvang begeleiding, in jaren", "3.5")
def figure_6(frame: pd.DataFrame) -> Iterator[Cell]:
    """Mothers in each age class, with the mean and the extremes."""
    known, base = _known_ages(frame), "mama's met bekende leeftijd"
    mothers = programmes_only(known, "mother_age")
    found = {age for _, ages in mothers for age in ages}
    for first in range(_class_of(min(found)), max(found) + 1, AGE_CLASS) if found else ():
        row, years = (str(first), f"{first}–{first + AGE_CLASS - 1}"), range(first, first + AGE_CLASS)
        for column, ages in mothers:
            yield cell(row, column, sum(ages[age] for age in years), "n", ages.total(), base)
    for column, ages in mothers:
        yield mean(("mean", "Gemiddelde"), column, ages, "jaar", base, 0)
        yield extreme(("minimum", "Minimum"), column, ages, min, "jaar", base)
        yield extreme(("maximum", "Maximum"), column, ages, max, "jaar", base)
    yield below(known, base)


def _class_of(age: int) -> int:
    """Where the age class begins that an age falls in."""
    return (age - FIRST_AGE) // AGE_CLASS * AGE_CLASS + FIRST_AGE


@output("figuur-7", "Gezinssamenstelling bij aanvang begeleiding (in percentage en absolute aantallen)", "3.5")
def figure_7(frame: pd.DataFrame) -> Iterator[Cell]:
    """Family composition, by programme."""
    first = populations.described(frame)
    missing = ("unknown", "Onbekend of niet van toepassing")
    compositions = programmes(first, "family_composition")
    for row in [*answers("family_composition"), missing]:
        codes = {"unknown", "not_applicable"} if row == missing else {row[0]}
        for column, counts in compositions:
            yield share(row, column, counts, codes, "gezinnen")
    yield below(first, "gezinnen")


@output("tabel-7", "Aantal kinderen aanwezig in het gezin bij aanvang begeleiding", "3.5")
def table_7(frame: pd.DataFrame) -> Iterator[Cell]:
    """Children present in the family, where it is known."""
    first = populations.described(frame)
    known, base = first[first["children_present"].notna()], "gezinnen met bekend aantal kinderen"
    families = programmes(known, "children_present")
    _, together = families[-1]
    for number in range(max(together, default=-1) + 1):
        row = (str(number), str(number))
        for column, counts in families:
            yield share(row, column, counts, {number}, base)
        yield count(row, COUNT, together[number], base)
    yield count(TOTAL, COUNT, len(known), base)


@output("tabel-8", "Heeft of hebben de inwonende (toekomstige) ouder(s) een eindexamen secundair onderwijs?", "3.5")
def table_8(frame: pd.DataFrame) -> Iterator[Cell]:
    """Whether a parent has a secondary school diploma."""
    first = populations.described(frame)
    diplomas = programmes(first, "parents_diploma")
    _, together = diplomas[-1]
    for row in answers("parents_diploma", "unknown", "not_applicable"):
        for column, counts in diplomas:
            yield share(row, column, counts, {row[0]}, "gezinnen")
        yield count(row, COUNT, together[row[0]], "gezinnen")
    yield count(TOTAL, COUNT, len(first), "gezinnen")
