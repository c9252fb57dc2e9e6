"""Each relation that could apply is checked, or has a reason not to be."""

from collections import Counter
from dataclasses import replace

import pytest

from helpers.checking import census as module
from helpers.checking import printed
from helpers.checking.census import Waiver, census, waivers


def test_every_candidate_is_declared_or_waived():
    assert [one.candidate.name for one in census() if one.open] == []


def test_every_waiver_is_needed():
    used = Counter(one.waiver for one in census() if one.waiver)
    assert [waiver for waiver in waivers() if waiver not in used] == []


def test_every_checked_candidate_that_fails_is_told_of_as_a_finding():
    known = printed.declarations()
    failing = [one for one in census() if one.declared and one.verdict and not one.verdict.consistent]
    untold = [one.candidate.name for one in failing if not known.relations[one.declared].keys & known.erratum_of.keys()]
    assert failing
    assert untold == []


def test_a_relation_that_is_no_longer_declared_leaves_its_candidates_open(monkeypatch):
    known = printed.declarations()
    removed = "tabel-8, aantallen"
    rest = {name: relation for name, relation in known.relations.items() if name != removed}
    monkeypatch.setattr(module.printed, "declarations", lambda: replace(known, relations=rest))
    module.census.cache_clear()
    try:
        assert [one.candidate.name for one in census() if one.open] == ["tabel-8 | N (aantallen)"]
    finally:
        module.census.cache_clear()


def test_a_relation_that_holds_where_the_candidate_fails_does_not_check_it():
    looser = [
        one.candidate.name
        for one in census()
        if one.declared in printed.declarations().relations and one.candidate.relation and one.verdict
        if not one.verdict.consistent and printed.declarations().verdict(one.declared).consistent
    ]
    assert looser == []


@pytest.mark.parametrize(
    ("pattern", "fits"), [("tabel-1 | *", True), ("tabel-1 | een", True), ("tabel-1", False), ("*twee*", False)]
)
def test_a_waiver_is_about_what_its_pattern_names(pattern, fits):
    candidate = replace(census()[0].candidate, kind="total", name="tabel-1 | een")
    assert Waiver("total", pattern, "").fits(candidate) is fits
    assert not Waiver("share", pattern, "").fits(candidate)
