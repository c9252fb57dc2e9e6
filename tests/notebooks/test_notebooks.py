"""Stored notebooks: executed, thin, and without an error or the state of a widget."""

import ast
import json

import pytest

from helpers.data.files import CHAPTERS

NOTEBOOKS = sorted(CHAPTERS.glob("*.ipynb"))

#: Lines of a cell at most.
LONGEST = 10

notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code_cells(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def kinds(source):
    """What each statement of a cell does: import, load or show; anything else is None."""
    return [kind(statement) for statement in ast.parse(source).body]


def kind(statement):
    match statement:
        case ast.ImportFrom(module="helpers.pages", names=[ast.alias(asname="hoofdstuk")]):
            return "import"
        case ast.Assign(value=ast.Call(func=ast.Attribute(ast.Name("hoofdstuk"), name))) if name.startswith("load"):
            return "load"
        case ast.Expr(ast.Call(args=[ast.Call(func=names)]) as update) if (
            ast.unparse(update.func) == "globals().update" and ast.unparse(names) == "hoofdstuk.names"
        ):
            return "load"
        case ast.Expr(ast.Call(func=ast.Attribute(ast.Name("hoofdstuk"), name)) as call) if name.startswith(
            ("show", "explore")
        ) and not is_computed(call):
            return "show"


def is_computed(call):
    """Whether a call computes what another call gets, which is for the helpers to do."""
    return any(isinstance(node, (ast.Call, ast.BinOp)) for node in ast.walk(call) if node is not call)


def test_there_are_notebooks():
    assert NOTEBOOKS


@notebooks
def test_every_code_cell_was_executed_in_order(path):
    counts = [cell["execution_count"] for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


@notebooks
def test_what_shows_something_has_its_output_and_nothing_else_has(path):
    for cell in code_cells(path):
        source = "".join(cell["source"])
        assert bool(cell["outputs"]) == ("show" in kinds(source)), source
        assert all(output["output_type"] != "error" for output in cell["outputs"]), source


@notebooks
def test_cells_only_import_load_and_show(path):
    for cell in code_cells(path):
        source = "".join(cell["source"])
        assert None not in kinds(source), source
        assert len(source.splitlines()) <= LONGEST, source


@notebooks
def test_a_notebook_imports_one_chapter_at_its_beginning(path):
    found = [does for cell in code_cells(path) for does in kinds("".join(cell["source"]))]
    assert [place for place, does in enumerate(found) if does == "import"] == ([0] if found else [])


@pytest.mark.parametrize(
    ("source", "does"),
    [
        ("from helpers.pages import registration as hoofdstuk", "import"),
        ("from helpers.tables import catalogue as hoofdstuk", None),
        ("import pandas as pd", None),
        ("dossiers, gezinnen, mamas = hoofdstuk.load_all()", "load"),
        ("globals().update(hoofdstuk.names(dossiers))", "load"),
        ("globals().update(x=1)", None),
        ("n = len(dossiers)", None),
        ("hoofdstuk.show(tabel_1)", "show"),
        ("hoofdstuk.explore(tabel_17, tabel_18, per_row=True)", "show"),
        ("hoofdstuk.show_cautions(hoofdstuk.by_programme(mamas))", None),
        ("hoofdstuk.show(1 - tabel_1)", None),
        ("for n in range(5):\n    hoofdstuk.show(n)", None),
    ],
)
def test_what_a_statement_does(source, does):
    assert kinds(source) == [does]


@notebooks
def test_a_stored_notebook_keeps_no_state_of_widgets(path):
    assert "widgets" not in json.loads(path.read_text(encoding="utf-8"))["metadata"]
