"""Numbers and words in the prose, computed from the same tables.

``tell(records, alleen="figuur-7[single, total].words")`` makes ``alleen``
available to the page's Markdown as ``{glue:text}`alleen```.


Sentences kept as data, with the numbers filled in from the records.

``"{tabel-2[total, total]} begeleidingen"`` is a sentence about the records, and
``"de brochure schrijft {brochure-l}"`` one about what was printed. No number
stands in the sentence itself, so none can go stale.


Counts of quotations and of speakers in the prose.

``tell_stories(mamas="quotations role=mother")`` makes the count available to
the page's Markdown as ``{glue:text}`mamas```.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from myst_nb import glue

from helpers.checking import printed as what_print_fixes
from helpers.checking import unprinted
from helpers.data import codebook, instrument, quotations
from helpers.data.published import printed
from helpers.data.quotations import Quotation
from helpers.data.records import Records
from helpers.dutch.number_words import fraction_in_words, share_in_words
from helpers.dutch.numbers import dutch, percent
from helpers.tables import catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.expressions import evaluate, reference_list
from helpers.tables.table import Cell, Table

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
    helpers.tables.expressions.ExpressionError
        When an expression cannot be read, or names a cell that is not there.
    UnprintedError
        When no printed number fixes what would be told.
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    for name, text in facts.items():
        glue(name, write(records, text), display=False)


def write(records: Records, text: str) -> str:
    """One fact, written in Dutch; see `tell`."""
    expression, form = _FACT.fullmatch(text).groups()
    references = reference_list(expression, _REFERENCE)
    # A sum or ratio may be printed where its parts are not.
    printed_as_a_whole = len(references) > 1 and expression.replace(" ", "") in what_print_fixes.claimed_expressions()
    cells = {}
    for reference in references:
        id, row, column = _REFERENCE.fullmatch(reference).groups()
        table = may_be_shown(catalogue.find(id).function(records))
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
    if form == "count" and key in what_print_fixes.claimed_cells(table, "count"):
        return True
    if form in _WORDS and key in what_print_fixes.claimed_cells(table, "words"):
        return True
    return key in what_print_fixes.fixed_cells(table) and not (
        form == "count" and unprinted.is_example_size(table, cell)
    )


_BLANK = re.compile(r"\{([^{}]+)\}")


_OUTPUT = re.compile(r"(?:tabel|figuur)-\d+(?=\[)")


def fill(sentence: str, *records: Records) -> str:
    """A sentence with every blank filled in.

    Parameters
    ----------
    sentence
        Dutch. A blank holds a fact as in `helpers.prose.tell`, or the id of
        one claim of the report or the brochure: that is written as printed.
    *records
        Each kind of records that the facts are about.

    Raises
    ------
    helpers.data.published.NotPrintedError
        When a blank names no computed cell and no claim, or a claim of several numbers.
    helpers.tables.catalogue.UnknownOutputError
        When a blank names a table or figure that the report does not have.
    helpers.prose.UnprintedError
        When no printed number fixes what would be told.
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    by_name = {given.name: given for given in records}

    def filled(blank: re.Match[str]) -> str:
        output = _OUTPUT.search(blank[1])
        if output is None:
            return printed(blank[1])
        return write(by_name[codebook.records_of(output[0])], blank[1])

    return _BLANK.sub(filled, sentence)


class StoryFactError(ValueError):
    """A count was asked for in a way that cannot be read."""


def tell_stories(**facts: str) -> None:
    """Make counts available to the Markdown of a page.

    Parameters
    ----------
    **facts
        By name, what is counted and of what:

        - ``quotations role=mother theme=trust``: quotations that have all of
          these. ``section=4.3`` means every part of it.
        - ``speakers theme=trust voice=mother programme=opkomst``: different
          people, such as ``3`` or ``2–5``. One of theme, role, indicator or
          none, with a voice and maybe a programme.
        - ``fewest programme=opkomst``, ``most programme=opkomst``: quotations
          of the mother who is quoted least, or most.

    Raises
    ------
    StoryFactError
        When a count cannot be read, or names a code that is not there.
    """
    for name, text in facts.items():
        glue(name, count_of_stories(text), display=False)


def count_of_stories(text: str) -> str:
    """One count, as it stands in the prose; see `tell_stories`."""
    what, *conditions = text.split()
    having = dict(condition.partition("=")[::2] for condition in conditions)
    known = _codes()
    for name, value in having.items():
        if value not in known.get(name, ()):
            raise StoryFactError(f"{text!r}: no {name} {value!r}; there is {[*known.get(name, known)]}")
    if what == "quotations":
        return str(quotations.count(lambda quotation: _has(quotation, having)))
    if what == "speakers" and "voice" in having:
        return _speakers(text, having)
    if what in ("fewest", "most") and having.keys() == {"programme"}:
        return str(quotations.mother_range()[having["programme"]][what == "most"])
    raise StoryFactError(f"cannot read {text!r}")


def _codes() -> dict[str, set[str]]:
    sections = set(quotations.sections())
    whole = {section[0] for section in sections} | {section.partition(" ")[0] for section in sections}
    return {
        **{name: set(quotations.labels(name)) for name in ("role", "programme", "direction")},
        "voice": {"mother", "professional", "document"},
        "theme": {theme for theme, _ in quotations.themes()},
        "sub_theme": {sub for _, sub in quotations.themes()},
        "indicator": set(instrument.indicators("interview")),
        "section": sections | whole,
    }


def _has(quotation: Quotation, having: dict[str, str]) -> bool:
    return all(_matches(quotation, name, value) for name, value in having.items())


def _matches(quotation: Quotation, name: str, value: str) -> bool:
    if name == "indicator":
        return value in quotation.indicators
    if name == "section":
        return quotation.section.startswith(value)
    return getattr(quotation, name) == value


def _speakers(text: str, having: dict[str, str]) -> str:
    by = [name for name in having if name not in ("voice", "programme")] or ["all"]
    if len(by) > 1 or by[0] not in ("all", "theme", "role", "indicator"):
        raise StoryFactError(f"{text!r}: people were counted by theme, by role or by indicator, not by more")
    people = quotations.speakers(by[0], having.get(by[0], "all"), having["voice"], having.get("programme", ""))
    return people.text
