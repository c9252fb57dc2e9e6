"""What was measured later: around the birth, and at the end of the support.

The columns of the start have been dealt. Each column of a later moment is
counted with the columns that it depends on (`registration_moves`), made to
reproduce what the report prints about it, and dealt; then comes the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from helpers.data import codebook
from helpers.synthesis.counts import CountTable, Solution, solve
from helpers.synthesis.margins import Between, Claim
from helpers.synthesis.moves import Moves
from helpers.synthesis.printed import Printed
from helpers.synthesis.registration import later_tables as moves_of
from helpers.synthesis.registration.start_tables import PLUS, items_of
from helpers.synthesis.rows import Cost, deal

#: More than so many items in order is what Tabel 16 calls many.
_MANY = 5


#: Columns with one answer a family that the report prints nothing about at the end.
_UNPRINTED = ("interest", "parents_diploma", "network")


class Later:
    """The first trajectories: columns of the birth and of the end are added.

    Parameters
    ----------
    rows
        One row a dossier, with the columns of the start, ``status`` and ``birth``.
    printed
        What was printed.
    cost
        Who is likely to give which answer, as for the start.
    rng
        Source of all chance.

    Attributes
    ----------
    rows : DataFrame
    solutions : list of Solution
        What was found for each group of columns that were counted together.
    """

    def __init__(self, rows: pd.DataFrame, printed: Printed, cost: Cost, rng: np.random.Generator):
        in_impact = (rows["status"] == "finished") | (rows["programme"] == PLUS)
        only_child = (rows["pregnant_at_start"] == "yes") & (rows["children_present"] == "0")
        yes_no = {True: "yes", False: "no"}
        self.rows = rows.assign(_impact=in_impact.map(yes_no), _only_child=only_child.map(yes_no))
        self.printed, self.cost, self.rng = printed, cost, rng
        self.solutions: list[Solution] = []

    def deal_everything(self) -> pd.DataFrame:
        """Deal the columns, each after the columns it depends on."""
        self._deal_organisations()
        self._deal_items()
        self._deal_incomes()
        self._deal_work()
        self._deal_housing()
        for name in _UNPRINTED:
            self._deal([moves_of.unprinted(self._ended(), name)])
        return self.rows

    def _ended(self) -> pd.DataFrame:
        return self.rows[self.rows["_impact"] == "yes"]

    def _deal_organisations(self) -> None:
        """At the start for everybody, at the end for those whose end has come."""
        tables = [moves_of.organisation(self.rows, self.printed, name) for name in items_of("org_")]
        claims = [claim for table in tables for claim in moves_of.organisation_claims(table, self.printed)]
        counts = self._solve(tables, moves_of.organisation_facts(tables), claims)
        for table in tables:
            answers = pd.DataFrame(table.dossiers(counts[table.name]))
            self.rows = deal(self.rows, answers, ["_impact"], self.cost, self.rng)

    def _deal_items(self) -> None:
        """Paperwork: at the birth where it was measured, then at the end."""
        items = items_of("admin_")
        measured = self.rows[self.rows["birth"] == "yes"]
        births = [moves_of.item(measured, self.printed, "tabel-17", name) for name in items]
        self._deal(births, [c for m in births for c in moves_of.item_claims(m, self.printed, "tabel-17")])
        ends = [moves_of.item(self._ended(), self.printed, "tabel-18", name) for name in items]
        self._deal(ends, [c for m in ends for c in moves_of.item_claims(m, self.printed, "tabel-18")])

    def _deal_incomes(self) -> None:
        mothers = moves_of.mother_income(self._ended())
        facts = moves_of.mother_income_facts(mothers)
        self._deal([mothers], moves_of.mother_income_claims(mothers, self.printed), facts)
        self._deal([moves_of.partner_income(self._ended())])

    def _deal_work(self) -> None:
        self._deal([moves_of.employment(self._ended())])

    def _deal_housing(self) -> None:
        """With what Tabel 16 sets housing against."""
        in_order = (self.rows[[f"{name}_end" for name in items_of("admin_")]] == "yes").sum(axis=1)
        self.rows = self.rows.assign(
            _works=np.where(self.rows["mother_income_end"] == "work", "yes", "no"),
            _permanent=np.where(self.rows["mother_employment_end"] == "permanent", "yes", "no"),
            _many=np.where(in_order > _MANY, "yes", "no"),
        )
        housing = moves_of.housing(self._ended())
        facts = moves_of.housing_facts(housing)
        self._deal([housing], moves_of.housing_claims(housing, self.printed), facts)

    def _deal(self, moves: Sequence[Moves], claims: Iterable[Claim] = (), facts: Iterable[Between] = ()) -> None:
        tables = [one.table for one in moves]
        every = [*facts, *(fact for one in moves for fact in one.facts())]
        counts = self._solve(tables, every, list(claims))
        for one in moves:
            self._deal_one(one.answers(counts), one.given, one.table.name)

    def _deal_one(self, answers: pd.DataFrame, given: Sequence[str], new: str) -> None:
        """Those that were not measured have no answer that applies."""
        measured = self.rows["birth" if new in codebook.measured_at("birth") else "_impact"] == "yes"
        dealt = deal(self.rows[measured], answers, given, self.cost, self.rng)
        self.rows = self.rows.assign(**{new: dealt[new].reindex(self.rows.index).fillna("not_applicable")})

    def _solve(self, tables: Sequence[CountTable], facts: Iterable[Between], claims: Sequence[Claim]):
        """Each group of columns has its own chance, all from the one seed."""
        solution = solve(tables, list(facts), claims, int(self.rng.integers(2**31)))
        self.solutions.append(solution)
        return solution.counts
