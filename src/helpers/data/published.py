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
def _strings() -> dict[tuple[str, ...], list[str]]:
    """What is printed under each id and in each cell; without pandas, slower to import than a page to write."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in read_rows(PUBLISHED / "cells.csv"):
        # A count with decimals, as Tabel 26 prints it, is whole in a sentence.
        text = re.sub(r",0+$", "", row["printed"]) if row["unit"] == "n" else row["printed"]
        found.setdefault((row["id"],), []).append(text)
        found.setdefault(tuple(row[name] for name in KEY), []).append(text)
    return found


_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class NotPrintedError(LookupError):
    """The report prints nothing under this id, or more than one thing."""


def printed(*key: str) -> str:
    """The string that the report prints under an id, such as ``tekst-1.1-a``, or in a cell.

    Parameters
    ----------
    *key
        An id, or id, row and column as in ``data/published/cells.csv``. A count that is printed
        as ``8,00`` is ``8``.

    Raises
    ------
    NotPrintedError
        When ``data/published/cells.csv`` has no such entry, or several.
    """
    found = _strings().get(key, [])
    if len(found) != 1:
        raise NotPrintedError(f"{' / '.join(key)}: {len(found)} entries in data/published/cells.csv, expected one")
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
