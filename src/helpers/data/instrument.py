"""The instruments that families were scored with: indicators and their levels.

Source: ``data/codebook/<name>_indicators.csv`` and ``<name>_levels.csv``, for
the case study (appendix 4 of the report) and the interviews (appendix 5). The
descriptions are our own short words, not the original instrument.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from helpers.data import codebook
from helpers.data.codebook import read_csv


@dataclass(frozen=True)
class Indicator:
    """One thing that a family gets a score for.

    Attributes
    ----------
    code : str
        As in the records.
    domain : str
        A code of the category list ``domain``; empty in an instrument without
        domains.
    label_nl, label_en : str
        The Dutch label is the report's own, from its tables.
    in_tables : bool
        Whether the report has results for it.
    reason_nl : str
        Why not, in Dutch; empty when it has.
    section : str
        Where the original stands in the report.
    """

    code: str
    domain: str
    label_nl: str
    label_en: str
    in_tables: bool
    reason_nl: str
    section: str


@cache
def indicators(name: str) -> dict[str, Indicator]:
    """All indicators of one instrument by code, in the order of the instrument.

    Parameters
    ----------
    name
        ``case_study`` or ``interview``.

    Raises
    ------
    FileNotFoundError
        When there is no such instrument.
    """
    rows = read_csv(f"{name}_indicators.csv").to_dict("records")
    return {row["code"]: Indicator(**row | {"in_tables": row["in_tables"] == "yes"}) for row in rows}


def in_tables(name: str) -> dict[str, Indicator]:
    """The indicators that the report has results for, in order."""
    return {code: found for code, found in indicators(name).items() if found.in_tables}


def by_domain(name: str) -> dict[str, list[Indicator]]:
    """The indicators of each domain, by the Dutch label of the domain, in order."""
    labels = codebook.labels("domain")
    found: dict[str, list[Indicator]] = {}
    for indicator in indicators(name).values():
        found.setdefault(labels[indicator.domain], []).append(indicator)
    return found


@cache
def levels(name: str, indicator: str) -> dict[str, str]:
    """What each answer of an indicator means, in Dutch and in our own words.

    Parameters
    ----------
    name
        ``case_study`` or ``interview``.
    indicator
        Its code.

    Returns
    -------
    dict of str to str
        By level, least favourable first: ``"1"`` to ``"5"`` in the case study,
        and then the answers without a score. A level that the instrument
        leaves empty is not there. Rows without an indicator in the file hold
        for every indicator.

    Raises
    ------
    KeyError
        When the instrument has no such indicator.
    """
    if indicator not in indicators(name):
        raise KeyError(f"no indicator {indicator!r} in data/codebook/{name}_indicators.csv")
    table = read_csv(f"{name}_levels.csv")
    own = table[table["indicator"].isin([indicator, ""])]
    return own.set_index("level")["description_nl"].to_dict()


def scores(name: str, indicator: str) -> list[int]:
    """The scores that an indicator can get, least favourable first."""
    return [int(level) for level in levels(name, indicator) if level.isdigit()]
