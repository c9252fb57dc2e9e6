"""The codebook as a page of the book."""

from __future__ import annotations

from html import escape

from helpers import codebook
from helpers.codebook import Variable

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
