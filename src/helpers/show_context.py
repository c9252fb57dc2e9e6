"""What a notebook cell of chapters 1 and 2 calls: schemes, timeline, literature.

None of it is computed from records. Each picture comes with the same content
as a list, for who cannot see it, and with its data as a download.
"""

from __future__ import annotations

from matplotlib import style as matplotlib_style

from helpers import context, context_page, display, provenance
from helpers.figures.boxes import draw_scheme
from helpers.figures.drawing import png
from helpers.figures.style import RC
from helpers.figures.timeline import draw_timeline


def show_scheme(id: str) -> None:
    """Show Figuur 1 or Figuur 13, drawn again from what the report's text says.

    Raises
    ------
    KeyError
        When there is no scheme with that id.
    """
    scheme = context.schemes()[id]
    with matplotlib_style.context(["default", RC]):
        figure, alt = draw_scheme(scheme)
    display.picture(png(figure), id, scheme.title, alt, alt)
    title = display.lab_title(scheme.title, f"Figuur {scheme.number}")
    display.html(title + context_page.scheme_html(scheme) + provenance.picture_provenance_html(draw_scheme))


def show_timeline() -> None:
    """Show the timeline of the programme, as a picture and as a list."""
    moments = context.timeline()
    with matplotlib_style.context(["default", RC]):
        figure, alt = draw_timeline(moments)
    display.picture(png(figure), "tijdlijn", "Tijdlijn. OPkomst van belofte tot rapport", alt, alt)
    display.html(context_page.timeline_html(moments) + provenance.picture_provenance_html(draw_timeline))


def show_citations() -> None:
    """Show where the citations of the report and its list of literature differ."""
    display.html(context_page.citations_html())


def show_printed_mark() -> None:
    """Say what the mark of `helpers.printed_facts` means."""
    display.html(context_page.printed_mark_html())
