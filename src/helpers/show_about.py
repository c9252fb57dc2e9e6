"""What a notebook cell of an appendix about the book or its data calls."""

from __future__ import annotations

from helpers import about_page, codebook_page, deviations_page, display


def show_citation() -> None:
    """Show how to cite the book."""
    display.html(about_page.citation_html())


def show_codebook() -> None:
    """Show every variable of the codebook."""
    display.html(codebook_page.codebook_html())


def show_deviations() -> None:
    """Show the printed cells that the synthetic records cannot reproduce."""
    display.html(deviations_page.deviations_html())
