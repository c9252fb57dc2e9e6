"""Tabel 4 rests on dossiers in which the programmes are not as in the whole: what that does to its mean.

From print alone: the two means, the mean of both together, and the sizes of Tabel 1.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from helpers.checking import printed
from helpers.checking.rules.rounding import Rounded, read, whole
from helpers.dutch.numbers import dutch

#: Months that a pregnancy takes, as the report counts.
PREGNANCY = 9


def told() -> dict[str, str]:
    """What a sentence can say of it.

    Returns
    -------
    dict
        ``plus``: how many of the dossiers behind Tabel 4 can be of OPkomst+.
        ``plus_share`` and ``real_share``: the least share that is of those
        dossiers, and their share of all. ``months``: how far the pregnancy is
        on average if the programmes count by their real sizes.
    """
    texts = printed.declarations().printed
    plus, opkomst, both = (read(texts["tabel-4", "Gemiddeld", name]) for name in ("OPkomst+", "OPkomst", "Totaal"))
    base = whole(texts["tabel-4", "N", ""])
    sizes = [whole(texts["tabel-1", "Beschrijvende analyse (hoofdstuk 3)", name]) for name in ("OPkomst+", "Totaal")]
    fewest, most = _of_first(plus, opkomst, both, base)
    most = min(most, sizes[0])
    real = Fraction(*sizes)
    ends = (_weighted(plus, opkomst, real, side) for side in (-1, 1))
    months = [dutch(PREGNANCY + end, 1) for end in ends]
    return {
        "plus": f"{fewest} tot {most}",
        "plus_share": f"{dutch(Fraction(fewest, base) * 100)}%",
        "real_share": f"{dutch(real * 100)}%",
        "months": f"{months[0]} tot {months[1]}",
    }


def _of_first(first: Rounded, second: Rounded, both: Rounded, base: int) -> tuple[int, int]:
    """How many of a base can be in the first of two groups, by the means of both and their mean together."""
    low, high = (
        (both.value + side * both.half_unit - second.value + side * second.half_unit)
        / (first.value - second.value - side * (first.half_unit + second.half_unit))
        for side in (-1, 1)
    )
    return max(ceil(low * base), 0), min(floor(high * base), base)


def _weighted(first: Rounded, second: Rounded, share: Fraction, side: int) -> Fraction:
    ends = [number.value + side * number.half_unit for number in (first, second)]
    return share * ends[0] + (1 - share) * ends[1]
