"""Dealing counted answers out to dossiers.

The counts say how many dossiers of each kind there are; which dossier gets
which answer is a random assignment of least cost
(`scipy.optimize.linear_sum_assignment`). A combination that breaks a rule of
the codebook is never dealt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from helpers.data.rules import broken, rules_about

#: A cost that no sum of ordinary costs reaches: this pair must not be.
FORBIDDEN = 1e6


#: Cost of each pair of a dossier (row) and an answer (column).
Cost = Callable[[pd.DataFrame, pd.DataFrame], np.ndarray]


class ImpossibleError(RuntimeError):
    """What is printed, or a rule of the codebook, leaves no way to make the records."""


def deal(
    dossiers: pd.DataFrame, answers: pd.DataFrame, within: Sequence[str], cost: Cost, rng: np.random.Generator
) -> pd.DataFrame:
    """Give every dossier one of the answers.

    Parameters
    ----------
    dossiers
        One row a dossier.
    answers
        One row an answer: the columns of `within`, and the new columns.
    within
        Dossier and answer must agree on these columns.
    cost
        The cost of each pair, before noise of standard deviation 1.
    rng
        Source of the noise.

    Returns
    -------
    DataFrame
        `dossiers` with the new columns.

    Raises
    ------
    ImpossibleError
        When the rules leave no way to deal these answers.
    """
    new = [column for column in answers if column not in within]
    dealt = []
    for key, group in dossiers.groupby(list(within), sort=True):
        same = (answers[list(within)] == list(key)).all(axis=1)
        hand = answers.loc[same, new].reset_index(drop=True)
        if len(hand) != len(group):
            raise ImpossibleError(f"{len(hand)} answers {new} for {len(group)} dossiers {key}")
        chosen = _assign(group, hand, cost, rng)
        dealt.append(hand.loc[chosen].set_axis(group.index))
    return dossiers.join(pd.concat(dealt))


def _assign(group: pd.DataFrame, hand: pd.DataFrame, cost: Cost, rng: np.random.Generator) -> np.ndarray:
    costs = cost(group, hand) + rng.normal(size=(len(group), len(hand)))
    costs = np.where(_breaks_rule(group, hand), FORBIDDEN, costs)
    rows, columns = linear_sum_assignment(costs)
    if (costs[rows, columns] >= FORBIDDEN / 2).any():
        raise ImpossibleError(f"{list(hand.columns)} cannot be dealt to these {len(group)} dossiers")
    return columns


def _breaks_rule(group: pd.DataFrame, hand: pd.DataFrame) -> np.ndarray:
    """Whether each pair would break a rule of the codebook, one kind of answer at a time."""
    if not rules_about([*group.columns, *hand.columns], hand.columns):
        return np.zeros((len(group), len(hand)), dtype=bool)
    kinds = hand.drop_duplicates()
    number = pd.Series(range(len(kinds)), index=pd.MultiIndex.from_frame(kinds))
    pairs = group.reset_index(drop=True).merge(kinds, how="cross")
    bad = broken(pairs, hand.columns).any(axis=1).to_numpy().reshape(len(group), len(kinds))
    return bad[:, number[pd.MultiIndex.from_frame(hand)].to_numpy()]
