"""Section 4.1: housing at the start and at the end, and what goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.groups import END, START, Label, answers, below, share, split, tally
from helpers.tables.registry import output
from helpers.tables.table import Cell, cell

_UNKNOWN: Label = ("unknown", "Onbekend of niet van toepassing")


#: Good and bad housing as the report's footnote divides them.
_QUALITY: dict[Label, set[str]] = {
    ("bad", "Slechte huisvesting"): {"homeless", "shelter", "temporary", "inadequate"},
    ("good", "Goede huisvesting"): {"adequate", "social"},
}


#: More items than this in order, of the twelve.
_MANY = 5


@output("figuur-10", "Huisvestingssituatie bij start en einde begeleiding", "4.1")
def figure_10(frame: pd.DataFrame) -> Iterator[Cell]:
    """Housing at both moments, and how many families went from each to each.

    Rows are the situations at the start, or at either moment for the shares;
    the column ``to_adequate`` counts those who lived so at the end.
    """
    dossiers, base = populations.impact(frame), "dossiers"
    situations = [*answers("housing"), _UNKNOWN]
    moves = Counter()
    for (started, ended), n in tally(dossiers, "housing", "housing_end").items():
        moves[_situation(started), _situation(ended)] += n
    after_each = split(moves)
    before = Counter({start: counts.total() for start, counts in after_each.items()})
    after = sum(after_each.values(), Counter())
    for row in situations:
        yield share(row, START, before, {row[0]}, base)
        yield share(row, END, after, {row[0]}, base)
    for row in situations:
        for key, label in situations:
            number, n = after_each[row[0]][key], before[row[0]]
            yield cell(row, (f"to_{key}", f"Einde: {label}"), number, "n", n, base)
    yield below(dossiers, base)


def _situation(code: str) -> str:
    return code if code in codebook.labels("housing") else _UNKNOWN[0]


@output("tabel-16", "Inkomen naar huisvestingssituatie bij einde begeleiding", "4.1")
def table_16(frame: pd.DataFrame) -> Iterator[Cell]:
    """Bad and good housing at the end, of the families that have something else then.

    Row percentages: of the mothers with a labour income, the share in good
    housing, and not the other way round.
    """
    dossiers = populations.impact(frame)
    answers_of = {name: populations.coded(dossiers[name]) for name in dossiers}
    items = [answers_of[name] == "yes" for name in dossiers if name.startswith("admin_")]
    groups = {
        ("work", codebook.labels("income")["work"]): answers_of["mother_income_end"] == "work",
        ("permanent", codebook.labels("employment")["permanent"]): answers_of["mother_employment_end"] == "permanent",
        ("many_items", f"Meer dan {_MANY} zaken in orde"): np.sum(items, axis=0) > _MANY,
    }
    situations = codebook.labels("housing")
    for row, has in groups.items():
        housing = tally(dossiers[["housing_end"]][has], "housing_end")
        known = Counter({code: housing[code] for code in situations})
        for column, codes in _QUALITY.items():
            yield share(row, column, known, codes, "dossiers met bekende huisvesting bij einde")
