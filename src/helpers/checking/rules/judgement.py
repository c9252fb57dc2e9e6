"""What can be said of printed numbers: consistent, only under one way of rounding, or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from inspect import signature

from helpers.checking.rules.relations import RULES
from helpers.checking.rules.rounding import HALF_UP, IN_DUTCH, Rounding

#: What is printed, for each parameter of a rule.
Arguments = Mapping[str, str | Sequence[str]]


class Consistency(StrEnum):
    """How printed numbers stand to each other."""

    CONSISTENT = "consistent"
    ONLY_UNDER = "only_under"
    INCONSISTENT = "inconsistent"


@dataclass(frozen=True)
class Judgement:
    """A verdict, with the ways of rounding that would save it.

    Attributes
    ----------
    consistency : Consistency
    proof : str
        In Dutch, with the usual rounding.
    roundings : tuple of Rounding
        Empty unless the consistency is ``only_under``.
    """

    consistency: Consistency
    proof: str
    roundings: tuple[Rounding, ...] = ()


def judge(kind: str, arguments: Arguments) -> Judgement:
    """Judge printed strings by one rule, in every way of rounding.

    Parameters
    ----------
    kind
        A name in `helpers.checking.rules.relations.RULES`.
    arguments
        Printed strings, for each parameter of that rule.

    Examples
    --------
    >>> judge("share", {"percentage": "24,0%", "counts": ["68"], "base": "284"}).roundings
    (<Rounding.UP: 'up'>, <Rounding.CEILING: 'ceiling'>)
    """
    verdict = RULES[kind](**arguments)
    if verdict.consistent:
        return Judgement(Consistency.CONSISTENT, verdict.proof)
    saving = tuple(
        rounding
        for rounding in (IN_DUTCH if takes_rounding(kind) else ())
        if rounding is not HALF_UP and RULES[kind](**arguments, rounding=rounding).consistent
    )
    return Judgement(Consistency.ONLY_UNDER if saving else Consistency.INCONSISTENT, verdict.proof, saving)


def takes_rounding(kind: str) -> bool:
    """Whether the way of rounding makes a difference to a rule."""
    return "rounding" in signature(RULES[kind]).parameters
