"""Pieces that several tables share: columns per programme, rows per category.

Records are gone through once for a table, by `tally`; what is shown is made
from how often each answer was given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

import numpy as np
import pandas as pd

from helpers.data import codebook, populations
from helpers.tables.table import Cell, cell, ratio

Label = tuple[str, str]


TOTAL: Label = ("total", "Totaal")


COUNT: Label = ("n", "N")


#: The place of "N = …" below a table: not in the grid.
BELOW: Label = ("", "")


def tally(frame: pd.DataFrame, *names: str) -> Counter:
    """How often each answer was given, or each combination of answers.

    Parameters
    ----------
    frame
        One row a dossier, with an answer in every row of these columns.
    names
        One column gives its answers as keys; several give tuples.

    Raises
    ------
    ValueError
        When no answer stands somewhere (``<NA>``).
    """
    flat, answered = np.zeros(len(frame), np.intp), []
    for name in names:
        column = populations.coded(frame[name])
        if (column.codes < 0).any():
            raise ValueError(f"{name} has rows without an answer")
        answered.append(column.categories.tolist())
        flat *= len(answered[-1])
        flat += column.codes
    keys = product(*answered) if len(names) > 1 else answered[0]
    # Combinations that nobody gave are left out; bincount itself stops at the last one given.
    return Counter({key: n for key, n in zip(keys, np.bincount(flat).tolist(), strict=False) if n})


def split(joint: Counter) -> defaultdict[str, Counter]:
    """For each answer to the first of several questions, how often the others were answered how."""
    found = defaultdict(Counter)
    for (first, *rest), n in joint.items():
        found[first][rest[0] if len(rest) == 1 else tuple(rest)] += n
    return found


def programmes(frame: pd.DataFrame, *names: str) -> list[tuple[Label, Counter]]:
    """The answers in each programme, as in `tally`, then in both together."""
    each = programmes_only(frame, *names)
    return [*each, (TOTAL, sum((counts for _, counts in each), Counter()))]


def programmes_only(frame: pd.DataFrame, *names: str) -> list[tuple[Label, Counter]]:
    """The answers in each programme, as in `tally`."""
    found = split(tally(frame, "programme", *names))
    return [(label, found[label[0]]) for label in codebook.labels("programme").items()]


def answers(variable: str, *missing: str) -> Iterator[Label]:
    """The categories of a variable, then the named kinds of missing answer."""
    yield from codebook.labels(codebook.variables()[variable].categories).items()
    yield from ((code, codebook.labels("missing")[code]) for code in missing)


def share(row: Label, column: Label, counts: Counter, codes: Iterable[str], base: str, **more) -> Cell:
    """The share of the answers that is one of `codes`; `more` as for `cell`."""
    number, n = sum(counts[code] for code in codes), counts.total()
    return cell(row, column, ratio(number, n), "%", n, base, **more)


def count(row: Label, column: Label, number: int, base: str) -> Cell:
    """A number of dossiers."""
    return cell(row, column, number, "n", number, base)


def mean(row: Label, column: Label, counts: Counter, unit: str, base: str, decimals: int) -> Cell:
    """The mean of whole numbers, exact."""
    n = counts.total()
    return cell(
        row, column, ratio(sum(value * times for value, times in counts.items()), n), unit, n, base, decimals=decimals
    )


def extreme(row: Label, column: Label, counts: Counter, pick: Callable, unit: str, base: str) -> Cell:
    """The smallest (``min``) or largest (``max``) of whole numbers."""
    return cell(row, column, pick(counts, default=None), unit, counts.total(), base, decimals=0)


def below(frame: pd.DataFrame, base: str) -> Cell:
    """The "N = …" that stands below a table."""
    return count(COUNT, BELOW, len(frame), base)


START: Label = ("start", "Bij start")


BIRTH: Label = ("birth", "Bij bevalling")


END: Label = ("end", "Bij einde")


def income_groups(counts: Counter) -> Counter:
    """Incomes in the groups of the report; benefits and allowances together.

    Of combinations every part that is such an income is taken so.
    """
    groups = dict.fromkeys(codebook.codes_in_group("income", "benefit"), "benefit")
    grouped = Counter()
    for key, n in counts.items():
        grouped[tuple(groups.get(part, part) for part in key) if isinstance(key, tuple) else groups.get(key, key)] += n
    return grouped
