"""How printed numbers stand, under each way of rounding."""

from helpers.checking.rules.judgement import Consistency, judge
from helpers.checking.rules.rounding import Rounding


def share(percentage, count="68", base="284"):
    return {"percentage": percentage, "counts": [count], "base": base}


def test_consistent_numbers_stand_as_such():
    assert judge("share", share("23,9%")).consistency is Consistency.CONSISTENT


def test_numbers_can_be_consistent_under_one_way_of_rounding_only():
    judgement = judge("possible_share", {"percentage": "2%", "base": "40"})
    assert judgement.consistency is Consistency.ONLY_UNDER
    assert Rounding.HALF_EVEN in judgement.roundings
    assert judge("closure", {"parts": ["1", "2"], "together": "4"}).consistency is Consistency.INCONSISTENT
    assert judge("share", share("90,0%")).roundings == ()
