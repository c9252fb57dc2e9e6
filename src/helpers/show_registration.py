"""What a notebook cell of chapter 4.1 calls beside the tables and figures of the report.

Those themselves are shown with `helpers.show.show`.
"""

from __future__ import annotations

from dataclasses import replace

from helpers import change_tests, change_tests_page, display, figures, share_intervals, verify
from helpers.disclosure import may_be_shown
from helpers.records import Records
from helpers.table import Table
from helpers.tables.impact_housing import figure_10, housing_moves, move_of

#: The extra figure that shows a table of changes as arrows.
CHANGES = {"tabel-17": "extra-1", "tabel-18": "extra-2", "tabel-19": "extra-3"}


def show_changes(table: Table) -> None:
    """Show Tabel 17, 18 or 19 as arrows: a figure that the report does not have.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(table)
    extra = replace(table, id=CHANGES[table.id], title=f"De cijfers van {table.number} als pijlen")
    drawing = figures.draw(extra, frozenset(verify.fixed_cells(table)))
    display.extra_figure(drawing, f"Ze toont de cijfers van {table.number}.", verify.origins(table))


def show_housing_moves(records: Records) -> None:
    """Show who went from which kind of housing to which: a figure that the report does not have.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    housing = figure_10(may_be_shown(records))
    table, fixed, found = housing_moves(housing), verify.fixed_cells(housing), verify.origins(housing)
    places = {(cell.row, cell.column): move_of(cell.row, cell.column) for cell in table.cells}
    drawing = figures.draw(table, frozenset(key for key, place in places.items() if place in fixed))
    source = "Vast liggen alleen de verschuivingen die voetnoot 5 telt; de andere banden zijn een voorbeeld."
    display.extra_figure(drawing, source, {key: found[place] for key, place in places.items()})


def show_p_values(records: Records) -> None:
    """Show the range of p-values of every row of Tabel 17, 18 and 19.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    table = change_tests.p_value_table(may_be_shown(records))
    keys = {(cell.row, cell.column) for cell in table.cells}
    source = "Ze volgt uit de gedrukte cijfers van Tabel 17, 18 en 19."
    display.extra_figure(figures.draw(table, frozenset(keys)), source, dict.fromkeys(keys, "rapport"))


def show_change_tests(records: Records) -> None:
    """Show what a test can say of every row of Tabel 17, 18 and 19, and what may be concluded."""
    display.html(change_tests_page.change_tests_html(records))


def show_change_conclusion(records: Records) -> None:
    """Show in a few sentences what may be concluded from the tests."""
    display.html(change_tests_page.conclusion_html(records))


def show_share_intervals(records: Records) -> None:
    """Show how sure every share of Tabel 17, 18 and 19 is."""
    display.html(share_intervals.share_intervals_html(records))
