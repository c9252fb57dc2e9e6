"""The scores of the case study and of the interviews: how many are good, at the start and at the end.

Of the families that have both scores, of all programmes together and of those with enough of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from helpers.data import codebook, instrument
from helpers.disclosure.cells import Condition, Question
from helpers.own.changes import UNKNOWN, Change
from helpers.own.questions import PROGRAMME, programmes

_MOMENTS = ("start", "end")

#: A programme with fewer families with scores is only counted with the others.
_ENOUGH = 20


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
    """Scores with a row for each family, a column for each indicator and moment, and its programme.

    Parameters
    ----------
    codes
        A row for each score, as `helpers.data.records` reads them.
    """
    column = codes["indicator"] + "_" + codes["moment"]
    family = codes.columns[0]
    scores = codes.assign(column=column).pivot(index=family, columns="column", values="score")
    return scores.assign(**{PROGRAMME: codes.groupby(family)[PROGRAMME].first()})


def of_programmes(families: pd.DataFrame, twice: list[Change]) -> dict[str, list[Change]]:
    """The same indicators for each programme with enough families, by its label; none where there is one only.

    Parameters
    ----------
    families
        As `by_family` gives them.
    """
    sizes = families[PROGRAMME].value_counts()
    enough = {label: codes for label, codes in programmes().items() if sizes.reindex(list(codes)).sum() >= _ENOUGH}
    return {
        label: [replace(one, within=frozenset([(PROGRAMME, codes)])) for one in twice]
        for label, codes in (enough if len(sizes) > 1 else {}).items()
    }


def in_words(kind: str, cell: Condition) -> str:
    """Whom a cell counts, as in `helpers.own.naming`."""
    indicators, moments = instrument.indicators(instrument_of(kind)), codebook.labels("moment")
    named = [
        f"{indicators[indicator].label_nl}, {moments[moment].lower()}: {'/'.join(sorted(given))}"
        for name, given in sorted(cell, key=str)
        for indicator, _, moment in [name.rpartition("_")]
        if name != PROGRAMME
    ]
    named += [label for label, codes in programmes().items() if (PROGRAMME, codes) in cell]
    return "; ".join(named) or "alle gezinnen"


def instrument_of(kind: str) -> str:
    """The name of the instrument that this kind of records has scores of."""
    return codebook.variables(kind)["indicator"].categories.removesuffix("_indicators")
