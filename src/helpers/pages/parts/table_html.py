"""From a `Table` to HTML: one renderer for every table of the book."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from html import escape

import pandas as pd

from helpers.checking import findings, printed, ranges, unprinted
from helpers.checking.rules.relations import Key as PrintedKey
from helpers.dutch.numbers import p_value
from helpers.pages.parts.heard import heard_html
from helpers.tables import score_classes
from helpers.tables.disclosure import may_be_shown
from helpers.tables.score_classes import ScoreClass
from helpers.tables.table import Cell, Key, Table

_LEVELS = " · "


def table_html(table: Table) -> str:
    """The table with its caption, scopes and stable id.

    Parameters
    ----------
    table
        Cells whose column key is empty (the "N = …" below a table) are left
        out of the grid: `helpers.pages.parts.notes` shows them.

    Returns
    -------
    str
        One ``<table>``. A column label ``A · B`` makes two header levels.
    """
    caption = f'<span class="opk-number">{table.number}</span> {escape(table.title)}'
    value = partial(_value, table, printed.deviating(table), findings.proof_cells(table))
    content = cells_html(may_be_shown(table), caption, value)
    return f'<table class="opk-table" id="{table.id}">{content}</table>'


def cells_html(table: Table, caption: str, value: Callable[[Cell], str]) -> str:
    """What stands between ``<table>`` and ``</table>``.

    Parameters
    ----------
    table
        Its cells with a column key, whether they may be shown or not: that is
        for the caller to ask.
    caption
        In HTML.
    value
        The ``<td>`` of a cell.
    """
    columns = {key: label for key, label in table.columns.items() if key}
    grid = {(cell.row, cell.column): cell for cell in table.cells}
    groups: dict[str, dict[str, str]] = {}
    for cell in table.cells:
        if cell.column:
            groups.setdefault(cell.group, {})[cell.row] = cell.row_label
    body = "".join(
        f"<tbody>{_group_heading(group, len(columns))}"
        + "".join(
            f'<tr><th scope="row">{label_html(label)}</th>'
            + "".join(value(grid[row, column]) if (row, column) in grid else "<td></td>" for column in columns)
            + "</tr>"
            for row, label in rows.items()
        )
        + "</tbody>"
        for group, rows in groups.items()
    )
    return f"<caption>{caption}</caption><thead>{header_html(list(columns.values()))}</thead>{body}"


def _group_heading(label: str, columns: int) -> str:
    """A row that names the rows below it: no row of its own."""
    return f'<tr><th scope="rowgroup" colspan="{columns + 1}">{escape(label)}</th></tr>' if label else ""


def label_html(label: str) -> str:
    """A label that may break after a slash, rather than anywhere in a long word."""
    return escape(label).replace("/", "/<wbr>")


def p_html(p: float) -> str:
    """A p-value in Dutch, as HTML: the sign of a very small one stays on the line of its number."""
    return escape(p_value(p)).replace(" ", "&nbsp;")


def header_html(labels: Sequence[str]) -> str:
    """The rows of headings above a table; a label ``A · B`` makes two levels."""
    if not any(_LEVELS in label for label in labels):
        return "<tr><td></td>" + "".join(f'<th scope="col">{escape(label)}</th>' for label in labels) + "</tr>"
    upper = [label.partition(_LEVELS)[0] for label in labels]
    groups = "".join(
        f'<th scope="colgroup" colspan="{upper.count(label)}">{escape(label)}</th>' for label in dict.fromkeys(upper)
    )
    lower = "".join(f'<th scope="col">{escape(label.partition(_LEVELS)[2])}</th>' for label in labels)
    return f'<tr><td rowspan="2"></td>{groups}</tr><tr>{lower}</tr>'


#: A stroke says nothing to who hears the table.
_NOTHING = f'<span aria-hidden="true">/</span>{heard_html("geen gegevens")}'


def _value(table: Table, deviating: Mapping[Key, PrintedKey], proofs: Collection[Key], cell: Cell) -> str:
    key = cell.row, cell.column
    beside = mark_html(cell)
    # What the unknowns would allow is an invention too where print does not fix how many they are.
    if cell.has_range and not unprinted.is_example_range(table, cell):
        beside = f' <span class="opk-range">tot {cell.high_text}</span>{beside}'
    text = cell.text if cell.value is not None else _NOTHING
    # Style sheets light up what a proof rests on while it is open.
    names = ["opk-corrected"] * (key in deviating) + ["opk-proof"] * (key in proofs)
    kind = f' class="{" ".join(names)}"' if names else ""
    given = f" {_printed(deviating[key])}" if key in deviating else ""
    return f"<td{kind}>{text}{given}{beside}</td>"


def _printed(key: PrintedKey) -> str:
    """What the report prints where the cell shows something else, with a link to the proof if there is one."""
    known = printed.declarations()
    said = (
        f'<s aria-hidden="true">{escape(known.printed[key])}</s>'
        f"{heard_html(f'het rapport drukt {escape(known.printed[key])} af')}"
    )
    if key not in known.erratum_of:
        return said
    return f'<a class="opk-printed-here" href="08_verificatie.html#{findings.anchor(key)}">{said}</a>'


def mark_html(cell: Cell) -> str:
    """A sign on the colour of the class of a cell, and its name for who hears the table; empty without a class."""
    if not cell.mark:
        return ""
    found = score_classes.ALL[cell.mark]
    return (
        f' <span class="opk-mark opk-{found.code}"><span aria-hidden="true">{found.sign}</span>'
        f"{heard_html(found.label_nl)}</span>"
    )


def legend_html(table: Table) -> str:
    """What the marks of a table mean, with how many cells of each column have them.

    Returns
    -------
    str
        A list, or nothing for a table without marks.
    """
    items = "".join(f"<li>{class_html(found)} ({_uses(table, found)})</li>" for found in classes_in(table))
    return f'<ul class="opk-legend">{items}</ul>' if items else ""


def classes_in(table: Table) -> list[ScoreClass]:
    """The classes that a table marks, in their own order."""
    used = {cell.mark for cell in table.cells}
    return [found for code, found in score_classes.ALL.items() if code in used]


def class_html(found: ScoreClass) -> str:
    """The mark of a class, its name and its limits."""
    mark = f'<span class="opk-mark opk-{found.code}" aria-hidden="true">{found.sign}</span>'
    return f"{mark} {found.label_nl}, {found.limits_nl}"


def _uses(table: Table, found: ScoreClass) -> str:
    """How many cells of each column have a class."""
    together = {one.code for one in score_classes.scale_of(found)}
    columns = dict.fromkeys(_upper(cell) for cell in table.cells if cell.mark in together)
    counts = Counter(_upper(cell) for cell in table.cells if cell.mark == found.code)
    return ", ".join(f"{label} {counts[label]}" for label in columns)


def scroll_html(label: str, table: str) -> str:
    """A table in a part of the page that scrolls sideways on a telephone.

    Parameters
    ----------
    label
        What the part is called for who hears the page.
    table
        HTML.
    """
    return f'<div class="opk-scroll" tabindex="0" role="region" aria-label="{escape(label)}">{table}</div>'


#: A table with more rows than this is one tap away on a phone, and simply there on a wider screen.
LONG = 7


def folded_html(name: str, scrolling: str, most: int = LONG) -> str:
    """A table, behind one line to tap on a phone if it is long.

    Parameters
    ----------
    name
        What the line calls it, such as ``Tabel 12``; in HTML.
    scrolling
        The result of `scroll_html`.
    most
        With more rows than this it is long.
    """
    rows = scrolling.count('<th scope="row"')
    if rows <= most:
        return scrolling
    return f'<details class="opk-long"><summary>Toon {name} ({rows} rijen)</summary>{scrolling}</details>'


def grid_html(
    id: str,
    caption: str,
    columns: Sequence[str],
    rows: Iterable[tuple[str, Iterable]],
    words: Collection[int] = (),
    *,
    first: str = "",
    region: str = "",
    fold: bool = True,
) -> str:
    """A table that is no `Table`: with words in its cells, or about the check itself.

    Parameters
    ----------
    columns
        Headings, without that of the row labels.
    rows
        A label and its cells; the cells are HTML already.
    words
        Which columns hold words instead of numbers, from 0.
    first
        Heading of the row labels, if they have one.
    region
        As `label` of `scroll_html`; without it, the caption.
    fold
        Whether it is folded on a phone when it is long.
    """
    corner = f'<th scope="col" class="opk-text">{first}</th>' if first else "<td></td>"
    text = [' class="opk-text"' if place in words else "" for place in range(len(columns))]
    header = "".join(f'<th scope="col"{kind}>{escape(label)}</th>' for kind, label in zip(text, columns, strict=True))
    body = "".join(
        f'<tr><th scope="row">{label_html(label)}</th>'
        + "".join(f"<td{kind}>{value}</td>" for kind, value in zip(text, cells, strict=True))
        + "</tr>"
        for label, cells in rows
    )
    scrolling = scroll_html(
        region or caption,
        f'<table class="opk-table" id="{id}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{corner}{header}</tr></thead><tbody>{body}</tbody></table>",
    )
    return folded_html(f"de tabel: {escape(caption)}", scrolling) if fold else scrolling


def telling_html(
    id: str,
    caption: str,
    columns: Sequence[str],
    rows: Iterable[tuple[str, Iterable, bool]],
    nothing: str,
    words: Collection[int] = (),
) -> str:
    """A `grid_html` of the rows that say something, and one of the others behind a line.

    Parameters
    ----------
    rows
        A label, its cells, and whether the row says something.
    nothing
        What the others have in common, such as ``waar niets is aangetoond``.
    """
    known = [(label, list(cells), tells) for label, cells, tells in rows]
    telling, others = ([(label, cells) for label, cells, tells in known if tells == which] for which in (True, False))
    shown = grid_html(id, caption, columns, telling, words, fold=False) if telling else ""
    if not others:
        return shown
    if len(others) == 1:
        which = "de andere rij" if telling else "één rij"
    else:
        which = f"{'de andere ' if telling else ''}{len(others)} rijen"
    said = f"{caption}: {which} {nothing}"
    rest = grid_html(f"{id}-andere", said, columns, others, words, fold=False)
    return f'{shown}<details class="opk-rest"><summary>{escape(said)}</summary>{rest}</details>'


def _upper(cell: Cell) -> str:
    return cell.column_label.partition(_LEVELS)[0]


def csv_link(table: Table, origins: dict[tuple[str, str], str]) -> str:
    """A link that downloads the numbers of a table.

    Parameters
    ----------
    table
        The numbers.
    origins
        Where each number comes from, by row and column key: see
        `helpers.checking.printed.origins`.
    """
    frame = may_be_shown(table).frame()
    frame["herkomst"] = [origins[cell.row, cell.column] for cell in table.cells]
    if known := ranges.ranges_of(table):
        found = [known.get((cell.row, cell.column)) for cell in table.cells]
        frame["kan_van"] = ["" if one is None else float(one.low) for one in found]
        frame["kan_tot"] = ["" if one is None else float(one.high) for one in found]
        frame["bewezen"] = ["" if one is None else "ja" if one.proven else "nee" for one in found]
    frame["herkomst_n"] = _origin_of(unprinted.is_example_size(table, cell) for cell in table.cells)
    frame["herkomst_hoogst"] = _origin_of(unprinted.is_example_range(table, cell) for cell in table.cells)
    what = f"deze figuur{heard_html(f': {escape(table.title)}')}" if table.is_extra else table.number
    return download_html(table.id, frame, f"de cijfers van {what}")


def download_html(name: str, rows: pd.DataFrame, what: str) -> str:
    """A link that downloads rows as CSV, with the words (HTML) "Download `what`"; the file travels inside the page."""
    # The same bytes on every platform: nbval compares them.
    text = rows.to_csv(index=False, lineterminator="\n")
    content = base64.b64encode(text.encode("utf-8-sig")).decode()
    return f'<a download="{name}.csv" href="data:text/csv;charset=utf-8;base64,{content}">Download {what} (CSV)</a>'


def _origin_of(examples: Iterable[bool]) -> list[str]:
    return ["voorbeeld" if example else "rapport" for example in examples]
