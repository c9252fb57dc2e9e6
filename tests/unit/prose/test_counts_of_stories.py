"""Counts of quotations in the prose."""

import pytest

from helpers import prose
from helpers.data import quotations


@pytest.mark.parametrize(
    "text",
    [
        "quotations role=buurvrouw",
        "quotations colour=red",
        "speakers theme=trust",
        "how many",
        "most role=mother",
        "speakers theme=trust role=mother voice=mother",
    ],
)
def test_a_count_that_cannot_be_read_is_refused(text):
    with pytest.raises(prose.StoryFactError):
        prose.count_of_stories(text)


def test_counts_in_the_prose():
    mothers = [quotation for quotation in quotations.quotations() if quotation.role == "mother"]
    assert prose.count_of_stories("quotations role=mother") == str(len(mothers))
    assert prose.count_of_stories("quotations role=mother section=2") == "0"
    assert prose.count_of_stories("speakers voice=mother") == "9"
    assert int(prose.count_of_stories("fewest programme=opkomst")) <= int(
        prose.count_of_stories("most programme=opkomst")
    )
