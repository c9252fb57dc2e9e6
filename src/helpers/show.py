"""What a notebook cell calls to show something.

``show(tables.table_12(records))`` shows a table, ``show(tables.figure_7(records))``
a figure: each with its number, title, notes and download. Every output passes
the disclosure guard first.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape

from IPython.display import display

from helpers import codebook_page, deviations_page, figures, notes, render, verification_page, verify
from helpers.disclosure import may_be_shown
from helpers.records import Records
from helpers.table import Table


def show(table: Table) -> None:
    """Show a table or figure of the report, with what belongs below it.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(table)
    if table.id.startswith("figuur"):
        _show_figure(table)
    else:
        _show_table(table)


def _show_table(table: Table) -> None:
    html = (
        f'<div class="opk-output"><div class="opk-scroll" tabindex="0" role="region" aria-label="{table.number} {escape(table.title)}">'
        f"{render.table_html(table)}</div>{notes.notes_html(table)}</div>"
    )
    content = {"text/html": html, "text/plain": f"{table.number} {table.title}"}
    _display(content, table, "table", title=table.title)


def _show_figure(table: Table) -> None:
    drawing = figures.draw(table, frozenset(verify.fixed_cells(table)))
    content = {"image/png": b64encode(drawing.png()).decode(), "text/plain": drawing.fingerprint}
    title = table.title + (" (voorbeeld: geen enkel getal in deze figuur ligt vast)" if drawing.no_fixed_mark else "")
    _display(content, table, "figure", title=title, alt=drawing.alt)
    in_lab = f'<p class="opk-in-lab"><strong>{table.number}</strong> {escape(title)}</p>'
    _html(in_lab + notes.notes_html(table))


def _display(content: dict, table: Table, kind: str, **more: str) -> None:
    about = {"id": table.id, "kind": kind, "number": int(table.id.partition("-")[2]), **more}
    display(content, metadata={"opkomst": about}, raw=True)


def _html(html: str) -> None:
    display({"text/html": html, "text/plain": ""}, raw=True)


def show_synthetic_notice(records: Records) -> None:
    """Say on top of a page what kind of records it is made from."""
    if not records.synthetic:
        return
    _html(
        '<aside class="opk-notice"><p><strong>Dit zijn geen echte dossiers.</strong> De echte dossiers zijn '
        "vertrouwelijk. De cijfers op deze pagina komen uit <em>synthetische</em> dossiers: verzonnen, maar zo dat "
        "ze de tabellen van het rapport opleveren. Vast ligt alleen wat het rapport afdrukt. Al de rest is "
        "verzonnen: in figuren is dat gearceerd en staat er ‘voorbeeld’ bij.</p></aside>"
    )


def show_codebook() -> None:
    """Show every variable of the codebook."""
    _html(codebook_page.codebook_html())


def show_verification(records: Records) -> None:
    """Show where every printed number stands."""
    _html(verification_page.verification_html(records))


def show_deviations() -> None:
    """Show the printed cells that the synthetic records cannot reproduce."""
    _html(deviations_page.deviations_html())
