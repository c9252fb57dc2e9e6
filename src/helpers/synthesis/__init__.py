"""Synthetic records, made from what the report prints.

`registration`, `case_study` and `interviews` each make the file of that name in
``data/synthetic``; the first needs OR-tools: ``pip install -e .[synthesis]``.
"""
