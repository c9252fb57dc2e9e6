"""Protected sets of linked tables, attacked from the full cross of all columns by code of its own."""

from dataclasses import replace

import pytest
from random_tables import exposed, random_tables

from helpers.disclosure.attack import attack
from helpers.disclosure.cells import EVERYBODY, Crossing, count
from helpers.disclosure.protection import TooFewError, protect

#: Seeds of random sets of tables; `benchmarks/disclosure.py` tries 10,000.
SETS = range(40)

#: Sets of which a count was found, as its answer is only told apart by what cannot be: a total gives its number away.
FOUND = (1014, 1251, 1855, 3965, 6287)


@pytest.mark.parametrize("seed", [*SETS, *FOUND])
def test_no_count_of_random_linked_tables_is_found_or_nearly_found(seed):
    tables = random_tables(seed)
    try:
        published = tables.protected()
    except TooFewError:
        pytest.skip("too few records for these tables")
    assert exposed(tables, published)[1] == []
    small = [cell for cell in published.counts.cells if 0 < (published.value(cell) or 0) < tables.threshold]
    assert {column for cell in small for column, _ in cell} <= tables.sizes


def test_a_rule_about_three_questions_that_would_give_a_count_away_is_held_against():
    tables = random_tables(172)
    of_two = replace(tables, nobody=[cell for cell in tables.nobody if len(cell) < 3])
    assert exposed(tables, of_two.protected())[1] == [0]
    with pytest.raises(TooFewError, match="p = p2, q = q4, r = r1"):
        tables.protected()


@pytest.mark.parametrize("table", ["p", "pq"])
def test_fewer_records_than_the_threshold_are_refused(table, records, question):
    crossing = Crossing(tuple(question(name, "a", "b") for name in table))
    with pytest.raises(TooFewError, match="too few records to protect this count"):
        protect(count(records(table, **{"ab"[: len(table)]: 2, "ba"[: len(table)]: 1}), [crossing]))


def test_who_knows_the_size_of_a_programme_finds_no_more(records, question, cell):
    """What it costs: with the sizes known, other counts have to be kept back."""
    frame = records("pq", ax=3, ay=9, az=20, bx=30, by=30, bz=30)
    tables = count(frame, [Crossing((question("q", "x", "y", "z"),), (question("p", "a", "b"),))])
    sizes = [EVERYBODY, cell(p="a"), cell(p="b")]
    published = protect(tables, known=sizes)
    assert [published.value(size) for size in sizes] == [122, 32, 90]
    assert published.value(cell(p="a", q="x")) is None
    attack(published)


def test_shares_of_a_group_are_protected_where_its_size_is_kept_back(records, question, cell):
    """Three young families who all answered x: zeros beside it would say so of each of them."""
    frame = records("pq", ax=3, bx=10, by=15, bz=15, cx=20, cy=10, cz=10)
    published = protect(count(frame, [Crossing((question("p", "a", "b", "c"), question("q", "x", "y", "z")))]))
    assert published.value(cell(p="a")) is None
    assert None in [published.value(cell(p="a", q=answer)) for answer in "yz"]
