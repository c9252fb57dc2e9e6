"""A registration of one's own beside the report on Mechelen: the same questions, other families."""

from __future__ import annotations

from html import escape

from helpers.data import published
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.inference.beside_report import Beside, Comparison, compared, without_counts
from helpers.pages.own import QUESTIONS, difference, named_html, number_of, part, read, share
from helpers.pages.parts import display
from helpers.pages.parts.table_html import grid_html

__all__ = ["read", "show_comparison", "show_finding", "show_left_out", "show_method"]

_DIFFERENCE = "Verschil in procentpunt (95%-interval)"

#: Why an answer, or a whole question, is not beside the report.
_WHY = "is er geen vergelijking, omdat een aantal dat daarvoor nodig is afgeschermd is"

_ANSWERS, _TABLES = ("antwoord", "antwoorden"), ("tabel", "tabellen")


def show_finding(book: dict) -> None:
    """In how many tables the families differ clearly, and where most."""
    found = [one for one in compared(book["tables"]) if one.rows]
    if not found:
        display.html("<p>Geen enkel aantal van dit boek kan naast een aantal van het rapport staan.</p>")
        return
    differing = [(one, row) for one in found for row in one.differing if row.is_answer]
    among = f"Hieronder {'staat' if len(found) == 1 else 'staan'} {number_of(len(found), _TABLES)} met aantallen "
    among += "van hier naast die van het rapport."
    said = f"{_clear(differing, len(found))} Dat zegt niet waardoor het komt, en ook niet wie het beter doet."
    display.html(f"<p>{among} {said}</p>")


def _clear(differing: list[tuple[Comparison, Beside]], among: int) -> str:
    """How many of so many tables have an answer that differs clearly, and which answer does most."""
    if not differing:
        return "Nergens ligt het aandeel van een antwoord duidelijk anders: die verschillen kunnen toeval zijn."
    tables = len({one.id for one, _ in differing})
    where = f"{number_of(tables, _TABLES)} daarvan" if tables < among else "elke tabel" if among > 1 else "die tabel"
    one, row = max(differing, key=lambda found: abs(found[1].difference))
    return (
        f"In {where} ligt het aandeel van minstens één antwoord duidelijk anders. "
        f"Het grootst is het verschil bij ‘{escape(one.title)}’: ‘{escape(row.label)}’ geldt hier voor "
        f"{share(row.count, row.base)} en in Mechelen voor {share(row.printed, row.printed_base)}."
    )


def show_method(book: dict) -> None:
    """Which families are compared, and how."""
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
        "<p>De gezinnen kunnen anders zijn, net als de doorverwijzers, de periode, het aanbod of de manier van "
        "noteren. Ook wie meer onbekende antwoorden heeft, krijgt kleinere aandelen voor de andere, waar onbekend "
        "meetelt. Hier telt ook wat niet geregistreerd is als onbekend.</p>"
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
    """A table for every question, or list of them, of which both have counts that can be shown."""
    display.html("".join(_comparison_html(one) for one in compared(book["tables"]) if one.rows))


def _comparison_html(one: Comparison) -> str:
    kept_back = named_html(f"Voor {{}} {_WHY}", one.kept_back, QUESTIONS if one.is_list else _ANSWERS)
    # Every row has the same families behind it.
    (here,), (printed,) = ({getattr(row, base) for row in one.rows} for base in ("base", "printed_base"))
    columns = (f"Hier (n\u00a0=\u00a0{dutch(here)})", f"Mechelen (n\u00a0=\u00a0{dutch(printed)})", _DIFFERENCE)
    clear = {id(row) for row in one.differing}
    rows = [(row.label, _cells(row, id(row) in clear)) for row in one.rows]
    caption = f"{one.title}: hier en in het rapport ({published_name(one.table)})"
    table = grid_html(f"naast-{one.id}", caption, columns, rows)
    return f"<h2>{escape(one.title)}</h2><p>{_said(one)}</p>{table}<p>{_counted(one)}</p>{kept_back}"


def published_name(table: str) -> str:
    """What the report calls one of its tables.

    >>> published_name("tabel-8")
    'Tabel 8'
    """
    return table.capitalize().replace("-", " ")


def _cells(row: Beside, is_clear: bool) -> list[str]:
    clear = ' <span class="opk-range">duidelijk</span>' if is_clear else ""
    return [
        part(row.count, row.base),
        part(row.printed, row.printed_base),
        difference(row.difference, *row.interval) + clear,
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


def _counted(one: Comparison) -> str:
    """Who counts, and where answers are counted otherwise."""
    if one.of_known:
        counted = "Gezinnen van wie het antwoord niet bekend is, tellen niet mee."
    elif one.is_list:
        counted = "Het gaat om wie ‘ja’ antwoordde; al de rest, ook onbekend, telt als niet-ja mee."
    else:
        counted = "Onbekende antwoorden tellen mee in het totaal."
    joined = " Het rapport telt ‘onbekend’ en ‘niet van toepassing’ samen; daarom gebeurt dat hier ook."
    return counted + joined * one.joined


def show_left_out(book: dict) -> None:
    """The questions that are not compared, and why."""
    nothing = [one for one in compared(book["tables"]) if not one.rows]
    kept_back = [title for one in nothing for title in (one.kept_back if one.is_list else [one.title])]
    for titles, said in (
        ([title for title in kept_back if title not in book["too_few_for"]], f"Voor {{}} {_WHY}"),
        (without_counts(book["tables"]), "Van {} drukt het rapport de aantallen per antwoord niet af"),
        (book["too_few_for"], "Van {} heeft dit boek zelf geen tabel"),
    ):
        display.html(named_html(said, titles, QUESTIONS))
