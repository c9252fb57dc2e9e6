"""Differences between a citation and the list are found."""

import pytest

from helpers.data.literature import Work, differences


@pytest.mark.parametrize(
    ("cited", "listed", "expected"),
    [
        (Work(("A", "B"), "2020"), Work(("A", "B"), "2020"), []),
        (Work(("A", "van B"), "2020"), Work(("A", "Van B"), "2020"), []),
        (Work(("A", "e.a."), "2020"), Work(("A", "B"), "2020"), []),
        (Work(("A",), ""), Work(("A",), "2020"), []),
        (Work(("A",), "2021"), Work(("A",), "2020"), ["jaar 2021, in de lijst 2020"]),
        (Work(("Aa",), "2020"), Work(("A",), "2020"), ["‘Aa’ heet in de lijst ‘A’"]),
        (Work(("A", "e.a."), "2020"), Work(("A",), "2020"), ["meer auteurs dan de lijst noemt"]),
        (Work(("A",), "2020"), Work(("A", "B"), "2020"), ["niet alle auteurs genoemd"]),
    ],
)
def test_differences_are_found(cited, listed, expected):
    assert differences(cited, listed) == expected
