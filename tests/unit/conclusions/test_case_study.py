"""Which conclusions of chapter 4.2 hold."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from helpers.conclusions.case_study import DEPENDS, HOLDS, UNKNOWN, conclusions, gains
from helpers.data import instrument, published, records
from helpers.dutch.numbers import parse_printed, round_half_up
from helpers.inference import case_study, score_tables, score_tests
from helpers.inference.case_study import MOVES, CaseStudyProgress
from helpers.tables import case_study_scores

LOWER_START, MORE, SMALLER, LARGEST, ALREADY_GOOD, WORSE, BECAUSE = range(7)


@pytest.fixture(scope="module")
def families():
    return records.load("case_study")


@pytest.fixture(scope="module")
def found(families):
    return case_study.made_from(families)


def number(text: str):
    return None if text in "-/" else Fraction(parse_printed(text)[0].value)


def total(mean: Fraction, n: int) -> int:
    """The only sum of whole scores with this printed mean."""
    (sum_of_scores,) = [t for t in range(n, 5 * n + 1) if Fraction(round_half_up(Fraction(t, n), 1)) == mean]
    return sum_of_scores


def altered(found: CaseStudyProgress, edit) -> CaseStudyProgress:
    """The same with other numbers, as if all of them were printed; `edit` gives the value of a cell."""
    sources = {
        id: replace(table, cells=tuple(replace(cell, value=edit(id, cell)) for cell in table.cells))
        for id, table in found.sources.items()
    }
    every = {id: frozenset((cell.row, cell.column) for cell in table.cells) for id, table in sources.items()}
    counts = score_tables.case_study_table(sources, MOVES, "Proef")
    fixed = score_tables.fixed_in_case_study(counts, sources, every)
    return CaseStudyProgress(sources, every, counts, fixed, score_tests.progress(counts))


def swapped(found: CaseStudyProgress) -> CaseStudyProgress:
    """OPkomst with the numbers of OPkomst+, and the other way round."""
    other = {"opkomst": "opkomst_plus", "opkomst_plus": "opkomst"}

    def edit(id, cell):
        group, _, column = cell.column.partition(".")
        return found.sources[id][cell.row, f"{other[group]}.{column}"].value if group else cell.value

    return altered(found, edit)


def numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def test_the_judgements_of_the_book(found):
    judged = [one.judgement for one in conclusions(found)]
    assert judged == [HOLDS, HOLDS, DEPENDS, DEPENDS, DEPENDS, UNKNOWN, UNKNOWN]


@pytest.fixture(scope="module")
def printed_gains(printed_scores):
    """The mean gain of who moved forward, by programme and indicator, from Tabel 23 as printed."""
    expected = {}
    for group, label in case_study_scores.programme_labels().items():
        expected[group] = {}
        for row in instrument.in_tables("case_study"):
            n, start, end = (
                number(printed_scores["tabel-23", row, f"{label} · {column}"]) for column in ("n", "M1 +", "M2+")
            )
            # The printed start of the structure of OPkomst+ is in conflict: no gain is told there.
            if n and (row, group) != ("structure", "opkomst_plus"):
                expected[group][row] = Fraction(total(end, int(n)) - total(start, int(n)), int(n))
    return expected


def test_every_gain_follows_from_the_printed_means(found, printed_gains):
    assert gains(found) == printed_gains


def test_smaller_steps_are_counted_from_the_gains(found, printed_gains, printed_scores):
    first, second = printed_gains.values()
    shared = first.keys() & second.keys()
    told = numbers(conclusions(found)[SMALLER].because)
    smaller = sum(second[row] < first[row] for row in shared)
    larger = sum(second[row] > first[row] for row in shared)
    columns = [f"{label} · n" for label in case_study_scores.programme_labels().values()]
    some = [row for row in shared if min(number(printed_scores["tabel-23", row, column]) for column in columns) >= 3]
    assert told == [smaller, len(shared), larger, 3, sum(second[row] < first[row] for row in some), len(some)]


def test_nothing_fixed_leaves_no_empty_list_and_no_judgement(found):
    none = {id: frozenset() for id in found.sources}
    told = conclusions(replace(found, reproduced=none, fixed=frozenset()))
    assert [one.judgement for one in told[:3]] == [UNKNOWN, HOLDS, UNKNOWN]
    for one in told:
        assert not re.search(r"\b0 van de 0\b| \.|\(\)| , | en ook \.", one.because), one.because
    assert told[ALREADY_GOOD].because.count("is dat nergens zo") == 2


def test_where_nobody_fell_back_nothing_is_named(found):
    unmoved = altered(
        found, lambda id, cell: Fraction(0) if id == "tabel-25" and cell.column[-2:] == ".n" else cell.value
    )
    told = conclusions(unmoved)[WORSE]
    assert told.judgement == UNKNOWN
    assert "het meest bij" not in told.because


def test_the_other_way_round_other_judgements_follow(found):
    judged = [one.judgement for one in conclusions(swapped(found))]
    assert judged[LOWER_START] == DEPENDS
    assert judged[MORE] == DEPENDS
    assert judged[LARGEST] == DEPENDS
    # OPkomst has nothing but the named exceptions; OPkomst+ has more: swapped, one of them still does.
    assert judged[ALREADY_GOOD] == DEPENDS


def test_smaller_steps_everywhere_would_hold(found):
    def edit(id, cell):
        if id == "tabel-23" and cell.column == "opkomst_plus.end" and cell.value is not None:
            return found.sources[id][cell.row, "opkomst_plus.start"].value + Fraction(1, 2)
        return cell.value

    assert conclusions(altered(found, edit))[SMALLER].judgement == HOLDS


def test_the_largest_gains_would_hold_if_few_fell_back_there(found):
    assert "2 vooruit en 4 achteruit" in conclusions(found)[LARGEST].because

    def edit(id, cell):
        fell_back = (id, cell.row, cell.column) == ("tabel-25", "debts", "opkomst_plus.n")
        return Fraction(1) if fell_back else cell.value

    changed = conclusions(altered(found, lambda id, cell: edit(id, cell) if cell.row != "structure" else cell.value))
    assert changed[LARGEST].judgement == HOLDS
    assert "achteruit" not in changed[LARGEST].because


def test_a_good_score_would_hold_without_other_low_ones(found):
    exceptions = {"savings", "social_rights", "leisure"}

    def edit(id, cell):
        raised = id == "tabel-24" and cell.row not in exceptions and cell.column.endswith(".start")
        return Fraction(4) if raised and cell.value is not None else cell.value

    because = conclusions(found)[ALREADY_GOOD].because
    assert "‘Stress’" in because and f"‘{published.printed('tekst-5-r')}’" in because
    changed = conclusions(altered(found, edit))[ALREADY_GOOD]
    assert changed.judgement == HOLDS
    assert "‘Stress’" not in changed.because


def test_more_indicators_would_hold_if_everyone_moved_forward_in_one_programme_only(found):
    def edit(id, cell):
        if not cell.column.endswith(".n") or cell.value is None:
            return cell.value
        forward = "tabel-23" if cell.column.startswith("opkomst_plus") else "tabel-25"
        return Fraction(10 * (id == forward))

    assert conclusions(altered(found, edit))[MORE].judgement == HOLDS


def test_who_fell_back_is_counted_from_print(found, printed_scores):
    told = conclusions(found)[WORSE]
    for label in case_study_scores.programme_labels().values():
        columns = {id: f"{label} · n" for id in ("tabel-23", "tabel-25")}
        up, down = (
            # Of one family print contradicts that it fell back: the row is left out.
            [
                number(printed_scores[id, row, column]) or 0
                for row in instrument.in_tables("case_study")
                if (label, row) != ("OPkomst", "confidence_as_mother")
            ]
            for id, column in columns.items()
        )
        assert f"gingen {sum(up)} scores omhoog en {sum(down)} omlaag" in told.because
        assert f"Bij {label} ging op {sum(map(bool, down))} van de" in told.because
        assert told.because.count("‘Zelfvertrouwen rol mama’ telt niet mee") == 1

    def edit(id, cell):
        fell_back = id == "tabel-25" and cell.column.endswith(".n") and cell.value
        return cell.value + 1 if fell_back else cell.value

    worse = conclusions(altered(found, edit))[WORSE]
    assert (worse.judgement, told.judgement) == (UNKNOWN, UNKNOWN) and worse.because != told.because


def test_where_nothing_is_low_fixed_or_worse_the_sentences_say_so(found):
    made = altered(found, lambda id, cell: 0 if cell.column.endswith("worsened") else None if "." in cell.column else 9)
    high = altered(found, lambda id, cell: 5 if id == "tabel-24" and cell.column.endswith("start") else cell.value)
    nothing, nobody_low = conclusions(made), conclusions(high)
    assert [nothing[which].judgement for which in (LOWER_START, SMALLER)] == [UNKNOWN, UNKNOWN]
    assert "is dat nergens zo" in nobody_low[ALREADY_GOOD].because
    for told in (*nothing, *nobody_low):
        assert not re.search(r"zijn dat (?:,|\.)|het meest bij  \(|van de 0 ", told.because), told.because


def test_a_programme_of_which_nobody_was_rated_is_not_said_to_clash(found):
    made = altered(found, lambda id, cell: 0 if cell.column.startswith("opkomst.") else cell.value)
    told = conclusions(made)[WORSE].because
    assert told.startswith("Bij OPkomst is geen enkel gezin op twee momenten beoordeeld. Bij OPkomst+ ging op")
