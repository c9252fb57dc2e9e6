"""Gaussian elimination, in whole numbers: which counts may be shown before one that may not follows from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import gcd

#: A sum of atoms: how often each is in it, without the zeros.
Vector = dict[int, int]


def unsafe(known: Iterable[Vector], candidates: list[Vector], protected: Iterable[Vector]) -> list[int]:
    """The candidates that cannot be shown with those before them.

    Parameters
    ----------
    known
        Sums that a reader knows.
    candidates
        Sums that may be shown, those one would rather show first.
    protected
        Sums that may not follow, as a combination of others, from what is known and shown.

    Returns
    -------
    list of int
        Places in `candidates`.
    """
    known, protected = list(known), list(protected)
    vectors = [_reduced(vector) for vector in (*known, *candidates, *protected)]
    first_protected = len(known) + len(candidates)
    uses: dict[int, set[int]] = defaultdict(set)
    for place, vector in enumerate(vectors):
        for atom in vector:
            uses[atom].add(place)
    found = []
    for place in range(first_protected):
        vector = vectors[place]
        if not vector:
            continue
        pivot = min(vector, key=lambda atom: (len(uses[atom]), atom))
        if place >= len(known) and any(other >= first_protected and vectors[other] == vector for other in uses[pivot]):
            found.append(place - len(known))
        else:
            for other in list(uses[pivot]):
                if other > place:
                    _eliminate(vectors, uses, other, vector, pivot)
        for atom in vector:
            uses[atom].discard(place)
    return found


def _eliminate(vectors: list[Vector], uses: dict[int, set[int]], place: int, by: Vector, pivot: int) -> None:
    """Take so much of another vector off one that its pivot is gone."""
    old, times, taken = vectors[place], by[pivot], vectors[place][pivot]
    new = {atom: value * times for atom, value in old.items()}
    for atom, value in by.items():
        new[atom] = new.get(atom, 0) - taken * value
    new = _reduced({atom: value for atom, value in new.items() if value})
    for atom in old.keys() - new.keys():
        uses[atom].discard(place)
    for atom in new.keys() - old.keys():
        uses[atom].add(place)
    vectors[place] = new


def _reduced(vector: Vector) -> Vector:
    """The same for all multiples of a vector."""
    if not vector:
        return {}
    scale = gcd(*vector.values())
    if vector[min(vector)] < 0:
        scale = -scale
    return {atom: value // scale for atom, value in vector.items()}
