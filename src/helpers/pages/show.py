"""What a notebook cell calls to show a table or figure of the report.

``show(tables.table_12(records))`` shows a table, ``show(tables.figure_7(records))``
a figure: each with its number, title, notes and download. Every output passes
the disclosure guard first. What else a chapter shows stands in the module
``show_*`` of its subject.
"""

from __future__ import annotations

from html import escape

from helpers import figures
from helpers.checking import printed
from helpers.data.records import Records
from helpers.pages.parts import display, notes, provenance, table_html
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Table


def show(table: Table) -> None:
    """Show a table or figure of the report, with what belongs below it.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(table)
    below = notes.notes_html(table) + provenance.provenance_html(table)
    if table.id.startswith("figuur"):
        _show_figure(table, below)
    else:
        _show_table(table, below)


def _show_table(table: Table, below: str) -> None:
    label = f"{table.number} {escape(table.title)}"
    html = (
        '<div class="opk-output">'
        f'<div class="opk-scroll" tabindex="0" role="region" aria-label="{label}">'
        f"{table_html.table_html(table)}</div>{table_html.legend_html(table)}{below}</div>"
    )
    display.html_output(html, table.id, table.title, f"{table.number} {table.title}")


def _show_figure(table: Table, below: str) -> None:
    drawing = figures.draw(table, frozenset(printed.fixed_cells(table)))
    title = table.title + (" (voorbeeld: geen enkel getal in deze figuur ligt vast)" if drawing.no_fixed_mark else "")
    display.figure(drawing, title, table.number, below)


def show_synthetic_notice(*records: Records) -> None:
    """Say on top of a page what kind of records it is made from."""
    if not all(given.synthetic for given in records):
        return
    display.html(
        '<aside class="opk-notice"><p><strong>Dit zijn geen echte dossiers.</strong> De echte dossiers zijn '
        "vertrouwelijk. De cijfers op deze pagina komen uit <em>synthetische</em> dossiers: verzonnen, maar zo dat "
        "ze de tabellen van het rapport opleveren. Vast ligt alleen wat het rapport afdrukt. Al de rest is "
        "verzonnen: in figuren is dat gearceerd en staat er ‘voorbeeld’ bij.</p></aside>"
    )
