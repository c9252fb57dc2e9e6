"""Made tables of progress, for tests of what is drawn from them.

The numbers are invented at random, with the keys that the real tables have.
"""

from __future__ import annotations

import random
from fractions import Fraction

from helpers.data import instrument
from helpers.inference.score_tests import MOVES, gap_table, pooled_table, progress
from helpers.tables.table import Cell, Table, cell

#: What `made` makes.
IDS = ("extra-20", "extra-21", "extra-22", "extra-23", "extra-24", "extra-25", "extra-26")

LABELS = {"opkomst": "OPkomst", "opkomst_plus": "OPkomst+", "total": "Mama's"}
WORDS = {"improved": "Vooruit", "stable": "Stabiel", "worsened": "Achteruit", "start": "Start", "end": "Einde"}

#: How many there are at most in each group.
SIZES = {"opkomst": 11, "opkomst_plus": 10, "total": 9}


def made(id: str, seed: int = 1, synthetic: bool = True) -> Table:
    """A table for each drawing in `IDS`."""
    chance = random.Random(seed)
    groups = ("total",) if id in ("extra-25", "extra-26") else ("opkomst", "opkomst_plus")
    if id == "extra-24":
        return _lines(chance, synthetic)
    counts = _indicators(chance, groups, id, synthetic)
    if id == "extra-20":
        return pooled_table(counts, id, "Vooruit", 7)
    if id == "extra-23":
        return gap_table(progress(counts), id, "Verschil")
    return counts


def _indicators(chance: random.Random, groups, id: str, synthetic: bool) -> Table:
    cells = [
        made
        for code, indicator in instrument.in_tables("case_study").items()
        for group in groups
        for made in _row(chance, (code, indicator.label_nl), group)
    ]
    return Table(id, "Proef", "4.2", tuple(cells), synthetic)


def _row(chance: random.Random, row: tuple[str, str], group: str) -> list[Cell]:
    # Now and then nobody is rated, or everybody does the same.
    worsened = chance.choice([0, 0, 0, 1, 4])
    improved = chance.randint(0, SIZES[group] - worsened)
    stable = SIZES[group] - worsened - improved - chance.choice([0, 0, 1])
    counts = (improved, max(stable, 0), worsened)
    rated = chance.random() > 0.08
    n = sum(counts) if rated else 0
    scores = [Fraction(chance.randint(n, 4 * n), n) if n else None for _ in range(2)]
    values = dict(zip(MOVES, counts if rated else (None,) * 3, strict=True))
    return [
        *(_cell(row, group, move, value, "n", n) for move, value in values.items()),
        *(
            _cell(row, group, moment, value, "gemiddelde", n)
            for moment, value in zip(("start", "end"), scores, strict=True)
        ),
    ]


def _cell(row: tuple[str, str], group: str, key: str, value, unit: str, n: int) -> Cell:
    return cell(row, (f"{group}.{key}", f"{LABELS[group]} · {WORDS[key]}"), value, unit, n, "gezinnen")


def _lines(chance: random.Random, synthetic: bool) -> Table:
    cells = [
        cell(
            (f"SYN-C{index:02}-{group}", f"Gezin {index}"),
            (f"{group}.{moment}", f"{LABELS[group]} · {WORDS[moment]}"),
            *(chance.randint(1, 5), "n", 1, "gezin"),
        )
        for group in ("opkomst", "opkomst_plus")
        for index in range(SIZES[group])
        for moment in ("start", "end")
    ]
    return Table("extra-24", "Proef", "4.2", tuple(cells), synthetic)
