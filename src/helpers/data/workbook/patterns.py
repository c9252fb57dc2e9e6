"""What no rule forbids and a person would see in whole columns: "kijk even na".

A column is compared with what it should agree with: the same question at another
moment. What chance could do to valid records is no reason for a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from math import lgamma, log

import numpy as np
import pandas as pd

from helpers.data import codebook
from helpers.data.workbook.form import Column
from helpers.data.workbook.messages import Finding
from helpers.data.workbook.settings import SHEET

#: Fewer rows say nothing about a pattern.
FEW = 20

#: Chance puts the answers of a column in order less often than once in so many times.
_BY_CHANCE = 1e6

#: One agreement is better than another when they differ by so many times 1/√n: by chance they do not.
_ERRORS = 5

#: An answer that would be expected so often, judging by the same list elsewhere, is not absent by chance.
_EXPECTED = 15

#: So many pairs with one score only could be chance, whatever a moved column would give.
_LONE = 5

#: So many rows tell which columns belong together.
_ENOUGH = 5000


def all_hints(kind: str, frame: pd.DataFrame, columns: dict[str, Column], look) -> Iterator[Finding]:
    """Every hint about the columns of one form; see `helpers.data.workbook.hints.all_hints`."""
    codes = dict(zip(columns, coded(frame[list(columns)]).T, strict=True))
    yield from _one_answer(frame, columns, codes, look)
    yield from _programme_absent(frame, columns, look)
    yield from _absent(frame, kind, columns, codes, look)
    yield from _sorted_alone(frame, columns, codes, look)
    if kind == "registration":
        pairs = _pairs(columns)
        yield from _answer_absent(frame, columns, codes, look)
        yield from _moved(columns, codes, pairs, look)
        yield from _under_another_heading(columns, codes, pairs, look)
    else:
        yield from _scores(frame, columns, look)


def coded(frame: pd.DataFrame) -> np.ndarray:
    """Answers as numbers, the same for the same answer in every column, and -1 where there is none.

    Returns
    -------
    ndarray of int32, one row a row
    """
    known: dict[str, int] = dict.fromkeys([*codebook.labels("missing"), ""], -1)
    found = np.empty(frame.shape, np.int32)
    for place, name in enumerate(frame):
        part, answers = pd.factorize(frame[name])
        found[:, place] = np.array([known.setdefault(answer, len(known)) for answer in answers] or [0])[part]
    return found


def _one_answer(frame: pd.DataFrame, columns: dict[str, Column], codes: dict[str, np.ndarray], look):
    """One answer of all who gave one."""
    for name, column in columns.items():
        given = codes[name] >= 0
        if given.sum() >= FEW and np.ptp(codes[name][given]) == 0 and column.variable.categories != "programme":
            yield look(
                "",
                "is het enige antwoord in deze kolom",
                "verschillende antwoorden, of één antwoord dat echt overal klopt",
                column,
                _label(column, frame[name].to_numpy()[given][0]),
            )


def _label(column: Column, code: str) -> str:
    return codebook.labels(column.variable.categories).get(code, code) if column.variable.categories else code


def _programme_absent(frame: pd.DataFrame, columns: dict[str, Column], look):
    for code, label in codebook.labels("programme").items():
        if not frame["programme"].eq(code).any():
            yield look(
                "",
                f"staat bij {SHEET}, maar in geen enkele rij",
                "rijen van elk programma",
                columns["programme"],
                label,
            )


def _absent(frame: pd.DataFrame, kind: str, columns: dict[str, Column], codes: dict[str, np.ndarray], look):
    """A question that nobody answered, and a moment that nobody had."""
    unanswered = [name for name in columns if (codes[name] < 0).all() and name != "first_dossier"]
    if kind == "registration":
        for moment, label in (("birth", "bij de bevalling"), ("end", "bij het einde")):
            later = set(codebook.measured_at(moment))
            if later <= set(unanswered):
                unanswered = [name for name in unanswered if name not in later]
                yield look("", f"er is geen enkel antwoord {label}", "antwoorden van dat meetmoment, als het er was")
    elif frame["moment"].nunique() == 1:
        yield look(
            "",
            "er is maar één meetmoment",
            "een rij voor het begin en een voor het einde",
            columns["moment"],
            _label(columns["moment"], frame["moment"].iloc[0]),
        )
    for name in unanswered:
        yield look("", "niemand heeft hier een antwoord", "antwoorden, als de vraag gesteld is", columns[name])


def _sorted_alone(frame: pd.DataFrame, columns: dict[str, Column], codes: dict[str, np.ndarray], look):
    """A column in order in a table that has another order: chance does that to no long column."""
    first = next(iter(columns))
    order = [name for name in (first, "start_month") if name in columns]
    if not any(frame[name].is_monotonic_increasing for name in order):
        return
    for name, column in columns.items():
        if name in (*order, "programme", "moment") or len(set(codes[name]) - {-1}) < 2:
            continue
        place, answers = pd.factorize(frame[name])
        if np.count_nonzero(np.diff(place)) != len(answers) - 1:
            continue
        times = np.bincount(place)
        chance = lgamma(len(times) + 1) + sum(lgamma(number + 1) for number in times) - lgamma(len(place) + 1)
        if chance < -log(_BY_CHANCE):
            yield look(
                "",
                "gelijke antwoorden staan netjes onder elkaar, alsof alleen deze kolom gesorteerd is",
                "een kolom die bij de andere hoort: sorteer altijd de hele tabel",
                column,
            )


def _answer_absent(frame: pd.DataFrame, columns: dict[str, Column], codes: dict[str, np.ndarray], look):
    """An answer that nobody gave to one question, and many to another with the same answers."""
    by_list: dict[str, list[str]] = {}
    for name, column in columns.items():
        if column.variable.type == "category" and (codes[name] >= 0).any():
            by_list.setdefault(column.variable.categories, []).append(name)
    for answers, names in by_list.items():
        if len(labels := codebook.labels(answers)) < 3 or len(names) < 2:
            continue
        counts = pd.DataFrame({name: frame[name].value_counts() for name in names}).reindex(list(labels)).fillna(0)
        shares = (counts / counts.sum()).max(axis=1)
        for name in names:
            for code in counts.index[counts[name].eq(0) & (shares * counts[name].sum() >= _EXPECTED)]:
                yield look(
                    "",
                    "komt hier bij niemand voor, en bij een vraag met dezelfde antwoorden wel vaak",
                    "alle antwoorden die gegeven zijn",
                    columns[name],
                    labels[code],
                )


def _pairs(columns: dict[str, Column]) -> list[tuple[str, str]]:
    """Questions with the same question at a later moment."""
    found = []
    for name in columns:
        if match := re.fullmatch(r"(.+)_(?:birth|end)", name):
            start = match[1] if match[1] in columns else f"{match[1]}_start"
            if start in columns and columns[start].variable.type == "category":
                found.append((start, name))
    return found


def _moved(columns: dict[str, Column], codes: dict[str, np.ndarray], pairs: list[tuple[str, str]], look):
    """A later answer that agrees better with the answers of the rows above or below than with its own."""
    for start, later in pairs:
        # Whether there is an answer at all agrees between moments too.
        one, other = codes[start] + 1, codes[later] + 1
        here, number = _agreement(one, other)
        moved = {1: _agreement(one[:-1], other[1:])[0], -1: _agreement(one[1:], other[:-1])[0]}
        best = max(moved, key=moved.__getitem__)
        if number >= FEW and moved[best] > here + _ERRORS / number**0.5:
            yield look(
                "",
                f"past beter bij ‘{columns[start].heading}’ van een rij {'hoger' if best > 0 else 'lager'}",
                "kolommen die niet verschoven zijn",
                columns[later],
            )


def _agreement(one: np.ndarray, other: np.ndarray) -> tuple[float, int]:
    """Cohen's kappa of two columns, and how many answered both."""
    both = (one >= 0) & (other >= 0)
    one, other = one[both], other[both]
    if not len(one):
        return 0.0, 0
    size = max(one.max(), other.max()) + 1
    by_chance = float(np.bincount(one, minlength=size) @ np.bincount(other, minlength=size)) / len(one) ** 2
    return (float((one == other).mean()) - by_chance) / (1 - by_chance) if by_chance < 1 else 0.0, len(one)


