"""The made records of the case study, each printed number worked out from them a second time."""

import csv
from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations_with_replacement, product

import numpy as np
import pytest

from helpers.checking import printed
from helpers.checking.name_variants import wrong_labels
from helpers.data import instrument, published, records
from helpers.dutch.numbers import parse_printed, round_half_up
from helpers.synthesis import case_study as synthesis
from helpers.synthesis.case_study_totals import CHANGES

PROGRAMMES = {"opkomst": "OPkomst", "opkomst_plus": "OPkomst+"}

GROUPS = {"tabel-23": ("M1 +", "M2+", 1), "tabel-24": ("M1 =", "M2 =", 0), "tabel-25": ("M1-", "M2-", -1)}


@pytest.fixture(scope="module")
def made():
    return synthesis.generate()


@pytest.fixture(scope="module")
def scores():
    """Pairs of scores by programme and indicator, read without any helper."""
    both = defaultdict(dict)
    with synthesis.TARGET.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["score"].isdigit():
                both[row["programme"], row["indicator"], row["family"]][row["moment"]] = int(row["score"])
    pairs = defaultdict(list)
    for (programme, indicator, _), score in both.items():
        if len(score) == 2:
            pairs[programme, indicator].append((score["start"], score["end"]))
    return pairs


def shown(total: int, n: int) -> str:
    """A mean as printed, worked out in tenths by hand: half up."""
    tenths = (20 * total + n) // (2 * n)
    return f"{tenths // 10},{tenths % 10}"


def value(text: str):
    return parse_printed(text)[0].value


def deviating(made, id, column):
    rows = made.deviations
    return set(rows.loc[(rows["id"] == id) & (rows["column"] == column), "row"])


def test_every_subgroup_mean_and_size_follows_from_the_records(made, printed_scores, scores):
    missed, compared = [], 0
    for (code, label), indicator in product(PROGRAMMES.items(), instrument.in_tables("case_study")):
        for id, (start, end, sign) in GROUPS.items():
            mine = [(x, y) for x, y in scores[code, indicator] if (y > x) - (y < x) == sign]
            expected = {f"{label} · n": str(len(mine))}
            if mine:
                for column, side in ((start, 0), (end, 1)):
                    expected[f"{label} · {column}"] = shown(sum(pair[side] for pair in mine), len(mine))
            for column, computed in expected.items():
                text = printed_scores[id, indicator, column]
                if text not in "-/":
                    compared += 1
                    missed += [(id, indicator, column)] if value(text) != value(computed) else []
                else:
                    assert column.endswith("n") or not mine
    assert compared > 300
    assert sorted(missed) == [
        ("tabel-23", "structure", "OPkomst+ · M1 +"),
        ("tabel-24", "savings", "OPkomst+ · M2 ="),
        ("tabel-25", "confidence_as_mother", "OPkomst · M2-"),
    ]
    assert len(missed) == sum(made.deviations["id"].isin(GROUPS))


def test_every_mean_at_the_start_follows_from_the_records(made, printed_scores, scores):
    for (code, label), (indicator, found) in product(PROGRAMMES.items(), instrument.in_tables("case_study").items()):
        mine, text = scores[code, indicator], printed_scores["tabel-21", indicator, f"{label} · Start"]
        if text == "-":
            assert not mine
        else:
            same = shown(sum(x for x, _ in mine), len(mine)) == text
            assert same == (found.label_nl not in deviating(made, "tabel-21", f"{label} · Start"))


def test_how_many_moved_forward_follows_from_the_records(printed_scores, scores):
    for (code, label), indicator in product(PROGRAMMES.items(), instrument.in_tables("case_study")):
        text = printed_scores["tabel-22", indicator, f"{label} · n"]
        assert text == "-" or int(text) == sum(y > x for x, y in scores[code, indicator])


