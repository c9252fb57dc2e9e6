"""Section 3.4: the pregnancy when the support starts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import populations
from helpers.tables.groups import COUNT, answers, below, count, extreme, mean, programmes, share
from helpers.tables.registry import output
from helpers.tables.table import Cell


@output("tabel-4", "Fase in zwangerschap bij aanmelding, leeftijd van het (ongeboren) kind in maanden", "3.4")
def table_4(frame: pd.DataFrame) -> Iterator[Cell]:
    """Age of the child at the start, in months; negative before the birth."""
    first = populations.described(frame)
    known, base = first[first["child_age_at_start"].notna()], "dossiers met bekende leeftijd van het kind"
    for column, dossiers in programmes(known):
        yield mean(("mean", "Gemiddeld"), column, dossiers["child_age_at_start"], "maanden", base, 1)
    for row, pick in [(("minimum", "Minimum"), "min"), (("maximum", "Maximum"), "max")]:
        for column, dossiers in programmes(known):
            yield extreme(row, column, dossiers["child_age_at_start"], pick, "maanden", base)
    yield below(known, base)


@output("figuur-4", "Percentage zwangere/niet zwangere vrouwen bij aanvang van de begeleiding", "3.4")
def figure_4(frame: pd.DataFrame) -> Iterator[Cell]:
    """Pregnant or not at the start, by year of start (whole per cents, as in the report)."""
    first = populations.described(frame)
    known = first[first["pregnant_at_start"].isin(["yes", "no"])]
    year = known["start_month"].str[:4]
    for value in sorted(year.unique()):
        pregnant = known.loc[year == value, "pregnant_at_start"]
        for column, code in [(("yes", "Zwanger"), "yes"), (("no", "Niet zwanger"), "no")]:
            yield share((value, value), column, pregnant, {code}, "dossiers gestart in dat jaar", decimals=0)
        yield count((value, value), COUNT, len(pregnant), "dossiers gestart in dat jaar")


@output(
    "figuur-5",
    "Aantal eerste en volgende zwangerschappen bij aanmelding OPkomst (in percentages en absolute aantallen)",
    "3.4",
)
def figure_5(frame: pd.DataFrame) -> Iterator[Cell]:
    """First and later pregnancies, by programme (whole per cents, as in the report)."""
    first = populations.described(frame)
    known = first[first["pregnancy_order"].isin(["first", "later"])]
    for row in answers("pregnancy_order"):
        for column, dossiers in programmes(known):
            yield share(row, column, dossiers["pregnancy_order"], {row[0]}, "dossiers", decimals=0)


@output("tabel-5", "Interesse in de zwangerschap/kinderen", "3.4")
def table_5(frame: pd.DataFrame) -> Iterator[Cell]:
    """Interest in the pregnancy or the child, where it is known."""
    first = populations.described(frame)
    scale = dict(answers("interest"))
    known, base = first[first["interest"].isin(scale)], "dossiers met bekende interesse"
    for row in scale.items():
        for column, dossiers in programmes(known):
            yield share(row, column, dossiers["interest"], {row[0]}, base)
    yield below(known, base)
