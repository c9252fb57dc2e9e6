"""From records to tables: one function for each table and figure.

Each takes `helpers.data.records.Records` and returns a `helpers.tables.table.Table`. The
modules follow the sections of the report.
"""

from __future__ import annotations

from helpers.data.records import Records
from helpers.tables.registry import _OUTPUTS, Output
from helpers.tables.table import Table

__all__ = [name for name in dir() if name.startswith(("table_", "figure_"))]


class UnknownOutputError(LookupError):
    """The report has no such table or figure, or it is not built yet."""


def tables_of(*records: Records) -> dict[str, Table]:
    """Every table and figure that can be computed from these records, by id."""
    by_name = {given.name: given for given in records}
    return {
        id: found.function(by_name[found.records]) for id, found in all_outputs().items() if found.records in by_name
    }


def all_outputs() -> dict[str, Output]:
    """Every registered table and figure by id, in the order of the report."""
    import helpers.tables.catalogue  # noqa: F401  (registers them)

    return dict(sorted(_OUTPUTS.items(), key=lambda item: _order(item[0])))


def find(name: str) -> Output:
    """The output called ``Tabel 12`` or ``tabel-12``.

    Raises
    ------
    UnknownOutputError
        When the report has no such table or figure, or it is not built yet.
    """
    id = name.strip().lower().replace(" ", "-")
    try:
        return all_outputs()[id]
    except KeyError:
        raise UnknownOutputError(f"no function makes {name!r}; there are: {', '.join(_OUTPUTS)}") from None


def _order(id: str) -> tuple[bool, int]:
    kind, _, number = id.partition("-")
    return kind != "tabel", int(number)
