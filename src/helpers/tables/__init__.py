"""From records to tables: one function for each table and figure.

Each takes `helpers.records.Records` and returns a `helpers.table.Table`. The
modules follow the sections of the report.
"""

from helpers.tables.administration import table_14, table_15
from helpers.tables.case_study_change import table_22, table_23, table_24, table_25
from helpers.tables.case_study_start import table_20, table_21
from helpers.tables.difficulties import table_12, table_13
from helpers.tables.families import figure_6, figure_7, table_6, table_7, table_8
from helpers.tables.impact_evolution import table_17, table_18, table_19
from helpers.tables.impact_housing import figure_10, table_16
from helpers.tables.impact_income import figure_16, figure_17, figure_18, table_29
from helpers.tables.income_and_family import figure_14, figure_15, table_27, table_28
from helpers.tables.interviews import table_26
from helpers.tables.living_conditions import figure_8, figure_9, table_9, table_10
from helpers.tables.network import table_11
from helpers.tables.pregnancy import figure_4, figure_5, table_4, table_5
from helpers.tables.reach import figure_2, figure_3, table_1, table_2, table_3

__all__ = [name for name in dir() if name.startswith(("table_", "figure_"))]
