"""The book of a registration of one's own: what a notebook of ``own_book/`` calls.

It knows the records no more: all of it is read from the file that `helpers.own.publish` wrote.
"""

from __future__ import annotations

import base64
import json
from fractions import Fraction
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch, percent
from helpers.own.questions import subject
from helpers.pages.parts import display
from helpers.pages.parts.heard import heard_html
from helpers.pages.parts.table_html import LONG, download_html, folded_html, grid_html

if TYPE_CHECKING:
    from helpers.figures.drawing import Drawing

__all__ = [
    "IN_A_SENTENCE",
    "PUBLISHED",
    "QUESTIONS",
    "difference",
    "named_html",
    "number_of",
    "part",
    "read",
    "share",
    "show_families",
    "show_left_out",
    "show_protection",
    "show_tables",
]

#: The file with all that may be shown, beside the notebooks.
PUBLISHED = "published.json"

#: What a reader is asked: one of them, and several.
QUESTIONS = ("vraag", "vragen")

#: So many titles can stand in a sentence.
IN_A_SENTENCE = 3

#: A count that is kept back: small or not, it looks the same.
KEPT_BACK = f'<span aria-hidden="true">•</span>{heard_html("afgeschermd")}'


def read(folder: Path = Path()) -> dict:
    """All that may be shown, as `helpers.own.publish.publish` gives it, with the name of the place."""
    return json.loads((folder / PUBLISHED).read_text(encoding="utf-8"))


def show_families(book: dict) -> None:
    """Whom the chapter is about."""
    said = (
        f"Dit hoofdstuk gaat over {dutch(book['families'])} gezinnen uit de registratie van {escape(book['place'])}, "
        "bij de start van de begeleiding. Van een mama die meer dan één keer begeleid werd, telt het eerste traject."
    )
    display.html(f"<p>{said}</p>{_nobody(book['nobody_in'])}")


def _nobody(programmes: list[str]) -> str:
    if not programmes:
        return ""
    what = "dit programma" if len(programmes) == 1 else "deze programma's"
    return f"<p>In {what} zit geen enkel gezin: {listing(list(map(escape, programmes)))}.</p>"


def show_left_out(book: dict) -> None:
    """For which questions there is no table."""
    why = "staat er geen tabel, omdat daarin te veel aantallen afgeschermd zouden zijn"
    display.html(named_html(f"Voor {{}} {why}", book["too_few_for"], QUESTIONS))


def named_html(said: str, titles: list[str], noun: tuple[str, str]) -> str:
    """What is said of so many questions, and which these are: behind a line where they are many; nothing of none.

    Parameters
    ----------
    said
        A sentence without its end, with ``{}`` for how many.
    noun
        What one of them is called, and several.
    """
    if not titles:
        return ""
    lead = said.format(number_of(len(titles), noun))
    if len(titles) <= IN_A_SENTENCE:
        return f"<p>{lead}: {listing([f'‘{escape(title)}’' for title in titles])}.</p>"
    items = "".join(f"<li>{escape(title)}</li>" for title in titles)
    return f'<details class="opk-rest"><summary>{lead}</summary><ul>{items}</ul></details>'


def number_of(count: int, noun: tuple[str, str]) -> str:
    """So many of something, with what one and several are called.

    >>> number_of(1, QUESTIONS), number_of(1200, QUESTIONS)
    ('één vraag', '1.200 vragen')
    """
    return f"één {noun[0]}" if count == 1 else f"{dutch(count)} {noun[1]}"


def show_tables(book: dict) -> None:
    """Every table: counts, with their share of all families where both are shown; bars above it if they help."""
    # A second of imports that the other pages need not pay.
    from helpers.figures.own_answers import draw_answers, suits

    for title, tables in groupby(book["tables"], lambda table: subject(table["id"])):
        shown = [
            f"{_picture_html(draw_answers(table))}{_table_html(table, is_drawn=True)}"
            if suits(table)
            else _table_html(table)
            for table in tables
        ]
        display.html(f"<h2>{title}</h2>{''.join(shown)}")


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
    bar = f'<span class="opk-bar" aria-hidden="true" style="inline-size:{100 * count / base:.1f}%"></span>'
    return f"{part(count, base)}{bar}"


def share(count: int, base: int) -> str:
    """A part of a group.

    >>> share(642, 1284)
    '642 van 1.284 (50,0%)'
    """
    return f"{dutch(count)} van {dutch(base)} ({percent(Fraction(count, base))})"


def part(count: int, base: int) -> str:
    """The same in a cell of a table that says elsewhere of how many.

    >>> part(642, 1284)
    '642 (50,0%)'
    """
    return f"{dutch(count)} ({percent(Fraction(count, base))})"


def difference(between: float, low: float, high: float) -> str:
    """A difference between two shares in percentage points, with its interval below it, as HTML.

    >>> difference(0.0524, -0.2, 0.31)
    '+5,2 <span class="opk-range">-20,0 tot +31,0</span>'
    """
    return f'{_points(between)} <span class="opk-range">{_points(low)} tot {_points(high)}</span>'


def _points(share: float) -> str:
    written = dutch(100 * share, 1)
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
