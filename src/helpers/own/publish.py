"""From the workbooks of a folder to the cells that may be shown, in a file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

import pandas as pd

from helpers.data import codebook, populations
from helpers.data.records import RecordsError
from helpers.data.workbook import own_codebook
from helpers.data.workbook.reading import Intake
from helpers.data.workbook.settings import TOTAL, UNKNOWN
from helpers.disclosure.attack import attack
from helpers.disclosure.cells import EVERYBODY, Condition, condition, count
from helpers.disclosure.protection import Published, TooFewError, protect
from helpers.own import scores
from helpers.own.changes import Change, all_changes, large_enough, moving_enough, with_known
from helpers.own.meanings import meanings
from helpers.own.naming import in_words
from helpers.own.questions import (
    NOT_APPLICABLE,
    PROGRAMME,
    Asked,
    all_asked,
    among,
    barred,
    linked,
    programmes,
)
from helpers.own.scores import all_scored, by_family, of_programmes


def write(intake: Intake, path: Path) -> None:
    """Protect, attack and write what may be shown of a registration, as JSON.

    Raises
    ------
    RecordsError
        When something must be mended first, or there are too few families for any table.
    helpers.disclosure.attack.ExposedError
        When the attack finds a count that is kept back; nothing is written.
    """
    if not intake.usable or intake.settings is None:
        raise RecordsError("Er moet eerst iets hersteld worden: zie python -m helpers check")
    with tempfile.TemporaryDirectory() as folder:
        own_codebook.write(intake.settings, Path(folder))
        with codebook.using(Path(folder)):
            made = publish(intake.records["registration"], intake.settings.threshold)
            made["scores"] = {
                kind: publish_scores(intake.records[kind], kind, intake.settings.threshold)
                for kind in scores.kinds()
                if kind in intake.records
            }
            known = meanings(intake.settings, intake.records)
    text = json.dumps({"place": intake.settings.name, **made, "codebook": known}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def publish(codes: pd.DataFrame, threshold: int) -> dict:
    """What may be shown of a registration, read with the codebook in use.

    Parameters
    ----------
    codes
        One row a dossier.

    Returns
    -------
    dict
        For JSON: counts (None where one is kept back), labels, and what was found on the way.

    Raises
    ------
    RecordsError
        When there are too few families for any table.
    """
    families = populations.described(codes).astype(str)
    if len(families) < threshold:
        raise RecordsError(f"Er zijn minder dan {threshold} gezinnen. Zelfs dat aantal mag niet getoond worden.")
    present = {label: given for label, given in programmes().items() if families[PROGRAMME].isin(given).any()}
    asked, twice = list(among(all_asked(), present.values())), list(all_changes())
    families = with_known(families, twice)
    tables = _fitting(families, asked, threshold)
    published, changes = _with_changes(families, tables, large_enough(families, twice, threshold), threshold)
    published, moves = _with_moves(families, tables, changes, threshold, published)
    attacked = attack(published, in_words)
    return {
        "threshold": threshold,
        "families": published.value(EVERYBODY),
        "nobody_in": [label for label in programmes() if label not in present],
        "tables": [_table(published, one) for one in tables],
        "too_few_for": [one.title for one in asked if one.column not in {table.column for table in tables}],
        **_compared(published, twice, changes, moves),
        "protection": _found(published, attacked),
    }


def publish_scores(codes: pd.DataFrame, kind: str, threshold: int) -> dict:
    """What may be shown of the scores of a kind of records: another set, of other questions.

    Parameters
    ----------
    codes
        A row for each score.

    Returns
    -------
    dict
        For JSON; without any number where there are fewer families than the threshold.
    """
    families, twice = by_family(codes), list(all_scored(kind))
    if len(families) < threshold:
        left_out = list(map(_named, twice))
        return {"families": None, "changes": [], "too_few_to_compare": left_out, "programmes": {}, "protection": None}
    families, apart = with_known(families, twice), of_programmes(families, twice)
    published, changes = _with_changes(families, [], large_enough(families, twice, threshold), threshold)
    # Of a programme nothing is shown for which something of all of them would go.
    published, of_some = _adding(
        published,
        large_enough(families, chain.from_iterable(apart.values()), threshold),
        lambda some: _together(families, [], [*changes, *some], threshold, []),
        lambda one: (one.known, one.yes_at_start, one.yes_at_end),
    )
    published, moves = _with_moves(families, [], [*changes, *of_some], threshold, published)
    attacked = attack(published, partial(scores.in_words, kind))
    return {
        "families": published.value(EVERYBODY),
        "good": codebook.variables(kind)["score"].counted,
        **_compared(published, twice, changes, moves),
        "programmes": {
            label: _compared(published, asked, [one for one in of_some if one in asked], moves)
            for label, asked in apart.items()
        },
        "protection": _found(published, attacked),
    }


def _compared(published: Published, twice: list[Change], changes: list[Change], moves: list[Change]) -> dict:
    return {
        "changes": [
            _change(published, one) | {"both": published.value(one.pairs[0]) if one in moves else None}
            for one in changes
        ],
        "too_few_to_compare": [_named(one) for one in twice if one not in changes],
    }


def _found(published: Published, attacked: int) -> dict:
    """How many counts are kept back, and how many were attacked in vain."""
    return {
        "cells": sum(cell.is_shown for cell in published.counts.cells.values()),
        "kept_back": len(published.kept_back),
        "secondary": len(published.secondary),
        "attacked": attacked,
    }


def _fitting(families: pd.DataFrame, asked: Iterable[Asked], threshold: int) -> list[Asked]:
    """The tables that there are enough families for.

    A table that would keep more back than it shows is not divided by programme any more, and if
    it was not, it goes.
    """
    tables = list(asked)
    while tables:
        try:
            # Rules about many questions are slow: what is crowded without them is so with them.
            for nobody in ([], list(barred(tables))):
                published = _together(families, tables, [], threshold, nobody)
                if crowded := [one for one in tables if _is_crowded(published, one)]:
                    break
            else:
                return tables
        except TooFewError as error:
            columns = {name for name, _ in error.cell}
            crowded = [one for one in tables if columns & one.crossing.columns] or tables
        tables = [_smaller(one) if one in crowded else one for one in tables if one not in crowded or one.crossing.by]
    raise RecordsError("Er zijn te weinig gezinnen: geen enkele tabel kan getoond worden zonder iets te verraden.")


def _with_changes(
    families: pd.DataFrame, tables: list[Asked], twice: list[Change], threshold: int
) -> tuple[Published, list[Change]]:
    """The changes of which every count can be shown beside these tables, protected as one set.

    Who the families are comes first: no table goes for a change.
    """
    changes = list(twice)
    while True:
        try:
            for nobody in ([], list(barred(tables))):
                published = _together(families, tables, changes, threshold, nobody)
                touched = {one.column for one in tables if _is_crowded(published, one)}
                lost = [one for one in changes if None in _change(published, one).values()]
                if touched or lost:
                    break
            else:
                return published, changes
        except TooFewError as error:
            touched, lost = {name for name, _ in error.cell} - {PROGRAMME}, []
        lost = lost or [one for one in changes if one.columns & touched] or changes
        changes = [one for one in changes if one not in lost]


def _with_moves(
    families: pd.DataFrame, tables: list[Asked], changes: list[Change], threshold: int, without: Published
) -> tuple[Published, list[Change]]:
    """The changes of which all pairs of answers can be shown beside what is shown already."""
    nobody = list(barred(tables))
    return _adding(
        without,
        moving_enough(families, changes, threshold),
        lambda moves: _together(families, tables, changes, threshold, nobody, moves),
        lambda one: one.pairs,
    )


def _adding(
    without: Published,
    wanted: list[Change],
    together: Callable[[list[Change]], Published],
    cells: Callable[[Change], tuple[Condition, ...]],
) -> tuple[Published, list[Change]]:
    """What can be shown of some changes beside what is shown already: nothing of that goes for them.

    Parameters
    ----------
    without
        What is shown already.
    together
        Protects it with some of the changes.
    cells
        Of a change: all of them are shown, or none.
    """
    counts = without.counts.cells.values()
    shown = [cell.condition for cell in counts if cell.is_shown and without.value(cell.condition) is not None]
    while wanted:
        lost = []
        try:
            published = together(wanted)
            lost = [one for one in wanted if None in map(published.value, cells(one))]
            gone = [cell for cell in shown if published.value(cell) is None]
            if not lost and not gone:
                return published, wanted
        except TooFewError as error:
            gone = [error.cell]
        touched = {name for cell in gone for name, _ in cell} - {PROGRAMME}
        lost = lost or [one for one in wanted if one.columns & touched] or wanted
        wanted = [one for one in wanted if one not in lost]
    return without, []


def _together(
    families: pd.DataFrame,
    tables: list[Asked],
    changes: list[Change],
    threshold: int,
    nobody: list[Condition],
    moves: Iterable[Change] = (),
) -> Published:
    """Some tables and changes protected as one set.

    A reader knows the rules about two questions, and that these cells have nobody in them. Who knows the city also
    knows how large its programmes are: every share is of one of them. That may be shown, unless one is too small.
    """
    links = [*linked(tables), *(one.linked for one in changes)]
    shown = [*(one.crossing for one in tables), *(crossing for one in changes for crossing in one.crossings)]
    shown += [crossing for one in moves for crossing in one.pairings]
    counts = count(families, [*shown, *(crossing for crossing, _ in links)], nobody)
    known = {EVERYBODY}.union(*(nobody for _, nobody in links))
    sizes = {cell for cell in counts.cells if {name for name, _ in cell} == {PROGRAMME}}
    if all(counts.cells[cell].count >= threshold for cell in sizes):
        known |= sizes
    return protect(counts, threshold, known)


def _is_crowded(published: Published, asked: Asked) -> bool:
    """Whether more counts are kept back than are shown; a zero shows little."""
    counts = [_value(published, asked, column, row) for row in asked.rows for column in asked.columns]
    return counts.count(None) > len(counts) - counts.count(None) - counts.count(0)


def _smaller(asked: Asked) -> Asked:
    """The same table of all programmes together."""
    return replace(asked, crossing=replace(asked.crossing, by=()))


def _table(published: Published, asked: Asked) -> dict:
    # A kind of missing answer that nobody gave needs no row; an answer that nobody gave says something.
    missing = (UNKNOWN, NOT_APPLICABLE)
    rows = [row for row in asked.rows if row not in missing or _value(published, asked, TOTAL, row) != 0]
    return {
        "id": asked.column,
        "title": asked.title,
        "columns": list(asked.columns),
        "rows": rows,
        "counts": [[_value(published, asked, column, row) for column in asked.columns] for row in rows],
        "bases": [_value(published, asked, column) for column in asked.columns],
    }


def _change(published: Published, change: Change) -> dict:
    return {
        "id": change.end.column,
        **_named(change),
        "n": published.value(change.known),
        "start": published.value(change.yes_at_start),
        "end": published.value(change.yes_at_end),
    }


def _named(change: Change) -> dict:
    return {"title": change.title, "subject": change.subject}


def _value(published: Published, asked: Asked, column: str, row: str | None = None) -> int | None:
    """The count of a row, or of a whole column, where it is shown."""
    parts = {PROGRAMME: asked.columns[column], asked.column: row and asked.rows[row]}
    named = [(name, given) for name, given in parts.items() if given]
    return published.value(condition(published.counts.answers, *named))
