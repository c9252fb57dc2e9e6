"""The cells of figures of which print gives no value."""

from helpers.checking import printed
from helpers.data.records import Records
from helpers.tables import catalogue
from helpers.tables.table import Key, Table


def figures(records: Records) -> list[Table]:
    """Every figure of the report."""
    return [table for table in catalogue.tables_of(records).values() if table.id.startswith("figuur")]


def open_cells(table: Table) -> set[Key]:
    """The cells with a value that print leaves open; one that departs from print is not open."""
    named = printed.named_cells(table)
    return {(c.row, c.column) for c in table.cells if c.value is not None and (c.row, c.column) not in named}
