"""Lines of families with the same score."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.figures.shapes.family_lines import spread_ties


@given(st.lists(st.integers(1, 5), max_size=12))
def test_lines_with_the_same_score_lie_beside_each_other_and_near_it(scores):
    placed = spread_ties(scores, (1, 5))
    assert len(set(placed)) == len(placed)
    assert all(abs(place - score) < 0.5 for place, score in zip(placed, scores, strict=True))
    assert all(1 <= place <= 5 for place in placed)
