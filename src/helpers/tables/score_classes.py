"""The classes that the report shades Tabel 21, 22, 23 and 26 in, and their limits.

The report does not print the limits. Those of Tabel 21 and 22 follow from how
many indicators it says each class has (no limits give all six counts of Tabel 21;
of those that give five, these are the whole numbers), that of a very large
progress from the indicators that it names; `tests/unit/tables/test_score_classes.py` tries
every other limit. Where nothing printed decides, the limit is our own choice: see `GAINS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from helpers.dutch.numbers import dutch, round_half_up


@dataclass(frozen=True)
class ScoreClass:
    """One class: a name, a sign that tells it without colour, and where it starts.

    Attributes
    ----------
    code : str
        Names the colour in ``opkomst.css``.
    label_nl : str
    sign : str
        Shown beside the number.
    least : Decimal
        The smallest number, as printed, that belongs to it.
    most : Decimal or None
        The largest one; None for no limit but the next class.
    """

    code: str
    label_nl: str
    sign: str
    least: Decimal
    most: Decimal | None = None

    @property
    def limits_nl(self) -> str:
        """Where it starts or ends, in Dutch."""
        word, limit = ("vanaf", self.least) if self.most is None else ("hoogstens", self.most)
        return f"{word} {dutch(limit, -limit.as_tuple().exponent)}"


#: A mean score at the start, worst class first (Tabel 21).
STARTS = (
    ScoreClass("very-low", "zeer laag", "▼▼", Decimal("1")),
    ScoreClass("low", "laag", "▼", Decimal("2")),
    ScoreClass("high", "hoog", "▲", Decimal("3")),
    ScoreClass("very-high", "zeer hoog", "▲▲", Decimal("4")),
)


#: How many families moved forward (Tabel 22). The report says six, but its own
#: counts and the indicators that it names fit five.
IMPROVED = (
    ScoreClass("few", "weinig gezinnen", "○", Decimal("0")),
    ScoreClass("many", "veel gezinnen", "●", Decimal("5")),
)


#: How far the mean went up among families that moved forward (Tabel 23). No
#: printed number tells small from considerable: 1,5 is our choice, halfway
#: between 1, the least that is possible, and 2, where very large begins.
GAINS = (
    ScoreClass("small-gain", "kleine vooruitgang", "↑", Decimal("1")),
    ScoreClass("clear-gain", "aanzienlijke vooruitgang", "↑↑", Decimal("1.5")),
    ScoreClass("large-gain", "zeer grote vooruitgang", "↑↑↑", Decimal("2")),
)


#: The indicators that the text of 4.2 names for a very large progress.
NAMED_LARGE = {
    "opkomst": {
        *("housing", "affordability", "social_rights", "pregnancy_preparation"),
        *("living_environment", "confidence_in_relationships", "parenting_figures"),
    },
    "opkomst_plus": {"housing", "baby_kit", "debts", "living_environment"},
}


#: Tabel 26, by column: what its text calls the lowest and the highest scores, the
#: strongest progress, and many mothers. It gives the limits of the first and the
#: last; the others begin at the last indicator that it names. Everything else is
#: left without a sign: of that, print does not tell how the report shades it.
INTERVIEW = {
    "start": (
        ScoreClass("lowest", "laagst bij de start", "▼", Decimal("1"), most=Decimal("2.00")),
        ScoreClass("highest", "hoogst bij de start", "▲", Decimal("2.50")),
    ),
    "change": (ScoreClass("strongest", "sterkste vooruitgang", "↑", Decimal("1.63")),),
    "better": (ScoreClass("six", "veel mama’s vooruit", "●", Decimal("6")),),
}


#: Classes that belong together.
SCALES = (STARTS, IMPROVED, GAINS, *INTERVIEW.values())


ALL = {found.code: found for scale in SCALES for found in scale}


def scale_of(found: ScoreClass) -> tuple[ScoreClass, ...]:
    """The classes that a class belongs with, itself among them."""
    return next(scale for scale in SCALES if found in scale)


def class_of(value: Fraction, classes: Sequence[ScoreClass], decimals: int = 1) -> ScoreClass:
    """The class of a number, by the value as it is printed.

    Parameters
    ----------
    value
        Not below the first class.
    classes
        `STARTS`, `IMPROVED` or `GAINS`.
    decimals
        With how many decimals the value is printed.
    """
    printed = round_half_up(value, decimals)
    return max((found for found in classes if found.least <= printed), key=lambda found: found.least)


def class_if_any(value: Fraction, classes: Sequence[ScoreClass], decimals: int) -> ScoreClass | None:
    """The class of a number where not every number has one; arguments as for `class_of`."""
    printed = round_half_up(value, decimals)
    fitting = (found for found in classes if found.least <= printed and (found.most is None or printed <= found.most))
    return next(fitting, None)
