"""What words single out, and majorities."""

from helpers.checking.rules.ranks import (
    explained,
    extreme_group,
    majorities,
    majority_of,
    more_at_every_limit,
    smaller_changes,
)


def test_what_words_single_out_is_compared_with_all_the_rest():
    assert extreme_group("het slechtst", ["1,29", "2,00"], ["2,00", "2,22"]).consistent
    assert not extreme_group("het slechtst", ["1,29", "2,22"], ["2,00"]).consistent
    assert extreme_group("de sterkste", ["1,75", "1,63"], ["1,38"]).consistent
    assert not extreme_group("de sterkste", ["1,75", "1,38"], ["1,63"]).consistent


def test_half_is_no_majority():
    assert majorities("één", ["5", "4"], ["4", "3"], ["0", "1"]).consistent
    assert not majorities("twee", ["5", "4"], ["4", "3"], ["0", "1"]).consistent


def test_a_majority_of_people_is_more_than_half_there_and_nowhere_else():
    assert majority_of("de meerderheid", ["62,0%", "50,1%"], ["50,0%"]).consistent
    assert not majority_of("de meerderheid", ["62,0%", "50,0%"], ["37,0%"]).consistent
    assert not majority_of("de meerderheid", ["62,0%"], ["50,1%"]).consistent


def test_low_and_none_single_out_the_smallest_and_a_cell_without_a_number_is_no_rank():
    assert extreme_group("lage beginscores", ["1,0", "2,5"], ["-", "3,4"]).consistent
    assert not extreme_group("vrijwel geen verbetering", ["1,7", "8,3"], ["6,8"]).consistent


def test_a_change_is_larger_only_where_rounding_cannot_undo_it():
    # 0,2 apart is what four means with one decimal leave open.
    assert smaller_changes("kleiner", ["1,0", "2,0"], ["2,2", "3,0"], ["1,0", "/"], ["2,0", "/"]).consistent
    assert not smaller_changes("kleiner", ["1,0"], ["2,3"], ["1,0"], ["2,0"]).consistent


def test_an_explanation_is_too_small_only_where_rounding_cannot_mend_it():
    assert explained("door", "1,69", "0,46", "3,02", "1,75").consistent
    assert explained("door", "5", "3,3", "4,5", "3,4").consistent
    assert not explained("door", "5", "3,3", "4,5", "3,5").consistent


def test_more_at_every_limit_is_not_more_at_one():
    assert more_at_every_limit("meer", ["3,0", "1,0", "-"], ["1,0", "0,0"]).consistent
    assert not more_at_every_limit("meer", ["3,0", "1,0", "1,0"], ["2,0", "2,0"]).consistent
