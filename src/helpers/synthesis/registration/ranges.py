"""Between which numbers every count lies that print does not fix: ``data/synthetic/ranges.csv``.

The synthetic records show one of the many registrations that fit print. Here
the solver looks at all of them: every combination of answers that the codebook
allows counts as possible, and nothing that the records only make likely.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from helpers.data import codebook, published
from helpers.data.files import RECORDS
from helpers.data.rules import broken
from helpers.dutch.number_words import read_range
from helpers.synthesis import margins
from helpers.synthesis.counts import CountTable, bounds, names_in
from helpers.synthesis.margins import ONE, Between, Claim, Total
from helpers.synthesis.moves import Moves
from helpers.synthesis.printed import Printed
from helpers.synthesis.registration import later_tables, start_claims, start_tables
from helpers.synthesis.registration.start_tables import COUPLES, NO_ANSWER, PLAIN, PLUS, PROGRAMMES, incomes_of
from helpers.tables.families import AGE_CLASS, FIRST_AGE

PATH = RECORDS / "ranges.csv"


#: Answers of the start that are tied to those asked here by the number of families only, or nearly so.
_LEFT_OUT = {"difficulty", "admin", "later", "interest", "parents_diploma", "network"}


#: How print names the ends of the largest age group of Figuur 6.
_LIMITS = ("ondergrens", "bovengrens")


_YES_NO = ("yes", "no")


#: What Tabel 16 sets housing against.
_HOUSING = ("housing", "_works", "_permanent", "_many")


def generate(only: Collection[tuple[str, str, str]] = ()) -> pd.DataFrame:
    """Work out every range: an hour.

    Parameters
    ----------
    only
        Id, row and column of some cells; all of them when none is named.

    Returns
    -------
    DataFrame
        Columns id, row, column, low, high and proven. Numbers are counts, or
        exact shares such as ``3/268``; ``no`` in the last column says that the
        solver did not prove that both ends are reached.

    Raises
    ------
    helpers.synthesis.counts.NoSolutionError
        When no counts fit print at all.
    """
    printed = Printed(published.cells())
    possible = _Possible.of(printed)
    asked = {one[:3]: one for one in _asked(possible, printed) if not only or one[:3] in only}
    ratios = {cell: (one.part, one.whole) for cell, one in asked.items()}
    rows = [
        (*cell, between.low / asked[cell].n, between.high / asked[cell].n, _YES_NO[not between.proven])
        for cell, between in bounds(possible.tables, *possible.bound_by(printed), ratios).items()
    ]
    return pd.DataFrame(rows, columns=["id", "row", "column", "low", "high", "proven"]).astype(str)


def write(path: Path = PATH) -> list[str]:
    """Work out every range and save them.

    Returns
    -------
    list of str
        One line for each range that is not proven.
    """
    found = generate()
    found.to_csv(path, index=False, lineterminator="\n")
    return [f"{row.id}, {row.row}, {row.column}: not proven" for row in found[found["proven"] == "no"].itertuples()]


@dataclass(frozen=True)
class _Possible:
    """Every answer that a registration can hold.

    Attributes
    ----------
    start : dict of str to CountTable
        The answers at the start.
    housing, income : Moves
        Those at the start, by those at the end.
    partners : CountTable
        The incomes of both at the end, of who has a partner or may have one.
    """

    start: Mapping[str, CountTable]
    housing: Moves
    income: Moves
    partners: CountTable

    @classmethod
    def of(cls, printed: Printed) -> _Possible:
        start = {name: _widened(table) for name, table in start_tables.tables(printed).items()}
        families, groups = (start["economy"].axes[name] for name in ("family_composition", "income_group"))
        situations = [_answers("housing"), *[_YES_NO] * 3]
        return cls(
            start,
            _moves("housing_end", dict(zip(_HOUSING, situations, strict=True)), "housing"),
            _moves("mother_income_end", {"family_composition": families, "income_group": groups}, "mother_income"),
            _partners(groups),
        )

    @property
    def tables(self) -> list[CountTable]:
        """Those that a range may depend on."""
        start = [table for name, table in self.start.items() if name not in _LEFT_OUT]
        return [*start, self.housing.table, self.income.table, self.partners]

    def bound_by(self, printed: Printed) -> tuple[list[Between], list[Claim]]:
        """What ties the tables together or is told in words, and what is printed."""
        facts = [
            *start_claims.ties(self.start),
            *self._ended(),
            *_told_of_housing(self.housing),
            *_told_of_the_start(self.start, printed),
        ]
        claims = [
            *start_claims.claims(self.start, printed),
            *_the_other_half(self.start, printed),
            *later_tables.mother_income_claims(self.income, printed),
            *later_tables.housing_claims(self.housing, printed),
        ]
        return (
            [fact for fact in facts if _LEFT_OUT.isdisjoint(names_in([fact]))],
            [claim for claim in claims if _LEFT_OUT.isdisjoint(names_in(claim.conditions))],
        )

    def _ended(self) -> Iterator[Between]:
        """At the end the same families are counted as at the start, those of chapter 4."""
        housing, economy = self.start["housing"], self.start["economy_by_status"]
        yield start_claims.equal(self.housing.total(), start_claims.impact(self.start["trajectory"]))
        for code in housing.axes["housing"]:
            ended = self.housing.total(housing=code)
            yield start_claims.at_most(ended, housing.total(housing=code))
            yield start_claims.at_most(housing.total(housing=code, programme=PLUS), ended)
        yield start_claims.equal(self.housing.total(_works="yes"), self.income.total("work"))
        for family, group in product(economy.axes["family_composition"], economy.axes["income_group"]):
            same = {"family_composition": family, "income_group": group}
            yield start_claims.equal(self.income.total(**same), start_claims.impact(economy, **same))
        for group in self.partners.axes["mother"]:
            for couple, families in [("yes", COUPLES), ("no", ["unknown"])]:
                mothers = self.income.total(incomes_of(group), family_composition=families)
                yield start_claims.equal(self.partners.total(couple=couple, mother=group), mothers)


def _widened(table: CountTable) -> CountTable:
    """The same table with every answer and every combination that the codebook allows."""
    axes, weights = dict(table.axes), table.weights
    for place, (name, values) in enumerate(table.axes.items()):
        variable = codebook.variables().get(name)
        if variable and "unknown" in variable.missing and not {"unknown", "not_recorded"}.intersection(values):
            axes[name] = (*values, "unknown")
            # As the first answer, which is never the one that allows least.
            weights = np.concatenate([weights, weights.take([0], axis=place)], axis=place)
    if table.name == "trajectory":
        # When a birth can be measured is told by no column of its own here.
        return replace(table, axes=axes, weights=weights)
    answers = pd.DataFrame(product(*axes.values()), columns=[*axes]).astype(str)
    if "blended" in axes:
        answers["family_composition"] = answers["blended"].map({"yes": "couple_blended", "no": "unknown"})
    allowed = ~broken(answers).any(axis=1).to_numpy()
    return replace(table, axes=axes, weights=allowed.reshape(weights.shape).astype(float))


def _answers(name: str) -> tuple[str, ...]:
    return (*codebook.categories(codebook.variables()[name].categories), *NO_ANSWER)


def _moves(later: str, given: Mapping[str, Sequence[str]], answers: str) -> Moves:
    """Every move: nothing says how many families there are of each kind."""
    kinds = tuple(product(*given.values()))
    axes = {"kind": kinds, later: _answers(answers)}
    table = CountTable(later, axes, np.ones((len(kinds), len(axes[later]))))
    return Moves(tuple(given), dict.fromkeys(kinds, 0), table)


def _partners(groups: Sequence[str]) -> CountTable:
    """Of a couple a partner's income is asked; of an unknown family nothing is known."""
    axes = {"couple": _YES_NO, "mother": tuple(groups), "partner": tuple(groups)}
    allowed = [
        partner != "not_applicable" if couple == "yes" else partner in NO_ANSWER
        for couple, _, partner in product(*axes.values())
    ]
    return CountTable("partners", axes, np.array(allowed, dtype=float).reshape(2, len(groups), len(groups)))


