"""How contradicting numbers are told to a reader, below a table and in the overview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from helpers.checking.findings import follows
from helpers.checking.verify import Check
from helpers.dutch.lists import listing


def label(name: str) -> str:
    """A printed row or column as a reader knows it; ``[2]`` is the second one with the same name."""
    return name.replace(" [2]", " (een tweede keer)")


def contradiction_html(group: Sequence[Check]) -> str:
    """The checks of one group of findings: what is printed where, what follows instead, and the proofs."""
    computed, one_row = group[0].computed, len({check.row for check in group}) == 1
    name = group[0].row if one_row else group[0].column
    instead = "dat er geen getal kan staan" if computed == "/" else escape(computed)
    outcome = (
        f"uit andere gedrukte cijfers volgt {instead}" if follows(group[0]) else "dat botst met andere gedrukte cijfers"
    )
    reasons = " ".join(dict.fromkeys(escape(check.reason) for check in group))
    printed = printed_html((check.printed, check.column if one_row else check.row) for check in group)
    return f"‘{escape(name)}’: gedrukt {printed}; {outcome}. {reasons}"


def printed_html(places: Iterable[tuple[str, str]]) -> str:
    """What is printed in which columns of one row: each number once.

    Parameters
    ----------
    places
        Each number with the label of its column, or an empty one.
    """
    columns: dict[str, list[str]] = {}
    for printed, column in places:
        columns.setdefault(printed, []).append(f"‘{escape(label(column))}’" if column else "")
    return "; ".join(
        escape(printed) + (f" bij {listing(names)}" if any(names) else "") for printed, names in columns.items()
    )


#: The page that the findings stand on, seen from another chapter.
PAGE = "08_verificatie.html"
