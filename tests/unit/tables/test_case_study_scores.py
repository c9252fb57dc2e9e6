"""Scores of the case study: who counts."""

from helpers.data import records
from helpers.tables import case_study_scores


def test_a_family_without_a_score_at_one_moment_does_not_count():
    given = records.load("case_study").frame
    before = case_study_scores.rated(given)
    family = before.iloc[0]
    gone = (
        (given["family"] == family["family"]) & (given["indicator"] == family["indicator"]) & (given["moment"] == "end")
    )
    frame = given.assign(score=given["score"].mask(gone))
    assert len(case_study_scores.rated(frame)) == len(before) - 1
