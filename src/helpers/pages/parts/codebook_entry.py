"""One question of a codebook: a line to tap, with what there is to know about it behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from helpers.pages.parts.heard import heard_html

#: What a column holds, by the types of the codebook.
KINDS = {
    "id": "nummer",
    "month": "maand (jaar-maand)",
    "integer": "geheel getal",
    "category": "keuze uit een lijst",
}


def entry_html(records: str, name: str, label: str, rows: Mapping[str, str]) -> str:
    """A question with its terms.

    Parameters
    ----------
    records, name
        The records and the column with its answers: two questions may be called the same.
    label
        What the question is called; plain text.
    rows
        HTML by term; an empty one is left out.
    """
    items = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in rows.items() if text)
    summary = f"{escape(label)}{heard_html(f' (<code>{records}, {name}</code>)')}"
    return f'<details id="{records}-{name}"><summary>{summary}</summary><dl>{items}</dl></details>'


def list_html(texts: Iterable[str]) -> str:
    """Plain texts as a list; nothing where there is none."""
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""
