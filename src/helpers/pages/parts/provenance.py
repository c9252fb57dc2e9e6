"""The line below every table and figure that says where it comes from.

A reader opens it to find the cell of the notebook, the function and the columns
of the records; and a number to see whether those columns are still the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from html import escape

from IPython import get_ipython

from helpers import figures
from helpers.data.files import CHAPTERS, RECORDS
from helpers.tables import catalogue
from helpers.tables.table import Table


def provenance_html(table: Table) -> str:
    """Where a table or figure comes from, in one closed line.

    Parameters
    ----------
    table
        What is shown above the line.

    Returns
    -------
    str
        One ``<details>``. Outside a notebook it names no cell.
    """
    found = [catalogue.find(source.output) for source in table.sources]
    made_by: list[Callable] = [output.function for output in found]
    if table.id in figures.all_drawings():
        made_by.append(figures.find(table.id))
    columns = {
        f"{output.records}.csv": dict.fromkeys(
            column for other in found if other.records == output.records for column in other.columns
        )
        for output in found
    }
    rows = {
        "Deel van het rapport": table.section,
        "Cel van het notebook": _cell_html(),
        "Berekend door": _codes(f"{function.__module__}.{function.__name__}" for function in made_by),
        **{f"Kolommen van {RECORDS.name}/{file}": _codes(names) for file, names in columns.items()},
        "Controlegetal van die kolommen": _codes(source.digest for source in table.sources),
    }
    return _line(rows)


def picture_provenance_html(function: Callable) -> str:
    """The same line for a picture that no records underlie.

    Parameters
    ----------
    function
        What draws it.
    """
    rows = {
        "Cel van het notebook": _cell_html(),
        "Berekend door": _codes([f"{function.__module__}.{function.__name__}"]),
    }
    return _line(rows)


def _line(rows: dict[str, str]) -> str:
    items = "".join(f"<dt>{escape(term)}</dt><dd>{text}</dd>" for term, text in rows.items() if text)
    return f'<details class="opk-provenance"><summary>Waar komt dit vandaan?</summary><dl>{items}</dl></details>'


def _codes(texts: Iterable[str]) -> str:
    return ", ".join(f"<code>{escape(text)}</code>" for text in texts)


def _cell_html() -> str:
    # The request that the kernel is answering; a shell without a kernel has none.
    request = getattr(get_ipython(), "get_parent", dict)()
    source = request.get("content", {}).get("code", "").strip()
    return " of ".join(f"<code>{name}</code>, cel <code>{id}</code>" for name, id in _cells().get(source, []))


@cache
def _cells() -> dict[str, list[tuple[str, str]]]:
    """The chapters and ids of the code cells with each source text.

    Jupyter does not tell the code that runs which cell it is in, so the cell is
    found by what it says.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(CHAPTERS.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                found.setdefault("".join(cell["source"]).strip(), []).append((path.name, cell["id"]))
    return found
