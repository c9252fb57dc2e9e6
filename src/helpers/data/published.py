"""What the report and the brochure print, as strings.

Source: ``data/published/cells.csv``. Table functions never import this
module (a test holds them to it): they compute from records alone.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from helpers.data.files import PUBLISHED, read_rows, read_strings

if TYPE_CHECKING:
    import pandas as pd

KEY = ["id", "row", "column"]


@cache
def cells() -> pd.DataFrame:
    """Every printed cell and claim, one a row.

    Returns
    -------
    DataFrame of str
        Columns id, row, column, printed, unit, population, section,
        document, claim. The three of `KEY` identify a cell.
    """
    return read_strings(PUBLISHED / "cells.csv")


@cache
def _strings() -> dict[str, list[str]]:
    """What is printed under each id; without pandas, which takes longer to import than a page to write."""
    found: dict[str, list[str]] = {}
    for row in read_rows(PUBLISHED / "cells.csv"):
        found.setdefault(row["id"], []).append(row["printed"])
    return found


_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class NotPrintedError(LookupError):
    """The report prints nothing under this id, or more than one thing."""


def printed(id: str) -> str:
    """The string that the report prints under `id`, such as ``tekst-1.1-a``.

    Raises
    ------
    NotPrintedError
        When `id` has no entry in ``data/published/cells.csv``, or several.
    """
    found = _strings().get(id, [])
    if len(found) != 1:
        raise NotPrintedError(f"{id}: {len(found)} entries in data/published/cells.csv, expected one")
    return found[0]


def fill(text: str) -> str:
    """`text` with every ``{tekst-1.1-a}`` replaced by what the report prints there.

    Raises
    ------
    NotPrintedError
        See `printed`.
    """
    return _PLACEHOLDER.sub(lambda match: printed(match[1]), text)


def marked_text(text: str) -> str:
    """A text as HTML, with the mark of what is told as printed."""
    return f'<span class="opk-printed" title="zoals het rapport het afdrukt">{escape(text)}</span>'
