"""Section 3.2 and 3.3: how many families, for how long, sent by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import TOTAL, count, extreme, mean, programmes, programmes_only, share, tally
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
        for column, starts in programmes(select(frame), "start_month"):
            yield count(row, column, starts.total(), "dossiers")


@output("tabel-2", "Aantal aanmeldingen per jaar bij OPkomst en OPkomst+", "3.3")
def table_2(frame: pd.DataFrame) -> Iterator[Cell]:
    """Registrations by year of start, second trajectories included."""
    starts = programmes(frame, "start_month")
    for year in sorted({month[:4] for _, months in starts for month in months}):
        for column, months in starts:
            number = sum(n for month, n in months.items() if month[:4] == year)
            yield count((year, year), column, number, "aanmeldingen")
    for column, months in starts:
        yield count(TOTAL, column, months.total(), "aanmeldingen")


@output("tabel-3", "Duur begeleiding in aantal maanden", "3.3")
def table_3(frame: pd.DataFrame) -> Iterator[Cell]:
    """Length of finished and of running support, in whole months."""
    first = populations.described(frame)
    # Support of which nobody wrote down the end has no length.
    first = first[first["end_month"] != "not_recorded"]
    spans = programmes_only(first, "start_month", "end_month")
    for row, running in [
        (("finished", "Duur afgeronde begeleidingen"), False),
        (("running", "Duur lopende begeleidingen"), True),
    ]:
        for (key, label), months in spans:
            values, base = _lengths(months, running), "dossiers"
            yield mean(row, (f"{key}.mean", f"{label} · Gemiddeld"), values, "maanden", base, 1)
            yield extreme(row, (f"{key}.max", f"{label} · Max."), values, max, "maanden", base)
            yield extreme(row, (f"{key}.min", f"{label} · Min."), values, min, "maanden", base)
            yield count(row, (f"{key}.n", f"{label} · N"), values.total(), base)


def _lengths(months: Counter, running: bool) -> Counter:
    """How often support took how many months, from start to end, or to the last month of the dataset."""
    last, lengths = codebook.constant("last_month_of_dataset"), Counter()
    for (start, end), n in months.items():
        if (end == "not_applicable") == running:
            lengths[_month_number(last if running else end) - _month_number(start)] += n
    return lengths


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


@output("figuur-2", "Aandeel externe en interne doorverwijzingen", "3.3")
def figure_2(frame: pd.DataFrame) -> Iterator[Cell]:
    """Referrals from outside and from inside the Sociaal Huis."""
    first = populations.described(frame)
    referrers = programmes(first, "referrer")
    for row in [("external", "Extern"), ("internal", "Intern (Sociaal Huis)")]:
        for column, counts in referrers:
            yield share(row, column, counts, codebook.codes_in_group("referrer", row[0]), "dossiers")


@output("figuur-3", "Aandeel doorverwijzingen van verschillende partners", "3.3")
def figure_3(frame: pd.DataFrame) -> Iterator[Cell]:
    """Referrals by partner; the smaller partners taken together.

    With as many decimals as the report prints: none for the ID-team.
    """
    referrer = tally(populations.described(frame), "referrer")
    labels = codebook.labels("referrer")
    large = ["az_sint_maarten", "sociaal_huis", "id_team", "wel_en_wee"]
    for code in large:
        decimals = 0 if code == "id_team" else 1
        yield share((code, labels[code]), TOTAL, referrer, {code}, "dossiers", decimals=decimals)
    yield share(("other", "Andere partners samen"), TOTAL, referrer, set(labels) - set(large), "dossiers")
    kind_en_gezin = ("kind_en_gezin", f"waarvan {labels['kind_en_gezin']}")
    yield share(kind_en_gezin, TOTAL, referrer, {"kind_en_gezin"}, "dossiers")
