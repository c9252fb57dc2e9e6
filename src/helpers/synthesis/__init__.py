"""Synthetic records, made from what the report prints (an optional extra).

`registration` makes ``data/synthetic/registration.csv``. Needs OR-tools:
``pip install opkomst[synthesis]``.
"""
