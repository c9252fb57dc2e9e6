"""What a sentence should say of a recomputed number, and what words for a share mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from recomputation import Cells, written

#: A cell in an expression.
REFERENCE = re.compile(r'((?:tabel|figuur)_\d+)\["([^"]*)", "([^"]*)"\]')


def told(fact: str, expected: Mapping[str, Cells], text: str) -> str:
    """What an expression should say, from recomputed cells; `text` itself where words mean the number."""
    expression, form = re.fullmatch(r"(.*[])\d])(?:\.(\w+))?", fact).groups()
    references = [(name.replace("_", "-"), *key) for name, *key in REFERENCE.findall(expression)]
    id, *key = references[0]
    exact = REFERENCE.sub(
        lambda match: f"Fraction('{expected[match[1].replace('_', '-')][match[2], match[3]].value}')", expression
    )
    return said(expected[id][tuple(key)], eval(exact, {"Fraction": Fraction}), form, text)


def said(cell, value, form, text):
    """What the prose should say; words are judged by what they mean."""
    if form in ("words", "Words", "fraction", "Fraction"):
        return text if means(text, value) else f"words for {float(value):.3f}"
    if form == "rounded":
        return written(value * 100, 0) + "%"
    if form == "percent":
        return written(value * 100, 1) + "%"
    if form == "count":
        return written(value * cell.n, 0)
    if form == "n":
        return written(Fraction(cell.n), 0)
    # The value of a sum is written like the first cell that it names.
    if value == cell.value:
        return cell.text
    share, decimals = cell.text.endswith("%"), len(cell.text.rstrip("%").partition(",")[2])
    return written(value * 100, decimals) + "%" if share else written(value, decimals)


def means(text, value):
    """Whether a share in words is near the share, and on the side that the words say."""
    words = text.lower()
    if words in ("geen enkele", "alle"):
        return value == (words == "alle")
    if words == "minder dan een op honderd":
        return 0 < value < Fraction(1, 100)
    share = meant(words)
    side = {"ruim": value > share, "bijna": value < share}.get(words.split()[0], True)
    return side and abs(share - value) <= Fraction(6, 100)


def meant(words):
    numbers = "een twee drie vier vijf zes zeven acht negen tien".split()
    wholes = dict(zip(numbers, range(1, 11), strict=True)) | {"twintig": 20, "vijftig": 50, "honderd": 100}
    if found := re.search(r"(\w+) op (\w+)", words):
        return Fraction(wholes[found[1]], wholes[found[2]])
    named = {
        "driekwart": (3, 4),
        "kwart": (1, 4),
        "twee derde": (2, 3),
        "derde": (1, 3),
        "helft": (1, 2),
        "alle": (1, 1),
    }
    return next(Fraction(*share) for name, share in named.items() if name in words)
