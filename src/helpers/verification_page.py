"""The verification chapter: where every printed number stands, and what contradicts."""

from __future__ import annotations

from collections import Counter
from html import escape

from helpers import verify
from helpers.disclosure import may_be_shown
from helpers.numbers import dutch
from helpers.records import Records
from helpers.verify import CROSS_CHECKED, ERRATUM, FITTED, MISMATCH, NOT_VERIFIABLE, PENDING, Check

#: How a check counts, and what a reader calls it.
STANDINGS = {
    CROSS_CHECKED: "Nagerekend",
    FITTED: "Overgenomen",
    ERRATUM: "Botst",
    NOT_VERIFIABLE: "Niet na te gaan",
    MISMATCH: "Wijkt af",
    PENDING: "Nog te doen",
}

_PARTS = {"tabel": "Tabel", "figuur": "Figuur", "tekst": "Tekst", "brochure": "Brochure"}


def verification_html(*records: Records) -> str:
    """Counts per table, figure and text, then every contradiction with its proof.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    checks = verify.verify(*map(may_be_shown, records))
    errata = [check for check in checks if check.status == ERRATUM]
    items = "".join(f"<li>{_erratum(check)}</li>" for check in errata)
    return f'{_counts(checks)}<h2 id="tegenspraak">Waar het rapport zichzelf tegenspreekt</h2><ol>{items}</ol>'


def _counts(checks: list[Check]) -> str:
    groups: dict[str, Counter] = {}
    for check in checks:
        groups.setdefault(_group(check), Counter())[verify.standing(check)] += 1
    waiting = sum(counts.total() for counts in groups.values() if set(counts) == {PENDING})
    rows = "".join(_row(name, counts) for name, counts in groups.items() if set(counts) != {PENDING})
    total = _row("Samen", sum(groups.values(), Counter()))
    header = "".join(f'<th scope="col">{label}</th>' for label in STANDINGS.values())
    return (
        '<div class="opk-scroll" tabindex="0" role="region" aria-label="Stand van de controle">'
        '<table class="opk-table" id="stand"><caption>Gedrukte cijfers volgens wat de controle oplevert</caption>'
        f"<thead><tr><td></td>{header}</tr></thead><tbody>{rows}{total}</tbody></table></div>"
        f"<p>‘Samen’ telt ook {dutch(waiting)} cijfers uit hoofdstukken die nog niet af zijn.</p>"
    )


def _group(check: Check) -> str:
    """Tables and figures one by one; texts by section."""
    kind, _, rest = check.id.partition("-")
    if kind in ("tabel", "figuur"):
        return f"{_PARTS[kind]} {rest}"
    return f"{_PARTS.get(kind, kind.capitalize())} {rest.rpartition('-')[0]}".strip()


def _row(label: str, counts: Counter) -> str:
    values = "".join(f"<td>{dutch(counts[key])}</td>" for key in STANDINGS)
    return f'<tr><th scope="row">{escape(label)}</th>{values}</tr>'


def _erratum(check: Check) -> str:
    place = ", ".join(filter(None, [check.row, check.column]))
    return (
        f"<strong>{escape(_group(check))}</strong>, ‘{escape(place)}’: gedrukt {escape(check.printed)}, "
        f"volgens andere gedrukte cijfers {escape(check.computed)}. {escape(check.reason)}"
    )
