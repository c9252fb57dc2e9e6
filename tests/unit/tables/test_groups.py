"""Counting: each answer once, whatever holds it."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tables.groups import split, tally

ROWS = st.lists(st.tuples(st.sampled_from(["yes", "no", "unknown"]), st.integers(-2, 9), st.sampled_from("ab")))


@pytest.mark.parametrize("text", ["category", "str"])
@given(rows=ROWS)
def test_a_tally_is_what_one_counts_by_hand(text, rows):
    frame = pd.DataFrame(rows, columns=["answer", "age", "group"])
    frame = frame.astype({"answer": text, "age": "Int64", "group": text})
    assert tally(frame, "answer", "age", "group") == Counter(rows)
    assert tally(frame, "age") == Counter(age for _, age, _ in rows)
    assert split(tally(frame, "group", "answer")) == {
        group: Counter(answer for answer, _, other in rows if other == group) for group in {row[2] for row in rows}
    }


def test_a_row_without_an_answer_is_not_counted_as_another():
    frame = pd.DataFrame({"answer": ["yes", "no"], "age": pd.array([1, pd.NA], "Int64")})
    with pytest.raises(ValueError, match="age has rows without an answer"):
        tally(frame, "answer", "age")
