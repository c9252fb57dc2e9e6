"""The book of a registration of one's own: what a notebook of ``own_book/`` calls.

It knows the records no more: all of it is read from the file that `helpers.own.publish` wrote.
"""

from __future__ import annotations

import base64
import json
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch, percent
from helpers.pages.parts import display
from helpers.pages.parts.table_html import LONG, download_html, folded_html, grid_html

if TYPE_CHECKING:
    from helpers.figures.drawing import Drawing

__all__ = ["PUBLISHED", "points", "read", "share", "show_families", "show_protection", "show_tables"]

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
    display.html(f"<p>{said}</p>{_nobody(book['nobody_in'])}{_left_out(book['too_few_for'])}")


def _nobody(programmes: list[str]) -> str:
    if not programmes:
        return ""
    what = "dit programma" if len(programmes) == 1 else "deze programma's"
    return f"<p>In {what} zit geen enkel gezin: {listing(list(map(escape, programmes)))}.</p>"


def _left_out(titles: list[str]) -> str:
    if not titles:
        return ""
    names = listing([f"‘{escape(title)}’" for title in titles])
    what = "deze vraag" if len(titles) == 1 else "deze vragen"
    why = "Daarin zouden te veel aantallen afgeschermd zijn om nog iets te tonen."
    return f"<p>Voor {what} staat er geen tabel: {names}. {why}</p>"


def show_tables(book: dict) -> None:
    """Every table: counts, with their share of all families where both are shown; bars above it if they help."""
    # A second of imports that the other pages need not pay.
    from helpers.figures.own_answers import draw_answers, suits

    display.html(
        "".join(
            f"{_picture_html(draw_answers(table))}{_table_html(table, is_drawn=True)}"
            if suits(table)
            else _table_html(table)
            for table in book["tables"]
        )
    )


def _picture_html(drawing: Drawing) -> str:
    """A picture within the page: the name of a file of it would be a number that comes from nowhere."""
    finding = f'<p class="opk-shows">{escape(drawing.finding)}</p>' if drawing.finding else ""
    image = f"data:image/svg+xml;base64,{base64.b64encode(drawing.svg().encode()).decode()}"
    caption = f"<figcaption>{escape(drawing.table.title)}, per antwoord</figcaption>"
    alt = escape(drawing.alt)
    return f'<figure id="{drawing.table.id}">{finding}<img src="{image}" alt="{alt}">{caption}</figure>'


def _table_html(table: dict, is_drawn: bool = False) -> str:
    """A table; on a phone one that is drawn too is behind a line."""
    rows = [
        (label, [_written(count, base) for count, base in zip(counts, table["bases"], strict=True)])
        for label, counts in zip(table["rows"], table["counts"], strict=True)
    ]
    everybody = ("Alle gezinnen", [_written(base) for base in table["bases"]])
    id, title = f"eigen-{table['id']}", table["title"]
    grid = grid_html(id, title, table["columns"], [*rows, everybody], fold=False)
    folded = folded_html(f"de tabel: {escape(title)}", grid, 0 if is_drawn else LONG)
    what = f"de cijfers van ‘{escape(title)}’"
    return f"{folded}<p>{download_html(table['id'], _rows(table), what)}</p>"


def _rows(table: dict) -> pd.DataFrame:
    """A row for every count; none of them can be taken for a formula by a spreadsheet."""
    made = [
        {"antwoord": _plain(label), "groep": _plain(column), "aantal": count, "van": base}
        for label, counts in zip(table["rows"], table["counts"], strict=True)
        for column, count, base in zip(table["columns"], counts, table["bases"], strict=True)
    ]
    return pd.DataFrame(made).astype({"aantal": "Int64", "van": "Int64"})


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _written(count: int | None, base: int | None = None) -> str:
    if count is None:
        return KEPT_BACK
    if not base:
        return dutch(count)
    share = percent(Fraction(count, base))
    bar = f'<span class="opk-bar" aria-hidden="true" style="inline-size:{100 * count / base:.1f}%"></span>'
    return f"{dutch(count)} ({share}){bar}"


def share(count: int, base: int) -> str:
    """A part of a group.

    >>> share(642, 1284)
    '642 van 1.284 (50,0%)'
    """
    return f"{dutch(count)} van {dutch(base)} ({percent(Fraction(count, base))})"


def points(difference: float) -> str:
    """A difference between two shares in percentage points, with its sign.

    >>> points(0.0524), points(-0.2), points(0.0)
    ('+5,2', '-20,0', '0,0')
    """
    written = dutch(100 * difference, 1)
    return written if written.startswith("-") or written == "0,0" else f"+{written}"


def show_protection(book: dict) -> None:
    """How many counts are kept back, of each set that is protected on its own, and what the attack found."""
    sets = {"de registratie": book["protection"]}
    for kind, name in (("case_study", "de casestudie"), ("interviews", "de interviews")):
        if (shown := book["scores"].get(kind)) and shown["changes"]:
            sets[name] = shown["protection"]
    told = "".join(_kept_back_html(found, book["threshold"], name) for name, found in sets.items())
    attack = (
        "<p>Daarna viel de computer dit boek zelf aan. Hij ging na of elk aantal dat te beschermen was, twee getallen "
        f"kan zijn die minstens {dutch(book['threshold'])} uit elkaar liggen en allebei passen bij alles wat er wel "
        "staat. Hij kreeg er nog iets bij: bij welke van die aantallen er minstens één gezin is. Het kon elke keer: "
        "geen enkel aantal kwam uit, ook niet bijna.</p>"
    )
    display.html(told + attack * any(found["attacked"] for found in sets.values()))


def _kept_back_html(found: dict, threshold: int, where: str) -> str:
    small = found["kept_back"] - found["secondary"]
    kept_back = (
        f"Daarvan zijn er {dutch(found['kept_back'])} afgeschermd: {dutch(small)} door de drempel van "
        f"{dutch(threshold)} gezinnen, en {dutch(found['secondary'])} om die andere te beschermen."
        if found["kept_back"]
        else "Geen enkel moest afgeschermd worden."
    )
    return f"<p>Achter de tabellen van {where} zitten samen {dutch(found['cells'])} aantallen. {kept_back}</p>"
