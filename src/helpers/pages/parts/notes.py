"""What stands below every table and figure: n, origin, contradictions, download."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from helpers.checking import findings, printed, ranges, unprinted, verify
from helpers.checking.standings import STANDINGS, count
from helpers.dutch.numbers import dutch
from helpers.pages.parts import contradictions, provenance, table_html
from helpers.pages.parts.contradictions import PAGE
from helpers.pages.parts.heard import heard_html
from helpers.tables.table import Cell, Table


def notes_html(table: Table) -> str:
    """The block below a table or figure.

    Parameters
    ----------
    table
        The numbers that are shown above the block.

    Returns
    -------
    str
        One ``<div>`` with one line: what was checked, what clashes, n. Behind it, closed: which
        dossiers, what the report confirms, where it contradicts itself (with the proof and a
        link to the finding), the CSV, and where it comes from.
    """
    checks = verify.checks_for(table)
    paragraphs = [
        _base(table),
        _range(table),
        _origin(table, checks),
        _open(table),
        *_contradictions(table.id),
        *map(_about, findings.grouped(findings.about(table.id))),
        f"<p>{table_html.csv_link(table, printed.origins(table))}</p>",
        provenance.provenance_html(table),
    ]
    more = f'<span class="opk-more">details</span>{heard_html(f" van {table.number}")}'
    told = " · ".join(filter(None, [*_checked(table, checks), _size(table), more]))
    return (
        f'<div class="opk-notes"><details class="opk-about"><summary>{told}</summary>'
        f"{''.join(filter(None, paragraphs))}</details></div>"
    )


def _checked(table: Table, checks: list[verify.Check]) -> Iterator[str]:
    """How many printed numbers were looked at, and how many clash with others."""
    if not checks:
        known = printed.fixed_cells(table)
        example = "" if known or ranges.ranges_of(table) else "voorbeeld: "
        yield example + ("cijfers die het rapport elders afdrukt" if known else "het rapport drukt hiervan niets af")
        return
    found = count(checks)
    looked_at = len(checks) - found[verify.MISMATCH] - found[verify.NOT_VERIFIABLE]
    yield f"{dutch(looked_at)} {'gedrukt cijfer' if looked_at == 1 else 'gedrukte cijfers'} nagekeken"
    if departing := found[verify.MISMATCH]:
        yield f"{dutch(departing)} {STANDINGS[verify.MISMATCH].about(departing)}"
    if clashing := found[verify.ERRATUM]:
        told = f"{dutch(clashing)} {'botsen' if clashing > 1 else 'botst'} met andere"
        yield f'<strong class="opk-clash"><span aria-hidden="true">⚠</span> {told}</strong>'
    if depending := found[verify.DEPENDS]:
        words = STANDINGS[verify.DEPENDS].about(depending)
        yield f'<span aria-hidden="true">±</span> {dutch(depending)} {words}'


def _size(table: Table) -> str:
    """The n of the whole table, where it has one that print fixes."""
    measured = [cell for cell in table.cells if cell.unit != "n"]
    # Of several columns that of all together counts.
    whole = [cell for cell in measured if cell.column.partition(".")[0] == "total"] or measured
    sizes = {cell.n for cell in whole}
    fixed = not any(unprinted.is_example_size(table, cell) for cell in whole)
    return f"n = {dutch(sizes.pop())}" if len(sizes) == 1 and fixed else ""


def _base(table: Table) -> str:
    return f"<p>{escape(' '.join([base_text(table) + '.', *unprinted.reasons(table)]))}</p>"


def base_text(table: Table, is_example: Callable[[Table, Cell], bool] = unprinted.is_example_size) -> str:
    """How many dossiers the numbers come from, and which ones.

    Such as ``n: OPkomst+ 16, OPkomst 268, Totaal 284 (gezinnen)``; for a table
    of counts, or one with its own columns of n, what was counted. An n that no
    printed number fixes is called an example.

    Parameters
    ----------
    table
        The numbers.
    is_example
        Whether nothing fixes the n of a cell.
    """
    measured = [cell for cell in table.cells if cell.unit != "n"]
    bases = "; ".join(dict.fromkeys(cell.base for cell in measured or table.cells))
    if measured and _has_column_of_sizes(table):
        return f"n: zie de kolom n ({bases})"
    sizes = _group_sizes(measured, lambda cell: is_example(table, cell))
    if len(set(sizes.values())) == 1:
        (size,) = set(sizes.values())
        return f"n: {size} {bases}"
    if sizes:
        return "n: " + ", ".join(f"{label} {size}" for label, size in sizes.items()) + f" ({bases})"
    return f"Geteld: {bases}"


def _has_column_of_sizes(table: Table) -> bool:
    """Whether a column called n gives the n of every number in its row."""
    sizes = {cell.row: cell.value for cell in table.cells if cell.column_label == "n"}
    return bool(sizes) and all(sizes.get(cell.row) == cell.n for cell in table.cells if cell.column)


def _group_sizes(measured: list[Cell], is_example: Callable[[Cell], bool]) -> dict[str, str]:
    """The n of each column, or else of each row; empty where n differs within both."""
    for label in (lambda cell: cell.column_label.partition(" · ")[0], lambda cell: cell.row_label):
        sizes = {(label(cell), cell.n) for cell in measured}
        if len(sizes) == len({name for name, _ in sizes}):
            return {label(cell): dutch(cell.n) + (" (voorbeeld)" if is_example(cell) else "") for cell in measured}
    return {}


def _range(table: Table) -> str:
    if not any(cell.has_range and not unprinted.is_example_range(table, cell) for cell in table.cells):
        return ""
    return (
        "<p>Wat de begeleider niet wist, telt hier als ‘nee’. "
        "‘Tot …’ is het hoogste dat mogelijk is, als elke onbekende een ‘ja’ was.</p>"
    )


def _origin(table: Table, checks: list[verify.Check]) -> str:
    badge = '<span class="opk-synthetic">Synthetische gegevens.</span>' if table.synthetic else ""
    if not checks and printed.fixed_cells(table):
        return f"<p>{badge} Het rapport drukt deze cijfers elders af.</p>"
    if not checks:
        example = "" if ranges.ranges_of(table) else ": alles is een voorbeeld"
        return f"<p>{badge} Het rapport drukt hiervan geen cijfers af{example}.</p>"
    standings = count(checks)
    counts = "; ".join(
        f"{standings[key]} {words.about(standings[key])}" for key, words in STANDINGS.items() if standings[key]
    )
    return f"<p>{badge} Cijfers die het rapport hiervan afdrukt: {len(checks)} ({counts}).</p>"


def _open(table: Table) -> str:
    """What a range is, where print leaves one."""
    found = ranges.ranges_of(table)
    if not found:
        return ""
    unproven = sum(not one.proven for one in found.values())
    sure = f", behalve voor {dutch(unproven)} ervan: daar kan het bereik smaller zijn" if unproven else ""
    return (
        "<p>Gearceerd is wat het rapport openlaat: van de kleinste tot de grootste waarde over alle registraties die "
        "bij de gedrukte cijfers passen, of er zo weinig mogelijk missen waar die elkaar tegenspreken. Dat er geen "
        f"andere waarden kunnen, is uitgerekend en bewezen{sure}.</p>"
    )


def _contradictions(id: str) -> Iterator[str]:
    keys = printed.declarations().printed_in(id)
    # In the order of the table, not the gravest first.
    for group in sorted(findings.grouped(findings.findings(id)), key=lambda group: keys.index(group[0].erratum.key)):
        depends = group[0].grade == findings.DEPENDS
        sign, told = ("±", "Dit hangt af van hoe je telt.") if depends else ("⚠", "Het rapport spreekt zichzelf tegen.")
        yield (
            f'<p class="opk-erratum"><strong><span aria-hidden="true">{sign}</span> {told}'
            f"</strong> {contradictions.contradiction_html(group)} {_link(group)}</p>"
        )


def _about(group: list[findings.Finding]) -> str:
    """A text of the report that these numbers contradict."""
    where = contradictions.heading_html(group)
    return f"<p>Over deze cijfers staat elders iets anders ({where}). {_link(group)}</p>"


def _link(group: list[findings.Finding]) -> str:
    about = contradictions.heading_html(group)
    return f'<a href="{PAGE}#{group[0].anchor}">Lees de bevinding{heard_html(f" over {about}")}</a>.'
