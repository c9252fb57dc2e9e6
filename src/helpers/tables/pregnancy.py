"""Section 3.4: the pregnancy when the support starts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import pandas as pd

from helpers.data import populations
from helpers.tables.groups import COUNT, answers, below, count, extreme, mean, programmes, share, tally
from helpers.tables.registry import output
from helpers.tables.table import Cell


@output("tabel-4", "Fase in zwangerschap bij aanmelding, leeftijd van het (ongeboren) kind in maanden", "3.4")
def table_4(frame: pd.DataFrame) -> Iterator[Cell]:
    """Age of the child at the start, in months; negative before the birth."""
    first = populations.described(frame)
    known, base = first[first["child_age_at_start"].notna()], "dossiers met bekende leeftijd van het kind"
    ages = programmes(known, "child_age_at_start")
    for column, months in ages:
        yield mean(("mean", "Gemiddeld"), column, months, "maanden", base, 1)
    for row, pick in [(("minimum", "Minimum"), min), (("maximum", "Maximum"), max)]:
        for column, months in ages:
            yield extreme(row, column, months, pick, "maanden", base)
    yield below(known, base)


@output("figuur-4", "Percentage zwangere/niet zwangere vrouwen bij aanvang van de begeleiding", "3.4")
def figure_4(frame: pd.DataFrame) -> Iterator[Cell]:
    """Pregnant or not at the start, by year of start (whole per cents, as in the report)."""
    first = populations.described(frame)
    known = first[first["pregnant_at_start"].isin(["yes", "no"])]
    years = defaultdict(Counter)
    for (month, answer), n in tally(known, "start_month", "pregnant_at_start").items():
        years[month[:4]][answer] += n
    for value, pregnant in sorted(years.items()):
        for column, code in [(("yes", "Zwanger"), "yes"), (("no", "Niet zwanger"), "no")]:
            yield share((value, value), column, pregnant, {code}, "dossiers gestart in dat jaar", decimals=0)
        yield count((value, value), COUNT, pregnant.total(), "dossiers gestart in dat jaar")


@output(
    "figuur-5",
    "Aantal eerste en volgende zwangerschappen bij aanmelding OPkomst (in percentages en absolute aantallen)",
    "3.4",
)
def figure_5(frame: pd.DataFrame) -> Iterator[Cell]:
    """First and later pregnancies, by programme (whole per cents, as in the report)."""
    first = populations.described(frame)
    known = first[first["pregnancy_order"].isin(["first", "later"])]
    orders = programmes(known, "pregnancy_order")
    for row in answers("pregnancy_order"):
        for column, counts in orders:
            yield share(row, column, counts, {row[0]}, "dossiers", decimals=0)


@output("tabel-5", "Interesse in de zwangerschap/kinderen", "3.4")
def table_5(frame: pd.DataFrame) -> Iterator[Cell]:
    """Interest in the pregnancy or the child, where it is known."""
    first = populations.described(frame)
    scale = dict(answers("interest"))
    known, base = first[first["interest"].isin(scale)], "dossiers met bekende interesse"
    interests = programmes(known, "interest")
    for row in scale.items():
        for column, counts in interests:
            yield share(row, column, counts, {row[0]}, base)
    yield below(known, base)