# --- Told in words ----------------------------------------------------------


def _more(one: Total, other: Total) -> Between:
    return Between(one - other, low=Fraction(1))


def _told_of_the_start(t: Mapping[str, CountTable], printed: Printed) -> Iterator[Between]:
    """Section 3.4: shares of first pregnancies, and more later ones at OPkomst; 3.5: the largest age group."""
    orders, ages = t["household"], t["mother_age"]
    for programme in PROGRAMMES:
        yield Between(orders.total(programme=programme, pregnancy_order=["first", "later"]), low=Fraction(1))
    yield _more(*(orders.total(programme=PLAIN, pregnancy_order=order) for order in ("later", "first")))
    known = [age for age in ages.axes["mother_age"] if age != "unknown"]
    # Until the birthday that the report names: the class of 33 to 35 years is the last.
    start, end = (printed.number("figuur-6", f"grootste leeftijdsgroep, {limit}", "OPkomst") for limit in _LIMITS)
    largest = [age for age in known if start <= age < end]
    yield _more(*(ages.total(programme=PLAIN, mother_age=of) for of in (largest, [*{*known} - {*largest}])))


def _the_other_half(t: Mapping[str, CountTable], printed: Printed) -> Iterator[Claim]:
    """Section 3.3: what the records need not be told, as they hold no unknown referrer."""
    key, of = ("figuur-2", "extern", "OPkomst+"), {"programme": PLUS}
    external = t["referrer"].total(referrer=codebook.codes_in_group("referrer", "external"), **of)
    yield margins.within(
        key, printed.words(key), *read_range(printed.words(key)), external, t["trajectory"].total(**of)
    )


