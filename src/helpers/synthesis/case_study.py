"""Making ``data/synthetic/case_study.csv`` from what Tabel 20 to 25 print.

First the sums of scores behind the printed means (`case_study_totals`). Where
the tables exclude each other for an indicator, it misses as few printed numbers
as it can. Of the choices that are left, the one is taken that also spares most
of what rests on all indicators together (Tabel 20 and counts in the text), and
then the one with the smallest differences. Then scores are drawn: every list of
whole scores with those sums is equally likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.checking import labels
from helpers.data import codebook, instrument, published
from helpers.data.files import RECORDS
from helpers.dutch.numbers import dutch, parse_printed
from helpers.synthesis.case_study_totals import CHANGES, Cost, Group, Key, Mean, Sums, candidates, difference
from helpers.synthesis.made import Synthesis
from helpers.synthesis.rows import ImpossibleError
from helpers.tables.score_classes import GAINS, NAMED_LARGE, STARTS, class_of

#: The seed of the records in the repository.
SEED = 2024


TARGET = RECORDS / "case_study.csv"


DEVIATIONS = RECORDS / "case_study_deviations.csv"


#: In which table each group stands, with the sign in its column labels.
_TABLES = {
    "improved": ("tabel-23", "M1 +", "M2+"),
    "stable": ("tabel-24", "M1 =", "M2 ="),
    "worsened": ("tabel-25", "M1-", "M2-"),
}


#: How many indicators the text says are in a class, per programme.
_CLASS_CLAIMS = {
    "opkomst": {
        "very-low": "tekst-4.2-r | indicatoren met zeer lage startscore | OPkomst",
        "low": "tekst-4.2-t | indicatoren met lage startscore | OPkomst",
        "very-high": "tekst-4.2-u | indicatoren met zeer hoge startscore | OPkomst",
    },
    "opkomst_plus": {
        "very-low": "tekst-4.2-q | indicatoren met zeer lage startscore | OPkomst+",
        "low": "tekst-4.2-s | indicatoren met lage startscore | OPkomst+",
        "very-high": "tekst-4.2-v | indicatoren met zeer hoge startscore | OPkomst+",
    },
}


_FAMILIES = {
    "opkomst": ("tekst-4.2-d", "gezinnen in de casestudie", "OPkomst"),
    "opkomst_plus": ("tekst-4.2-e", "gezinnen in de casestudie", "OPkomst+"),
}


#: Indicators that do not apply to a family without a pregnancy, a baby or a
#: partner: there a missing score is "not applicable", elsewhere "unknown".
_MAY_NOT_APPLY = {
    "pregnancy_lifestyle",
    "pregnancy_preparation",
    "attachment",
    "relationship",
    "confidence_in_relationships",
}


#: No printed mean of an indicator is given up sooner than needed; its tables
#: hold seven.
_MOST_MISSED = range(8)


def generate(seed: int = SEED, cells: pd.DataFrame | None = None) -> Synthesis:
    """Make the records of the case study.

    Parameters
    ----------
    seed
        Of everything that is left to chance.
    cells
        Printed cells instead of those in ``data/published/cells.csv``.
    """
    printed = _Printed(published.cells() if cells is None else cells)
    rng = np.random.default_rng(seed)
    rows, missed, first = [], [], 1
    for programme in ("opkomst", "opkomst_plus"):
        solution = solve(printed, programme)
        size = int(printed.value(_FAMILIES[programme]))
        families = [f"SYN-C{number:02d}" for number in range(first, first + size)]
        first += size
        rows += _deal(printed, solution.sums, programme, families, rng)
        missed += solution.missed
    records = pd.DataFrame(rows, columns=list(codebook.variables("case_study")))
    order = ["family", "_indicator", "_moment"]
    records["_indicator"] = records["indicator"].map(list(instrument.indicators("case_study")).index)
    records["_moment"] = records["moment"].map(list(codebook.labels("moment")).index)
    records = records.sort_values(order, ignore_index=True).drop(columns=order[1:])
    return Synthesis(records.astype(str), _deviations(printed, missed))


def write(seed: int = SEED, path: Path = TARGET) -> list[str]:
    """Make the records and save them, with the deviations beside them.

    Returns
    -------
    list of str
        One line for every printed number that the records do not reproduce.
    """
    return generate(seed).write(path, path.with_name(DEVIATIONS.name))


@dataclass(frozen=True)
class Missed:
    """A printed number that the records do not reproduce, what they give, and why."""

    key: Key
    value: Fraction
    reason: str


@dataclass(frozen=True)
class Solution:
    """The sums of every indicator of one programme, and what these miss."""

    sums: dict[str, Sums]
    missed: list[Missed]


class _Printed:
    """What the tables print, by indicator code."""

    def __init__(self, cells: pd.DataFrame):
        keys = cells[published.KEY].itertuples(index=False, name=None)
        self.text = dict(zip(keys, cells["printed"], strict=True))
        codes = {labels.normalise(found.label_nl): code for code, found in instrument.in_tables("case_study").items()}
        variants = labels.read_label_variants()
        self._keys: dict[tuple[str, str, str], Key] = {}
        for id, row, column in self.text:
            label = labels.normalise(variants.get((id, row), row))
            if label in codes:
                self._keys[id, codes[label], column] = (id, row, column)

    def value(self, key: Key) -> Fraction | None:
        """The number in a cell, or None without one; a number word counts."""
        if self.text[key] == "één":
            return Fraction(1)
        found = parse_printed(self.text[key])
        return Fraction(found[0].value) if found else None

    def mean(self, id: str, indicator: str, column: str) -> Mean | None:
        """The mean that is printed for an indicator, or None without one."""
        key = self._keys[id, indicator, column]
        value = self.value(key)
        return None if value is None else Mean(key, value)

    def groups(self, programme: str, indicator: str) -> list[Group]:
        """The families that improved, stayed and worsened; empty without data."""
        label, found = codebook.labels("programme")[programme], []
        for change, (id, start, end) in _TABLES.items():
            n = self.mean(id, indicator, f"{label} · n")
            if n is None:
                return []
            means = [self.mean(id, indicator, f"{label} · {column}") for column in (start, end)]
            found.append(Group(change, int(n.printed), *means))
        return found


def solve(printed: _Printed, programme: str) -> Solution:
    """The sums that miss the fewest printed numbers, and then the smallest differences.

    Raises
    ------
    helpers.synthesis.rows.ImpossibleError
        When no whole scores come near what is printed for an indicator.
    """
    label = codebook.labels("programme")[programme]
    options = {}
    for indicator in instrument.in_tables("case_study"):
        groups = printed.groups(programme, indicator)
        if not groups:
            continue
        together = printed.mean("tabel-21", indicator, f"{label} · Start")
        found = next((found for most in _MOST_MISSED if (found := candidates(groups, together, most))), None)
        if found is None:
            raise ImpossibleError(f"no scores fit {label}, {indicator}")
        options[indicator] = found if found[0].cost.cells else found[:1]
    averages = _Averages(printed, programme)
    choices = [dict(zip(options, choice, strict=True)) for choice in product(*options.values())]
    sums = min(choices, key=averages.cost)
    missed = [
        Missed(key, value, "with whole scores Tabel 21, 23, 24 and 25 exclude each other for this indicator")
        for indicator in instrument.in_tables("case_study")
        if indicator in sums
        for key, value in sums[indicator].missed
    ]
    return Solution(sums, missed + averages.missed(sums))


class _Averages:
    """Tabel 20 and the counts in the text, which rest on all indicators together."""

    def __init__(self, printed: _Printed, programme: str):
        self.printed, self.programme = printed, programme
        self.label = codebook.labels("programme")[programme]
        domains = list(codebook.labels("domain"))
        rows = dict.fromkeys(key[1] for key in printed.text if key[0] == "tabel-20")
        self.averages = dict(zip(rows, [None, *domains], strict=True))
        self.counts = {
            code: tuple(part.strip() for part in key.split("|")) for code, key in _CLASS_CLAIMS[programme].items()
        }
        self.domain = {code: found.domain for code, found in instrument.indicators("case_study").items()}

    def cost(self, choice: dict[str, Sums]) -> Cost:
        """What a choice misses in all."""
        cost = sum((sums.cost for sums in choice.values()), Cost())
        for key, value in self._compared(choice):
            size = difference(self.printed.value(key), value)
            cost += Cost(int(size > 0), size)
        return cost + self._misnamed(choice)

    def _misnamed(self, choice: dict[str, Sums]) -> Cost:
        """Indicators of which the text says something else about how large the progress is."""
        gains = {code: sums.gain(self.printed.groups(self.programme, code)[0].n) for code, sums in choice.items()}
        large = {code for code, gain in gains.items() if gain and class_of(gain, GAINS) == GAINS[-1]}
        wrong = len(large ^ NAMED_LARGE[self.programme])
        return Cost(wrong, Fraction(wrong))

    def missed(self, choice: dict[str, Sums]) -> list[Missed]:
        """The averages and counts that a choice misses."""
        return [
            Missed(key, value, "follows from the means of all indicators, and these cannot all be as printed")
            for key, value in self._compared(choice)
            if difference(self.printed.value(key), value)
        ]

    def _compared(self, choice: dict[str, Sums]) -> Iterator[tuple[Key, Fraction]]:
        means = {code: sums.mean for code, sums in choice.items()}
        for row, domain in self.averages.items():
            chosen = [mean for code, mean in means.items() if domain in (None, self.domain[code])]
            yield ("tabel-20", row, self.label), sum(chosen, Fraction(0)) / len(chosen)
        classes = Counter(class_of(mean, STARTS).code for mean in means.values())
        for code, key in self.counts.items():
            yield key, Fraction(classes[code])


def _deal(
    printed: _Printed, sums: dict[str, Sums], programme: str, families: Sequence[str], rng: np.random.Generator
) -> Iterator[tuple[str, ...]]:
    """The rows of one programme: which family is in which group is a matter of chance."""
    for indicator in instrument.in_tables("case_study"):
        scored: list[tuple[int, int]] = []
        if indicator in sums:
            for group, (start, end) in zip(printed.groups(programme, indicator), sums[indicator].groups, strict=True):
                scored += draw(group.n, CHANGES[group.change], (start, end), rng)
        none = "not_applicable" if indicator in _MAY_NOT_APPLY else "unknown"
        answers = [(str(start), str(end)) for start, end in scored] + [(none, none)] * (len(families) - len(scored))
        for family, index in zip(families, rng.permutation(len(families)), strict=True):
            for moment, answer in zip(codebook.labels("moment"), answers[index], strict=True):
                yield family, programme, indicator, moment, answer


def draw(
    n: int, pairs: Sequence[tuple[int, int]], sums: tuple[int, int], rng: np.random.Generator
) -> list[tuple[int, int]]:
    """Draw pairs of scores with given sums, every list of pairs equally likely.

    Parameters
    ----------
    n
        How many pairs.
    pairs
        Those that are possible.
    sums
        Of the first and of the second scores.
    rng
        Source of chance.
    """
    # ways[k] says how many lists of k pairs have each sum.
    ways = [Counter({(0, 0): 1})]
    for _ in range(n):
        more: Counter = Counter()
        for (start, end), count in ways[-1].items():
            for x, y in pairs:
                more[start + x, end + y] += count
        ways.append(more)
    start, end = sums
    drawn = []
    for left in reversed(ways[:-1]):
        counts = np.array([left[start - x, end - y] for x, y in pairs], dtype=float)
        x, y = pairs[rng.choice(len(pairs), p=counts / counts.sum())]
        drawn.append((x, y))
        start, end = start - x, end - y
    return drawn


def _deviations(printed: _Printed, missed: Sequence[Missed]) -> pd.DataFrame:
    rows = [[*m.key, printed.text[m.key], _shown(printed.text[m.key], m.value), m.reason] for m in missed]
    return pd.DataFrame(rows, columns=["id", "row", "column", "printed", "computed", "reason_en"], dtype=str)


def _shown(printed: str, value: Fraction) -> str:
    """The value, printed in the same way; a number word becomes a digit."""
    found = parse_printed(printed)
    return dutch(value, found[0].decimals if found else 0)
