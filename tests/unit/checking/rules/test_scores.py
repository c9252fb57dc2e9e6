"""Scores of the case study: who moved which way, classes, means of means."""

from helpers.checking.rules import scores


def test_who_moves_forward_gains_a_point_or_more():
    assert scores.improved("1,8", "3,7", "6,0").consistent
    assert not scores.improved("3,0", "3,5", "2").consistent
    assert not scores.improved("2,1", "3,0", "2").consistent
    assert scores.worsened("4,8", "3,3", "4").consistent
    assert not scores.worsened("4,0", "4,0", "1").consistent
    assert scores.unchanged("3", "3,0").consistent
    assert not scores.unchanged("1,0", "1,2").consistent


def test_class_sizes_need_one_choice_of_limits_for_both_lists():
    lists = [["1,0", "2,0", "3,0", "4,0"], ["1,5", "2,5", "3,5", "-"]]
    assert scores.class_sizes(*lists, ["1", "1", "1"], ["één", "1", "0"]).consistent
    # Three of the first list are below a limit above 3, and so at least two of the second.
    assert not scores.class_sizes(*lists, ["3", "0", "1"], ["1", "1", "1"]).consistent


def test_a_mean_of_means_leaves_room_for_rounding():
    assert scores.mean_of_means(["3,7", "-", "2,9"], "3,3").consistent
    assert not scores.mean_of_means(["3,7", "2,9"], "3,5").consistent


def test_means_of_items_from_their_groups():
    means, counts = ["2,0", "/", "4,0", "1,0", "/", "/"], ["2", "0", "2", "1", "0", "-"]
    # Two items: (4 + 8) / 4 = 3 and 1.
    assert scores.mean_of_group_means(means, counts, "2,0").consistent
    assert not scores.mean_of_group_means(means, counts, "2,2").consistent
    assert scores.count_of_group_means(means, counts, ["3,0", "1,0"], "1").consistent
    assert not scores.count_of_group_means(means, counts, ["3,0", "3,0"], "2").consistent
