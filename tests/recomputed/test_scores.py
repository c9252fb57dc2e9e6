"""Tabel 20 to 26 and what the prose tells of them, computed a second time from other scores.

The scores are drawn at random, with people who were not scored, and loaded like
any file. The second computation is plain Python over the rows of that file.
"""

from collections import defaultdict
from fractions import Fraction

import pytest
from random_scores import pairs_in, write

from helpers import prose
from helpers.data import instrument, records
from helpers.dutch.numbers import dutch
from helpers.tables import catalogue

PROGRAMMES = ("opkomst", "opkomst_plus")
SIGNS = {"tabel-23": 1, "tabel-24": 0, "tabel-25": -1}


def mean(values):
    return Fraction(sum(values), len(values)) if values else None


@pytest.fixture(scope="module", params=[1, 2, 3])
def cases(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("scores") / "case_study.csv"
    write(path, "case_study", "family", 5, "unknown", request.param)
    return records.load("case_study", path), pairs_in(path, "family")


@pytest.fixture(scope="module", params=[1, 2, 3])
def mothers(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("scores") / "interviews.csv"
    write(path, "interviews", "mother", 4, "not_rated", request.param)
    return records.load("interviews", path), pairs_in(path, "mother")


def made(id, given):
    return catalogue.find(id).function(given)


def test_the_scores_are_not_those_of_the_book(cases, mothers):
    for given, _ in (cases, mothers):
        assert not given.frame["score"].equals(records.load(given.name).frame["score"])


def test_starts_are_recomputed(cases):
    table, pairs = made("tabel-21", cases[0]), cases[1]
    for indicator in instrument.in_tables("case_study"):
        for programme in PROGRAMMES:
            cell = table[indicator, f"{programme}.start"]
            starts = [start for start, _ in pairs[programme, indicator]]
            assert (cell.value, cell.n) == (mean(starts), len(starts))


def test_domains_are_recomputed(cases):
    table, pairs = made("tabel-20", cases[0]), cases[1]
    domains = defaultdict(list)
    for code, found in instrument.in_tables("case_study").items():
        domains["all"].append(code)
        domains[found.domain].append(code)
    for domain, codes in domains.items():
        for programme in PROGRAMMES:
            means = [mean([start for start, _ in pairs[programme, code]]) for code in codes if pairs[programme, code]]
            assert table[domain, programme].value == sum(means) / len(means)


@pytest.mark.parametrize("id", SIGNS)
def test_who_moved_which_way_is_recomputed(id, cases):
    table, pairs = made(id, cases[0]), cases[1]
    for indicator in instrument.in_tables("case_study"):
        for programme in PROGRAMMES:
            mine = [(a, b) for a, b in pairs[programme, indicator] if (b > a) - (b < a) == SIGNS[id]]
            assert table[indicator, f"{programme}.n"].value == len(mine)
            assert table[indicator, f"{programme}.start"].value == mean([a for a, _ in mine])
            assert table[indicator, f"{programme}.end"].value == mean([b for _, b in mine])


def test_how_many_moved_forward_is_recomputed(cases):
    table, pairs = made("tabel-22", cases[0]), cases[1]
    for programme in PROGRAMMES:
        forward = [sum(b > a for a, b in pairs[programme, code]) for code in instrument.in_tables("case_study")]
        shown = [table[code, f"{programme}.n"].value for code in instrument.in_tables("case_study")]
        assert [value or 0 for value in shown] == forward
        assert table["many", f"{programme}.n"].value == sum(count >= 5 for count in forward)


def test_the_interviews_are_recomputed(mothers):
    table, pairs = made("tabel-26", mothers[0]), mothers[1]
    for indicator in instrument.in_tables("interview"):
        mine = [pair for programme in PROGRAMMES for pair in pairs[programme, indicator]]
        starts, ends = zip(*mine, strict=True)
        expected = {
            "rated": len(mine),
            "start": mean(starts),
            "end": mean(ends),
            "change": mean(ends) - mean(starts),
            "better": sum(b > a for a, b in mine),
            "same": sum(b == a for a, b in mine),
            "worse": sum(b < a for a, b in mine),
        }
        assert {column: table[indicator, column].value for column in expected} == expected


def test_the_prose_tells_the_recomputed_number(cases, mothers):
    starts = [start for start, _ in cases[1]["opkomst_plus", "stress"]]
    assert prose.write('tabel_21["stress", "opkomst_plus.start"]', prose.names(cases[0])) == dutch(mean(starts), 1)
    forward = sum(b > a for a, b in cases[1]["opkomst", "help_seeking"])
    assert prose.write('tabel_22["help_seeking", "opkomst.n"]', prose.names(cases[0])) == str(forward)
    mine = [pair for programme in PROGRAMMES for pair in mothers[1][programme, "stress"]]
    assert prose.write('tabel_26["stress", "end"]', prose.names(mothers[0])) == dutch(mean([end for _, end in mine]), 2)
