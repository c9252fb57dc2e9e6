"""What an explorer shows for one choice: tables of a part of the records.

A number of a part of the records is only printed when the report splits its
numbers in the same way. Every other number is an example, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape

from helpers.checking import printed, unprinted
from helpers.data import codebook
from helpers.data.records import Records
from helpers.dutch.typography import typeset
from helpers.pages.parts import notes, table_html
from helpers.pages.parts.heard import heard_html
from helpers.tables import catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.groups import TOTAL
from helpers.tables.table import Cell, Key, Table

#: Below this many the caption warns that a single family changes much.
SMALL = 10


@dataclass(frozen=True)
class Selection:
    """Which records a choice is about.

    Attributes
    ----------
    programmes : tuple of str
        Codes of the codebook; all of them for everybody.
    months : (str, str) or None
        First and last month of start, such as ``("2021-01", "2021-12")``.
    label : str
        In Dutch, for the caption.
    """

    programmes: tuple[str, ...]
    months: tuple[str, str] | None
    label: str

    def of(self, records: Records) -> Records:
        """The records that were chosen."""
        frame = records.frame[records.frame["programme"].isin(self.programmes)]
        if self.months:
            frame = frame[frame["start_month"].astype(str).between(*self.months)]
        return replace(records, frame=frame)

    def drops(self, column: str) -> bool:
        """Whether the chosen records leave nobody in a column, or the same as in another."""
        return not self._has_everybody and column.partition(".")[0] in {*codebook.labels("programme"), TOTAL[0]} - {
            *self.programmes
        }

    def keeps(self, column: str) -> bool:
        """Whether the numbers of a column are those of the whole table."""
        return not self.months and (self._has_everybody or column.partition(".")[0] in self.programmes)

    @property
    def _has_everybody(self) -> bool:
        return set(self.programmes) == set(codebook.labels("programme"))


@dataclass(frozen=True)
class State:
    """A table that a reader chose, and the keys of its cells that nothing fixes.

    Attributes
    ----------
    table : Table
    values, sizes, ranges : frozenset of (str, str)
        Cells of which the value, the n, the highest possible value is an example.
    printed : dict of (str, str) to str
        What the report prints instead, in the cells where the records give something else.
    """

    table: Table
    values: frozenset[Key]
    sizes: frozenset[Key]
    ranges: frozenset[Key]
    printed: Mapping[Key, str]

    @property
    def all_examples(self) -> bool:
        """Whether no number that is shown is printed."""
        return all((cell.row, cell.column) in self.values for cell in self.table.cells if cell.column)


def state(id: str, records: Records, selection: Selection) -> State:
    """One table or figure, computed from a part of the records."""
    table = may_be_shown(catalogue.find(id).function(selection.of(records)))
    has_programmes = any(column.partition(".")[0] in selection.programmes for column in table.columns)
    cells = [cell for cell in table.cells if not (has_programmes and selection.drops(cell.column))]
    deviations = printed.deviations(table)
    # Where the report prints another number, that one stands beside it.
    known = printed.fixed_cells(table) | deviations.keys()

    def loose(is_example: Callable[[Cell], bool]) -> frozenset[Key]:
        return frozenset(
            (cell.row, cell.column) for cell in cells if not selection.keeps(cell.column) or is_example(cell)
        )

    examples = loose(lambda cell: (cell.row, cell.column) not in known)
    # The report has its classes for its own numbers, not for those of a smaller group.
    shown = [replace(cell, mark="") if (cell.row, cell.column) in examples else cell for cell in cells]
    return State(
        replace(table, cells=tuple(shown)),
        values=examples,
        sizes=loose(lambda cell: unprinted.is_example_size(table, cell)),
        ranges=frozenset(
            (cell.row, cell.column)
            for cell in cells
            if cell.high is not None and (not selection.keeps(cell.column) or unprinted.is_example_range(table, cell))
        ),
        printed={key: text for key, text in deviations.items() if selection.keeps(key[1])},
    )


def row_state(row: str, states: list[State]) -> State:
    """One row of several tables, as the columns of one: side by side they are wider than a phone.

    Parameters
    ----------
    row
        Key of the row; a table without it is left out.
    states
        The same part of the records in every table.
    """
    cells = [_turned(cell, found.table) for found in states for cell in found.table.row(row)]
    order = _merged([[cell.column for cell in found.table.row(row)] for found in states])
    label = next((found.table.rows[row] for found in states if row in found.table.rows), "")
    table = replace(states[0].table, title=label, cells=tuple(sorted(cells, key=lambda cell: order.index(cell.row))))

    def marked(what: str) -> frozenset[Key]:
        return frozenset(
            (column, found.table.id) for found in states for key, column in getattr(found, what) if key == row
        )

    printed = {
        (column, found.table.id): text
        for found in states
        for (key, column), text in found.printed.items()
        if key == row
    }
    return State(table, marked("values"), marked("sizes"), marked("ranges"), printed)


def _turned(cell: Cell, table: Table) -> Cell:
    """The same cell where columns are rows; of a label ``A · B`` the first part is that of a group of rows."""
    group, _, label = cell.column_label.rpartition(" · ")
    return replace(cell, row=cell.column, row_label=label, group=group, column=table.id, column_label=table.number)


def _merged(orders: list[list[str]]) -> list[str]:
    """One order of columns in which each table's own order is kept where it can be."""
    merged: list[str] = []
    for order in orders:
        for place, column in enumerate(order):
            if column not in merged:
                following = [merged.index(later) for later in order[place:] if later in merged]
                merged.insert(min(following, default=len(merged)), column)
    return merged


