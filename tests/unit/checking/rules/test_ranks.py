"""What words single out, and majorities."""

from helpers.checking.rules.ranks import extreme_group, majorities


def test_what_words_single_out_is_compared_with_all_the_rest():
    assert extreme_group("het slechtst", ["1,29", "2,00"], ["2,00", "2,22"]).consistent
    assert not extreme_group("het slechtst", ["1,29", "2,22"], ["2,00"]).consistent
    assert extreme_group("de sterkste", ["1,75", "1,63"], ["1,38"]).consistent
    assert not extreme_group("de sterkste", ["1,75", "1,38"], ["1,63"]).consistent


def test_half_is_no_majority():
    assert majorities("één", ["5", "4"], ["4", "3"], ["0", "1"]).consistent
    assert not majorities("twee", ["5", "4"], ["4", "3"], ["0", "1"]).consistent
