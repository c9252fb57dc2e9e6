"""What a notebook cell of chapter 4.3 calls about what people say in the report."""

from __future__ import annotations

from helpers import display, stories_page
from helpers.table import Table


def show_stories() -> None:
    """Show what people say in the report, theme by theme, to open."""
    display.html(stories_page.stories_html())


def show_story_themes() -> None:
    """Show per theme who is quoted, and by how many people."""
    display.html(stories_page.themes_html())


def show_voices() -> None:
    """Show who is quoted in the report, and who is not."""
    display.html(stories_page.voices_html())


def show_quotation_counts() -> None:
    """Show how many quotations stand in each section."""
    display.html(stories_page.sections_html())


def show_numbers_and_stories(table: Table) -> None:
    """Show the scores of Tabel 26 beside what mothers tell.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    display.html(stories_page.numbers_and_stories_html(table))
