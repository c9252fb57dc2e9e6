"""The book of a registration of one's own: what a notebook of ``own_book/`` calls.

It knows the records no more: all of it is read from the file that `helpers.own.publish` wrote.
"""

from __future__ import annotations

import json
from fractions import Fraction
from html import escape
from pathlib import Path

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch, percent
from helpers.pages.parts.display import html
from helpers.pages.parts.table_html import grid_html

__all__ = ["PUBLISHED", "read", "show_families", "show_protection", "show_tables"]

#: The file with all that may be shown, beside the notebooks.
PUBLISHED = "published.json"

#: A count that is kept back: small or not, it looks the same.
KEPT_BACK = '<span aria-hidden="true">•</span><span class="opk-heard">afgeschermd</span>'


def read(folder: Path = Path()) -> dict:
    """All that may be shown, as `helpers.own.publish.publish` gives it, with the name of the place."""
    return json.loads((folder / PUBLISHED).read_text(encoding="utf-8"))


def show_families(book: dict) -> None:
    """Whom the chapter is about, and for which questions it has no table."""
    said = (
        f"Dit hoofdstuk gaat over {dutch(book['families'])} gezinnen uit de registratie van {escape(book['place'])}. "
        "Van een mama die meer dan één keer begeleid werd, telt het eerste traject."
    )
    html(f"<p>{said}</p>{_left_out(book['too_few_for'])}")


def _left_out(titles: list[str]) -> str:
    if not titles:
        return ""
    names = listing([f"‘{escape(title)}’" for title in titles])
    what = "deze vraag" if len(titles) == 1 else "deze vragen"
    why = "Daarin zouden meer aantallen afgeschermd zijn dan er te zien zijn."
    return f"<p>Voor {what} staat er geen tabel: {names}. {why}</p>"


def show_tables(book: dict) -> None:
    """Every table: counts, with their share of all families where both are shown."""
    html("".join(map(_table_html, book["tables"])))


def _table_html(table: dict) -> str:
    rows = [
        (label, [_written(count, base) for count, base in zip(counts, table["bases"], strict=True)])
        for label, counts in zip(table["rows"], table["counts"], strict=True)
    ]
    everybody = ("Alle gezinnen", [_written(base) for base in table["bases"]])
    return grid_html(f"eigen-{table['id']}", table["title"], table["columns"], [*rows, everybody])


def _written(count: int | None, base: int | None = None) -> str:
    if count is None:
        return KEPT_BACK
    return f"{dutch(count)} ({percent(Fraction(count, base))})" if base else dutch(count)


def show_protection(book: dict) -> None:
    """How many counts are kept back, and what the attack found."""
    if not book["kept_back"]:
        html(f"<p>De tabellen hebben samen {dutch(book['cells'])} aantallen. Geen enkel moest afgeschermd worden.</p>")
        return
    small = book["kept_back"] - book["secondary"]
    html(
        f"<p>De tabellen hebben samen {dutch(book['cells'])} aantallen. Daarvan zijn er {dutch(book['kept_back'])} "
        f"afgeschermd: {dutch(small)} door de drempel van {dutch(book['threshold'])} gezinnen, en "
        f"{dutch(book['secondary'])} om die andere te beschermen.</p>"
        "<p>Daarna viel de computer dit boek zelf aan. Van elk afgeschermd aantal zocht hij het kleinste en het "
        "grootste getal dat past bij alles wat er wel staat. Hij kreeg er nog iets bij: bij welke afgeschermde "
        "aantallen er minstens één gezin is. Geen enkel aantal kwam uit: het verschil tussen het kleinste en het "
        f"grootste getal was altijd {dutch(book['narrowest'])} of meer.</p>"
    )
