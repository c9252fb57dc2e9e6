"""Numbers and words in the prose, computed from the same tables.

``tell(records, alleen="figuur-7[single, total].words")`` makes ``alleen``
available to the page's Markdown as ``{glue:text}`alleen```.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from myst_nb import glue

from helpers import outputs, unprinted, verify
from helpers.disclosure import may_be_shown
from helpers.expressions import evaluate, reference_list
from helpers.number_words import fraction_in_words, share_in_words
from helpers.numbers import dutch, percent
from helpers.records import Records
from helpers.table import Cell, Table

_REFERENCE = re.compile(r"((?:tabel|figuur)-\d+)\[([^],]*), ([^]]*)\]")
_FACT = re.compile(r"(?P<expression>.*?\]?)(?:\.(?P<form>\w+))?")


class UnprintedError(ValueError):
    """A sentence was about to tell a synthetic number that no printed number fixes."""


@dataclass(frozen=True)
class Fact:
    """The value of an expression, and the first cell it mentions."""

    value: Fraction
    cell: Cell


def _plain(fact: Fact) -> str:
    return replace(fact.cell, value=fact.value).text


def _words(fact: Fact) -> str:
    return share_in_words(fact.value)


_WORDS = {"words", "Words", "fraction", "Fraction"}

#: How a fact can be written: what stands behind the dot.
FORMS: dict[str | None, Callable[[Fact], str]] = {
    None: _plain,
    "rounded": lambda fact: percent(fact.value, 0),
    "percent": lambda fact: percent(fact.value),
    "words": _words,
    "fraction": lambda fact: fraction_in_words(fact.value),
    "Fraction": lambda fact: fraction_in_words(fact.value).capitalize(),
    "Words": lambda fact: _words(fact).capitalize(),
    "count": lambda fact: dutch(fact.cell.count),
    "n": lambda fact: dutch(fact.cell.n),
}


def tell(records: Records, **facts: str) -> None:
    """Make computed numbers and words available to the Markdown of a page.

    Parameters
    ----------
    records
        What the tables are computed from.
    **facts
        By name, a cell or a sum of cells, such as ``tabel-6[age,
        opkomst.mean]`` or ``1 - tabel-7[0, total]``, with one of `FORMS`
        behind a dot. Without a form it is written as the table writes it.

    Raises
    ------
    helpers.expressions.ExpressionError
        When an expression cannot be read, or names a cell that is not there.
    UnprintedError
        When no printed number fixes what would be told.
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    for name, text in facts.items():
        glue(name, write(records, text), display=False)


def write(records: Records, text: str) -> str:
    """One fact, written in Dutch; see `tell`."""
    expression, form = _FACT.fullmatch(text).groups()
    references = reference_list(expression, _REFERENCE)
    # A sum or ratio may be printed where its parts are not.
    printed_as_a_whole = len(references) > 1 and expression.replace(" ", "") in verify.claimed_expressions()
    cells = {}
    for reference in references:
        id, row, column = _REFERENCE.fullmatch(reference).groups()
        table = may_be_shown(outputs.find(id).function(records))
        cells[reference] = table[row, column]
        if not printed_as_a_whole and not _may_be_told(table, cells[reference], form):
            raise UnprintedError(f"{text}: no printed number fixes this; it is only an example")
    (value,) = evaluate(expression, _REFERENCE, lambda reference: cells[reference].value)
    return FORMS[form](Fact(value, next(iter(cells.values()))))


def _may_be_told(table: Table, cell: Cell, form: str | None) -> bool:
    """Whether the report fixes what a fact says of a cell.

    In words it may say what the report says in words; a size or a count needs
    a printed base, or a count that was printed itself.
    """
    key = cell.row, cell.column
    if form == "n":
        return not unprinted.is_example_size(table, cell)
    if form == "count" and key in verify.claimed_cells(table, "count"):
        return True
    if form in _WORDS and key in verify.claimed_cells(table, "words"):
        return True
    return key in verify.fixed_cells(table) and not (form == "count" and unprinted.is_example_size(table, cell))
