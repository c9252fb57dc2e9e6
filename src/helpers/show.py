"""What a notebook cell calls to show something.

``show(tables.table_12(records))`` shows a table, ``show(tables.figure_7(records))``
a figure: each with its number, title, notes and download. Every output passes
the disclosure guard first.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from html import escape

from IPython.display import display

from helpers import (
    change_tests,
    change_tests_page,
    codebook_page,
    deviations_page,
    figures,
    notes,
    render,
    verification_page,
    verify,
)
from helpers.disclosure import may_be_shown
from helpers.records import Records
from helpers.table import Table

#: The extra figure that shows a table of changes as arrows.
CHANGES = {"tabel-17": "extra-1", "tabel-18": "extra-2", "tabel-19": "extra-3"}


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
    _display(content, table.id, "table", int(table.id.partition("-")[2]), title=table.title)


def _show_figure(table: Table) -> None:
    drawing = figures.draw(table, frozenset(verify.fixed_cells(table)))
    title = table.title + (" (voorbeeld: geen enkel getal in deze figuur ligt vast)" if drawing.no_fixed_mark else "")
    number = int(table.id.partition("-")[2])
    _show_drawing(drawing, title, number, table.number, notes.notes_html(table))


def _show_drawing(drawing: figures.Drawing, title: str, number: int | None, label: str, below: str) -> None:
    content = {"image/png": b64encode(drawing.png()).decode(), "text/plain": drawing.fingerprint}
    _display(content, drawing.table.id, "figure", number, title=title, alt=drawing.alt)
    _html(f'<p class="opk-in-lab"><strong>{label}</strong> {escape(title)}</p>{below}')


def show_changes(table: Table) -> None:
    """Show Tabel 17, 18 or 19 as arrows: a figure that the report does not have.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    may_be_shown(table)
    extra = replace(table, id=CHANGES[table.id], title=f"De cijfers van {table.number} als pijlen")
    drawing = figures.draw(extra, frozenset(verify.fixed_cells(table)))
    source = f"Deze figuur staat niet in het rapport. Ze toont de cijfers van {table.number}."
    _show_extra(drawing, source, verify.origins(table))


def show_p_values(records: Records) -> None:
    """Show the range of p-values of every row of Tabel 17, 18 and 19.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    table = change_tests.p_value_table(may_be_shown(records))
    keys = {(cell.row, cell.column) for cell in table.cells}
    source = "Deze figuur staat niet in het rapport. Ze volgt uit de gedrukte cijfers van Tabel 17, 18 en 19."
    _show_extra(figures.draw(table, frozenset(keys)), source, dict.fromkeys(keys, "rapport"))


def _show_extra(drawing: figures.Drawing, source: str, origins: dict[tuple[str, str], str]) -> None:
    link = render.csv_link(drawing.table, origins)
    below = f'<div class="opk-notes"><p>{source}</p><p>{link}</p></div>'
    _show_drawing(drawing, f"Extra figuur. {drawing.table.title}", None, "", below)


def show_change_tests(records: Records) -> None:
    """Show what a test can say of every row of Tabel 17, 18 and 19, and what may be concluded."""
    _html(change_tests_page.change_tests_html(records))


def show_change_conclusion(records: Records) -> None:
    """Show in a few sentences what may be concluded from the tests."""
    _html(change_tests_page.conclusion_html(records))


def _display(content: dict, id: str, kind: str, number: int | None, **more: str) -> None:
    display(content, metadata={"opkomst": {"id": id, "kind": kind, "number": number, **more}}, raw=True)


def _html(html: str) -> None:
    display({"text/html": html, "text/plain": ""}, raw=True)


def show_synthetic_notice(*records: Records) -> None:
    """Say on top of a page what kind of records it is made from."""
    if not all(given.synthetic for given in records):
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


def show_verification(*records: Records) -> None:
    """Show where every printed number stands."""
    _html(verification_page.verification_html(*records))


def show_deviations() -> None:
    """Show the printed cells that the synthetic records cannot reproduce."""
    _html(deviations_page.deviations_html())
