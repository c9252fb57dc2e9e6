"""What notebook cells of chapters 4.2 and 4.3 both call: who moved forward, and what tests say of it."""

from __future__ import annotations

from helpers import display, figures, progress_conclusions, progress_tests_page
from helpers.disclosure import may_be_shown
from helpers.figures.drawing import Key
from helpers.progress_tests import Progress
from helpers.table import Table


def show_progress_figure(table: Table, fixed: frozenset[Key], source: str) -> None:
    """Show an extra figure of chapter 4.2 or 4.3.

    Parameters
    ----------
    table
        With the id of a drawing in `helpers.figures.progress`.
    fixed
        Keys of the cells that a printed number fixes; the others are an example.
    source
        Which numbers of the report it shows, as a Dutch sentence.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    keys = [(cell.row, cell.column) for cell in may_be_shown(table).cells]
    origins = {key: "rapport" if key in fixed else "voorbeeld" for key in keys}
    display.extra_figure(figures.draw(table, fixed), source, origins)


def show_progress_tests(found: Progress) -> None:
    """Show the sign tests of every indicator, and how much they could have found."""
    display.html(progress_tests_page.progress_tests_html(found) + progress_tests_page.power_html(found))


def show_programme_comparison(found: Progress) -> None:
    """Show whether an equal share moved forward in both programmes, for every indicator."""
    display.html(progress_tests_page.between_html(found))


def show_progress_conclusion(found: Progress) -> None:
    """Show in a few sentences what the tests of progress say, and what they could not say."""
    display.html(progress_conclusions.conclusions_html(found))
