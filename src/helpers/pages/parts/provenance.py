"""The line below every table and figure that says where it comes from.

A reader opens it to find the cell of the notebook, the function and the columns
of the records; and a number to see whether those columns are still the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from helpers import figures
from helpers.data.files import CELL, RECORDS
from helpers.pages.parts.heard import heard_html
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
        One ``<details>``. The build fills in the cell, which a kernel does not know.
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
        "Cel van het notebook": CELL,
        "Berekend door": _codes(f"{function.__module__}.{function.__name__}" for function in made_by),
        **{f"Kolommen van {RECORDS.name}/{file}": _codes(names) for file, names in columns.items()},
        "Controlegetal van die kolommen": _codes(source.digest for source in table.sources),
    }
    return _line(rows, table.title if table.is_extra else table.number)


def picture_provenance_html(function: Callable, title: str) -> str:
    """The same line for a picture that no records underlie.

    Parameters
    ----------
    function
        What draws it.
    title
        What the picture is called.
    """
    rows = {
        "Cel van het notebook": CELL,
        "Berekend door": _codes([f"{function.__module__}.{function.__name__}"]),
    }
    return _line(rows, title)


def _line(rows: dict[str, str], about: str) -> str:
    """The line, which tells who hears it what it belongs to."""
    items = "".join(f"<dt>{escape(term)}</dt><dd>{text}</dd>" for term, text in rows.items() if text)
    name = f"Waar komt dit vandaan?{heard_html(f' ({escape(about)})')}"
    return f'<details class="opk-provenance"><summary>{name}</summary><dl>{items}</dl></details>'


def _codes(texts: Iterable[str]) -> str:
    return ", ".join(f"<code>{escape(text)}</code>" for text in texts)
