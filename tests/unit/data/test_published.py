"""Printed numbers are told as they are printed."""

import pytest

from helpers.data import published


def test_a_printed_number_is_told_as_it_is_printed():
    row = published.cells().set_index("id").loc["tekst-1.1-a"]
    assert published.printed("tekst-1.1-a") == row["printed"]
    assert published.fill("zo: {tekst-1.1-a}!") == f"zo: {row['printed']}!"
    assert 'class="opk-printed"' in published.marked_text("<1")
    assert "&lt;1" in published.marked_text("<1")


@pytest.mark.parametrize("id", ["tekst-9.9-z", "tabel-2"])
def test_only_one_printed_number_can_be_told(id):
    with pytest.raises(published.NotPrintedError, match=id):
        published.printed(id)
