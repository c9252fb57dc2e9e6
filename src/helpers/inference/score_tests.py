"""What a test can say about families that moved forward, stayed or fell back.

Works on a `Table` of counts whose column keys are ``<group>.improved``,
``<group>.stable`` and ``<group>.worsened``: one group for each programme, or a
single one. The counts are printed, so nothing here rests on synthetic scores.
A group without counts in a row was not rated there. All tests are exploratory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from helpers.inference.methods import (
    FamilyVerdict,
    clopper_pearson,
    exact_mcnemar,
    family_verdict,
    fisher,
    holm,
    newcombe_independent,
    smallest_fisher_p,
    smallest_sign_p,
)
from helpers.tables.table import Cell, Table, cell

#: True shares moving forward among those that change, for which power is
#: computed: chosen before any result was seen.
ALTERNATIVES = (Fraction(7, 10), Fraction(8, 10), Fraction(9, 10))


#: What a family can have done, in the order of the columns.
MOVES = ("improved", "stable", "worsened")


#: All groups together.
POOLED = ("pooled", "Samen")


@dataclass(frozen=True)
class Counts:
    """How many families did what on one indicator."""

    improved: int
    stable: int
    worsened: int

    @property
    def changed(self) -> int:
        """How many have another score at the end."""
        return self.improved + self.worsened

    @property
    def rated(self) -> int:
        """How many have a score at both moments."""
        return self.changed + self.stable

    @property
    def share(self) -> Fraction:
        """The share of the rated that moved forward, from 0 to 1."""
        return Fraction(self.improved, self.rated)

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.improved + other.improved, self.stable + other.stable, self.worsened + other.worsened)


@dataclass(frozen=True)
class SignTest:
    """The exact sign test of one indicator in one group.

    Attributes
    ----------
    row, label : str
        Key and Dutch label of the indicator.
    counts : Counts
    p, smallest : float
        The p-value, and the smallest one that so many changes could have given.
    of_changed : tuple of float or None
        Exact 95% interval of the share that moved forward among those that
        changed; None when nobody did.
    of_rated : tuple of float
        The same among all that were rated.
    """

    row: str
    label: str
    counts: Counts
    p: float
    smallest: float
    of_changed: tuple[float, float] | None
    of_rated: tuple[float, float]


@dataclass(frozen=True)
class GroupTests:
    """The sign tests of all indicators in one group.

    Attributes
    ----------
    group, label : str
        Key and Dutch label.
    rows : tuple of SignTest
    family : FamilyVerdict
        Of the rows together, given how many changed in each.
    floor_of_rated : float
        The smallest p-value adjusted by Holm's method that there could have
        been if every rated family had moved the same way.
    """

    group: str
    label: str
    rows: tuple[SignTest, ...]
    family: FamilyVerdict
    floor_of_rated: float


@dataclass(frozen=True)
class Comparison:
    """Whether an equal share moved forward in both groups, on one indicator.

    Attributes
    ----------
    row, label : str
        Key and Dutch label of the indicator.
    first, second : Counts
        Of the two groups, in the order of `Progress.groups`.
    interval : tuple of float
        95% interval (Newcombe) of `difference`, from -1 to 1.
    p, smallest : float
        Of Fisher's exact test, and the smallest p-value that so many families
        moving forward could have given.
    """

    row: str
    label: str
    first: Counts
    second: Counts
    interval: tuple[float, float]
    p: float
    smallest: float

    @property
    def difference(self) -> Fraction:
        """Share that moved forward in the second group minus that in the first."""
        return self.second.share - self.first.share


@dataclass(frozen=True)
class Comparisons:
    """The comparisons of the indicators that both groups were rated on."""

    labels: tuple[str, str]
    rows: tuple[Comparison, ...]
    family: FamilyVerdict


@dataclass(frozen=True)
class Progress:
    """Everything that the tests say about one table of counts.

    Attributes
    ----------
    table : Table
    groups : dict of str to GroupTests
        By key, in the order of the table; `POOLED` last when there are several.
    between : Comparisons or None
        When there are two groups.
    """

    table: Table
    groups: dict[str, GroupTests]
    between: Comparisons | None


def group_labels(table: Table) -> dict[str, str]:
    """The groups of a table of counts by key, with the first part of their column labels."""
    named = [(key.partition("."), label) for key, label in table.columns.items()]
    return {group: label.partition(" · ")[0] for (group, _, move), label in named if move in MOVES}


def counts_in(table: Table, row: str, group: str) -> Counts | None:
    """The counts of one group on one indicator; None where it was not rated.

    Raises
    ------
    KeyError
        When the table lacks one of the three cells.
    """
    values = [table[row, f"{group}.{move}"].value for move in MOVES]
    return Counts(*map(int, values)) if None not in values and sum(values) else None


def progress(table: Table) -> Progress:
    """Test every indicator of a table of counts: in each group, pooled, and between two groups.

    An indicator on which only one group was rated counts for that group, and
    pooled as that group alone.

    Raises
    ------
    KeyError
        When a column with counts is missing.
    """
    labels = group_labels(table)
    counts = {group: _rated(table, group) for group in labels}
    if len(labels) > 1:
        counts[POOLED[0]] = _pooled(table, list(counts.values()))
    names = labels | dict([POOLED])
    groups = {key: _tests(key, names[key], table, found) for key, found in counts.items()}
    return Progress(table, groups, _between(table, labels, counts) if len(labels) == 2 else None)


def _rated(table: Table, group: str) -> dict[str, Counts]:
    found = {row: counts_in(table, row, group) for row in table.rows}
    return {row: counts for row, counts in found.items() if counts}


def _pooled(table: Table, groups: Sequence[dict[str, Counts]]) -> dict[str, Counts]:
    every = {row: [group[row] for group in groups if row in group] for row in table.rows}
    return {row: sum(counts, Counts(0, 0, 0)) for row, counts in every.items() if counts}


def _tests(key: str, label: str, table: Table, counts: dict[str, Counts]) -> GroupTests:
    rows = tuple(_sign_test(row, table.rows[row], found) for row, found in counts.items())
    best = holm(smallest_sign_p([test.counts.rated for test in rows]))
    family = family_verdict([test.p for test in rows], [test.smallest for test in rows])
    return GroupTests(key, label, rows, family, float(best.min(initial=1)))


def _sign_test(row: str, label: str, counts: Counts) -> SignTest:
    changed, improved = counts.changed, counts.improved
    return SignTest(
        *(row, label, counts),
        p=float(exact_mcnemar(improved, counts.worsened)),
        smallest=float(smallest_sign_p(changed)),
        of_changed=clopper_pearson(improved, changed) if changed else None,
        of_rated=clopper_pearson(improved, counts.rated),
    )


def _between(table: Table, labels: dict[str, str], counts: dict[str, dict[str, Counts]]) -> Comparisons:
    first, second = (counts[group] for group in labels)
    shared = [row for row in table.rows if row in first and row in second]
    rows = tuple(_comparison(row, table.rows[row], first[row], second[row]) for row in shared)
    family = family_verdict([test.p for test in rows], [test.smallest for test in rows])
    one, other = labels.values()
    return Comparisons((one, other), rows, family)


def _comparison(row: str, label: str, first: Counts, second: Counts) -> Comparison:
    one, other = (first.improved, first.rated), (second.improved, second.rated)
    return Comparison(
        *(row, label, first, second),
        interval=newcombe_independent(*other, *one),
        p=fisher(*one, *other),
        smallest=smallest_fisher_p(first.rated, second.rated, first.improved + second.improved),
    )


def pooled_table(table: Table, id: str, title: str, most: int | None = None) -> Table:
    """How many families moved forward on an indicator in all groups together: ``pooled.improved``.

    Parameters
    ----------
    table
        Of counts.
    id, title
        Of the new table.
    most
        How many indicators are shown, those on which most families moved forward: more where they tie.
    """
    counts = _pooled(table, [_rated(table, group) for group in group_labels(table)])
    base = table.cells[0].base
    least = min(sorted((found.improved for found in counts.values()), reverse=True)[:most], default=0)
    cells = tuple(
        cell((row, table.rows[row]), ("pooled.improved", "Vooruit"), found.improved, "n", found.rated, base)
        for row, found in counts.items()
        if found.improved >= max(least, 1)
    )
    return Table(id, title, table.section, cells, table.synthetic, table.sources)


def gap_table(found: Progress, id: str, title: str) -> Table:
    """The difference between two groups on each indicator, as the numbers of one picture.

    Columns: ``difference``, ``low`` and ``high`` (percentage points, second
    group minus first), ``p`` (Fisher), and ``first`` and ``second`` (the share
    of each group that moved forward, with its count).

    Raises
    ------
    ValueError
        When there are no two groups.
    """
    if found.between is None:
        raise ValueError(f"{found.table.id} does not compare two groups")
    cells = tuple(made for test in found.between.rows for made in _gap_cells(test, found.between.labels, found.table))
    return Table(id, title, found.table.section, cells, found.table.synthetic, found.table.sources)


def _gap_cells(test: Comparison, labels: tuple[str, str], table: Table) -> list[Cell]:
    row, base, n = (test.row, test.label), table.cells[0].base, test.first.rated + test.second.rated
    points = {"difference": test.difference, "low": test.interval[0], "high": test.interval[1]}
    words = {"difference": "Verschil", "low": "Laagste verschil", "high": "Hoogste verschil"}
    return [
        *(
            cell(row, (key, words[key]), Fraction(value) * 100, "pp", n, base, decimals=0)
            for key, value in points.items()
        ),
        cell(row, ("p", "p (Fisher)"), Fraction(test.p), "p", n, base),
        *(
            cell(row, (key, label), counts.share, "% (n)", counts.rated, base)
            for key, label, counts in zip(("first", "second"), labels, (test.first, test.second), strict=True)
        ),
    ]
