"""Making ``data/synthetic/registration.csv`` from what the report prints.

First the counts (`registration_tables`, `registration_claims`, `counts`), then
one row a dossier: every column is dealt out by chance, so that the counts are
met, no rule of the codebook is broken, and unknown answers gather in families
that the case workers knew less well. What was measured later follows when the
start is there (`registration_end`, `registration_moves`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from helpers.data import codebook, published
from helpers.data.files import REGISTRATION
from helpers.data.rules import broken
from helpers.synthesis.counts import CountTable, Solution, solve
from helpers.synthesis.made import Synthesis
from helpers.synthesis.margins import Claim, Values
from helpers.synthesis.months import last_month, month_text
from helpers.synthesis.printed import Printed
from helpers.synthesis.registration import start_claims, start_tables
from helpers.synthesis.registration.later import Later
from helpers.synthesis.registration.start_tables import COUPLES, MONTHS_AFTER_START, NO_ANSWER, income_group, items_of
from helpers.synthesis.rows import FORBIDDEN, Cost, ImpossibleError, deal

#: The seed of the records in the repository.
SEED = 2024


#: Where the printed cells that the records do not reproduce are named.
DEVIATIONS = REGISTRATION.with_name("registration_deviations.csv")


#: How strongly unknown answers gather in families that were less well known,
#: and worse situations in more vulnerable families; noise has size 1.
_CONTACT, _VULNERABILITY = 0.9, 0.5


#: Answers that go with a more vulnerable family.
_WORSE = {
    "housing": {"homeless": 2, "shelter": 2, "temporary": 1, "inadequate": 0.5},
    "network": {"none": 1, "professionals_only": 1, "one": 0.5},
    "interest": {"worryingly_little": 2, "little": 1},
    "difficulty": {"yes": 1},
}


#: A mother who studies is not older than this, at the start.
_OLDEST_STUDENT = 30


def generate(seed: int = SEED, cells: pd.DataFrame | None = None) -> Synthesis:
    """Make the registration records.

    Parameters
    ----------
    seed
        Of everything that is left to chance.
    cells
        Printed cells instead of those in ``data/published/cells.csv``.

    Raises
    ------
    helpers.synthesis.counts.NoSolutionError
        When no counts were found.
    helpers.synthesis.rows.ImpossibleError
        When the counts cannot be dealt out within the rules.
    """
    printed = Printed(published.cells() if cells is None else cells)
    tables = start_tables.tables(printed)
    solution = counts_of(tables, printed, seed)
    rng = np.random.default_rng(seed)
    start = _Dossiers(tables, solution.counts, rng).deal_everything()
    later = Later(start, printed, usual_cost, rng)
    records = _in_order(later.deal_everything(), _others(tables, solution.counts), rng)
    failed = broken(records).any()
    if failed.any():
        raise ImpossibleError(f"rules broken: {', '.join(failed.index[failed])}")
    return Synthesis(records, deviations_of(solution, *later.solutions))


def counts_of(tables: dict[str, CountTable], printed: Printed, seed: int) -> Solution:
    """The counts of dossiers of every kind."""
    facts = list(start_claims.facts(tables, printed))
    claims = list(start_claims.claims(tables, printed))
    return solve(list(tables.values()), facts, claims, seed)


def deviations_of(*solutions: Solution) -> pd.DataFrame:
    """The printed cells that are not reproduced, with what the records give."""
    rows = []
    for solution in solutions:
        claims = {claim.key: claim for claim in solution.deviating if not start_claims.is_about_later(claim)}
        for claim in claims.values():
            shown, source = claim.show(solution.counts)
            rows.append([*claim.key, claim.printed, shown, f"{_reason(claim, solution)}; the records give {source}"])
    return pd.DataFrame(rows, columns=["id", "row", "column", "printed", "computed", "reason_en"], dtype=str)


def _reason(claim: Claim, solution: Solution) -> str:
    others = [other.key for other in solution.why(claim)]
    if set(others) <= {claim.key}:
        return "the numbers in this cell cannot both hold"
    named = dict.fromkeys(" / ".join(key) for key in others)
    return f"cannot hold together with {' and '.join(named)}"


def write(seed: int = SEED, path: Path = REGISTRATION) -> list[str]:
    """Make the records and save them, with the deviations beside them.

    Returns
    -------
    list of str
        One line for every printed cell that the records do not reproduce.
    """
    return generate(seed).write(path, path.with_name(DEVIATIONS.name))


class _Dossiers:
    """The first trajectories: columns are added one after the other."""

    def __init__(self, tables: dict[str, CountTable], counts: Values, rng: np.random.Generator):
        self.tables, self.counts, self.rng = tables, counts, rng
        self.last = last_month()
        rows = pd.DataFrame(tables["trajectory"].dossiers(counts["trajectory"]))
        # How well the family was known, and how vulnerable it was: never saved.
        contact, vulnerable = rng.normal(size=(2, len(rows)))
        self.rows = rows.assign(_contact=contact, _vulnerable=vulnerable, start_month=rows["month"].map(month_text))

    def deal_everything(self) -> pd.DataFrame:
        """Deal the columns, each after the columns it depends on."""
        self._deal_durations()
        self._deal_child_ages()
        self._measure_births()
        self._deal(self._answers("household"), ["programme", "status", "birth", "pregnant_at_start"])
        self._deal_families()
        self._deal_work()
        self._deal_partners()
        self._deal(self._answers("mother_age"), ["programme"])
        for name in start_tables.ONE_ANSWER:
            self._deal(self._answers(name), ["programme"])
        for item in items_of("difficulty_"):
            self._deal_item("difficulty", item, ["programme"])
        for item in items_of("admin_"):
            self._deal_item("admin", item, ["programme", "status", "birth"])
        return self.rows

    def _answers(self, table: str) -> pd.DataFrame:
        answers = pd.DataFrame(self.tables[table].dossiers(self.counts[table]))
        return answers.astype(str) if "months" not in answers else answers

    def _deal(self, answers: pd.DataFrame, within: list[str], cost: Cost | None = None) -> None:
        self.rows = deal(self.rows, answers, within, cost or usual_cost, self.rng)

    def _deal_durations(self) -> None:
        """Finished dossiers: an end within the dataset, after the birth measurement."""
        finished = self.rows["status"] == "finished"
        everyone, self.rows = self.rows, self.rows[finished]
        self._deal(self._answers("duration"), ["programme"], self._cost_of_duration)
        everyone = everyone.join(self.rows["months"])
        everyone["months"] = everyone["months"].fillna(self.last - everyone["month"]).astype(int)
        end = (everyone["month"] + everyone["months"]).map(month_text)
        self.rows = everyone.assign(end_month=end.where(finished, "not_applicable"))

    def _cost_of_duration(self, dossiers: pd.DataFrame, answers: pd.DataFrame) -> np.ndarray:
        months = answers["months"].to_numpy()[None, :]
        too_late = dossiers["month"].to_numpy()[:, None] + months > self.last
        wait = np.where(dossiers["pregnant_at_start"] == "yes", 1, MONTHS_AFTER_START)
        too_short = (dossiers["birth"] == "yes").to_numpy()[:, None] & (months < wait[:, None])
        return FORBIDDEN * (too_late | too_short)

    def _deal_child_ages(self) -> None:
        """Recorded in the later dossiers; a measured birth lies within the support."""

        def cost(dossiers: pd.DataFrame, answers: pd.DataFrame) -> np.ndarray:
            age = pd.to_numeric(answers["child_age_at_start"], errors="coerce").to_numpy()[None, :]
            earlier = (self.last - dossiers["month"]).to_numpy()[:, None]
            measured = (dossiers["birth"] == "yes").to_numpy()[:, None]
            unborn = -age > dossiers["months"].to_numpy()[:, None]
            return np.where(np.isnan(age), 0, earlier / 3.0) + FORBIDDEN * (measured & unborn)

        self._deal(self._answers("child_age"), ["programme", "pregnant_at_start"], cost)

    def _measure_births(self) -> None:
        """At the birth, or some months after the start when the child was born before."""
        age = pd.to_numeric(self.rows["child_age_at_start"], errors="coerce")
        longest = self.rows["months"].clip(1, 8)
        wait = (-age).where(age < 0, self.rng.integers(1, longest + 1))
        wait = wait.where(self.rows["pregnant_at_start"] == "yes", MONTHS_AFTER_START).astype(int)
        month = (self.rows["month"] + wait).map(month_text)
        self.rows["birth_measurement_month"] = month.where(self.rows["birth"] == "yes", "not_applicable")

    def _deal_families(self) -> None:
        """Families with their group of income; blended ones are blended already."""
        answers = self._answers("economy_by_status")
        blended = answers["family_composition"] == "couple_blended"
        answers["blended"] = np.where(blended, "yes", "no")
        self._deal(answers, ["programme", "status", "blended"])

    def _deal_work(self) -> None:
        answers = self._answers("employment")
        answers["income_group"] = answers["mother_income"].map(income_group)
        self._deal(answers, ["programme", "income_group"])

    def _deal_partners(self) -> None:
        """Only couples have a partner; of unknown families nothing is known."""
        couples = self.rows["family_composition"].isin(COUPLES)
        everyone, self.rows = self.rows, self.rows[couples]
        self._deal(self._answers("partner"), ["programme", "income_group"])
        without = everyone["family_composition"].map({"unknown": "unknown"}).fillna("not_applicable")
        self.rows = everyone.assign(partner_income=self.rows["partner_income"].reindex(everyone.index).fillna(without))

    def _deal_item(self, table: str, item: str, within: list[str]) -> None:
        answers = self._answers(table)
        answers = answers[answers["item"] == item].drop(columns="item").rename(columns={"answer": item})
        self._deal(answers[[*within, item]], within)


def usual_cost(dossiers: pd.DataFrame, answers: pd.DataFrame) -> np.ndarray:
    """Unknown costs more in well-known families, trouble in strong ones."""
    unknown = answers.isin(NO_ANSWER).any(axis=1).to_numpy()
    worse = sum(_worse(answers[name]) for name in answers).to_numpy()
    cost = _CONTACT * np.outer(dossiers["_contact"], unknown)
    cost -= _VULNERABILITY * np.outer(dossiers["_vulnerable"], worse)
    for diploma in answers.columns.intersection(["parents_diploma", "parents_diploma_end"]):
        age = pd.to_numeric(dossiers["mother_age"], errors="coerce")
        cost += FORBIDDEN * np.outer(age > _OLDEST_STUDENT, answers[diploma] == "studying")
    return cost


def _worse(answers: pd.Series) -> pd.Series:
    """How much each answer goes with a vulnerable family."""
    name = answers.name.removesuffix("_end")
    scale = _WORSE.get("difficulty" if name.startswith("difficulty_") else name, {})
    return answers.map(scale).fillna(0).astype(float)


def _others(tables: dict[str, CountTable], counts: Values) -> pd.DataFrame:
    """Second trajectories and registrations after the dataset: only a start is known."""
    rows = [
        {**row, "second": kind == "second"}
        for kind in ("second", "late")
        for row in tables[kind].dossiers(counts[kind])
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(start_month=frame["month"].map(month_text))


def _in_order(first: pd.DataFrame, others: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """All dossiers by month of start, numbered, with the columns of the codebook."""
    together = pd.concat([first, others], ignore_index=True)
    together = together.assign(_tie=rng.permutation(len(together)))
    together = together.sort_values(["start_month", "_tie"], ignore_index=True)
    together["dossier"] = [f"SYN-{number:03d}" for number in range(1, len(together) + 1)]
    together["first_dossier"] = _first_dossiers(together, rng)
    return together[list(codebook.variables())].fillna("not_recorded").astype(str)


def _first_dossiers(dossiers: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """For each second trajectory a first one of that programme that ended before it began."""
    second = dossiers[dossiers["second"].eq(True)]
    first = dossiers[dossiers["status"] == "finished"]
    start, programme = second["start_month"].to_numpy()[:, None], second["programme"].to_numpy()[:, None]
    fits = (first["end_month"].to_numpy() < start) & (first["programme"].to_numpy() == programme)
    costs = np.where(fits, rng.random(fits.shape), FORBIDDEN)
    rows, columns = linear_sum_assignment(costs)
    if not fits[rows, columns].all():
        raise ImpossibleError("a second trajectory has no first one that ended before it")
    named = pd.Series("not_applicable", index=dossiers.index)
    named[second.index[rows]] = first["dossier"].to_numpy()[columns]
    return named
