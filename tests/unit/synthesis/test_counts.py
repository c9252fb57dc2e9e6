"""Counts that fit facts and printed numbers."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from helpers.synthesis import margins
from helpers.synthesis.counts import CountTable, NoSolutionError, bounds, solve
from helpers.synthesis.margins import Between, Total


def test_facts_that_contradict_each_other_are_told():
    table = CountTable("answers", {"answer": ("yes", "no")}, np.ones(2), (3,))
    facts = [Between(table.total(), low=margins.Fraction(n), high=margins.Fraction(n)) for n in (2, 3)]
    claim = margins.count(("tabel-0", "N", ""), "3", table.total())
    with pytest.raises(NoSolutionError):
        solve([table], facts, [claim], seed=1)


def test_an_unknown_axis_is_named():
    table = CountTable("answers", {"answer": ("yes", "no")}, np.ones(2), (3,))
    assert isinstance(table.total(answer="yes"), Total)
    with pytest.raises(KeyError, match="no axis 'year'"):
        table.total(year=2020)


def _families() -> tuple[CountTable, list[Between]]:
    """Ten families in two groups of four and six, that answered yes, no or nothing."""
    table = CountTable("answers", {"group": ("a", "b"), "answer": ("yes", "no", "unknown")}, np.ones((2, 3)), (4, 6))
    sizes = [Between(table.total(group=g), low=Fraction(n), high=Fraction(n)) for g, n in [("a", 4), ("b", 6)]]
    return table, sizes


def _every_table() -> list[dict]:
    """All tables of `_families`."""

    def ways(n: int) -> list[tuple[int, int, int]]:
        return [(yes, no, n - yes - no) for yes in range(n + 1) for no in range(n + 1 - yes)]

    return [{"answers": np.array(both)} for both in product(ways(4), ways(6))]


@pytest.mark.parametrize(
    "printed",
    [{}, {"share": "45,5%"}, {"count": "3"}, {"share": "45,5%", "count": "3"}, {"share": "45,5%", "n": "10"}],
    ids=str,
)
def test_bounds_are_the_extremes_of_all_tables_that_miss_fewest_printed_numbers(printed):
    table, facts = _families()
    yes, known = table.total(answer="yes"), table.total(answer=["yes", "no"])
    claims = [
        *(margins.share(("t", "share", ""), text, 1, yes, known) for text in [printed.get("share")] if text),
        *(
            margins.count(("t", "count", ""), text, table.total(answer="yes", group="b"))
            for text in [printed.get("count")]
            if text
        ),
        *(margins.count(("t", "n", ""), text, known) for text in [printed.get("n")] if text),
    ]
    some = Between(table.total(answer=["yes", "no"], group="a"), low=Fraction(1))
    quantities = {
        "count": (table.total(answer="yes", group="a"), margins.ONE),
        "share": (table.total(answer="yes", group="a"), table.total(answer=["yes", "no"], group="a")),
    }
    fitting = [counts for counts in _every_table() if some.part.value(counts) >= 1]
    missed = [sum(not _holds(claim, counts) for claim in claims) for counts in fitting]
    best = [counts for counts, n in zip(fitting, missed, strict=True) if n == min(missed)]
    found = bounds([table], [*facts, some], claims, quantities)
    for name, (part, whole) in quantities.items():
        values = [Fraction(part.value(counts), whole.value(counts)) for counts in best]
        assert (found[name].low, found[name].high, found[name].proven) == (min(values), max(values), True)


def _holds(claim: margins.Claim, counts: dict) -> bool:
    return all(
        (c.low is None or (part > c.low * whole if c.open_low else part >= c.low * whole))
        and (c.high is None or (part < c.high * whole if c.open_high else part <= c.high * whole))
        for c in claim.conditions
        for part, whole in [(c.part.value(counts), c.whole.value(counts))]
    )
