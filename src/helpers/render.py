"""From a `Table` to HTML: one renderer for every table of the book."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from helpers import unprinted
from helpers.disclosure import may_be_shown
from helpers.table import Cell, Table

_LEVELS = " · "


def table_html(table: Table) -> str:
    """The table with its caption, scopes and stable id.

    Parameters
    ----------
    table
        Cells whose column key is empty (the "N = …" below a table) are left
        out of the grid: `helpers.notes` shows them.

    Returns
    -------
    str
        One ``<table>``. A column label ``A · B`` makes two header levels.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(table)
    columns = {key: label for key, label in table.columns.items() if key}
    rows = {cell.row: cell.row_label for cell in table.cells if cell.column}
    grid = {(cell.row, cell.column): cell for cell in table.cells}
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        + "".join(_value(table, grid.get((row, column))) for column in columns)
        + "</tr>"
        for row, label in rows.items()
    )
    return (
        f'<table class="opk-table" id="{table.id}">'
        f'<caption><span class="opk-number">{table.number}</span> {escape(table.title)}</caption>'
        f"<thead>{_header(list(columns.values()))}</thead><tbody>{body}</tbody></table>"
    )


def _header(labels: list[str]) -> str:
    if not any(_LEVELS in label for label in labels):
        return "<tr><td></td>" + "".join(f'<th scope="col">{escape(label)}</th>' for label in labels) + "</tr>"
    upper = [label.partition(_LEVELS)[0] for label in labels]
    groups = "".join(
        f'<th scope="colgroup" colspan="{upper.count(label)}">{escape(label)}</th>' for label in dict.fromkeys(upper)
    )
    lower = "".join(f'<th scope="col">{escape(label.partition(_LEVELS)[2])}</th>' for label in labels)
    return f'<tr><td rowspan="2"></td>{groups}</tr><tr>{lower}</tr>'


def _value(table: Table, cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    # That nothing is unknown would be an invention too.
    if unprinted.is_example_range(table, cell):
        return f'<td>{cell.text} <span class="opk-range opk-example">voorbeeld: tot {cell.high_text}</span></td>'
    if cell.has_range:
        return f'<td>{cell.text} <span class="opk-range">tot {cell.high_text}</span></td>'
    return f"<td>{cell.text}</td>"


def csv_link(table: Table, origins: dict[tuple[str, str], str]) -> str:
    """A link that downloads the numbers; the file travels inside the page.

    Parameters
    ----------
    table
        The numbers.
    origins
        Where each number comes from, by row and column key: see
        `helpers.verify.origins`.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    frame = may_be_shown(table).frame()
    frame["herkomst"] = [origins[cell.row, cell.column] for cell in table.cells]
    frame["herkomst_n"] = _origin_of(unprinted.is_example_size(table, cell) for cell in table.cells)
    frame["herkomst_hoogst"] = _origin_of(unprinted.is_example_range(table, cell) for cell in table.cells)
    # The same bytes on every platform: nbval compares them.
    text = frame.to_csv(index=False, lineterminator="\n")
    content = base64.b64encode(text.encode("utf-8-sig")).decode()
    return (
        f'<a download="{table.id}.csv" href="data:text/csv;charset=utf-8;base64,{content}">'
        f"Download de cijfers van {table.number} (CSV)</a>"
    )


def _origin_of(examples: Iterable[bool]) -> list[str]:
    return ["voorbeeld" if example else "rapport" for example in examples]
