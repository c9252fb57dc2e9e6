"""The tests of Tabel 17 to 19: bounds from print, and exact on real records."""

from dataclasses import replace
from itertools import product

import pandas as pd
import pytest
from random_records import random_records
from scipy.stats import binomtest

from helpers.data import populations, records
from helpers.data.records import Records
from helpers.dutch.numbers import ALPHA, p_value
from helpers.inference.change_tests import TESTED, all_tests, p_value_table, row_tests
from helpers.inference.methods import Margins, Significance, newcombe
from helpers.inference.printed_rows import EvolutionRow


@pytest.fixture(scope="module", params=[1, 2])
def real(request) -> Records:
    """Records without the generator's mark, made up here."""
    found = random_records(request.param, size=120, mark="ECHT-")
    assert not found.synthetic
    return found


def pairs_by_hand(frame: pd.DataFrame, id: str, item: str) -> pd.DataFrame:
    """Start and later of the dossiers in which an item is known at the start."""
    if id == "tabel-17":
        chosen, columns = populations.with_birth_measurement(frame), (item, f"{item}_birth")
    else:
        chosen = populations.impact(frame)
        columns = (item, f"{item}_end") if id == "tabel-18" else (f"{item}_start", f"{item}_end")
    chosen = chosen[list(columns)].astype(str).set_axis(["start", "later"], axis=1)
    return chosen[chosen["start"].isin(["yes", "no"])]


def exact_p(people: pd.DataFrame) -> float:
    up = int(((people["start"] == "no") & (people["later"] == "yes")).sum())
    down = int(((people["start"] == "yes") & (people["later"] != "yes")).sum())
    return binomtest(up, up + down).pvalue if up + down else 1.0


@pytest.mark.parametrize("id", TESTED)
def test_on_real_records_the_exact_test_is_run(real, id):
    tests = all_tests(real)[id]
    assert len(tests) == (15 if id == "tabel-19" else 12)
    for test in tests:
        people = pairs_by_hand(real.frame, id, test.row.key)
        assert test.p.as_no.smallest == test.p.as_no.largest == pytest.approx(exact_p(people))
        assert test.p.as_no.holm_smallest == test.p.as_no.holm_largest
        assert test.p.as_no.verdict != Significance.UNDETERMINED
        assert test.row.sizes == [len(people)]
        if len(people):
            assert test.change == newcombe(test.row.recorded.pairs)


@pytest.mark.parametrize("id", TESTED)
def test_on_real_records_only_the_unknown_leave_a_range(id):
    real = random_records(5, size=14, mark="ECHT-")
    for test in all_tests(real)[id]:
        people = pairs_by_hand(real.frame, id, test.row.key).reset_index(drop=True)
        unknown = people.index[~people["later"].isin(["yes", "no"])]
        found = []
        for answers in product(["yes", "no"], repeat=len(unknown)):
            told = people.copy()
            told.loc[unknown, "later"] = list(answers)
            found.append(exact_p(told))
        assert (test.p.as_anything.smallest, test.p.as_anything.largest) == pytest.approx((min(found), max(found)))


def test_what_print_allows_holds_what_the_records_behind_it_give():
    dossiers = records.load()
    exact = all_tests(replace(dossiers, synthetic=False))
    for id, tests in all_tests(dossiers).items():
        for bound, known in zip(tests, exact[id], strict=True):
            for treatment in ("as_no", "as_anything"):
                wide, narrow = getattr(bound.p, treatment), getattr(known.p, treatment)
                for low, high in (("smallest", "largest"), ("holm_smallest", "holm_largest")):
                    assert getattr(wide, low) <= getattr(narrow, low) * (1 + 1e-9)
                    assert getattr(narrow, high) <= getattr(wide, high) * (1 + 1e-9)
            assert bound.change[0] <= known.change[0] <= known.change[1] <= bound.change[1]


def test_both_treatments_of_the_unknown_are_corrected_over_the_table():
    rows = [EvolutionRow(str(i), str(i), (Margins(40, 10, 10 + 8 * (i == 0)),)) for i in range(6)]
    (first, *_), (alone,) = row_tests(rows), row_tests(rows[:1])
    for treatment in ("as_no", "as_anything"):
        one, many = getattr(alone.p, treatment), getattr(first.p, treatment)
        assert one.smallest == one.holm_smallest == many.smallest
        assert many.holm_smallest > many.smallest


def test_no_verdict_contradicts_the_p_values_beside_it():
    for tests in all_tests(records.load()).values():
        for test in tests:
            for tested in (test.p.as_no, test.p.as_anything):
                small, large = (
                    float(p_value(p).replace("< ", "").replace(",", ".")) <= ALPHA
                    for p in (tested.holm_smallest, tested.holm_largest)
                )
                words = {(True, True): "WHATEVER", (True, False): "UNDETERMINED", (False, False): "NEVER"}
                assert tested.verdict.name == words[small, large]


def test_the_numbers_of_the_picture_are_the_corrected_ones():
    table, tests = p_value_table(records.load()), all_tests(records.load())
    assert "Holm" in table.title
    for id, rows in tests.items():
        for test in rows:
            assert float(table[f"{id}.{test.row.key}", "largest"].value) == test.p.as_no.holm_largest
