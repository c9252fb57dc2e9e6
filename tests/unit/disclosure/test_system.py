"""Every cell is the sum of its smallest parts, and all relations hold for the true counts."""

import pytest
from random_tables import random_tables

from helpers.disclosure import system as module
from helpers.disclosure.cells import Crossing, count
from helpers.disclosure.system import EntangledError, System


@pytest.mark.parametrize("seed", range(30))
def test_the_true_counts_are_the_sums_of_the_true_parts(seed):
    made = System(random_tables(seed).counts)
    assert (made.sums @ made.atoms == made.counts[made.cell_of]).all()
    assert (made.equal @ made.atoms == 0).all()
    assert {*made.cell_of} == {*range(len(made.cells))}


def ring(question):
    p, q, r = (question(name, "a", "b", "c") for name in "pqr")
    return [Crossing((p, q)), Crossing((q, r)), Crossing((r, p))]


def test_tables_that_are_tied_in_a_ring_are_one_cluster(records, question):
    frame = records("pqr", aaa=5, bbb=5, ccc=5, abc=5)
    assert len(System(count(frame, ring(question))).atoms) == 27
    assert len(System(count(frame, ring(question)[:2])).atoms) == 18


def test_tables_that_tie_too_much_together_are_refused_by_name(records, question, monkeypatch):
    monkeypatch.setattr(module, "_MOST", 20)
    with pytest.raises(EntangledError, match="p, q, r: 27 combinations"):
        System(count(records("pqr", aaa=5, bbb=5, ccc=5), ring(question)))


def test_cells_that_count_the_same_records_are_together(records, question, cell):
    frame = records("pq", ax=8, ay=7, bn=9)
    made = System(count(frame, [Crossing((question("p", "a", "b"),)), Crossing((question("q", "x", "y", "n"),))]))
    assert [{made.cells[one] for one in group} for group in made.same] == [{cell(p="b"), cell(q="n")}]


def test_answers_that_nobody_can_have_together_tie_their_columns(records, question, cell):
    frame = records("pq", ax=8, ay=7, bx=9)
    tables = [Crossing((question("p", "a", "b"),)), Crossing((question("q", "x", "y"),))]
    made = System(count(frame, tables, [cell(p="b", q="y")]))
    assert sorted(made.atoms) == [0, 7, 8, 9]
    # Nobody is in the fourth, so that p = b is x.
    assert made.sums.sum() == 3 + 2 + 1 + 2 + 1
