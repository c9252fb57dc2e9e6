"""Chapters 1 and 2: schemes, timeline and literature, none of it computed from records.

Each picture comes with the same content as a list, for who cannot see it, and
with its data as a download.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from html import escape

import pandas as pd
from matplotlib import style as matplotlib_style

from helpers.data import context, literature
from helpers.data.context import Scheme
from helpers.data.records import load
from helpers.figures.drawing import svg
from helpers.figures.shapes.boxes import draw_scheme
from helpers.figures.shapes.style import rc
from helpers.figures.timeline import draw_timeline
from helpers.pages.parts import display, provenance
from helpers.pages.parts.show import show_printed_mark, show_synthetic_notice
from helpers.pages.parts.table_html import download_html, grid_html
from helpers.prose import names

__all__ = ["load", "names", "show_printed_mark", "show_synthetic_notice"]
__all__ += ["show_citations", "show_scheme", "show_timeline"]


def show_scheme(id: str) -> None:
    """Show Figuur 1 or Figuur 13, drawn again from what the report's text says.

    Raises
    ------
    KeyError
        When there is no scheme with that id.
    """
    scheme = context.schemes()[id]
    with matplotlib_style.context(["default", rc()]):
        figure, alt = draw_scheme(scheme)
    display.picture(svg(figure), id, scheme.title, alt, alt)
    title = display.lab_title(scheme.title, f"Figuur {scheme.number}")
    display.html(
        title + _scheme_html(scheme) + provenance.picture_provenance_html(draw_scheme, f"Figuur {scheme.number}")
    )


def _scheme_html(scheme: Scheme) -> str:
    """The boxes and lines of a scheme as a list, where they come from, and their download."""
    name = f"Figuur {scheme.number}"
    items = "".join(
        f"<li>{escape(_clean(node.label))}{f' ({escape(node.detail)})' if node.detail else ''}"
        f"{_ties(scheme, key)} <small>(rapport, {escape(node.section)})</small></li>"
        for key, node in scheme.nodes.items()
    )
    nodes = [asdict(node) | {"label": _clean(node.label)} for node in scheme.nodes.values()]
    links = [asdict(link) for link in scheme.links]
    downloads = " ".join(
        [
            download_html(f"{scheme.id}-vakken", pd.DataFrame(nodes), f"de vakken van {name}"),
            download_html(f"{scheme.id}-lijnen", pd.DataFrame(links), f"de lijnen van {name}"),
        ]
    )
    return (
        f'<div class="opk-notes"><p>De tekening van het rapport zelf hebben we niet. Dit schema is opnieuw '
        "getekend, en toont alleen wat de tekst van het rapport zegt.</p>"
        f"<details><summary>{name} in woorden</summary><ul>{items}</ul></details><p>{downloads}</p></div>"
    )


def show_timeline() -> None:
    """Show the timeline of the programme, as a picture and as a list with dates."""
    moments = context.timeline()
    with matplotlib_style.context(["default", rc()]):
        figure, alt = draw_timeline(moments)
    display.picture(svg(figure), "tijdlijn", "Tijdlijn. OPkomst van belofte tot rapport", alt, alt)
    items = "".join(
        f"<li><strong>{moment.date}. {escape(moment.label)}.</strong> {escape(moment.text)} "
        f"<small>(rapport, {escape(moment.section)})</small></li>"
        for moment in moments
    )
    link = download_html("tijdlijn", pd.DataFrame([asdict(moment) for moment in moments]), "de tijdlijn")
    below = f'<ol class="opk-timeline">{items}</ol><div class="opk-notes"><p>{link}</p></div>'
    display.html(below + provenance.picture_provenance_html(draw_timeline, "tijdlijn"))


def show_citations() -> None:
    """Show where the report's citations and its list differ, and what it knows at second hand only."""
    differing: dict[tuple[str, str], list[str]] = {}
    for c in literature.citations():
        if c.differences:
            differing.setdefault((c.work.text, "; ".join(c.differences)), []).append(c.section)
    odd = [(listed.work.text, listed.note) for listed in literature.reference_list().values() if listed.note]
    secondhand = [
        (c.secondhand, literature.reference_list()[c.key].work.text, c.section)
        for c in literature.citations()
        if c.secondhand
    ]
    tables = [
        _words_html(
            "verwijzingen-die-verschillen",
            "Waar de tekst van het rapport en zijn lijst verschillen",
            ("In de tekst", "Verschil", "Deel van het rapport"),
            [(work, what, ", ".join(sections)) for (work, what), sections in differing.items()],
        ),
        _words_html("verwijzingen-in-de-lijst", "Wat opvalt in de lijst zelf", ("In de lijst", "Opmerking"), odd),
        _words_html(
            "verwijzingen-uit-de-tweede-hand",
            "Bronnen uit de tweede hand: ze staan niet in de lijst",
            ("Bron", "Aangehaald in", "Deel van het rapport"),
            secondhand,
        ),
    ]
    display.html("".join(tables))


def _words_html(id: str, caption: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    labelled = ((label, map(escape, words)) for label, *words in rows)
    table = grid_html(id, caption, columns[1:], labelled, range(len(columns)), first=columns[0])
    return f'<div class="opk-output">{table}</div>'


def _ties(scheme: Scheme, key: str) -> str:
    """What a box is tied to, as clauses behind its name."""
    by_label: dict[str, list[str]] = {}
    for link in scheme.links:
        if link.start == key:
            by_label.setdefault(link.label, []).append(_clean(scheme.nodes[link.end].label))
    return "".join(f"; {escape(label)}: {escape(', '.join(ends))}" for label, ends in by_label.items())


def _clean(label: str) -> str:
    """A label without the places where it may be divided."""
    return label.replace("\xad", "")
