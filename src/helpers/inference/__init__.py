"""Tests and intervals of the tables of the report. The methods themselves are in `methods/`."""
