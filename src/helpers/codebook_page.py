"""The codebook as a page of the book."""

from __future__ import annotations

from html import escape

from helpers import codebook
from helpers.codebook import Variable

_TYPES = {
    "id": "nummer van een dossier",
    "month": "maand (jaar-maand)",
    "integer": "geheel getal",
    "category": "keuze uit een lijst",
}


def codebook_html() -> str:
    """Every variable with its label, answers and use, one block each."""
    return '<div class="opk-codebook">' + "".join(map(_variable, codebook.variables().values())) + "</div>"


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
    return f'<details id="{variable.name}"><summary>{escape(variable.label_nl)}</summary><dl>{items}</dl></details>'


def _answers(variable: Variable) -> str:
    if variable.type == "category":
        labels = codebook.labels(variable.categories).values()
        return "<ul>" + "".join(f"<li>{escape(label)}</li>" for label in labels) + "</ul>"
    if variable.minimum:
        return f"van {variable.minimum} tot {variable.maximum}"
    return ""
