"""Every function that draws, by name: the modules follow the sections of the report."""

from helpers.figures.drawing import Drawing, all_drawings, draw, find
from helpers.figures.families import ages, family_composition
from helpers.figures.impact_evolution import order_at_birth, order_at_end, organisations
from helpers.figures.impact_housing import housing
from helpers.figures.impact_income import (
    income_by_composition_at_end,
    incomes_of_couples_at_end,
    mothers_income_at_both_moments,
)
from helpers.figures.income_and_family import income_by_composition, incomes_of_couples
from helpers.figures.living_conditions import mothers_income, residence_status
from helpers.figures.p_values import p_values
from helpers.figures.pregnancy import first_and_later_pregnancies, pregnant_at_start
from helpers.figures.progress import (
    family_moves,
    family_scores,
    mother_moves,
    mother_scores,
    one_by_one,
    programme_gaps,
    progress_areas,
)
from helpers.figures.reach import referral_partners, referrals

__all__ = [
    "Drawing",
    "ages",
    "all_drawings",
    "draw",
    "family_composition",
    "family_moves",
    "family_scores",
    "find",
    "first_and_later_pregnancies",
    "housing",
    "income_by_composition",
    "income_by_composition_at_end",
    "incomes_of_couples",
    "incomes_of_couples_at_end",
    "mother_moves",
    "mother_scores",
    "mothers_income",
    "mothers_income_at_both_moments",
    "one_by_one",
    "order_at_birth",
    "order_at_end",
    "organisations",
    "p_values",
    "pregnant_at_start",
    "programme_gaps",
    "progress_areas",
    "referral_partners",
    "referrals",
    "residence_status",
]
