"""Numbers, words and references in a sentence: ``{eval}`tabel_6["age", "opkomst.mean"]```.

`names` is everything that such an expression can name. A chapter puts it among its
own names, so that the same words work in a code cell and JupyterLab shows the
value; the build works the expression out with `write`, without a kernel.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, ClassVar

from helpers.checking import findings, mix, standings, unprinted
from helpers.checking import printed as print_fixes
from helpers.data import context, instrument, literature, published, quotations
from helpers.data.files import CHAPTERS
from helpers.data.quotations import Quotation
from helpers.data.records import Records
from helpers.dutch.lists import listing
from helpers.dutch.number_words import fraction_in_words, share_in_words
from helpers.dutch.numbers import dutch, percent
from helpers.tables import catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.expressions import ExpressionError, Number, as_python, canonical, evaluate, name_of
from helpers.tables.table import Cell, Table, display_name

#: How many tables and figures the report numbers.
REPORT = {"tabel": 29, "figuur": 21}

#: An expression in the Markdown of a page.
EXPRESSION = re.compile(r"\{eval\}`([^`]+)`")

_WORDS = {"words", "fraction"}


class UnprintedError(ValueError):
    """A sentence was about to tell a synthetic number that no printed number fixes."""


class Reference(str):
    """A text that the book makes a link of, as the role of this name does.

    Attributes
    ----------
    role, target : str
        Of Sphinx, such as ``numref`` and ``tabel-12``.
    """

    role: str
    target: str

    def __new__(cls, text: str, role: str, target: str) -> Reference:
        made = super().__new__(cls, text)
        made.role, made.target = role, target
        return made


class Printed(str):
    """What the report prints and no records underlie; the book marks it."""


class Told(Number):
    """A number of the records as a sentence tells it; it refuses what no printed number fixes."""

    FORMS: ClassVar = Number.FORMS | {"percent", "rounded", "words", "Words", "fraction", "Fraction", "strength"}

    def __str__(self) -> str:
        """As the table writes it, such as ``31,3%``."""
        self._check(self.form)
        return dutch(self.value) if self.form else replace(self.cells[0][1], value=self.value).text

    __repr__ = __str__

    @property
    def percent(self) -> str:
        """A ratio of two numbers as a share: ``12,5%``."""
        return self._written(percent, "percent")

    @property
    def rounded(self) -> str:
        """A share without decimals: ``31%``."""
        return self._written(partial(percent, decimals=0), "rounded")

    @property
    def words(self) -> str:
        """A share in words: ``bijna twee derde``."""
        return self._written(share_in_words, "words")

    @property
    def Words(self) -> str:
        """The same at the beginning of a sentence."""
        return self.words.capitalize()

    @property
    def fraction(self) -> str:
        """The common fraction nearest to a share: ``een kwart``."""
        return self._written(fraction_in_words, "fraction")

    @property
    def Fraction(self) -> str:
        """The same at the beginning of a sentence."""
        return self.fraction.capitalize()

    @property
    def strength(self) -> str:
        """How sure the number is, in a word or two: ``nagerekend``; for several numbers how each of them is."""
        return listing(list(dict.fromkeys(standings.in_words(table, cell) for table, cell in self.cells)))

    def _written(self, write: Callable, form: str) -> str:
        self._check(form)
        return write(self.value)

    def _check(self, form: str) -> None:
        # A sum or ratio may be printed where its parts are not.
        if len(self.cells) > 1 and canonical(self.expression) in print_fixes.claimed_expressions():
            return
        if not all(_may_be_told(table, cell, form) for table, cell in self.cells):
            raise UnprintedError(f"{self.expression}: no printed number fixes this; it is only an example")


@dataclass(frozen=True)
class Numbers:
    """A table or figure of the report in a chapter: its name in the text, and its numbers by key.

    Attributes
    ----------
    id : str
        ``tabel-6``.
    records : Records or None
        What it is computed from; None where the chapter did not load these.
    """

    id: str
    records: Records | None

    @property
    def table(self) -> Table:
        """Its numbers.

        Raises
        ------
        LookupError
            When the chapter did not load its records, or it has none.
        """
        if self.records is None:
            raise LookupError(f"no records are loaded for {self.id}")
        return may_be_shown(catalogue.find(self.id).function(self.records))

    def __getitem__(self, key: tuple[str, str]) -> Told:
        return Told.of(self.table, key)

    def __repr__(self) -> str:
        return display_name(self.id)


def names(*records: Records) -> dict[str, Any]:
    """Everything that an expression in a sentence or a code cell can name.

    Parameters
    ----------
    *records
        Each kind of records that the chapter is about.

    Returns
    -------
    dict
        ``tabel_6`` and so on: `Numbers`. ``rapport["tekst-3.3-a"]``, or
        ``rapport["tabel-26", "Schuldenvrij", "Aantal gelijk"]``: what the report prints.
        ``studie["last_month_of_dataset"]``: a month of ``study.csv``. ``bij_echte_verhouding["months"]``:
        see `helpers.checking.mix`. ``citaten`` and the other counts
        of quotations. ``botsingen()``: how many printed numbers contradict others.
        ``bladzijde["08_verificatie"]``: the title of a page. ``bron["hosper2021"]`` and
        ``bron_in_zin[…]``: a work, or several.
    """
    by_name = {given.name: given for given in records}
    made_from = {id: by_name.get(output.records) for id, output in catalogue.all_outputs().items()}
    ids = [f"{kind}-{number}" for kind, last in REPORT.items() for number in range(1, last + 1)]
    return {
        **{name_of(id): Numbers(id, made_from.get(id)) for id in ids},
        "rapport": _Asked(_printed),
        "studie": _Asked(context.study_month),
        "bij_echte_verhouding": _Asked(lambda what: mix.told()[what]),
        "citaten": _quotations,
        "sprekers": _speakers,
        "minst_geciteerd": partial(_of_one_mother, 0),
        "meest_geciteerd": partial(_of_one_mother, 1),
        "botsingen": lambda: dutch(findings.clashing()),
        "bladzijde": _Asked(_page),
        "bron": _Asked(_cited),
        "bron_in_zin": _Asked(_cited_in_sentence),
    }


def write(expression: str, names: dict[str, Any]) -> str:
    """What an expression says in a sentence: a `Reference`, `Printed`, or Dutch text.

    Raises
    ------
    helpers.tables.expressions.ExpressionError
        When it cannot be read, or names what is not there.
    UnprintedError
        When no printed number fixes what would be told.
    helpers.data.published.NotPrintedError
        When the report prints nothing under an id, or more than one thing.
    """
    (value,) = evaluate(expression, names)
    if isinstance(value, Numbers):
        return Reference(repr(value), "numref", value.id)
    return value if isinstance(value, str) else str(value)


def user_expressions(markdown: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    """What a Markdown cell of a notebook keeps of its expressions, so that JupyterLab shows them before any run.

    Returns
    -------
    list of dict
        The metadata ``user_expressions`` of jupyterlab-myst: an expression and
        its result each, in the order of the text. Errors are those of `write`.
    """
    return [
        {
            "expression": expression,
            "result": {"status": "ok", "data": {"text/plain": str(write(expression, names))}, "metadata": {}},
        }
        for expression in EXPRESSION.findall(markdown)
    ]


def fill(sentence: str, *records: Records) -> str:
    """A sentence that is kept as data, with every blank filled in.

    Parameters
    ----------
    sentence
        Dutch. A blank holds an expression in the notation of the files, as in
        ``{tabel-2[total, total]} begeleidingen``, or the id of one claim of the
        report or the brochure, ``{brochure-l}``: that is written as printed.
    *records
        Each kind of records that the sentence is about. Errors are those of `write`.
    """
    known = names(*records)

    def filled(blank: re.Match[str]) -> str:
        expression = as_python(blank[1])
        name = blank[1].partition("[")[0]
        if expression == blank[1] and name not in known:
            expression = f"rapport[{expression!r}]"
        return write(expression, known)

    return re.sub(r"\{([^{}]+)\}", filled, sentence)


def _may_be_told(table: Table, cell: Cell, form: str) -> bool:
    """Whether the report gives what a sentence says of a cell, be it another number with other records.

    In words it may say what the report says in words; a size or a count needs
    a printed base, or a count that was printed itself.
    """
    key = cell.row, cell.column
    if form == "n":
        return not unprinted.is_example_size(table, cell)
    if form == "count" and key in print_fixes.claimed_cells(table, "count"):
        return True
    if form in _WORDS and key in print_fixes.claimed_cells(table, "words"):
        return True
    return key in print_fixes.named_cells(table) and not (form == "count" and unprinted.is_example_size(table, cell))


@dataclass(frozen=True)
class _Asked:
    """Texts by key, each made when it is asked for."""

    make: Callable[..., str]

    def __getitem__(self, key: str) -> str:
        return self.make(key)


def _printed(key: str | tuple[str, ...]) -> Printed:
    return Printed(published.printed(*([key] if isinstance(key, str) else key)))


def _page(name: str) -> Reference:
    """The title of a page of the book, by the name of its file."""
    path = CHAPTERS / f"{name}.ipynb"
    if not path.exists():
        raise LookupError(f"the book has no page {name}")
    first = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
    return Reference(first.splitlines()[0].removeprefix("# "), "doc", name)


def _cited(keys: str | tuple[str, ...]) -> Reference:
    keys = (keys,) if isinstance(keys, str) else keys
    works = [literature.reference_list()[key].work for key in keys]
    return Reference(
        f"({'; '.join(f'{listing(work.names)}, {work.year}' for work in works)})", "cite:p", ",".join(keys)
    )


def _cited_in_sentence(key: str) -> Reference:
    work = literature.reference_list()[key].work
    return Reference(f"{listing(work.names)} ({work.year})", "cite:t", key)


def _quotations(**having: str) -> str:
    """How many quotations have all of these codes; ``section="4.3"`` means every part of it."""
    _known(having)
    return str(quotations.count(lambda quotation: all(_matches(quotation, *code) for code in having.items())))


def _speakers(voice: str, programme: str = "", **by: str) -> str:
    """How many different people are quoted, such as ``3`` or ``2–5``: on one theme, role or indicator, or in all."""
    _known({"voice": voice, **({"programme": programme} if programme else {}), **by})
    if len(by) > 1 or not by.keys() <= {"theme", "role", "indicator"}:
        raise ExpressionError(f"{sorted(by)}: people were counted by theme, by role or by indicator, not by more")
    ((kind, code),) = by.items() or [("all", "all")]
    return quotations.speakers(kind, code, voice, programme).text


def _of_one_mother(which: int, programme: str) -> str:
    """How many quotations the mother has who is quoted least (0) or most (1)."""
    _known({"programme": programme})
    return str(quotations.mother_range()[programme][which])


def _known(having: dict[str, str]) -> None:
    sections = set(quotations.sections())
    whole = {section[0] for section in sections} | {section.partition(" ")[0] for section in sections}
    codes = {
        **{name: set(quotations.labels(name)) for name in ("role", "programme", "direction")},
        "voice": {"mother", "professional", "document"},
        "theme": {theme for theme, _ in quotations.themes()},
        "sub_theme": {sub for _, sub in quotations.themes()},
        "indicator": set(instrument.indicators("interview")),
        "section": sections | whole,
    }
    for name, value in having.items():
        if value not in codes.get(name, ()):
            raise ExpressionError(f"no {name} {value!r}; there is {sorted(codes.get(name, codes))}")


def _matches(quotation: Quotation, name: str, value: str) -> bool:
    if name == "indicator":
        return value in quotation.indicators
    if name == "section":
        return quotation.section.startswith(value)
    return getattr(quotation, name) == value
