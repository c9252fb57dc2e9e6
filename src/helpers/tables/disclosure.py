"""The guard between a table and every place where a person could see it.

Disclosure control for confidential records (cell suppression, and the further
cells that keep a total from giving a suppressed one away) is not built yet.
Until it is, nothing made from records that are not synthetic may be shown:
an HTML page, a CSV or a stored notebook output could tell about one family.

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
        When a record without the generator's mark is behind it.
    """
    if not made.synthetic:
        what = made.number if isinstance(made, Table) else "Deze pagina"
        raise ConfidentialError(
            f"{what} komt uit dossiers zonder het merkteken {SYNTHETIC_MARK} en kan dus over echte gezinnen "
            "gaan. Dit boek kan kleine aantallen nog niet afschermen en toont daarom niets. "
            f"Verwacht: elk dossiernummer begint met '{SYNTHETIC_MARK}'."
        )
    return made
