"""What a notebook cell calls to show conclusions, and the figures of the brochure."""

from __future__ import annotations

from html import escape

from helpers import conclusions_page, display
from helpers.brochure import BrochureFigure
from helpers.records import Records
from helpers.stored_outputs import link_html


def show_conclusions(*records: Records) -> None:
    """Show every conclusion of the report with what it rests on."""
    display.html(conclusions_page.conclusions_html(*records))


def show_main_conclusions(chosen: list[str], *records: Records) -> None:
    """Show some of the conclusions, by id."""
    display.html(conclusions_page.main_conclusions_html(chosen, *records))


def show_brochure_figure(figure: BrochureFigure) -> None:
    """Show one figure of the brochure, and where its numbers stand in this book."""
    drawing, title = figure.drawing, f"Brochure, figuur {figure.number}. {figure.title}"
    display.picture(drawing.png(), f"brochure-{figure.number}", title, drawing.alt, drawing.fingerprint)
    display.html(
        f'<p class="opk-in-lab">{escape(title)}</p><div class="opk-notes"><p>De cijfers, met uitleg en download: '
        f"{link_html(figure.repeats)}.</p></div>"
    )
