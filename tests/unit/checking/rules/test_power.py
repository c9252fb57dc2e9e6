"""Made-up reports: what is noticed of a misprint in them."""

import random
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checking.rules import power


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_consistent_report_raises_no_finding(seed):
    assert power.contradicted(*power.made_up_report(random.Random(seed))) == []


def test_a_misprint_of_every_kind_is_found():
    found = power.measure(40, seed=6)
    assert set(found) == set(power.MISPRINTS)
    # A mean of four people can hide another last digit; nothing else can.
    assert all(share >= Fraction(9, 10) for share in found.values()), found
    assert power.measure(40, seed=6) == found


def test_an_injected_misprint_changes_one_cell():
    rng = random.Random(3)
    for kind in power.MISPRINTS:
        for _ in range(5):
            printed, _relations = power.made_up_report(rng)
            injected = power.inject(kind, printed, rng)
            assert injected is None or printed[injected[0]] != injected[1]
