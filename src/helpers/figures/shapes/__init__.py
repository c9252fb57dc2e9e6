"""Bars, dumbbells and other shapes, which know nothing of OPkomst."""
