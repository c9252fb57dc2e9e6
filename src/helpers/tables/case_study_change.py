"""Section 4.2: who moved forward, stayed or fell back, and how far (Tabel 22 to 25)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook
from helpers.tables import case_study_scores
from helpers.tables.case_study_scores import BASE
from helpers.tables.registry import output
from helpers.tables.score_classes import GAINS, IMPROVED, class_of
from helpers.tables.table import Cell, cell, ratio

_BASES = {
    "improved": "gezinnen die vooruitgingen",
    "stable": "gezinnen met twee keer dezelfde score",
    "worsened": "gezinnen die achteruitgingen",
}


@output(
    "tabel-22", "Aantal gezinnen dat vooruitgang heeft geboekt tussen meetmomenten één en twee per indicator", "4.2"
)
def table_22(frame: pd.DataFrame) -> Iterator[Cell]:
    """How many families moved forward on each indicator, and on how many indicators many did."""
    labels, domains, many = case_study_scores.programme_labels(), codebook.labels("domain"), Counter()
    for indicator, programme, families in case_study_scores.by_indicator(case_study_scores.rated(frame)):
        number, mark = None, ""
        if len(families):
            number = int((families["change"] == "improved").sum())
            mark = class_of(number, IMPROVED, 0).code
            many[programme] += mark == IMPROVED[-1].code
        yield cell(
            *((indicator.code, indicator.label_nl), _column(programme, "n", "n")),
            *(number, "n", len(families), BASE),
            **{"group": domains[indicator.domain], "mark": mark},
        )
    label = f"Aantal indicatoren waarop {IMPROVED[-1].least} of meer gezinnen vooruitgang boekten"
    for programme in labels:
        row, column = (IMPROVED[-1].code, label), _column(programme, "n", "n")
        yield cell(row, column, many[programme], "n", many[programme], "indicatoren", group="Samen")


@output(
    "tabel-23",
    "Gemiddelde scores van gezinnen wiens situatie verbeterde tussen beide meetmomenten per indicator",
    "4.2",
)
def table_23(frame: pd.DataFrame) -> Iterator[Cell]:
    """Means at both moments of the families that moved forward, with the class of their progress."""
    yield from _means(frame, "improved")


@output(
    "tabel-24",
    "Gemiddelde scores van gezinnen wiens situatie stabiel bleef tussen beide meetmomenten per indicator",
    "4.2",
)
def table_24(frame: pd.DataFrame) -> Iterator[Cell]:
    """Means at both moments of the families that stayed the same."""
    yield from _means(frame, "stable")


@output(
    "tabel-25",
    "Gemiddelde scores van gezinnen wiens situatie verslechterde tussen beide meetmomenten per indicator",
    "4.2",
)
def table_25(frame: pd.DataFrame) -> Iterator[Cell]:
    """Means at both moments of the families that fell back."""
    yield from _means(frame, "worsened")


def _means(frame: pd.DataFrame, change: str) -> Iterator[Cell]:
    """Start, end and number of the families with one kind of change."""
    domains, base = codebook.labels("domain"), _BASES[change]
    for indicator, programme, families in case_study_scores.by_indicator(case_study_scores.rated(frame)):
        row, group = (indicator.code, indicator.label_nl), domains[indicator.domain]
        mine = families[families["change"] == change]
        start, end = (ratio(mine[moment].sum(), len(mine)) for moment in ("start", "end"))
        mark = class_of(end - start, GAINS).code if change == "improved" and len(mine) else ""
        common = {"n": len(mine), "base": base, "group": group}
        yield cell(row, _column(programme, "start", "Start"), start, "gemiddelde", **common, decimals=1)
        yield cell(row, _column(programme, "end", "Einde"), end, "gemiddelde", **common, decimals=1, mark=mark)
        yield cell(row, _column(programme, "n", "n"), len(mine) if len(families) else None, "n", **common)


def _column(programme: str, key: str, label: str) -> tuple[str, str]:
    return f"{programme}.{key}", f"{case_study_scores.programme_labels()[programme]} · {label}"
