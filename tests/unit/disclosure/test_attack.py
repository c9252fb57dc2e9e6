"""What the attack finds where too little is kept back."""

from dataclasses import replace

import numpy as np
import pytest
from random_tables import exposed, random_tables

from helpers.disclosure.attack import ExposedError, attack
from helpers.disclosure.cells import Crossing, count
from helpers.disclosure.protection import Published, TooFewError, protect


def showing_all_but(published, *cells):
    """The same tables with only these cells kept back."""
    shown = np.array([published.counts.cells[cell].is_shown and cell not in cells for cell in published.system.cells])
    return replace(published, shown=shown)


@pytest.fixture
def published(records, question) -> Published:
    """Three young families who all answer the same, and forty others."""
    frame = records("pq", ax=3, bx=10, by=15, bz=15, cx=20, cy=10, cz=10)
    return protect(count(frame, [Crossing((question("p", "a", "b", "c"), question("q", "x", "y", "z")))]))


def test_a_count_that_follows_from_a_total_is_found_with_what_gives_it_away(records, question, cell):
    tables = count(records("p", a=3, b=40, c=40), [Crossing((question("p", "a", "b", "c"),))])
    with pytest.raises(ExposedError, match="p = a is afgeschermd, maar ligt van 3 tot 3") as caught:
        attack(showing_all_but(protect(tables), cell(p="a")))
    assert str(caught.value).endswith("everybody; p = b; p = c")


def test_everybody_is_found_in_a_group_whose_size_is_kept_back(published, cell):
    """Shown zeros tell what all young families answered, however many they are."""
    without = [one for one in published.kept_back if published.counts.cells[one].count]
    with pytest.raises(ExposedError, match="p = a, q = y/z is afgeschermd, maar ligt van 0 tot 0"):
        attack(showing_all_but(published, *without))


def test_all_that_is_kept_back_is_looked_at(published):
    cells = published.counts.cells
    small = [cell for cell in published.small if not cells[cell].is_shown]
    assert attack(published) == len(published.kept_back) + len(small)


def test_what_is_found_by_another_reader_the_attack_finds_where_only_the_rule_is_kept():
    found = []
    for seed in range(6):
        tables = random_tables(seed)
        try:
            published = tables.protected()
        except TooFewError:
            continue
        rule_only = showing_all_but(published, *published.small)
        if exposed(tables, rule_only)[1]:
            found.append(seed)
            with pytest.raises(ExposedError):
                attack(rule_only)
    assert found
