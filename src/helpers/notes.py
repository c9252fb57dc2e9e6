"""What stands below every table and figure: n, origin, contradictions, download."""

from __future__ import annotations

from collections import Counter
from html import escape

from helpers import render, unprinted, verify
from helpers.numbers import dutch
from helpers.table import Cell, Table
from helpers.verify import CROSS_CHECKED, ERRATUM, FITTED, MISMATCH, NOT_VERIFIABLE, PENDING

#: How a check counts, in the words of a reader.
LABELS = {
    CROSS_CHECKED: "nagerekend met andere gedrukte cijfers",
    FITTED: "overgenomen, niet bewezen",
    ERRATUM: "in strijd met andere gedrukte cijfers",
    NOT_VERIFIABLE: "niet na te gaan",
    MISMATCH: "anders dan hier berekend",
    PENDING: "nog te doen",
}


def notes_html(table: Table) -> str:
    """The block below a table or figure.

    Parameters
    ----------
    table
        The numbers that are shown above the block.

    Returns
    -------
    str
        One ``<div>``: how many dossiers, what the report confirms, where the
        report contradicts itself (with the proof), and the CSV.
    """
    checks = verify.checks_for(table)
    paragraphs = [
        _base(table),
        _range(table),
        _origin(table, checks),
        *(_erratum(check) for check in checks if check.status == "erratum"),
        f"<p>{render.csv_link(table, verify.origins(table))}</p>",
    ]
    return f'<div class="opk-notes">{"".join(filter(None, paragraphs))}</div>'


def _base(table: Table) -> str:
    return f"<p>{escape(' '.join([base_text(table) + '.', *unprinted.reasons(table)]))}</p>"


def base_text(table: Table) -> str:
    """How many dossiers the numbers come from, and which ones.

    Such as ``n: OPkomst+ 16, OPkomst 268, Totaal 284 (gezinnen)``; for a table
    of counts, or one with its own columns of n, what was counted. An n that no
    printed number fixes is called an example.
    """
    measured = [cell for cell in table.cells if cell.unit != "n"]
    bases = "; ".join(dict.fromkeys(cell.base for cell in measured or table.cells))
    sizes = _group_sizes(table, measured)
    if len(set(sizes.values())) == 1:
        (size,) = set(sizes.values())
        return f"n: {size} {bases}"
    if sizes:
        return "n: " + ", ".join(f"{label} {size}" for label, size in sizes.items()) + f" ({bases})"
    return f"Geteld: {bases}"


def _group_sizes(table: Table, measured: list[Cell]) -> dict[str, str]:
    """The n of each column, or else of each row; empty where n differs within both."""
    for label in (lambda cell: cell.column_label.partition(" · ")[0], lambda cell: cell.row_label):
        sizes = {(label(cell), cell.n) for cell in measured}
        if len(sizes) == len({name for name, _ in sizes}):
            return {
                label(cell): dutch(cell.n) + (" (voorbeeld)" if unprinted.is_example_size(table, cell) else "")
                for cell in measured
            }
    return {}


def _range(table: Table) -> str:
    if not any(cell.high is not None for cell in table.cells):
        return ""
    return (
        "<p>Wat de begeleider niet wist, telt hier als ‘nee’. "
        "‘Tot …’ is het hoogste dat mogelijk is, als elke onbekende een ‘ja’ was.</p>"
    )


def _origin(table: Table, checks: list[verify.Check]) -> str:
    badge = '<span class="opk-synthetic">Synthetische gegevens.</span>'
    if not checks and verify.fixed_cells(table):
        return f"<p>{badge} Het rapport drukt deze cijfers elders af.</p>"
    if not checks:
        return f"<p>{badge} Het rapport drukt hiervan geen cijfers af: alles is een voorbeeld.</p>"
    standings = Counter(verify.standing(check) for check in checks)
    counts = "; ".join(f"{count} {LABELS[key]}" for key, count in standings.items())
    return f"<p>{badge} Cijfers die het rapport hiervan afdrukt: {len(checks)} ({counts}).</p>"


def _erratum(check: verify.Check) -> str:
    place = ", ".join(filter(None, [check.row, check.column]))
    return (
        '<p class="opk-erratum"><strong><span aria-hidden="true">⚠</span> Het rapport spreekt zichzelf tegen.</strong> '
        f"Bij ‘{escape(place)}’ drukt het {escape(check.printed)}; uit andere gedrukte cijfers volgt {escape(check.computed)}. "
        f"{escape(check.reason)}</p>"
    )
