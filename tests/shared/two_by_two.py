"""Every way in which the same people can answer yes or no at two moments."""

from fractions import Fraction
from functools import cache
from itertools import product
from math import comb

from hypothesis import settings
from hypothesis import strategies as st

from helpers.inference.methods import (
    Margins,
    Pairs,
)

# The first call of scipy is slow, which says nothing of what is tested.
untimed = settings(deadline=None)

#: Floating sums of binomial terms differ in the last digits.
SLACK = 1e-12


@st.composite
def some_margins(draw, largest=60):
    n = draw(st.integers(0, largest))
    return Margins(n, draw(st.integers(0, n)), draw(st.integers(0, n)))


@cache
def every_table(n):
    """Every way to divide n people over the four cells."""
    return [
        Pairs(both, up, down, n - both - up - down)
        for both in range(n + 1)
        for up in range(n + 1 - both)
        for down in range(n + 1 - both - up)
    ]


def every_margins(n):
    return [Margins(n, start, end) for start, end in product(range(n + 1), repeat=2)]


def tables_of(margins):
    """Every table that the margins allow, from the smallest overlap to the largest."""
    return [margins.pairs(overlap) for overlap in margins.overlaps]


@cache
def by_counting(up, down):
    """The p-value as a share of all ways in which the changes can go: exact."""
    moved = up + down
    ways = sum(comb(moved, k) for k in range(moved + 1) if abs(2 * k - moved) >= abs(up - down))
    return Fraction(ways, 2**moved)
