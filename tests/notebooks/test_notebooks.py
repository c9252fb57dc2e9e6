"""Stored notebooks: executed, thin, and without an error."""

import json
import statistics

import pytest

from helpers.data.files import CHAPTERS

NOTEBOOKS = sorted(CHAPTERS.glob("*.ipynb"))


def code_cells(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def test_there_are_notebooks():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_code_cell_was_executed_in_order(path):
    counts = [cell["execution_count"] for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_that_shows_something_has_its_output(path):
    for cell in code_cells(path):
        source = "".join(cell["source"])
        if "show" in source.splitlines()[-1] or "tell(" in source:
            assert cell["outputs"], source
        assert all(output["output_type"] != "error" for output in cell["outputs"]), source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_thin(path):
    lengths = [len("".join(cell["source"]).splitlines()) for cell in code_cells(path)]
    assert not lengths or statistics.median(lengths) <= 4


@pytest.mark.parametrize("path", sorted(CHAPTERS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_stored_notebook_keeps_no_state_of_widgets(path):
    assert "widgets" not in json.loads(path.read_text(encoding="utf-8"))["metadata"]
