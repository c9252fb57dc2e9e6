"""Lists the Dutch way."""

from helpers.dutch import lists


def test_values_are_listed_the_dutch_way():
    assert lists.listing([]) == ""
    assert lists.listing(["a"]) == "a"
    assert lists.listing(["a", "b", "c"]) == "a, b en c"
