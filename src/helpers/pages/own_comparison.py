"""A registration of one's own beside the report on Mechelen: the same questions, other families."""

from __future__ import annotations

from html import escape

from helpers.data import published
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.inference.beside_report import Beside, Comparison, compared, without_counts
from helpers.pages.own import points, read, share
from helpers.pages.parts import display
from helpers.pages.parts.table_html import grid_html

__all__ = ["read", "show_comparison", "show_groups", "show_left_out"]

_COLUMNS = ("Hier", "Mechelen", "Verschil in procentpunt", "95%-interval")


def show_groups(book: dict) -> None:
    """Which families are compared, and what a difference between them can come from."""
    families = published.printed("tabel-1", "Beschrijvende analyse (hoofdstuk 3)", "Totaal")
    first, last = _years_of_report()
    place = escape(book["place"])
    start, end = (f"{month[5:]}/{month[:4]}" for month in book["codebook"]["period"])
    overlap = (
        "Die periodes vallen voor een stuk samen. Staat een gezin in allebei, dan zijn het geen twee aparte groepen en "
        "kloppen de intervallen niet."
        if book["codebook"]["period"][0][:4] <= last and book["codebook"]["period"][1][:4] >= first
        else "Die periodes vallen niet samen."
    )
    display.html(
        f"<p>In de kolom ‘Hier’ staan de {dutch(book['families'])} gezinnen van {place}, van {start} tot en met {end}. "
        f"In de kolom ‘Mechelen’ staan de {families} gezinnen van het rapport over OPkomst en OPkomst+ in Mechelen, "
        f"van {first} tot en met {last}. {overlap} Van {place} komen alleen aantallen die dit boek zelf toont, van "
        "Mechelen alleen aantallen die het rapport afdrukt.</p>"
        "<p>Een verschil zegt niet waardoor het komt. De gezinnen kunnen anders zijn, net als de doorverwijzers, de "
        "periode, het aanbod of de manier van noteren. Het zegt ook niet wie het beter doet.</p>"
        "<p>Het interval is dat van Newcombe. Het ziet beide groepen als een steekproef van alle gezinnen die zo "
        "begeleid zouden kunnen worden, en geeft aan hoe groot het verschil tussen al die gezinnen kan zijn. We noemen "
        "een verschil duidelijk als ook de exacte toets van Fisher het niet aan toeval toeschrijft, gecorrigeerd "
        "(methode van Holm) voor het aantal rijen van de tabel.</p>"
    )


def _years_of_report() -> tuple[str, str]:
    """The first and the last year of which the report counts families that applied."""
    cells = published.cells()
    years = cells.loc[(cells["id"] == "tabel-2") & cells["row"].str.isdigit(), "row"]
    return min(years), max(years)


def show_comparison(book: dict) -> None:
    """A table for every question, or list of them, of which both have counts."""
    found = compared(book["tables"])
    if not any(one.rows for one in found):
        display.html("<p>Geen enkel aantal van dit boek kan naast een aantal van het rapport staan.</p>")
    display.html("".join(_comparison_html(one) for one in found))


def _comparison_html(one: Comparison) -> str:
    title = f"<h2>{escape(one.title)}</h2>"
    notes = "".join(f"<p>{note}</p>" for note in _notes(one))
    if not one.rows:
        return f"{title}{notes}"
    rows = [(row.label, _cells(row)) for row in one.rows]
    caption = f"{one.title}: hier en in het rapport ({published_name(one.table)})"
    return f"{title}<p>{_said(one)}</p>{grid_html(f'naast-{one.id}', caption, _COLUMNS, rows)}{notes}"


def published_name(table: str) -> str:
    """What the report calls one of its tables.

    >>> published_name("tabel-8")
    'Tabel 8'
    """
    return table.capitalize().replace("-", " ")


def _cells(row: Beside) -> list[str]:
    low, high = row.interval
    return [
        share(row.count, row.base),
        share(row.printed, row.printed_base),
        points(row.difference),
        f"van {points(low)} tot {points(high)}",
    ]


def _said(one: Comparison) -> str:
    """Which differences are clear, and which way."""
    parts = [
        f"duidelijk {word} dan in Mechelen is het aandeel met {listing(labels)}"
        for word, sign in (("groter", 1), ("kleiner", -1))
        if (labels := [f"‘{escape(row.label)}’" for row in one.differing if sign * row.difference > 0])
    ]
    if not parts:
        what = "Het verschil is hier" if len(one.rows) == 1 else "Geen enkel verschil is hier"
        return f"{what} {'niet ' if len(one.rows) == 1 else ''}duidelijk: het kan toeval zijn."
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


def _notes(one: Comparison) -> list[str]:
    """Where bases and answers are counted otherwise, and what is kept back."""
    notes = []
    if one.of_known:
        notes.append("Gezinnen van wie het antwoord niet bekend is, tellen in beide groepen niet mee.")
    elif one.is_list:
        notes.append(
            "Het gaat om wie ‘ja’ antwoordde. Al de rest, ook onbekend, telt in beide groepen als niet-ja mee."
        )
    else:
        notes.append(
            "Onbekende antwoorden tellen in beide groepen mee in het totaal: waar meer onbekend is, zijn de andere "
            "aandelen kleiner. Hier telt ook wat niet geregistreerd is als onbekend."
        )
    if one.joined:
        notes.append("Het rapport telt ‘onbekend’ en ‘niet van toepassing’ samen; daarom gebeurt dat hier ook.")
    if one.kept_back:
        labels = listing([f"‘{escape(label)}’" for label in one.kept_back])
        notes.append(f"Niet vergeleken, omdat een aantal dat daarvoor nodig is afgeschermd is: {labels}.")
    return notes


def show_left_out(book: dict) -> None:
    """The questions that are not compared, and why."""
    for titles, why in (
        (without_counts(book["tables"]), "Van deze vragen drukt het rapport de aantallen per antwoord niet af"),
        (book["too_few_for"], "Van deze vragen heeft dit boek zelf geen tabel"),
    ):
        if titles:
            display.html(f"<p>{why}: {listing([f'‘{escape(title)}’' for title in titles])}.</p>")
