"""What every chapter shows: tables and figures of the report, and what kind of numbers they are.

``show(tabel_12)`` shows a table, ``show(figuur_7)`` a figure: each with its
number, title, notes and download.
"""

from __future__ import annotations

from html import escape

from helpers import figures
from helpers.checking import printed, ranges
from helpers.data.published import marked_text
from helpers.data.records import Records
from helpers.pages.parts import display, headlines, notes, table_html
from helpers.prose import Numbers
from helpers.tables.table import Table


def show(numbers: Numbers) -> None:
    """Show a table or figure of the report, with what belongs below it."""
    table = numbers.table
    (_show_figure if table.id.startswith("figuur") else _show_table)(table, notes.notes_html(table))


def _show_table(table: Table, below: str) -> None:
    label = f"{table.number} {table.title}"
    scrolling = table_html.scroll_html(label, table_html.table_html(table))
    folded = table_html.folded_html(table.number, scrolling)
    shows = f'<p class="opk-shows">{escape(found)}</p>' if (found := headlines.headline(table)) else ""
    content = f'<div class="opk-output">{shows}{folded}{table_html.legend_html(table)}{below}</div>'
    display.html_output(content, table.id, table.title, label)


def _show_figure(table: Table, below: str) -> None:
    fixed, departing = printed.beside_print(table)
    drawing = figures.draw(table, fixed, ranges.ranges_of(table), departing)
    example = "" if drawing.marks.ranges else "voorbeeld: "
    title = table.title + (f" ({example}geen enkel getal in deze figuur ligt vast)" if drawing.no_fixed_mark else "")
    display.figure(drawing, title, table.number, below)


def show_synthetic_notice(*records: Records) -> None:
    """Say on top of a page what kind of records it is made from."""
    if not all(given.synthetic for given in records):
        return
    display.html(
        '<aside class="opk-notice"><p><strong>Dit zijn geen echte dossiers.</strong> De echte dossiers zijn '
        "vertrouwelijk. De cijfers op deze pagina komen uit <em>synthetische</em> dossiers: verzonnen, maar zo dat "
        "ze de tabellen van het rapport opleveren. Vast ligt alleen wat het rapport afdrukt. Al de rest is "
        "verzonnen: figuren tonen dan gearceerd wat het rapport toelaat, of er staat ‘voorbeeld’ bij.</p></aside>"
    )


def show_printed_mark() -> None:
    """Say what the mark of `helpers.data.published` means, and why it is there."""
    display.html(
        f'<p class="opk-printed-notice">{marked_text("Een stippellijn")} onder een getal betekent: zo drukt het '
        "rapport het af. Op die plaats rekenen wij het niet zelf na.</p>"
    )
