"""Section 4.2: the scores of the case study at the start (Tabel 20 and 21)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pandas as pd

from helpers.data import codebook
from helpers.tables import case_study_scores
from helpers.tables.case_study_scores import BASE
from helpers.tables.groups import BELOW
from helpers.tables.registry import output
from helpers.tables.score_classes import STARTS, class_of
from helpers.tables.table import Cell, cell, ratio


@output("tabel-20", "Gemiddelde score (1-5) bij aanvang begeleiding over alle indicatoren", "4.2")
def table_20(frame: pd.DataFrame) -> Iterator[Cell]:
    """Mean of the means of the indicators, in all and in each domain.

    Every indicator weighs the same, however many families have a score on it:
    see `helpers.checking.tabel_20` for the definitions that do not fit.
    """
    means = case_study_scores.indicator_means(case_study_scores.rated(frame))
    for row in [("all", "Alle indicatoren"), *codebook.labels("domain").items()]:
        for column in case_study_scores.programme_labels().items():
            mine = means[(means["programme"] == column[0]) & ((means["domain"] == row[0]) | (row[0] == "all"))]
            found = [Fraction(total, n) for total, n in zip(mine["total"], mine["n"], strict=True)]
            value = sum(found) / len(found) if found else None
            yield cell(row, column, value, "gemiddelde", len(found), "indicatoren", decimals=1)
    number = means["domain"].nunique()
    yield cell(("domains", "Domeinen"), BELOW, number, "n", number, "domeinen")


@output("tabel-21", "Gemiddelde score bij aanvang begeleiding per indicator", "4.2")
def table_21(frame: pd.DataFrame) -> Iterator[Cell]:
    """Mean score at the start of each indicator, with its class.

    Below follow what the text counts: the families, also those without a
    score, and the indicators in each class but "high".
    """
    labels, domains = case_study_scores.programme_labels(), codebook.labels("domain")
    marks = Counter()
    for indicator, programme, families in case_study_scores.by_indicator(case_study_scores.rated(frame)):
        value, mark = ratio(families["start"].sum(), len(families)), ""
        if value is not None:
            mark = class_of(value, STARTS).code
            marks[mark, programme] += 1
        yield cell(
            *((indicator.code, indicator.label_nl), (f"{programme}.start", f"{labels[programme]} · Start")),
            *(value, "gemiddelde", len(families), BASE),
            **{"decimals": 1, "group": domains[indicator.domain], "mark": mark},
        )
    for programme, label in labels.items():
        number = frame.loc[frame["programme"] == programme, "family"].nunique()
        yield cell(
            (f"{programme}.families", f"Gezinnen in de casestudie, {label}"), BELOW, number, "n", number, "gezinnen"
        )
    for found, programme in product(STARTS, labels):
        if found.code != "high":
            row = (
                f"{programme}.{found.code}",
                f"Indicatoren met een start die {found.label_nl} is, {labels[programme]}",
            )
            yield cell(row, BELOW, number := marks[found.code, programme], "n", number, "indicatoren")
