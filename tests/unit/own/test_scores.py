"""Which scores are good, and what a cell of them is called."""

import pytest

from helpers.data import codebook, instrument
from helpers.data.files import RECORDS, read_strings
from helpers.disclosure.cells import EVERYBODY
from helpers.own.scores import all_scored, by_family, in_words, kinds


@pytest.mark.parametrize("kind", ["case_study", "interviews"])
def test_every_score_is_good_or_not_and_every_other_answer_neither(kind):
    score = codebook.variables(kind)["score"]
    found = list(all_scored(kind))
    assert len(found) > 10
    for one in found:
        good, poor, neither = one.start.groups
        assert sorted(good | poor) == [str(number) for number in range(int(score.minimum), int(score.maximum) + 1)]
        assert min(good) > max(poor) and good == set(score.counted) and neither == set(score.missing)


def test_records_with_scores_are_those_of_the_case_study_and_of_the_interviews():
    assert kinds() == ["case_study", "interviews"]


def test_a_family_has_one_row_with_its_scores():
    codes = read_strings(RECORDS / "case_study.csv")
    wide = by_family(codes)
    assert len(wide) == codes["family"].nunique()
    for row in codes.sample(20, random_state=1).itertuples():
        assert wide.at[row.family, f"{row.indicator}_{row.moment}"] == row.score


def test_a_cell_is_named_by_its_indicator_and_moment():
    label = instrument.indicators("case_study")["housing"].label_nl
    assert in_words("case_study", frozenset([("housing_end", frozenset("45"))])) == f"{label}, bij het einde: 4/5"
    assert in_words("case_study", EVERYBODY) == "alle gezinnen"
    assert in_words("case_study", frozenset([("programme", frozenset(["opkomst"]))])) == "OPkomst"
