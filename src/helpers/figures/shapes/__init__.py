"""Bars, dumbbells, flows and other shapes, which know nothing of OPkomst."""
