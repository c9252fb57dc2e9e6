"""Section 3.2 and 3.3: how many families, for how long, sent by whom."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import TOTAL, count, extreme, mean, programmes, programmes_only, share
from helpers.tables.registry import output
from helpers.tables.table import Cell

_GROUPS = [
    (("original", "Originele dataset"), populations.original_dataset),
    (("described", "Beschrijvende analyse (hoofdstuk 3)"), populations.described),
    (("impact", "Impact analyse (hoofdstuk 4)"), populations.impact),
    (("birth", "Extra meetmoment (hoofdstuk 3 en 4)"), populations.with_birth_measurement),
]


@output("tabel-1", "Aantal dossiers per analysegroep", "3.2")
def table_1(frame: pd.DataFrame) -> Iterator[Cell]:
    """Dossiers in each analysis group, by programme."""
    for row, select in _GROUPS:
        for column, dossiers in programmes(select(frame)):
            yield count(row, column, len(dossiers), "dossiers")


@output("tabel-2", "Aantal aanmeldingen per jaar bij OPkomst en OPkomst+", "3.3")
def table_2(frame: pd.DataFrame) -> Iterator[Cell]:
    """Registrations by year of start, second trajectories included."""
    year = frame["start_month"].str[:4]
    for row in [(value, value) for value in sorted(year.unique())]:
        for column, dossiers in programmes(frame[year == row[0]]):
            yield count(row, column, len(dossiers), "aanmeldingen")
    for column, dossiers in programmes(frame):
        yield count(TOTAL, column, len(dossiers), "aanmeldingen")


@output("tabel-3", "Duur begeleiding in aantal maanden", "3.3")
def table_3(frame: pd.DataFrame) -> Iterator[Cell]:
    """Length of finished and of running support, in whole months."""
    first = populations.described(frame)
    # Support of which nobody wrote down the end has no length.
    first = first[first["end_month"] != "not_recorded"]
    running = populations.is_running(first)
    months = _months(first)
    for row, selected in [
        (("finished", "Duur afgeronde begeleidingen"), ~running),
        (("running", "Duur lopende begeleidingen"), running),
    ]:
        for (key, label), dossiers in programmes_only(first[selected]):
            values, base = months[dossiers.index], "dossiers"
            yield mean(row, (f"{key}.mean", f"{label} · Gemiddeld"), values, "maanden", base, 1)
            yield extreme(row, (f"{key}.max", f"{label} · Max."), values, "max", "maanden", base)
            yield extreme(row, (f"{key}.min", f"{label} · Min."), values, "min", "maanden", base)
            yield count(row, (f"{key}.n", f"{label} · N"), len(values), base)


def _months(frame: pd.DataFrame) -> pd.Series:
    """Whole months from start to end, or to the last month of the dataset."""
    last = codebook.constant("last_month_of_dataset")
    end = frame["end_month"].where(~populations.is_running(frame), last)
    return _month_number(end) - _month_number(frame["start_month"])


def _month_number(month: pd.Series) -> pd.Series:
    return month.str[:4].astype(int) * 12 + month.str[5:].astype(int)


@output("figuur-2", "Aandeel externe en interne doorverwijzingen", "3.3")
def figure_2(frame: pd.DataFrame) -> Iterator[Cell]:
    """Referrals from outside and from inside the Sociaal Huis."""
    first = populations.described(frame)
    for row in [("external", "Extern"), ("internal", "Intern (Sociaal Huis)")]:
        codes = set(codebook.codes_in_group("referrer", row[0]))
        for column, dossiers in programmes(first):
            yield share(row, column, dossiers["referrer"], codes, "dossiers")


@output("figuur-3", "Aandeel doorverwijzingen van verschillende partners", "3.3")
def figure_3(frame: pd.DataFrame) -> Iterator[Cell]:
    """Referrals by partner; the smaller partners taken together.

    With as many decimals as the report prints: none for the ID-team.
    """
    referrer = populations.described(frame)["referrer"]
    labels = codebook.labels("referrer")
    large = ["az_sint_maarten", "sociaal_huis", "id_team", "wel_en_wee"]
    for code in large:
        decimals = 0 if code == "id_team" else 1
        yield share((code, labels[code]), TOTAL, referrer, {code}, "dossiers", decimals=decimals)
    yield share(("other", "Andere partners samen"), TOTAL, referrer, set(labels) - set(large), "dossiers")
    kind_en_gezin = ("kind_en_gezin", f"waarvan {labels['kind_en_gezin']}")
    yield share(kind_en_gezin, TOTAL, referrer, {"kind_en_gezin"}, "dossiers")