def _under_another_heading(
    columns: dict[str, Column], codes: dict[str, np.ndarray], pairs: list[tuple[str, str]], look
):
    """Two later columns that each agree better with the start of the other than with their own."""
    step = len(next(iter(codes.values()))) // _ENOUGH + 1
    codes = {name: answers[::step] for name, answers in codes.items()}
    own = {later: _agreement(codes[start], codes[later]) for start, later in pairs}
    for (start, later), (other_start, other_later) in combinations(pairs, 2):
        number = min(own[later][1], own[other_later][1])
        if columns[later].variable.categories != columns[other_later].variable.categories or number < FEW:
            continue
        swapped = _agreement(codes[start], codes[other_later])[0] + _agreement(codes[other_start], codes[later])[0]
        if swapped > own[later][0] + own[other_later][0] + 2 * _ERRORS / number**0.5:
            yield look(
                "",
                f"past beter bij de kolom ‘{columns[other_later].heading}’, en die past beter hier",
                "antwoorden onder hun eigen kolomkop",
                columns[later],
            )


def _scores(frame: pd.DataFrame, columns: dict[str, Column], look):
    """Scores that no longer belong to their row: moments that changed places, columns moved or sorted."""
    who, _, moment, *rated = columns
    if set(frame[moment]) != {"start", "end"}:
        return
    first = frame.drop_duplicates(who)[moment]
    if (first == "end").all():
        yield look(
            "",
            "bij iedereen staat het einde boven de start, alsof de meetmomenten omgewisseld zijn",
            "bij elke score het juiste meetmoment",
            columns[moment],
        )
    # A family with a moment twice has no pair, and its other moment has none either.
    twice = frame.loc[frame.duplicated([who, moment]), who]
    both = frame.duplicated(who, keep=False) & ~frame[who].isin(twice)
    rows = frame[both].sort_values([who, moment], kind="stable").index
    places = frame.index.get_indexer(rows)
    scores = frame[rated].apply(pd.to_numeric, errors="coerce").to_numpy(float)
    apart = {step: _apart(np.roll(scores, step, axis=0)[places]) for step in (-1, 0, 1)}
    lone = {step: found[0] for step, found in apart.items()}
    far = {step: found[1] for step, found in apart.items()}
    best = min((-1, 1), key=lambda step: (lone[step].sum(), far[step]))
    usual = lone[0].sum()
    if usual and usual > 4 * lone[best].sum() + _LONE:
        yield look(
            "",
            f"de scores passen beter bij een rij {'lager' if best > 0 else 'hoger'}: dan heeft bijna iedereen "
            "twee scores of geen",
            "scores naast het gezin en het moment waar ze bij horen",
        )
        return
    for place, name in enumerate(rated):
        others = np.delete(lone[0], place)
        if lone[0][place] >= 3 and (others == 0).mean() >= 0.5:
            yield look(
                "",
                f"{lone[0][place]} keer is er een score bij de start of bij het einde, en niet bij beide",
                "twee scores of geen: misschien is deze kolom verschoven of apart gesorteerd",
                columns[name],
            )


def _apart(scores: np.ndarray) -> tuple[np.ndarray, float]:
    """Of rows in pairs: how often one has a score and the other none, by column; and how far scores are apart."""
    one, other = scores[::2], scores[1::2]
    return (np.isnan(one) != np.isnan(other)).sum(axis=0), float(np.nanmean(np.abs(one - other)))
