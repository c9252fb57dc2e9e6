"""Counts that fit facts and printed numbers."""

import numpy as np
import pytest

from helpers.synthesis import margins
from helpers.synthesis.counts import CountTable, NoSolutionError, solve
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
