"""What small change would undo a contradiction."""

import pytest

from helpers.checking.rules.explanations import COSTS, explain


def first(kind, arguments, parameter, index=None, **more):
    found = explain(kind, arguments, parameter, index, **more)
    assert [e.cost for e in found] == sorted(e.cost for e in found)
    assert all(int(e.cost) == COSTS[e.kind] for e in found)
    return found[0].kind, found[0].change


def share(percentage, count="68", base="284"):
    return {"percentage": percentage, "counts": [count], "base": base}


def test_consistent_numbers_need_no_explanation():
    assert explain("share", share("23,9%"), "percentage") == []


@pytest.mark.parametrize(
    ("kind", "arguments", "parameter", "expected"),
    [
        ("share", share("23,8%"), "percentage", ("last_digit", "23,9%")),
        ("share", share("28,9%"), "percentage", ("digit", "23,9%")),
        ("share", share("32,9%"), "percentage", ("swapped_digits", "23,9%")),
        ("share", share("76,1%"), "percentage", ("complement", "23,9%")),
        ("share", share("19,1%", "4", "21"), "percentage", ("double_rounding", "")),
        ("share", share("2%", "1", "40"), "percentage", ("rounding", "")),
        ("possible_mean", {"mean": "1,70", "base": "16"}, "mean", ("last_digit", "1,69")),
    ],
)
def test_the_smallest_change_comes_first(kind, arguments, parameter, expected):
    assert first(kind, arguments, parameter) == expected


def test_another_base_or_threshold_can_be_meant():
    found = {e.kind: e.change for e in explain("share", share("24,7%"), "percentage")}
    assert found["other_base"] == "275"
    counts = {"values": ["5", "6", "7"], "limit": "6 of meer", "count": "3"}
    assert {e.kind: e.change for e in explain("at_least", counts, "count")}["threshold"] == "5"


def test_the_count_of_the_others_explains_a_count_without_a_base():
    arguments = {"percentages": ["57,5%"], "counts": ["17"], "others": [], "at_most": "50"}
    assert first("one_base", arguments, "counts", 0) == ("complement", "23")


def test_a_column_that_was_made_to_add_up_is_recognised():
    # 22, 21 and 20 of 63: 34,9% + 33,3% + 31,7% is 99,9%.
    arguments = share("35,0%", "22", "63")
    found = {e.kind: e for e in explain("share", arguments, "percentage", column=["33,3%", "31,7%"])}
    assert found["forced_to_100"].change == "34,9%"
    assert "forced_to_100" not in {e.kind for e in explain("share", arguments, "percentage", column=["33,3%", "31,8%"])}


def test_a_change_that_contradicts_something_else_explains_nothing():
    found = explain("share", share("23,8%"), "percentage", allowed=lambda other: other != "23,9%")
    assert "23,9%" not in {e.change for e in found}