def test_the_same_seed_gives_the_same_bytes(made, tmp_path):
    synthesis.write(path=tmp_path / synthesis.TARGET.name)
    for path in (synthesis.TARGET, synthesis.DEVIATIONS):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    assert not synthesis.generate(seed=1).records.equals(made.records)
    assert synthesis.generate(seed=1).deviations.equals(made.deviations)


def test_every_deviation_is_an_erratum_and_nothing_else_differs(made):
    errata = {erratum.key for erratum in printed.declarations().errata}
    keys = set(made.deviations[published.KEY].itertuples(index=False, name=None))
    assert keys <= errata
    of_case_study = {key for key in errata if key[0] in [f"tabel-{number}" for number in range(20, 26)]}
    # The limit in the label of that row is wrong, and not its counts.
    of_case_study = {key for key in of_case_study if key[1] not in wrong_labels()}
    assert of_case_study == {key for key in keys if key[0].startswith("tabel-")}


def sums_by_hand(pairs, n):
    """Every pair of sums of n people, by listing who could have what."""
    return {
        (sum(x for x, _ in people), sum(y for _, y in people)) for people in combinations_with_replacement(pairs, n)
    }


def test_where_a_deviation_is_named_no_whole_scores_exist_and_elsewhere_they_do(made, printed_scores):
    """All lists of scores, without the search of the generator."""
    impossible = set()
    for (_, label), (indicator, found) in product(PROGRAMMES.items(), instrument.in_tables("case_study").items()):
        start = printed_scores["tabel-21", indicator, f"{label} · Start"]
        if start == "-":
            continue
        totals, people = {0}, 0
        for id, (first, second, sign) in GROUPS.items():
            n = int(value(printed_scores[id, indicator, f"{label} · n"]))
            pairs = [(x, y) for x in range(1, 6) for y in range(1, 6) if (y > x) - (y < x) == sign]
            texts = [printed_scores[id, indicator, f"{label} · {column}"] for column in (first, second)]
            fits = {
                x
                for x, y in sums_by_hand(pairs, n)
                if not n
                or all(
                    round_half_up(Fraction(total, n), parse_printed(text)[0].decimals) == value(text)
                    for total, text in zip((x, y), texts, strict=True)
                )
            }
            totals, people = {total + x for total in totals for x in fits}, people + n
        if not any(shown(total, people) == start for total in totals):
            impossible.add((found.label_nl, label))
    tables = made.deviations[made.deviations["id"].isin(["tabel-21", *GROUPS])]
    named = {(row.row, row.column.partition(" · ")[0]) for row in tables.itertuples()}
    assert impossible == named
    assert len(impossible) == 9


def test_a_wrong_digit_is_a_named_deviation():
    cells = published.cells().copy()
    wrong = (cells["id"] == "tabel-21") & (cells["row"] == "Stress") & (cells["column"] == "OPkomst · Start")
    cells.loc[wrong, "printed"] = "3,9"
    deviations = synthesis.generate(cells=cells).deviations
    assert ("tabel-21", "Stress", "OPkomst · Start") in set(
        deviations[published.KEY].itertuples(index=False, name=None)
    )


def test_scores_are_drawn_evenly_from_every_list_with_the_right_sums():
    rng = np.random.default_rng(1)
    possible = [
        people
        for people in product(CHANGES["improved"], repeat=2)
        if sum(x for x, _ in people) == 5 and sum(y for _, y in people) == 8
    ]
    drawn = Counter(tuple(synthesis.draw(2, CHANGES["improved"], (5, 8), rng)) for _ in range(6000))
    assert set(drawn) == set(possible) and len(possible) > 3
    assert max(drawn.values()) < 1.15 * 6000 / len(possible)


def test_families_and_programmes_are_as_many_as_the_text_says():
    frame = records.load("case_study").frame
    families = frame.drop_duplicates("family")["programme"].value_counts()
    assert families.to_dict() == {"opkomst": 11, "opkomst_plus": 10}
