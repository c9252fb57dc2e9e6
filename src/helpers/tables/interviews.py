"""Section 4.3: how the interviewed mothers scored their own situation, then and now."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from helpers.data import codebook, instrument
from helpers.data.instrument import Indicator
from helpers.tables.groups import BELOW, COUNT, Label, count, programmes_only
from helpers.tables.registry import output
from helpers.tables.score_classes import INTERVIEW, class_if_any
from helpers.tables.table import DECIMALS, Cell, cell, ratio

START: Label = ("start", "Gemiddelde bij start")


END: Label = ("end", "Gemiddelde bij einde")


CHANGE: Label = ("change", "Evolutie (verschil)")


BETTER: Label = ("better", "Aantal vooruit")


SAME: Label = ("same", "Aantal gelijk")


WORSE: Label = ("worse", "Aantal achteruit")


RATED: Label = ("rated", "n")


_BASE = "mama's met een score"


@output(
    "tabel-26",
    "Gemiddelde scores op 16 indicatoren zoals beoordeeld door de geïnterviewde mama's",
    "4.3",
)
def table_26(frame: pd.DataFrame) -> Iterator[Cell]:
    """Mean scores then and now, and how many mothers went which way.

    A mother counts for an indicator when she gave a score for both moments.
    The change is the mean of the exact differences: that is what the report
    prints, also in the four rows where the printed means differ by 0,01 more
    or less. The first column is not in the report, but follows from the last
    three. Nor are the headings: they are the domains of the case study.
    """
    domains = codebook.labels("domain")
    for indicator in instrument.in_tables("interview").values():
        yield from _row(indicator, domains[indicator.domain], paired_scores(frame, indicator.code))
    mothers = frame.drop_duplicates("mother")
    yield count(COUNT, BELOW, len(mothers), "geïnterviewde mama's")
    for (code, label), group in programmes_only(mothers, "mother"):
        yield count((code, f"Mama's van {label}"), BELOW, group.total(), "geïnterviewde mama's")
    yield count(("indicators", "Indicatoren"), BELOW, frame["indicator"].nunique(), "indicatoren")
    yield count(("moments", "Momenten"), BELOW, frame["moment"].nunique(), "momenten")
    highest = codebook.variables("interviews")["score"].maximum
    yield count(("levels", "Punten op de schaal"), BELOW, int(highest), "punten")


def paired_scores(frame: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """The scores of the mothers who scored one indicator at both moments.

    Parameters
    ----------
    frame
        One row for each mother, indicator and moment.
    indicator
        Its code.

    Returns
    -------
    DataFrame of Int64
        One row a mother, columns ``start`` and ``end``.
    """
    own = frame[frame["indicator"] == indicator]
    return own.pivot(index="mother", columns="moment", values="score").dropna()


def _row(indicator: Indicator, domain: str, scores: pd.DataFrame) -> Iterator[Cell]:
    row, n, start, end = (indicator.code, indicator.label_nl), len(scores), scores["start"], scores["end"]
    about = {"n": n, "base": _BASE, "group": domain}
    yield cell(row, RATED, n, "n", **about)
    for column, total in [(START, start.sum()), (END, end.sum()), (CHANGE, (end - start).sum())]:
        value = ratio(total, n)
        yield cell(row, column, value, "gemiddelde", mark=_mark(column, value, DECIMALS["gemiddelde"]), **about)
    for column, moved in [(BETTER, end > start), (SAME, end == start), (WORSE, end < start)]:
        number = int(moved.sum())
        yield cell(row, column, number, "n", mark=_mark(column, number, 0), **about)


def _mark(column: Label, value: Fraction | int | None, decimals: int) -> str:
    """The class that the text of the report gives a number; empty where it gives none."""
    classes = INTERVIEW.get(column[0], ())
    found = None if value is None else class_if_any(value, classes, decimals)
    return found.code if found else ""
