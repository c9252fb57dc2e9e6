"""Printed table cells and computed cells, put side by side by their labels.

Labels that may name one thing in two ways.

A suspicion and no verdict: only a reader knows whether ``2021`` and ``2022``,
or ``OPkomst`` and ``OPkomst+``, are two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from unicodedata import normalize

from helpers.checking.rules.relations import Key
from helpers.data.files import RELATIONS, read_rows
from helpers.dutch.number_words import number_word
from helpers.dutch.numbers import DASH, parse_printed
from helpers.tables.table import Cell, Table


@dataclass(frozen=True)
class Matched:
    """How the printed cells of one table correspond to the computed ones.

    Attributes
    ----------
    pairs : dict of Key to Cell
    only_computed : list of Cell
        Computed cells that were not printed.
    """

    pairs: dict[Key, Cell]
    only_computed: list[Cell]


def read_label_variants() -> dict[tuple[str, str], str]:
    """Labels that the report itself writes in two ways.

    Returns
    -------
    dict
        From table id and printed label to the label of the codebook.
    """
    rows = read_rows(RELATIONS / "label_variants.csv")
    return {(row["id"], row["printed"]): row["label"] for row in rows}


def match(table: Table, printed: list[Key], variants: dict[tuple[str, str], str]) -> Matched:
    """Match by label, whatever the capitals, quotes and spaces.

    Parameters
    ----------
    table
        A computed table.
    printed
        The printed cells of the same table.
    variants
        From `read_label_variants`.

    Raises
    ------
    ValueError
        When two computed cells have the same labels.
    """
    computed: dict[tuple[str, str], Cell] = {}
    for cell in table.cells:
        labels = normalise(cell.row_label), normalise(cell.column_label)
        if labels in computed:
            raise ValueError(f"{table.id}: two cells are labelled {labels}")
        computed[labels] = cell

    pairs = {}
    for key in printed:
        labels = tuple(normalise(variants.get((table.id, label), label)) for label in key[1:])
        if labels in computed:
            pairs[key] = computed.pop(labels)
    return Matched(pairs, list(computed.values()))


def agrees(cell: Cell, printed: str) -> bool:
    """Whether a computed cell, rounded, is what was printed: each of its numbers.

    ``0%`` and ``5`` agree with 0,0% and 5,0: the report leaves out a decimal
    zero now and then.
    """
    return cell.value is not None and [number.value for number in parse_printed(printed)] == cell.numbers


def says_otherwise(one: str, other: str) -> bool:
    """Whether the numbers of two labels differ, in digits or in words: that is another thing, and no spelling.

    >>> says_otherwise("6 of meer gezinnen", "5 of meer gezinnen"), says_otherwise("2 of 3", "twee of drie")
    (True, False)
    """
    return _numbers_of(one) != _numbers_of(other)


def _numbers_of(label: str) -> list[int]:
    # `` [2]`` is ours, and ``een`` an article.
    words = re.findall(r"\w+", re.sub(r" \[\d+\]$", "", normalise(label)))
    numbers = (int(word) if word.isdigit() else number_word(word) for word in words if word != "een")
    return [number for number in numbers if number is not None]


@cache
def normalise(label: str) -> str:
    """A label without the differences that carry no meaning."""
    # Composed: a label that was copied from a PDF has its accents apart.
    text = re.sub(r"[‘’“”\"]", "'", normalize("NFC", label).casefold())
    text = re.sub(r"\s*([/·-])\s*", r"\1", re.sub(f"[{DASH}]", "-", text))
    return " ".join(text.split())


#: Labels that share this much of their letters look like the same one.
ALIKE = 0.85


def look_alike(labels: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of labels that differ by no more than a few letters, signs or a word order.

    Parameters
    ----------
    labels
        As printed. Labels that are equal apart from capitals and spaces, and
        labels that differ in a number, are no pair.

    Examples
    --------
    >>> look_alike(["Invalideitsvergoeding", "Invaliditeitsvergoeding", "Leefloon"])
    [('Invalideitsvergoeding', 'Invaliditeitsvergoeding')]
    """
    unique = {_plain(label): label for label in labels}
    return [(unique[one], unique[other]) for one, other in combinations(unique, 2) if _alike(one, other)]


def _alike(one: str, other: str) -> bool:
    if re.findall(r"\d+", one) != re.findall(r"\d+", other) or (one.endswith("+") != other.endswith("+")):
        return False
    words = [" ".join(sorted(re.findall(r"\w+", label))) for label in (one, other)]
    return words[0] == words[1] or SequenceMatcher(None, one, other).ratio() >= ALIKE


def _plain(label: str) -> str:
    text = re.sub(r"[‘’“”\"]", "'", label.casefold())
    return " ".join(re.sub(r"\s*([/·–-])\s*", r"\1", text).split())
