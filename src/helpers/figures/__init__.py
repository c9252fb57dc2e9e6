"""From tables to pictures: one function for each figure of the report, and for the extra ones.

Each takes a `helpers.tables.table.Table` (and the keys of the cells that a printed
number fixes) and returns a `helpers.figures.drawing.Drawing`. All of them are in
`helpers.figures.catalogue`, which is imported when a page first asks for one: with
matplotlib it takes a second, which a page without figures need not pay.
"""

from importlib import import_module


def __getattr__(name: str):
    catalogue = import_module("helpers.figures.catalogue")
    if name in catalogue.__all__:
        return getattr(catalogue, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
