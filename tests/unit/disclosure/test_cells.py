"""Which records every count of a set of tables counts."""

import pytest

from helpers.disclosure.cells import EVERYBODY, Crossing, Question, count


@pytest.fixture
def frame(records):
    return records("pq", ax=4, ay=2, bx=1, cy=3)


def numbers(counts, is_shown=True):
    return {cell: found.count for cell, found in counts.cells.items() if found.is_shown == is_shown}


def test_a_table_has_every_combination_and_every_total(frame, question, cell):
    counts = count(frame, [Crossing((question("p", "a", "bc"), question("q", "x", "y")))])
    assert numbers(counts) == {
        EVERYBODY: 10,
        **{cell(p="a"): 6, cell(p="bc"): 4, cell(q="x"): 5, cell(q="y"): 5},
        **{cell(p="a", q="x"): 4, cell(p="a", q="y"): 2, cell(p="bc", q="x"): 1, cell(p="bc", q="y"): 3},
    }


def test_a_count_that_stands_in_two_tables_is_one_cell(frame, question, cell):
    by, q = question("p", "a", "b", "c"), question("q", "x", "y")
    counts = count(frame, [Crossing((q,), (by,)), Crossing((by,)), Crossing((q,))])
    assert len(counts.cells) == 1 + 3 + 2 + 6
    assert counts.cells[cell(p="a")].divided_by == EVERYBODY


def test_a_share_is_of_the_group_with_one_answer_less_and_not_of_what_divides(frame, question, cell):
    found = count(frame, [Crossing((question("q", "x", "y"),), (question("p", "a", "b", "c"),))]).cells
    assert found[cell(p="a", q="x")].bases == {cell(p="a")}
    assert found[cell(p="a")].bases == frozenset()


def test_who_is_not_in_a_population_is_a_cell_that_no_table_has_a_place_for(frame, question, cell):
    counts = count(frame, [Crossing((question("q", "x", "y"),), within=(("p", frozenset("ab")),))])
    assert numbers(counts) == {EVERYBODY: 10, cell(p="ab"): 7, cell(p="ab", q="x"): 5, cell(p="ab", q="y"): 2}
    assert numbers(counts, is_shown=False) == {cell(p="c"): 3, cell(p="c", q="x"): 0, cell(p="c", q="y"): 3}


def test_who_is_in_a_group_of_one_table_and_not_in_that_of_another_is_such_a_cell(frame, question, cell):
    counts = count(frame, [Crossing((question("p", "a", "bc"),)), Crossing((question("p", "ab", "c"),))])
    assert numbers(counts, is_shown=False) == {cell(p="b"): 1}


def test_answers_that_only_what_cannot_be_tells_apart_are_such_cells(records, question, cell):
    """All of q = x answered b, and nobody else did: how large x is tells how many b are, and how many of ab are not."""
    tables = [Crossing((question("p", "ab", "c"),)), Crossing((question("q", "x", "y"),))]
    nobody = [cell(p="a", q="x"), cell(p="b", q="y"), cell(p="c", q="x")]
    counts = count(records("pq", bx=5, ay=2, cy=3), tables, nobody)
    assert numbers(counts, is_shown=False) == {cell(p="a"): 2, cell(p="b"): 5}


def test_an_answer_that_no_group_holds_is_named(frame, question):
    with pytest.raises(ValueError, match="p: no group of the table holds b, c"):
        count(frame, [Crossing((question("p", "a"),))])


def test_an_answer_in_two_groups_is_refused():
    with pytest.raises(ValueError, match="p: an answer is in two groups"):
        Question("p", (frozenset("ab"), frozenset("bc")))


def test_answers_that_no_record_can_have_together_are_in_none(frame, question, cell):
    tables = [Crossing((question("p", "a", "b", "c"),)), Crossing((question("q", "x", "y"),))]
    assert count(frame, tables, [cell(p="b", q="y")]).nobody == (cell(p="b", q="y"),)
    with pytest.raises(ValueError, match="a record has answers that none can have"):
        count(frame, tables, [cell(p="a", q="y")])
