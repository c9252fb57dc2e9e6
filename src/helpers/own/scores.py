"""The scores of the case study and of the interviews: how many are good, at the start and at the end.

Only of all programmes together, and of the families that have both scores: these are few.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, instrument
from helpers.disclosure.cells import Condition, Question
from helpers.own.changes import UNKNOWN, Change

_MOMENTS = ("start", "end")


def kinds() -> list[str]:
    """The kinds of records with scores."""
    return [kind for kind in codebook.kinds_of_records() if "score" in codebook.variables(kind)]


def all_scored(kind: str) -> Iterator[Change]:
    """The indicators of the form, with a good score, as the codebook in use counts it, as yes."""
    score, domains = codebook.variables(kind)["score"], codebook.labels("domain")
    yes = frozenset(score.counted)
    no = frozenset(map(str, range(int(score.minimum), int(score.maximum) + 1))) - yes
    for indicator in instrument.in_tables(instrument_of(kind)).values():
        start, end = (f"{indicator.code}_{moment}" for moment in _MOMENTS)
        questions = Question(start, (yes, no, frozenset(score.missing))), Question(end, (yes, no, UNKNOWN))
        yield Change(indicator.label_nl, domains.get(indicator.domain, ""), *questions)


def by_family(codes: pd.DataFrame) -> pd.DataFrame:
    """Scores with a row for each family and a column for each indicator and moment.

    Parameters
    ----------
    codes
        A row for each score, as `helpers.data.records` reads them.
    """
    column = codes["indicator"] + "_" + codes["moment"]
    return codes.assign(column=column).pivot(index=codes.columns[0], columns="column", values="score")


def in_words(kind: str, cell: Condition) -> str:
    """Whom a cell counts, as in `helpers.own.naming`."""
    indicators, moments = instrument.indicators(instrument_of(kind)), codebook.labels("moment")
    named = [
        f"{indicators[indicator].label_nl}, {moments[moment].lower()}: {'/'.join(sorted(given))}"
        for name, given in sorted(cell, key=str)
        for indicator, _, moment in [name.rpartition("_")]
    ]
    return "; ".join(named) or "alle gezinnen"


def instrument_of(kind: str) -> str:
    """The name of the instrument that this kind of records has scores of."""
    return codebook.variables(kind)["indicator"].categories.removesuffix("_indicators")
