"""Labels that are the same, that differ, and that may name one thing."""

import pytest

from helpers.checking import labels


def test_labels_that_may_name_one_thing_are_found():
    alike = [("Babyuitzet", "Baby uitzet"), ("Rol van mama", "Mama, rol van"), ("Leef- en slaap", "Leef en slaap")]
    for pair in alike:
        assert labels.look_alike(pair) == [pair]
    for pair in [("2021", "2022"), ("OPkomst", "OPkomst+"), ("Ja", "Neen"), ("Kind en gezin", "KIND EN GEZIN")]:
        assert labels.look_alike(pair) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("leefloon", "Leefloon"),
        ("Crisisopvang/ residentiële opvang", "Crisisopvang / residentiële  opvang"),
        ("indicatoren ‘onbekend’", "indicatoren 'onbekend'"),
        ("OPkomst+ · N", "OPkomst+·N"),
    ],
)
def test_labels_are_the_same_whatever_the_spelling(one, other):
    assert labels.normalise(one) == labels.normalise(other)


def test_different_labels_stay_different():
    assert labels.normalise("OPkomst") != labels.normalise("OPkomst+")
