"""Records, with some unknown at the end."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_by_two import untimed

from helpers.inference.methods import (
    Pairs,
    Recorded,
    count_pairs,
)

ANSWERS = st.tuples(st.booleans(), st.sampled_from(["yes", "no", "unknown"]))


@untimed
@given(st.lists(ANSWERS, max_size=7))
def test_the_tables_of_records_are_those_of_every_answer_of_the_unknown(people):
    start, later = [a for a, _ in people], [b for _, b in people]
    missing = count_pairs(start, [b == "unknown" for b in later])
    recorded = Recorded(count_pairs(start, [b == "yes" for b in later]), missing.both, missing.up)
    choices = product(*([b == "yes"] if b != "unknown" else [True, False] for b in later))
    assert set(recorded.tables.as_anything) == {count_pairs(start, list(end)) for end in choices}
    assert recorded.tables.as_no == [count_pairs(start, [b == "yes" for b in later])]


def test_who_is_unknown_was_there():
    with pytest.raises(ValueError, match="no room"):
        Recorded(Pairs(1, 1, 0, 1), 1, 0)
