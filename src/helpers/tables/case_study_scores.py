"""The scores of the case study, put side by side: start and end of each family.

As the report does: a family without a score at one of the two moments is left
out of that indicator altogether (section 4.2).
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, instrument

#: How a family moved on an indicator, in the order of Tabel 23, 24 and 25.
CHANGES = ("improved", "stable", "worsened")


def programme_labels() -> dict[str, str]:
    """Label of each programme, OPkomst first as in Tabel 20 to 25."""
    labels = codebook.labels("programme")
    return {code: labels[code] for code in ("opkomst", "opkomst_plus")}


def rated(frame: pd.DataFrame) -> pd.DataFrame:
    """Families with a score at both moments, one row for each indicator.

    Parameters
    ----------
    frame
        The case study records.

    Returns
    -------
    DataFrame
        Columns programme, indicator, family, start and end (scores from 1 to
        5), and change: ``improved``, ``stable`` or ``worsened``.
    """
    key = ["programme", "indicator", "family"]
    pairs = frame.pivot(index=key, columns="moment", values="score")[list(codebook.labels("moment"))]
    pairs = pairs.dropna().astype(int).reset_index().rename_axis(columns=None)
    step = (pairs["end"] - pairs["start"]).clip(-1, 1)
    return pairs.assign(change=step.map({1: "improved", 0: "stable", -1: "worsened"}))


def by_indicator(pairs: pd.DataFrame) -> Iterator[tuple[instrument.Indicator, str, pd.DataFrame]]:
    """The families of each indicator and programme, also where there are none.

    Parameters
    ----------
    pairs
        From `rated`.

    Yields
    ------
    tuple
        The indicator, the code of the programme, and their rows of `pairs`.
    """
    for indicator in instrument.in_tables("case_study").values():
        for programme in programme_labels():
            mine = (pairs["indicator"] == indicator.code) & (pairs["programme"] == programme)
            yield indicator, programme, pairs[mine]


def indicator_means(pairs: pd.DataFrame) -> pd.DataFrame:
    """Mean score at the start of each indicator and programme with families.

    Returns
    -------
    DataFrame
        Columns indicator, domain, programme, total (sum of scores) and n.
    """
    rows = [
        (indicator.code, indicator.domain, programme, int(families["start"].sum()), len(families))
        for indicator, programme, families in by_indicator(pairs)
        if len(families)
    ]
    return pd.DataFrame(rows, columns=["indicator", "domain", "programme", "total", "n"])


#: Who counts: see `helpers.tables.case_study_scores.rated`.
BASE = "gezinnen met een score op beide momenten"
