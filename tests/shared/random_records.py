"""Random records that are valid against the codebook, for tests.

They look like nothing in particular: with a small `evenness` nearly all
families give the same answers, with a large one every answer is as common.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import compress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from helpers.data import codebook, records, registration_checks, rules
from helpers.data.codebook import Variable
from helpers.data.records import SYNTHETIC_MARK, Records

#: How often every broken rule may be mended at random before giving up.
_ATTEMPTS = 1000


#: Of so many ways to mend a dossier the best is taken: looking at many at once takes no longer than at one.
_TRIES = 20


@cache
def random_records(seed: int, size: int = 300, evenness: float = 1.0, mark: str = SYNTHETIC_MARK) -> Records:
    """Random records, loaded and checked like any other.

    Parameters
    ----------
    seed
        The same seed gives the same records.
    size
        How many dossiers.
    evenness
        Concentration of the Dirichlet distribution that the frequencies of the
        answers are drawn from.
    mark
        What every dossier id begins with; another mark makes "real" records.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "random.csv"
        random_codes(seed, size, evenness, mark).to_csv(path, index=False)
        # The generator of the book did not make them, so that they would be taken for real ones.
        return replace(records.load(path=path), synthetic=mark == SYNTHETIC_MARK)


def random_codes(seed: int, size: int = 300, evenness: float = 1.0, mark: str = SYNTHETIC_MARK) -> pd.DataFrame:
    """The same records as strings, the way they stand in a file."""
    rng = np.random.default_rng(seed)
    codes = pd.DataFrame({v.name: _answers(v, size, evenness, rng) for v in _variables()}, dtype=str)
    codes.insert(0, "dossier", [f"{mark}{number:04d}" for number in range(1, size + 1)])
    codes.insert(1, "first_dossier", "not_applicable")
    return _possible(codes, rng)[list(codebook.variables())]


def _possible(codes: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Answer questions again, at random, until no rule of the codebook is broken."""
    codes = _later_moments(_nothing_after_dataset(codes))
    failures = rules.broken(codes)
    for _ in range(_ATTEMPTS):
        wrong = failures.index[failures.any(axis=1)]
        if wrong.empty:
            return codes
        tries = codes.loc[wrong].to_numpy(object).repeat(_TRIES, axis=0)
        for answers, failed in zip(tries, failures.loc[wrong].to_numpy().repeat(_TRIES, axis=0), strict=True):
            for rule in compress(rules.rules(), failed):
                involved = _told_by(rule, codebook.current())
                variable = involved[rng.integers(len(involved))]
                answers[codes.columns.get_loc(variable.name)] = _another_answer(variable, rng)
        tries = _later_moments(_nothing_after_dataset(pd.DataFrame(tries, columns=codes.columns, dtype=str)))
        found = rules.broken(tries)
        best = found.sum(axis=1).to_numpy().reshape(-1, _TRIES).argmin(axis=1) + np.arange(len(wrong)) * _TRIES
        codes.loc[wrong], failures.loc[wrong] = tries.loc[best].to_numpy(), found.loc[best].to_numpy()
    raise RuntimeError("the rules of the codebook leave nothing possible")


def _nothing_after_dataset(codes: pd.DataFrame) -> pd.DataFrame:
    """A rule that is no expression, and concerns so many variables that chance would not mend it."""
    late = codes["start_month"] > codebook.constant("last_month_of_dataset")
    names = [variable.name for variable in _variables() if "not_recorded" in variable.missing]
    return codes.assign(**{name: codes[name].mask(late, "not_recorded") for name in names})


def _later_moments(codes: pd.DataFrame) -> pd.DataFrame:
    """Another such rule: answers of a later moment stand where that moment came, and nowhere else."""
    mended = {}
    for moment in ("birth", "end"):
        came, never = registration_checks.moment_came(codes, moment)
        for name in codebook.measured_at(moment):
            answers = codes[name].mask(never, "not_applicable")
            if not registration_checks.may_not_apply(name):
                answers = answers.mask(came & (answers == "not_applicable"), "unknown")
            mended[name] = answers
    return codes.assign(**mended)


@cache
def _told_by(rule: rules.Rule, _codebook: Path) -> list[Variable]:
    """What may be answered again where a rule is broken: another in another codebook."""
    return [variable for variable in _variables() if variable.name in rule.then]


def _another_answer(variable: Variable, rng: np.random.Generator) -> str:
    """No answer half of the time: that is more often possible than any other."""
    answers = (
        variable.missing if variable.missing and rng.random() < 0.5 else _possible_answers(variable, codebook.current())
    )
    return answers[rng.integers(len(answers))]


def _variables() -> list[Variable]:
    """Everything that is answered at random."""
    return [variable for variable in codebook.variables().values() if variable.type != "id"]


@cache
def _possible_answers(variable: Variable, _codebook: Path) -> np.ndarray:
    if variable.type == "category":
        values = list(codebook.categories(variable.categories))
    elif variable.type == "integer":
        values = [str(value) for value in range(int(variable.minimum), int(variable.maximum) + 1)]
    else:
        values = list(pd.period_range(variable.minimum, variable.maximum, freq="M").astype(str))
    return np.array([*values, *variable.missing], dtype=str)


def _answers(variable: Variable, size: int, evenness: float, rng: np.random.Generator) -> np.ndarray:
    values = _possible_answers(variable, codebook.current())
    # A gamma can be zero when the evenness is small; then every answer is as common.
    weights = rng.gamma(evenness, size=len(values)) + 1e-12
    return rng.choice(values, size=size, p=weights / weights.sum())
