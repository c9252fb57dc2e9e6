"""The tables and figures that the stored notebooks show, and where a reader finds them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from helpers.data.files import CHAPTERS, CODECHECK
from helpers.tables.table import display_name


def shown_outputs() -> Iterator[tuple[Path, dict]]:
    """Every stored output that says what it is, with the notebook it stands in."""
    for path in sorted(CHAPTERS.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for stored in cell.get("outputs", []):
                if about := stored.get("metadata", {}).get("opkomst"):
                    yield path, about


@cache
def _pages() -> dict[str, str]:
    """The page of each table and figure: the first that shows it.

    From ``codecheck.yml``, so that a chapter does not depend on the text of all others.
    """
    entries = yaml.safe_load(CODECHECK.read_text(encoding="utf-8"))["manifest"]
    return {entry["output"]: Path(entry["file"]).stem for entry in reversed(entries)}


def address(id: str) -> str:
    """Where a table or figure stands, seen from another chapter; empty when none shows it.

    >>> address("tabel-12")
    '03_opkomst_in_cijfers.html#tabel-12'
    """
    return f"{_pages()[id]}.html#{id}" if id in _pages() else ""


def link_html(id: str) -> str:
    """The name of a table or figure as a reader knows it, with a link to where it stands if a notebook shows it."""
    name, found = display_name(id), address(id)
    return f'<a href="{found}">{name}</a>' if found else name
