"""Schemes, timeline and literature as HTML: lists, notes and downloads.

What a notebook cell of chapters 1 and 2 calls: schemes, timeline, literature.

None of it is computed from records. Each picture comes with the same content
as a list, for who cannot see it, and with its data as a download.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from html import escape

import pandas as pd
from matplotlib import style as matplotlib_style

from helpers.data import context, literature
from helpers.data.context import Moment, Scheme
from helpers.data.published import marked_text
from helpers.figures.drawing import png
from helpers.figures.shapes.boxes import draw_scheme
from helpers.figures.shapes.style import RC
from helpers.figures.timeline import draw_timeline
from helpers.pages.parts import display, provenance


def printed_mark_html() -> str:
    """What the mark behind a printed number means, and why it is there."""
    return (
        f'<p class="opk-printed-notice">{marked_text("Een stippellijn")} onder een getal betekent: zo drukt het rapport het. '
        "Er zijn geen dossiers waarmee wij het kunnen narekenen.</p>"
    )


def scheme_html(scheme: Scheme) -> str:
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
            _csv_link(f"{scheme.id}-vakken", nodes, f"Download de vakken van {name} (CSV)"),
            _csv_link(f"{scheme.id}-lijnen", links, f"Download de lijnen van {name} (CSV)"),
        ]
    )
    return (
        f'<div class="opk-notes"><p>De tekening van het rapport zelf hebben we niet. Dit schema is opnieuw '
        "getekend, en toont alleen wat de tekst van het rapport zegt.</p>"
        f"<details><summary>{name} in woorden</summary><ul>{items}</ul></details><p>{downloads}</p></div>"
    )


def timeline_html(moments: Sequence[Moment]) -> str:
    """The moments as a list with dates, and their download."""
    items = "".join(
        f"<li><strong>{moment.date}. {escape(moment.label)}.</strong> {escape(moment.text)} "
        f"<small>(rapport, {escape(moment.section)})</small></li>"
        for moment in moments
    )
    link = _csv_link("tijdlijn", [asdict(moment) for moment in moments], "Download de tijdlijn (CSV)")
    return f'<ol class="opk-timeline">{items}</ol><div class="opk-notes"><p>{link}</p></div>'


def citations_html() -> str:
    """Where the report's citations and its list differ, and what it knows at second hand only."""
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
    return "".join(
        [
            _table(
                "Waar de tekst van het rapport en zijn lijst verschillen",
                ("In de tekst", "Verschil", "Deel van het rapport"),
                [(work, what, ", ".join(sections)) for (work, what), sections in differing.items()],
            ),
            _table("Wat opvalt in de lijst zelf", ("In de lijst", "Opmerking"), odd),
            _table(
                "Bronnen uit de tweede hand: ze staan niet in de lijst",
                ("Bron", "Aangehaald in", "Deel van het rapport"),
                secondhand,
            ),
        ]
    )


def _table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col" class="opk-text">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f'<td class="opk-text">{escape(text)}</td>' for text in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'<div class="opk-output"><div class="opk-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="opk-table"><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></div>"
    )


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


def _csv_link(name: str, rows: list[dict], words: str) -> str:
    """A link that downloads rows; the file travels inside the page."""
    text = pd.DataFrame(rows).to_csv(index=False, lineterminator="\n")
    content = base64.b64encode(text.encode("utf-8-sig")).decode()
    return f'<a download="{name}.csv" href="data:text/csv;charset=utf-8;base64,{content}">{escape(words)}</a>'


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
    display.html(title + scheme_html(scheme) + provenance.picture_provenance_html(draw_scheme))


def show_timeline() -> None:
    """Show the timeline of the programme, as a picture and as a list."""
    moments = context.timeline()
    with matplotlib_style.context(["default", RC]):
        figure, alt = draw_timeline(moments)
    display.picture(png(figure), "tijdlijn", "Tijdlijn. OPkomst van belofte tot rapport", alt, alt)
    display.html(timeline_html(moments) + provenance.picture_provenance_html(draw_timeline))


def show_citations() -> None:
    """Show where the citations of the report and its list of literature differ."""
    display.html(citations_html())


def show_printed_mark() -> None:
    """Say what the mark of `helpers.data.published` means."""
    display.html(printed_mark_html())
