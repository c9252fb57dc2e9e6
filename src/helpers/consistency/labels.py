"""Labels that may name one thing in two ways.

A suspicion and no verdict: only a reader knows whether ``2021`` and ``2022``,
or ``OPkomst`` and ``OPkomst+``, are two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations

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
