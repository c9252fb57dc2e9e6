"""Bars, dumbbells, gaps and other shapes, which know nothing of OPkomst."""
