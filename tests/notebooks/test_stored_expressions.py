"""The numbers that JupyterLab shows in the sentences before any run are those that the data give: nbval for prose."""

import json

import pytest

from helpers import prose
from helpers.data import records
from helpers.data.files import CHAPTERS

NOTEBOOKS = sorted(CHAPTERS.glob("*.ipynb"))


@pytest.fixture(scope="module")
def known():
    return prose.names(*records.load_all())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_sentence_is_stored_with_the_numbers_of_the_data(path, known):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            stored = cell["metadata"].get("user_expressions", [])
            assert stored == prose.user_expressions("".join(cell["source"]), known), "run make notebooks"


def test_the_sentences_have_expressions():
    text = "".join(path.read_text(encoding="utf-8") for path in NOTEBOOKS)
    assert text.count("{eval}`") > 300
    assert not [role for role in ("{glue", "{numref}", "{doc}", "{cite") if role in text]
