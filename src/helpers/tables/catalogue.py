"""Every table and figure of the report: the function that makes it, by name or by id.

Each function takes `helpers.data.records.Records` and returns a `helpers.tables.table.Table`.
"""

from __future__ import annotations

from helpers.data.records import Records
from helpers.tables.case_study_change import table_22, table_23, table_24, table_25
from helpers.tables.case_study_start import table_20, table_21
from helpers.tables.families import figure_6, figure_7, table_6, table_7, table_8
from helpers.tables.impact_evolution import table_17, table_18, table_19
from helpers.tables.impact_housing import figure_10, table_16
from helpers.tables.impact_income import figure_16, figure_17, figure_18, table_29
from helpers.tables.income_and_family import figure_14, figure_15, table_27, table_28
from helpers.tables.interviews import table_26
from helpers.tables.items import table_12, table_13, table_14, table_15
from helpers.tables.living_conditions import figure_8, figure_9, table_9, table_10, table_11
from helpers.tables.pregnancy import figure_4, figure_5, table_4, table_5
from helpers.tables.reach import figure_2, figure_3, table_1, table_2, table_3
from helpers.tables.registry import OUTPUTS, Output
from helpers.tables.table import Table

__all__ = [
    "UnknownOutputError",
    "all_outputs",
    "find",
    "tables_of",
    "figure_10",
    "figure_14",
    "figure_15",
    "figure_16",
    "figure_17",
    "figure_18",
    "figure_2",
    "figure_3",
    "figure_4",
    "figure_5",
    "figure_6",
    "figure_7",
    "figure_8",
    "figure_9",
    "table_1",
    "table_10",
    "table_11",
    "table_12",
    "table_13",
    "table_14",
    "table_15",
    "table_16",
    "table_17",
    "table_18",
    "table_19",
    "table_2",
    "table_20",
    "table_21",
    "table_22",
    "table_23",
    "table_24",
    "table_25",
    "table_26",
    "table_27",
    "table_28",
    "table_29",
    "table_3",
    "table_4",
    "table_5",
    "table_6",
    "table_7",
    "table_8",
    "table_9",
]


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
    return dict(sorted(OUTPUTS.items(), key=lambda item: _order(item[0])))


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
        raise UnknownOutputError(f"no function makes {name!r}; there are: {', '.join(OUTPUTS)}") from None


def _order(id: str) -> tuple[bool, int]:
    kind, _, number = id.partition("-")
    return kind != "tabel", int(number)
