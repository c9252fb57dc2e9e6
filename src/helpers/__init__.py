"""Helpers of the living book "OPkomst onder de loep".

Records go in at one end; a pure function in `tables` makes a tidy `Table`; everything
that is shown is made from it. A module imports only from its own package and from those
before it in this list:

`dutch` and `data`, `tables`, `checking`, `inference` and `prose`, `conclusions` and
`figures`, `pages`, and ``__main__`` with the commands. `synthesis` makes the records
and stands beside `inference`.

To change Tabel 12: ``python -m helpers where "Tabel 12"`` names the function that
computes it, and for a figure the one that draws it.
"""
