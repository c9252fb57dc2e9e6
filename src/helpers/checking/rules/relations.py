"""Which printed numbers belong together: a rule and the cells it ties.

The relations themselves are declared in ``data/relations/relations.yml``; see
`helpers.checking.rules.notation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from helpers.checking.rules import (
    changes,
    copies,
    means,
    paired_scores,
    ranks,
    scores,
    shares,
    subgroups,
    thresholds,
    totals,
    words,
)
from helpers.checking.rules.rounding import numbers_in, whole
from helpers.checking.rules.verdict import Verdict

#: A cell in print: id, row label and column label.
Key = tuple[str, str, str]


#: What was printed in every cell.
Printed = Mapping[Key, str]


#: Rules that compare a number with its own copy or with words, and so prove nothing.
COPIES = {
    rule.__name__: rule
    for rule in (
        *(copies.same_quantity, copies.fraction_words, copies.times),
        *(words.bound_words, words.same_bound, words.reached_within, words.extreme_words, words.within),
        *(words.same_number, words.rounded_number, words.same_words),
        *(words.fraction_of, words.mixed_fraction, words.row_not_column),
        *(ranks.extreme_group, ranks.majorities, ranks.majority_of, ranks.smaller_changes),
        *(ranks.explained, ranks.more_at_every_limit),
        # The same mean twice, of people who stayed where they were.
        scores.unchanged,
    )
}


#: Rules that give no more than a limit: a number that is wrong stays below it as well.
LIMITS = {rule.__name__: rule for rule in (subgroups.subgroup_counts, subgroups.distinct)}


#: Every kind of relation. A relation names one of these and its arguments.
RULES: dict[str, Callable[..., Verdict]] = COPIES | {
    rule.__name__: rule
    for rule in (
        *(shares.share, shares.possible_share, shares.groups, shares.part_of_base),
        *(shares.partition, shares.some_base, shares.one_base, shares.row_and_column),
        *(changes.points, changes.relative_change),
        *(totals.closure, totals.same_total, totals.smallest, totals.largest, totals.mean_between),
        *(means.possible_mean, means.mean_of_items, means.weighted_mean),
        *(*LIMITS.values(), subgroups.subgroup_means, thresholds.at_least),
        *(scores.improved, scores.worsened, scores.class_sizes),
        *(scores.mean_of_means, scores.mean_of_group_means, scores.count_of_group_means),
        paired_scores.scored_pairs,
    )
}


@dataclass(frozen=True)
class Place:
    """Where a printed number stands.

    Attributes
    ----------
    key : tuple of str
    index : int
        Which number of the cell, from 1; 0 for all that the cell holds.
    """

    key: Key
    index: int = 0

    def text(self, printed: Printed) -> str:
        """What is printed there.

        Raises
        ------
        ValueError
            When the cell holds fewer numbers.
        """
        text = printed[self.key]
        if not self.index:
            return text
        numbers = numbers_in(text)
        if self.index > len(numbers):
            raise ValueError(f"{self}: no such number in {text!r}")
        return numbers[self.index - 1]

    def __str__(self) -> str:
        return " | ".join([*self.key, str(self.index)] if self.index else self.key)


@dataclass(frozen=True)
class Remainder:
    """The size of a group that was not printed: a total without another group."""

    total: Place
    without: Place

    def text(self, printed: Printed) -> str:
        """The difference, as if it were printed."""
        return str(whole(self.total.text(printed)) - whole(self.without.text(printed)))


@dataclass(frozen=True)
class Given:
    """What a rule needs and no cell prints, such as the ends of a scale."""

    value: str

    def text(self, printed: Printed) -> str:
        """The value, whatever was printed."""
        return self.value


@dataclass(frozen=True)
class Relation:
    """Printed numbers that a rule ties together.

    Attributes
    ----------
    name : str
        Stable: an erratum refers to it.
    kind : str
        A name in `RULES`.
    arguments : dict
        For each parameter of the rule a `Place`, a `Remainder`, a `Given`, or
        a tuple of them.
    """

    name: str
    kind: str
    arguments: Mapping[str, Place | Remainder | Given | tuple]

    @property
    def places(self) -> set[Place]:
        """All printed numbers that it rests on."""
        return set(_places(self.arguments.values()))

    @property
    def keys(self) -> set[Key]:
        """All cells that it rests on."""
        return {place.key for place in self.places}

    def verdict(self, printed: Printed) -> Verdict:
        """Whether the printed numbers can all be right."""
        try:
            return _verdict(self.kind, tuple(self.texts(printed).items()))
        # What cannot be read, or is a part of nobody, is one mismatch: everything else is still judged.
        except ZeroDivisionError:
            return Verdict(False, "dit is niet na te rekenen: het is een deel van niemand")
        except ValueError as error:
            return Verdict(False, f"dit is niet te lezen of niet na te rekenen ({error})")

    def texts(self, printed: Printed) -> dict[str, str | tuple[str, ...]]:
        """What is printed, for each parameter of the rule."""
        return {name: _texts(value, printed) for name, value in self.arguments.items()}


# The same printed numbers are judged for every table and page that shows them.
@cache
def _verdict(kind: str, texts: tuple[tuple[str, str | tuple[str, ...]], ...]) -> Verdict:
    return RULES[kind](**dict(texts))


def _texts(value, printed: Printed):
    if isinstance(value, tuple):
        return tuple(item.text(printed) for item in value)
    return value.text(printed)


def _places(values) -> Iterator[Place]:
    for value in values:
        if isinstance(value, Place):
            yield value
        elif isinstance(value, Remainder):
            yield from (value.total, value.without)
        elif isinstance(value, tuple):
            yield from _places(value)
