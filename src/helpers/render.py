"""From a `Table` to HTML: one renderer for every table of the book."""

from __future__ import annotations

import base64
from html import escape

from helpers import unprinted
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
    examples = unprinted.groups(table, unprinted.RANGE)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        + "".join(_value(grid.get((row, column)), column in examples) for column in columns)
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


def _value(cell: Cell | None, example: bool) -> str:
    if cell is None:
        return "<td></td>"
    if not cell.has_range:
        return f"<td>{cell.text}</td>"
    kind, mark = ("opk-range opk-example", "vb. ") if example else ("opk-range", "")
    return f'<td>{cell.text} <span class="{kind}">{mark}tot {cell.high_text}</span></td>'


def csv_link(table: Table, fixed: set[tuple[str, str]]) -> str:
    """A link that downloads the numbers; the file travels inside the page.

    Parameters
    ----------
    table
        The numbers.
    fixed
        Row and column keys of the cells that a printed number fixes; with
        synthetic records the others are marked as an example.
    """
    frame = table.frame()
    if table.synthetic:
        frame["herkomst"] = ["rapport" if (c.row, c.column) in fixed else "voorbeeld" for c in table.cells]
        sizes = unprinted.groups(table, unprinted.SIZE)
        frame["herkomst_n"] = ["voorbeeld" if {c.row, c.column} & sizes else "rapport" for c in table.cells]
        if unprinted.groups(table, unprinted.RANGE):
            frame = frame.rename(columns={"hoogst_mogelijk": "hoogst_mogelijk_voorbeeld"})
    content = base64.b64encode(frame.to_csv(index=False).encode("utf-8-sig")).decode()
    return (
        f'<a class="opk-csv" download="{table.id}.csv" href="data:text/csv;charset=utf-8;base64,{content}">'
        f"Download de cijfers van {table.number} (CSV)</a>"
    )