def _told_of_housing(moves: Moves) -> Iterator[Between]:
    """Section 4.1: which situations fewer and more families live in, and that most stayed where they were.

    Most of those whose housing is known at both moments: of the others nobody can say whether they stayed.
    """
    known = codebook.categories("housing")
    for code in ("temporary", "inadequate"):
        yield _more(moves.total(housing=code), moves.total(code))
    for code in ("adequate", "social"):
        yield _more(moves.total(code), moves.total(housing=code))
    stayed = sum((moves.total(code, housing=code) for code in known), Total())
    yield _more(stayed.times(2), moves.total([*known], housing=[*known]))


# --- What is asked ----------------------------------------------------------


class _Asked(NamedTuple):
    """A cell of a figure: a part of a whole, and what a count is a share of."""

    id: str
    row: str
    column: str
    part: Total
    whole: Total = ONE
    n: int = 1


def _asked(possible: _Possible, printed: Printed) -> Iterator[_Asked]:
    """Every cell of a figure that print does not fix."""
    start = possible.start
    sizes = dict(zip(PROGRAMMES, start_tables.sizes(printed), strict=True)) | {
        "total": sum(start_tables.sizes(printed))
    }
    of = {PLUS: {"programme": PLUS}, PLAIN: {"programme": PLAIN}, "total": {}}
    for row, column in product(("external", "internal"), of):
        referred = start["referrer"].total(referrer=codebook.codes_in_group("referrer", row), **of[column])
        yield _Asked("figuur-2", row, column, referred, n=sizes[column])
    for row in ("az_sint_maarten", "sociaal_huis", "kind_en_gezin"):
        yield _Asked("figuur-3", row, "total", start["referrer"].total(referrer=row), n=sizes["total"])
    months = start["trajectory"].axes["month"]
    for year in dict.fromkeys(month // 12 for month in months):
        started = [month for month in months if month // 12 == year]
        known = start["trajectory"].total(month=started, pregnant_at_start=list(_YES_NO))
        yield _Asked("figuur-4", str(year), "n", known)
    orders = ["first", "later"]
    for row, programme in product(orders, PROGRAMMES):
        part, whole = (start["household"].total(pregnancy_order=o, **of[programme]) for o in (row, orders))
        yield _Asked("figuur-5", row, programme, part, whole)
    yield from _ages(start["mother_age"], printed)
    for row, column in product([*COUPLES, "unknown"], PROGRAMMES):
        families = NO_ANSWER if row == "unknown" else row
        part = start["economy"].total(family_composition=families, **of[column])
        yield _Asked("figuur-7", row, column, part, n=sizes[column])
    for column in ("mother", "father"):
        name = f"{column}_residence"
        yield _Asked(
            "figuur-9", "not_applicable", column, start[name].total(**{name: "not_applicable"}), n=sizes["total"]
        )
    yield from _housing(possible.housing, printed)
    yield from _incomes(possible)


def _ages(ages: CountTable, printed: Printed) -> Iterator[_Asked]:
    youngest, oldest = (printed.number("tabel-6", "Leeftijd", f"OPkomst · {what}") for what in ("Minimum", "Maximum"))
    for first in range(FIRST_AGE, oldest + 1, AGE_CLASS):
        years = list(range(first, first + AGE_CLASS))
        for programme in PROGRAMMES if youngest <= years[-1] else ():
            yield _Asked("figuur-6", str(first), programme, ages.total(programme=programme, mother_age=years))


def _housing(moves: Moves, printed: Printed) -> Iterator[_Asked]:
    n = sum(start_tables.sizes(printed, row="Impact analyse (hoofdstuk 4)"))
    codes = {code: code for code in codebook.categories("housing")} | {"unknown": NO_ANSWER}
    for row, code in codes.items():
        yield _Asked("figuur-10", row, "start", moves.total(housing=code), n=n)
        yield _Asked("figuur-10", row, "end", moves.total(code), n=n)
    for (row, before), (column, after) in product(codes.items(), codes.items()):
        yield _Asked("figuur-10", row, f"to_{column}", moves.total(after, housing=before))


def _incomes(possible: _Possible) -> Iterator[_Asked]:
    groups = [*codebook.categories("income_group"), "unknown"]
    partners = possible.start["partner"]
    for mother, partner in product(groups, groups):
        part = partners.total(income_group=mother, partner_income=incomes_of(partner))
        yield _Asked("figuur-15", mother, partner, part)
        yield _Asked("figuur-17", mother, partner, possible.partners.total(mother=mother, partner=partner))
    for before, after in product(groups[:-1], groups[:-1]):
        yield _Asked("figuur-18", before, after, possible.income.total(incomes_of(after), income_group=before))
