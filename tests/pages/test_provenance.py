"""Every built table and figure says where it comes from."""

import json

from provenance_line import given

from helpers.data.files import CHAPTERS
from helpers.tables import catalogue


def test_every_table_and_figure_names_the_cell_that_shows_it(pages):
    found = 0
    for page in pages.values():
        for notes in page.find_all(class_="opk-notes"):
            if not notes.find("a", download=True):
                continue
            inside, beside = notes.find, notes.find_next_sibling
            line = inside("details", class_="opk-provenance") or beside("details", class_="opk-provenance")
            assert not line.has_attr("open")
            notebook, id = given(line)["Cel van het notebook"]
            cells = json.loads((CHAPTERS / notebook).read_text(encoding="utf-8"))["cells"]
            (cell,) = [cell for cell in cells if cell["id"] == id]
            download = notes.find("a", download=True)["download"].removesuffix(".csv")
            ids = [output["metadata"].get("opkomst", {}).get("id") for output in cell["outputs"]]
            # A scheme has two downloads: figuur-1-vakken and figuur-1-lijnen.
            assert any(id and f"{download}-".startswith(f"{id}-") for id in ids), download
            assert given(line)["Berekend door"]
            found += 1
    assert found >= len(catalogue.all_outputs())
