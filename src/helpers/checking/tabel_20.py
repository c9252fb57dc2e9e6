"""How Tabel 20 was computed: every definition that one could think of, tried.

The report says only "mean score over all indicators". Each candidate works
from printed numbers: the means of Tabel 21, or the groups of Tabel 23 to 25.
A printed number stands for every value that is rounded to it, so a candidate
gives an interval, and is ruled out by a cell of Tabel 20 that it cannot give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from helpers.checking.labels import normalise, read_label_variants
from helpers.checking.rules.rounding import numbers_in, read, whole
from helpers.data import codebook, instrument, published
from helpers.dutch.numbers import round_half_up
from helpers.tables.case_study_scores import programme_labels

#: Lowest and highest value that fits.
Interval = tuple[Fraction, Fraction]


_GROUPS = {"tabel-23": "M1 +", "tabel-24": "M1 =", "tabel-25": "M1-"}


@dataclass(frozen=True)
class Item:
    """What is printed of one indicator in one programme.

    Attributes
    ----------
    code, domain : str
    start : Fraction
        Mean at the start, from Tabel 21.
    n : int
        Families with a score at both moments, from Tabel 23 to 25.
    total : tuple of int
        Lowest and highest sum of their scores at the start, from Tabel 23 to 25.
    """

    code: str
    domain: str
    start: Fraction
    n: int
    total: tuple[int, int]


@dataclass(frozen=True)
class Programme:
    """One column of Tabel 20: its indicators, its number of families, and the codes that both columns have."""

    items: Sequence[Item]
    families: int
    shared: frozenset[str]

    def chosen(self, row: str) -> list[Item]:
        """The indicators of one row of Tabel 20: a domain, or ``all``."""
        return [item for item in self.items if row in ("all", item.domain)]


@dataclass(frozen=True)
class Tried:
    """One definition and what it gives for each cell of Tabel 20.

    Attributes
    ----------
    label_nl : str
    given : dict
        By row and programme: lowest and highest value.
    wrong : list
        The cells (row and programme) of Tabel 20 that it cannot give.
    """

    label_nl: str
    given: Mapping[tuple[str, str], Interval]
    wrong: Sequence[tuple[str, str]]

    @property
    def fits(self) -> bool:
        """Whether it can give all cells."""
        return not self.wrong


def try_all() -> list[Tried]:
    """Every candidate against the eight cells of Tabel 20, in order."""
    printed = _Printed()
    programmes, cells, tried = printed.programmes(), printed.table_20(), []
    for label, definition in DEFINITIONS.items():
        given = {key: definition(programmes[key[1]], key[0]) for key in cells}
        wrong = [key for key, text in cells.items() if not _can_print(given[key], text)]
        tried.append(Tried(label, given, wrong))
    return tried


def _can_print(given: Interval, text: str) -> bool:
    printed = read(text)
    low, high = (Fraction(round_half_up(bound, printed.decimals)) for bound in given)
    return low <= printed.value <= high


def _plain(programme: Programme, row: str, codes: frozenset[str] | None = None) -> Interval:
    starts = [item.start for item in programme.chosen(row) if codes is None or item.code in codes]
    return _around(_mean(starts))


def _weighted(programme: Programme, row: str) -> Interval:
    chosen = programme.chosen(row)
    return _around(sum(item.start * item.n for item in chosen) / sum(item.n for item in chosen))


def _shared(programme: Programme, row: str) -> Interval:
    return _plain(programme, row, programme.shared)


def _of_domains(programme: Programme, row: str) -> Interval:
    if row != "all":
        return _plain(programme, row)
    lows, highs = zip(*(_plain(programme, domain) for domain in codebook.labels("domain")), strict=True)
    return _mean(lows), _mean(highs)


def _from_groups(programme: Programme, row: str) -> Interval:
    chosen = programme.chosen(row)
    return tuple(_mean([Fraction(item.total[side], item.n) for item in chosen]) for side in (0, 1))


def _pooled(programme: Programme, row: str) -> Interval:
    chosen = programme.chosen(row)
    return tuple(Fraction(sum(item.total[side] for item in chosen), sum(item.n for item in chosen)) for side in (0, 1))


def _of_families(programme: Programme, row: str) -> Interval:
    """Mean over the families of each family's own mean: only bounds.

    Which families have no score is not printed. Filling in a family's own mean
    for each missing score leaves that mean as it is, and it lies between 1 and
    5; so the missing scores together are worth 1 to 5 each.
    """
    chosen = programme.chosen(row)
    everything = programme.families * len(chosen)
    missing = everything - sum(item.n for item in chosen)
    return tuple(
        Fraction(sum(item.total[side] for item in chosen) + score * missing, everything)
        for side, score in ((0, 1), (1, 5))
    )


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _around(value: Fraction) -> Interval:
    """A mean of means that are printed with one decimal: each can be half a tenth off."""
    return value - Fraction(1, 20), value + Fraction(1, 20)


#: What could have been done, in Dutch; the first is what `tables.table_20` does.
DEFINITIONS: dict[str, Callable[[Programme, str], Interval]] = {
    "gewoon gemiddelde van de indicatoren in Tabel 21": _plain,
    "hetzelfde, maar elke indicator telt mee naar zijn aantal gezinnen": _weighted,
    "hetzelfde, maar alleen met indicatoren die beide programma's hebben": _shared,
    "hetzelfde, maar ‘alle indicatoren’ is het gemiddelde van de drie domeinen": _of_domains,
    "gewoon gemiddelde van de indicatoren, berekend uit Tabel 23 tot 25": _from_groups,
    "alle scores van Tabel 23 tot 25 op één hoop": _pooled,
    "gemiddelde over de gezinnen van ieders eigen gemiddelde (alleen grenzen)": _of_families,
}


class _Printed:
    """The printed numbers, by indicator code."""

    def __init__(self):
        cells, variants = published.cells(), read_label_variants()
        codes = {normalise(found.label_nl): code for code, found in instrument.indicators("case_study").items()}
        codes |= {normalise(label): domain for domain, label in codebook.labels("domain").items()}
        codes[normalise("Alle indicatoren")] = "all"
        self.text = {
            (cell.id, codes[label], cell.column): cell.printed
            for cell in cells.itertuples()
            if cell.id in ("tabel-20", "tabel-21", *_GROUPS)
            and (label := normalise(variants.get((cell.id, cell.row), cell.row))) in codes
        }
        counted = cells[cells["row"] == "gezinnen in de casestudie"]
        self.families = dict(zip(counted["column"], counted["printed"].map(int), strict=True))

    def table_20(self) -> dict[tuple[str, str], str]:
        """What Tabel 20 prints, by row and programme."""
        programmes = {label: code for code, label in programme_labels().items()}
        return {(row, programmes[column]): text for (id, row, column), text in self.text.items() if id == "tabel-20"}

    def programmes(self) -> dict[str, Programme]:
        """Both columns, with what is printed of their indicators."""
        items = {code: list(self._items(label)) for code, label in programme_labels().items()}
        shared = frozenset.intersection(*(frozenset(item.code for item in found) for found in items.values()))
        return {
            code: Programme(items[code], self.families[label], shared) for code, label in programme_labels().items()
        }

    def _items(self, label: str) -> Iterator[Item]:
        for indicator in instrument.in_tables("case_study").values():
            start = self.text["tabel-21", indicator.code, f"{label} · Start"]
            if not numbers_in(start):
                continue
            low = high = n = 0
            for id, column in _GROUPS.items():
                size = whole(self.text[id, indicator.code, f"{label} · n"])
                totals = read(self.text[id, indicator.code, f"{label} · {column}"]).totals(size) if size else range(1)
                # No score is below 1, also where a mean is printed without decimals.
                low, high, n = low + max(totals[0], size), high + totals[-1], n + size
            yield Item(indicator.code, indicator.domain, read(start).value, n, (low, high))
