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
    for (key, label), mothers in programmes_only(known):
        ages = mothers["mother_age"]
        yield mean(row, (f"{key}.mean", f"{label} · Gemiddelde"), ages, "jaar", base, 0)
        yield extreme(row, (f"{key}.minimum", f"{label} · Minimum"), ages, "min", "jaar", base)
        yield extreme(row, (f"{key}.maximum", f"{label} · Maximum"), ages, "max", "jaar", base)
    yield below(known, base)


@output("figuur-6", "Verdeling van de leeftijd van mama bij aanvang begeleiding, in jaren", "3.5")
def figure_6(frame: pd.DataFrame) -> Iterator[Cell]:
    """Mothers in each age class, with the mean and the extremes."""
    known, base = _known_ages(frame), "mama's met bekende leeftijd"
    start = (known["mother_age"] - FIRST_AGE) // AGE_CLASS * AGE_CLASS + FIRST_AGE
    classes = range(int(start.min()), int(start.max()) + 1, AGE_CLASS) if len(start) else ()
    for first in classes:
        row = (str(first), f"{first}–{first + AGE_CLASS - 1}")
        for column, mothers in programmes_only(known[start == first]):
            group = int((known["programme"] == column[0]).sum())
            yield cell(row, column, len(mothers), "n", group, base)
    for column, mothers in programmes_only(known):
        ages = mothers["mother_age"]
        yield mean(("mean", "Gemiddelde"), column, ages, "jaar", base, 0)
        yield extreme(("minimum", "Minimum"), column, ages, "min", "jaar", base)
        yield extreme(("maximum", "Maximum"), column, ages, "max", "jaar", base)
    yield below(known, base)


@output("figuur-7", "Gezinssamenstelling bij aanvang begeleiding (in percentage en absolute aantallen)", "3.5")
def figure_7(frame: pd.DataFrame) -> Iterator[Cell]:
    """Family composition, by programme."""
    first = populations.described(frame)
    missing = ("unknown", "Onbekend of niet van toepassing")
    for row in [*answers("family_composition"), missing]:
        codes = {"unknown", "not_applicable"} if row == missing else {row[0]}
        for column, dossiers in programmes(first):
            yield share(row, column, dossiers["family_composition"], codes, "gezinnen")
    yield below(first, "gezinnen")


@output("tabel-7", "Aantal kinderen aanwezig in het gezin bij aanvang begeleiding", "3.5")
def table_7(frame: pd.DataFrame) -> Iterator[Cell]:
    """Children present in the family, where it is known."""
    first = populations.described(frame)
    known, base = first[first["children_present"].notna()], "gezinnen met bekend aantal kinderen"
    most = int(known["children_present"].max()) if len(known) else -1
    for number in range(most + 1):
        row, children = (str(number), str(number)), known["children_present"].astype(str)
        for column, families in programmes(known):
            yield share(row, column, children[families.index], {row[0]}, base)
        yield count(row, COUNT, int((children == row[0]).sum()), base)
    yield count(TOTAL, COUNT, len(known), base)


@output("tabel-8", "Heeft of hebben de inwonende (toekomstige) ouder(s) een eindexamen secundair onderwijs?", "3.5")
def table_8(frame: pd.DataFrame) -> Iterator[Cell]:
    """Whether a parent has a secondary school diploma."""
    first = populations.described(frame)
    for row in answers("parents_diploma", "unknown", "not_applicable"):
        for column, dossiers in programmes(first):
            yield share(row, column, dossiers["parents_diploma"], {row[0]}, "gezinnen")
        yield count(row, COUNT, int((first["parents_diploma"] == row[0]).sum()), "gezinnen")
    yield count(TOTAL, COUNT, len(first), "gezinnen")
