"""From tables to pictures: one function for each figure of the report.

Each takes a `helpers.table.Table` (and the keys of the cells that a printed
number fixes) and returns a `helpers.figures.drawing.Drawing`. The modules
follow the sections of the report.
"""

from helpers.figures.drawing import Drawing, Key, all_drawings, find
from helpers.figures.families import ages, family_composition
from helpers.figures.income_and_family import income_by_composition, incomes_of_couples
from helpers.figures.living_conditions import mothers_income, residence_status
from helpers.figures.pregnancy import first_and_later_pregnancies, pregnant_at_start
from helpers.figures.reach import referral_partners, referrals
from helpers.table import Table

__all__ = [
    "Drawing",
    "ages",
    "all_drawings",
    "draw",
    "family_composition",
    "find",
    "first_and_later_pregnancies",
    "income_by_composition",
    "incomes_of_couples",
    "mothers_income",
    "pregnant_at_start",
    "referral_partners",
    "referrals",
    "residence_status",
]


def draw(table: Table, fixed: frozenset[Key] = frozenset()) -> Drawing:
    """Draw a table with the function that belongs to its id.

    Parameters
    ----------
    table
        Of a figure.
    fixed
        Row and column keys of the cells that a printed number fixes.

    Raises
    ------
    KeyError
        When no function draws that figure.
    """
    return find(table.id)(table, fixed)
