"""The codebook as a page of the book.

How to cite the book. Source: ``CITATION.cff``, so that it stands in one place.

Printed cells that no records can reproduce, as a table for the book.

What a notebook cell of an appendix about the book or its data calls."""

from __future__ import annotations

from html import escape

import pandas as pd
import yaml

from helpers.checking.findings import place
from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.data.files import RECORDS, ROOT, read_strings
from helpers.data.published import KEY
from helpers.pages.parts import display

#: Each file of records, as a reader calls it, and what one row of it is.
_RECORDS = {
    "registration": ("De registratie", "Eén rij per begeleiding, één kolom per vraag."),
    "case_study": ("De casestudie", "Eén rij per gezin, indicator en moment, met één score."),
    "interviews": ("De interviews", "Eén rij per mama, indicator en moment, met één score."),
}


_TYPES = {
    "id": "nummer",
    "month": "maand (jaar-maand)",
    "integer": "geheel getal",
    "category": "keuze uit een lijst",
}


def codebook_html() -> str:
    """Every variable of every file of records with its label, answers and use, one block each."""
    return "".join(map(_file, codebook.kinds_of_records()))


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
        "Soort": _TYPES[variable.type],
        "Antwoorden": _answers(variable),
        "Geen antwoord": escape("; ".join(codebook.labels("missing")[code] for code in variable.missing)),
        "Ingevuld door": escape(variable.filled_by),
        "Deel van het rapport": variable.section,
        "Gebruikt in": ", ".join(name.replace("-", " ").capitalize() for name in variable.used_in),
        "Goed om te weten": escape(variable.note_nl),
    }
    items = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in rows.items() if text)
    return f'<details id="{variable.records}-{variable.name}"><summary>{escape(variable.label_nl)}</summary><dl>{items}</dl></details>'


def _answers(variable: Variable) -> str:
    if variable.type == "category":
        labels = codebook.labels(variable.categories).values()
        return "<ul>" + "".join(f"<li>{escape(label)}</li>" for label in labels) + "</ul>"
    if variable.minimum:
        return f"van {variable.minimum} tot {variable.maximum}"
    return ""


def citation_html() -> str:
    """The book as a reference, and as BibTeX to copy."""
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    authors = " en ".join(author["name"] for author in found["authors"])
    year = str(found["date-released"])[:4]
    reference = f"{authors} ({year}). {found['title']} (versie {found['version']}) [Jupyter Book]."
    fields = {"author": f"{{{authors}}}", "title": found["title"], "year": year, "version": found["version"]}
    bibtex = (
        "@book{opkomst_levend_boek,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"
    )
    return f'<p>{escape(reference)}</p><pre tabindex="0">{escape(bibtex)}</pre>'


_COLUMNS = {"id": "Waar", "row": "Rij", "column": "Kolom", "printed": "Gedrukt", "computed": "In de dossiers"}


def deviations_html() -> str:
    """The deviations that the generator named, one a row.

    Source: ``data/synthetic/*_deviations.csv``, in the order of the codebook.
    """
    files = [RECORDS / f"{name}_deviations.csv" for name in codebook.kinds_of_records()]
    deviations = pd.concat([read_strings(path) for path in files if path.exists()])
    deviations["id"] = [place(key) for key in deviations[KEY].itertuples(index=False, name=None)]
    header = "".join(f'<th scope="col" class="opk-text">{label}</th>' for label in _COLUMNS.values())
    rows = "".join(_row(deviation) for deviation in deviations[list(_COLUMNS)].itertuples(index=False))
    return (
        '<div class="opk-scroll" tabindex="0" role="region" aria-label="Afwijkingen">'
        '<table class="opk-table" id="afwijkingen"><caption>Gedrukte cijfers die de dossiers niet opleveren</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(deviation: tuple[str, ...]) -> str:
    first, *others = (escape(value) for value in deviation)
    return f'<tr><th scope="row">{first}</th>' + "".join(f'<td class="opk-text">{v}</td>' for v in others) + "</tr>"


def show_citation() -> None:
    """Show how to cite the book."""
    display.html(citation_html())


def show_codebook() -> None:
    """Show every variable of the codebook."""
    display.html(codebook_html())


def show_deviations() -> None:
    """Show the printed cells that the synthetic records cannot reproduce."""
    display.html(deviations_html())
