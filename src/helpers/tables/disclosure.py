"""The guard between a table and every place where a person could see it.

This book is about invented records for good, and nothing made from others may be
shown in it: an HTML page, a CSV or a stored notebook output could tell about one
family. A registration of one's own has a book of its own, of cells that
`helpers.disclosure` protects: see `helpers.own`.

Whatever shows, draws or tells something of records asks `may_be_shown` and so
raises `ConfidentialError`; other docstrings do not repeat it.
"""

from __future__ import annotations

from typing import TypeVar

from helpers.data.records import SYNTHETIC_MARK, Records
from helpers.tables.table import Table

Made = TypeVar("Made", Table, Records)


class ConfidentialError(PermissionError):
    """A table made from confidential records was about to be shown."""


def may_be_shown(made: Made) -> Made:
    """Pass on a table, or records, that say nothing about a real family.

    Raises
    ------
    ConfidentialError
        When records that the generator did not make are behind it.
    """
    if not made.synthetic:
        what = made.number if isinstance(made, Table) else "Deze pagina"
        raise ConfidentialError(
            f"{what} komt uit dossiers die niet gemaakt zijn voor dit boek, en kan dus over echte gezinnen gaan. "
            "Dit boek toont daarom niets. Een eigen boek: 'make own DATA=map'. "
            f"Verwacht: precies de dossiernummers van data/synthetic, met het merkteken {SYNTHETIC_MARK}."
        )
    return made
