"""From a `Table` to HTML: one renderer for every table of the book."""

from __future__ import annotations

import base64
from html import escape

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
    """
    columns = {key: label for key, label in table.columns.items() if key}
    rows = {cell.row: cell.row_label for cell in table.cells if cell.column}
    grid = {(cell.row, cell.column): cell for cell in table.cells}
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        + "".join(_value(grid.get((row, column))) for column in columns)
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


def _value(cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    if cell.high is None or cell.high == cell.low:
        return f"<td>{cell.text}</td>"
    return f'<td>{cell.text} <span class="opk-range">{range_text(cell)}</span></td>'


def range_text(cell: Cell) -> str:
    """The highest share that the unknowns allow, such as ``tot 45,2%``."""
    return f"tot {cell.high_text}"


def csv_link(table: Table) -> str:
    """A link that downloads the numbers; the file travels inside the page."""
    content = base64.b64encode(table.frame().to_csv(index=False).encode("utf-8-sig")).decode()
    return (
        f'<a class="opk-csv" download="{table.id}.csv" href="data:text/csv;charset=utf-8;base64,{content}">'
        f"Download de cijfers van {table.number} (CSV)</a>"
    )
