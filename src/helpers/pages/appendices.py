"""The appendices about the book and its data: the codebook, how to cite, and what the synthetic records miss."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import yaml

from helpers.checking import printed, ranges
from helpers.checking.findings import place
from helpers.checking.rules.relations import Key
from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.data.files import ROOT
from helpers.data.records import Records, load, load_all
from helpers.dutch.numbers import dutch
from helpers.pages.parts import display
from helpers.pages.parts.codebook_entry import KINDS, entry_html, list_html
from helpers.pages.parts.contradictions import label
from helpers.pages.parts.show import show_synthetic_notice
from helpers.pages.parts.table_html import grid_html
from helpers.prose import names
from helpers.tables import catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import display_name

__all__ = [
    "load",
    "load_all",
    "names",
    "show_citation",
    "show_codebook",
    "show_deviations",
    "show_ranges",
    "show_measurements",
    "show_synthetic_notice",
]

#: Each file of records, as a reader calls it, and what one row of it is.
_RECORDS = {
    "registration": ("De registratie", "Eén rij per begeleiding, één kolom per vraag."),
    "case_study": ("De casestudie", "Eén rij per gezin, indicator en moment, met één score."),
    "interviews": ("De interviews", "Eén rij per mama, indicator en moment, met één score."),
}


def show_codebook() -> None:
    """Show every variable of every file of records with its label, answers and use."""
    display.html("".join(map(_file, codebook.kinds_of_records())))


def _file(records: str) -> str:
    title, row = _RECORDS[records]
    variables = "".join(map(_variable, codebook.variables(records).values()))
    return (
        f'<h2 id="codeboek-{records}">{title}</h2><p>{row} Het bestand: <code>data/synthetic/{records}.csv</code>.</p>'
        f'<div class="opk-codebook">{variables}</div>'
    )


def _variable(variable: Variable) -> str:
    rows = {
        "Naam in het bestand": f"<code>{variable.name}</code>",
        "In het Engels": escape(variable.label_en),
        "Soort": KINDS[variable.type],
        "Antwoorden": _answers(variable),
        "Geen antwoord": escape("; ".join(codebook.labels("missing")[code] for code in variable.missing)),
        "Ingevuld door": escape(variable.filled_by),
        "Deel van het rapport": variable.section,
        "Gebruikt in": ", ".join(map(display_name, variable.used_in)),
        "Goed om te weten": escape(variable.note_nl),
    }
    return entry_html(variable.records, variable.name, variable.label_nl, rows)


def _answers(variable: Variable) -> str:
    if variable.type == "category":
        return list_html(codebook.labels(variable.categories).values())
    if variable.minimum:
        return f"van {variable.minimum} tot {variable.maximum}"
    return ""


def show_citation() -> None:
    """Show the book as a reference, and as BibTeX to copy. Source: ``CITATION.cff``."""
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    authors = " en ".join(author["name"] for author in found["authors"])
    year = str(found["date-released"])[:4]
    reference = f"{authors} ({year}). {found['title']} (versie {found['version']}) [Jupyter Book]."
    fields = {"author": f"{{{authors}}}", "title": found["title"], "year": year, "version": found["version"]}
    entry = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    bibtex = f"@book{{opkomst_levend_boek,\n{entry}}}"
    display.html(f'<p>{escape(reference)}</p><pre tabindex="0">{escape(bibtex)}</pre>')


def deviations(*records: Records) -> Iterator[tuple[Key, str, str]]:
    """The key of each printed cell that these records give otherwise, what is printed and what they give."""
    for table in catalogue.tables_of(*map(may_be_shown, records)).values():
        for cell, key in printed.deviating(table).items():
            yield key, printed.declarations().printed[key], table[cell].text


#: What each measurement is about.
_MEASURED = {
    "build": "Het boek bouwen, naast een gewoon Jupyter Book van dezelfde bestanden",
    "scale": "Alle tabellen van de registratie maken, en de dossiers lezen en controleren: duizend tot een miljoen",
}


def show_measurements() -> None:
    """Show how fast the book is made, with the machine that it was measured on. Source: ``benchmarks/*.txt``."""
    texts = {name: (ROOT / "benchmarks" / f"{name}.txt").read_text(encoding="utf-8") for name in _MEASURED}
    display.html(
        "".join(
            f'<p>{_MEASURED[name]}:</p><pre tabindex="0" lang="en">{escape(text)}</pre>' for name, text in texts.items()
        )
    )


def show_ranges(dossiers: Records) -> None:
    """Say of how many numbers in figures print leaves a range, and of how many a single value."""
    tables = catalogue.tables_of(dossiers).values()
    found = [known for table in tables for known in ranges.ranges_of(table).values()]
    if not found:
        return
    single = sum(known.low == known.high for known in found)
    unproven = sum(not known.proven for known in found)
    sure = "Elk bereik is bewezen." if not unproven else f"Van {dutch(unproven)} is niet bewezen dat het zo ruim moet."
    display.html(
        f"<p>Zo vonden we het bereik van {dutch(len(found))} getallen. Voor {dutch(single)} ervan blijft er maar één "
        f"waarde over: die staan niet gedrukt, maar volgen uit de andere. {sure}</p>"
    )


_DEVIATION = ["Rij", "Kolom", "Gedrukt", "In de dossiers"]


def show_deviations(*records: Records) -> None:
    """Show the printed cells of tables that these records do not give."""
    caption, columns = "Gedrukte cijfers die de dossiers niet opleveren", _DEVIATION
    rows = [
        (place(key), map(escape, [*(label(name, key[0]) for name in key[1:]), *texts]))
        for key, *texts in deviations(*records)
    ]
    display.html(grid_html("afwijkingen", caption, columns, rows, range(4), first="Waar", region="Afwijkingen"))
