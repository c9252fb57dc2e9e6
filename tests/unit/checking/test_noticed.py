"""How many mistakes the check would notice."""

from fractions import Fraction

import pytest

from helpers.checking import noticed, printed
from helpers.checking.printed import Declarations
from helpers.checking.rules.relations import Place, Relation


def declared(texts, *relations):
    return Declarations(texts, dict.fromkeys(texts, "1"), {r.name: r for r in relations}, [], [], [], {})


def test_every_mistake_in_a_sum_is_noticed_and_none_in_a_number_alone():
    keys = [("tabel-1", row, "N") for row in ("een", "twee", "samen", "alleen")]
    texts = dict(zip(keys, ["12", "13", "25", "40"], strict=True))
    parts = tuple(map(Place, keys[:2]))
    total = Relation("som", "closure", {"parts": parts, "together": Place(keys[2])})
    found = list(noticed.trials(declared(texts, total)))
    assert all(one.noticed == one.tried for one in found if one.key != keys[3])
    assert all(one.noticed == 0 for one in found if one.key == keys[3])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("57,5% (17)", "complement", ["42,5% (17)"]),
        ("57,5% (17)", "swapped", ["75,5% (17)", "55,7% (17)"]),
        ("100%", "complement", ["0%"]),
        ("17", "complement", []),
        ("11", "swapped", []),
    ],
)
def test_the_mistakes_of_a_number(text, kind, expected):
    assert noticed.mistakes(text, 0)[kind] == expected


def test_a_mistake_changes_one_number_and_no_other():
    for text in ("57,5% (17)", "1.286", "-1,1"):
        for index in range(len(printed.numbers_in(text))):
            for changed in noticed.mistakes(text, index).values():
                assert text not in changed and all(len(printed.numbers_in(other)) >= 1 for other in changed)


def test_the_report_is_watched_over_for_the_most_part():
    shares = noticed.shares([one for one in noticed.trials() if one.kind in ("last", "complement")])
    assert Fraction(1, 2) < shares["last"] < 1 and shares["complement"] > Fraction(1, 2)
