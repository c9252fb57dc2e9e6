"""The guard between a table and every place where a person could see it.

Disclosure control for confidential records (cell suppression, and the further
cells that keep a total from giving a suppressed one away) is not built yet.
Until it is, nothing made from records that are not synthetic may be shown:
an HTML page, a CSV or a stored notebook output could tell about one family.
"""

from __future__ import annotations

from helpers.table import Table


class ConfidentialError(PermissionError):
    """A table made from confidential records was about to be shown."""


def may_be_shown(table: Table) -> Table:
    """Pass on a table that says nothing about a real family.

    Raises
    ------
    ConfidentialError
        When the table was not made from synthetic records alone.
    """
    if not table.synthetic:
        raise ConfidentialError(
            f"{table.number} komt uit dossiers zonder het merkteken SYN- en kan dus over echte gezinnen "
            "gaan. Dit boek kan kleine aantallen nog niet afschermen en toont daarom niets. "
            "Verwacht: elk dossiernummer begint met 'SYN-'."
        )
    return table
