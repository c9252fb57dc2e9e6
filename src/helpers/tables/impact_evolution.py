"""Section 4.1: what is in order, and who is involved, at the start and later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from helpers.data import codebook, populations
from helpers.dutch.numbers import round_half_up
from helpers.tables.groups import BELOW, BIRTH, END, START, Label, count, split, tally
from helpers.tables.registry import output
from helpers.tables.table import DECIMALS, Cell, cell, ratio

_POINTS: Label = ("points", "Evolutie (pp)")


_CHANGE: Label = ("change", "Evolutie (%)")


#: Unknown at the start is left out; unknown later counts as "no".
_BASE = "dossiers waarvan het bij de start bekend is"


#: Whose answers each table compares, and by which columns: see `compared`.
_COMPARED = {
    "tabel-17": (populations.with_birth_measurement, "admin_", "", BIRTH),
    "tabel-18": (populations.impact, "admin_", "", END),
    "tabel-19": (populations.impact, "org_", "_start", END),
}


_TITLE_ADMINISTRATION = (
    "Evolutie van het aandeel dossiers dat in orde is met bepaalde zaken, "
    "tussen de start van de begeleiding en de bevalling"
)


@output("tabel-17", _TITLE_ADMINISTRATION, "4.1")
def table_17(frame: pd.DataFrame) -> Iterator[Cell]:
    """Families that have each item in order, at the start and around the birth."""
    yield from evolution(*compared("tabel-17", frame))


# The report's own title: it says birth, where the columns and the text say end.
@output("tabel-18", _TITLE_ADMINISTRATION, "4.1")
def table_18(frame: pd.DataFrame) -> Iterator[Cell]:
    """Families that have each item in order, at the start and at the end.

    Two counts that the report prints in a footnote follow: in how many
    dossiers the attention to play was unknown at either moment.
    """
    dossiers, *how = compared("tabel-18", frame)
    yield from evolution(dossiers, *how)
    for name, moment in [("admin_play", "start"), ("admin_play_end", "einde")]:
        row = (f"{name}.unknown", f"Aandacht voor spel onbekend bij {moment}")
        yield count(row, BELOW, unknown(tally(dossiers, name)), "dossiers")


@output(
    "tabel-19",
    "Evolutie van het aandeel dossiers waarbij hulpverleningsorganisaties betrokken zijn, "
    "tussen de start en het einde van de begeleiding",
    "4.1",
)
def table_19(frame: pd.DataFrame) -> Iterator[Cell]:
    """Families that each organisation is involved with, at the start and at the end."""
    yield from evolution(*compared("tabel-19", frame))


def compared(id: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, str, str, Label]:
    """What one of the three tables compares, as the arguments of `evolution`.

    Raises
    ------
    KeyError
        For another table.
    """
    population, *how = _COMPARED[id]
    return population(frame), *how


def evolution(frame: pd.DataFrame, prefix: str, start: str, later: Label) -> Iterator[Cell]:
    """For each item the share of "yes" at two moments, and how it changed.

    Only dossiers that are known at the start count, at both moments. Unknown
    at the later moment counts as "no", and gives the range of that share.

    The change is computed from the two percentages as they are printed, with
    one decimal: their difference, and that difference over the first of them.
    That is the report's way of rounding: it gives all 38 differences that
    Tabel 17 to 19 print, and 37 of the 38 relative changes (not the -4% of the
    Opvoedingswinkel). The exact shares would give another number for four of
    the differences, and for four more of the relative changes.

    Parameters
    ----------
    frame
        One row a dossier.
    prefix
        What the names of the items begin with, such as ``admin_``.
    start
        What the columns of the start end with, behind the name of the item.
    later
        Key and label of the later moment; its columns end with the key.
    """
    for row, known in answers_at_both(frame, prefix, start, later):
        n, before = sum(counts.total() for counts in known.values()), known["yes"].total()
        afterwards = sum(known.values(), Counter())
        after, possible = afterwards["yes"], afterwards["yes"] + unknown(afterwards)
        yield cell(row, START, ratio(before, n), "% (n)", n, _BASE)
        yield cell(row, later, ratio(after, n), "% (n)", n, _BASE, high=ratio(possible, n))
        points, change = changes(ratio(before, n), ratio(after, n))
        yield cell(row, _POINTS, points, "pp", n, _BASE)
        yield cell(row, _CHANGE, change, "%", n, _BASE, decimals=0)


def answers_at_both(
    frame: pd.DataFrame, prefix: str, start: str, later: Label
) -> Iterator[tuple[Label, dict[str, Counter]]]:
    """For each item that was asked again later, the answers of the dossiers known at the start.

    Parameters are those of `evolution`.

    Yields
    ------
    row : (str, str)
        Key and label of the item, in the order of the codebook.
    answers : dict of str to Counter
        By the answer at the start, how often each answer was given later.
    """
    suffix = f"_{later[0]}"
    for name in frame.columns:
        if name.startswith(prefix) and name.endswith(suffix):
            item = name.removesuffix(suffix)
            joint = split(tally(frame, item + start, name))
            yield (item, codebook.variables()[item + start].label_nl), {code: joint[code] for code in _yes_no()}


def unknown(answers: Counter) -> int:
    """How often an item was not answered with "yes" or "no"."""
    return answers.total() - sum(answers[code] for code in _yes_no())


def _yes_no() -> list[str]:
    return list(codebook.labels("yes_no"))


def changes(before: Fraction | None, after: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    """Difference in percentage points and relative change, from rounded percentages.

    Parameters
    ----------
    before, after
        Two exact shares, or None where nobody was known.

    Returns
    -------
    tuple
        The difference in percentage points, and the relative change as a
        share; None where there is none, as for a change from 0%.

    Examples
    --------
    >>> changes(Fraction(25, 31), Fraction(26, 31))
    (Fraction(33, 10), Fraction(33, 806))
    """
    if before is None or after is None:
        return None, None
    first, second = (Fraction(round_half_up(share * 100, DECIMALS["%"])) for share in (before, after))
    return second - first, (second - first) / first if first else None
