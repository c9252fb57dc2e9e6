"""A number is cross-checked when another last digit would be noticed."""

from helpers.checking.rules.evidence import cross_checking
from helpers.checking.rules.relations import Place, Relation

PRINTED = {
    ("t", "a", "x"): "1",
    ("t", "b", "x"): "2",
    ("t", "all", "x"): "3",
    ("t", "a", "y"): "33,3% (1)",
}

A, B, ALL = (Place(("t", row, "x")) for row in ("a", "b", "all"))

PERCENTAGE, COUNT = (Place(("t", "a", "y"), index) for index in (1, 2))


def test_a_cell_is_cross_checked_only_when_each_of_its_numbers_is():
    share = Relation("s", "share", {"percentage": PERCENTAGE, "counts": (A,), "base": ALL})
    count = Relation("c", "closure", {"parts": (COUNT, B), "together": ALL})
    assert cross_checking(PERCENTAGE.key, [share, count], PRINTED) == ["s", "c"]
    assert cross_checking(PERCENTAGE.key, [share], PRINTED) == []


def test_a_copy_is_no_evidence():
    copy = Relation("c", "same_quantity", {"number": A, "source": COUNT})
    assert copy.verdict(PRINTED).consistent
    assert cross_checking(A.key, [copy], PRINTED) == []


def test_a_limit_is_no_evidence():
    # Every other last digit is above it, but 9 would be below it too.
    limit = Relation("l", "subgroup_counts", {"counts": (A,), "group": ALL})
    assert limit.verdict({A.key: "10", ALL.key: "10"}).consistent
    assert cross_checking(A.key, [limit], {A.key: "10", ALL.key: "10"}) == []


def test_a_contradicted_relation_is_no_evidence():
    closure = Relation("c", "closure", {"parts": (A, B), "together": ALL})
    assert cross_checking(A.key, [closure], PRINTED)
    assert not cross_checking(A.key, [closure], PRINTED | {ALL.key: "4"})


def test_a_loose_relation_is_no_evidence():
    # 50% and 56% are both possible out of 16, so a wrong 6 would go unnoticed.
    possible = Relation("p", "possible_share", {"percentage": A, "base": ALL})
    assert cross_checking(A.key, [possible], {A.key: "50%", ALL.key: "16"}) == []
    assert cross_checking(A.key, [possible], {A.key: "50,0%", ALL.key: "16"}) == ["p"]