def state_html(found: State, title: str, selection: Selection) -> str:
    """The table of one choice with its caption and its n."""
    size = notes.base_text(found.table, lambda _, cell: (cell.row, cell.column) in found.sizes)
    remarks = [f"{escape(size)}.{_warning(found.table)}"]
    return _table_html(found, f"{title} ({selection.label})", lambda cell: _value(found, cell), remarks)


def fixed_html(found: State, title: str, selection: Selection) -> str:
    """The same with the numbers that print fixes only: nothing invented, not even as an example."""
    table, label = found.table, f"{title} ({selection.label})"
    if found.all_examples:
        return typeset(f"<p>{escape(label)}: hierover geeft het rapport geen cijfers.</p>")
    known = [cell for cell in table.cells if (cell.row, cell.column) not in found.values | found.sizes]
    sized = replace(table, cells=tuple(known))
    remarks = [f"{escape(notes.base_text(sized))}.{_warning(sized)}"] if known else []
    if any((cell.row, cell.column) in found.values for cell in table.cells if cell.column):
        remarks.append("Een punt (·): dat staat niet in het rapport en volgt er niet uit.")
    return _table_html(found, label, lambda cell: _fixed_value(found, cell), remarks)


def _table_html(found: State, label: str, value: Callable[[Cell], str], remarks: list[str]) -> str:
    """A table that scrolls on a phone, with remarks and what its marks mean below it."""
    table = may_be_shown(found.table)
    # A caption that says it of every number spares each of them the word.
    kind, mark = (" opk-examples", ' <span class="opk-example">voorbeeld</span>') if found.all_examples else ("", "")
    content = table_html.cells_html(table, escape(label) + mark, value)
    scrolling = table_html.scroll_html(label, f'<table class="opk-table{kind}">{content}</table>')
    told = "".join(f"<p>{remark}</p>" for remark in remarks)
    return typeset(f'{scrolling}<div class="opk-notes">{told}{_legend(table)}</div>')


#: In place of a number that print does not fix.
_UNKNOWN = f'<span aria-hidden="true">·</span>{heard_html("niet in het rapport")}'


def _fixed_value(found: State, cell: Cell) -> str:
    key = cell.row, cell.column
    if key in found.values:
        return f"<td>{_UNKNOWN}</td>"
    return _value(replace(found, ranges=frozenset()), cell if key not in found.ranges else replace(cell, high=None))


def _legend(table: Table) -> str:
    """What the marks mean: how often each occurs is for the whole table to say."""
    items = "".join(f"<li>{table_html.class_html(found)}</li>" for found in table_html.classes_in(table))
    return f'<ul class="opk-legend">{items}</ul>' if items else ""


def _warning(table: Table) -> str:
    sizes = [cell.n for cell in table.cells if cell.column and cell.unit != "n"]
    if not any(0 < n < SMALL for n in sizes):
        return ""
    return f" Minstens één groep telt minder dan {SMALL}: één meer of minder verandert dan veel."


def _value(found: State, cell: Cell) -> str:
    key = cell.row, cell.column
    one_by_one = not found.all_examples
    text = cell.text
    if one_by_one and key in found.values:
        text = f'{text} <span class="opk-range opk-example">voorbeeld</span>'
    if one_by_one and key in found.ranges and cell.value is not None:
        text += f' <span class="opk-range opk-example">voorbeeld: tot {cell.high_text}</span>'
    elif cell.has_range:
        text += f' <span class="opk-range">tot {cell.high_text}</span>'
    if key in found.printed:
        text += f' <span class="opk-range">rapport: {escape(found.printed[key])}</span>'
    return f"<td>{text}{table_html.mark_html(cell)}</td>"
