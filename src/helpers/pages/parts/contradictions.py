"""How contradicting numbers are told to a reader, below a table and in the overview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from helpers.checking.findings import DEPENDS, Finding, place
from helpers.checking.name_variants import wrong_labels
from helpers.checking.printed import declarations
from helpers.dutch.lists import listing


def label(name: str, id: str = "") -> str:
    """A printed row or column as a reader knows it: as the book calls it in that table, unless the name is wrong.

    ``[2]`` is the second one with the same name.
    """
    if name not in wrong_labels():
        name = declarations().variants.get((id, name), name)
    return name.replace(" [2]", " (een tweede keer)")


def heading_html(group: Sequence[Finding]) -> str:
    """What a group of findings is called: where it stands, and its row or column."""
    erratum, rows = group[0].erratum, {one.erratum.row for one in group}
    names = [*([erratum.row] if len(rows) == 1 else []), "" if len(rows) < len(group) else erratum.column]
    name = " · ".join(label(name, erratum.id) for name in names if name)
    return f"{escape(place(erratum.key))}: ‘{escape(name)}’"


def contradiction_html(group: Sequence[Finding]) -> str:
    """One group of findings: what is printed where, what follows instead, and the proofs."""
    instead, errata = group[0].should_be, [finding.erratum for finding in group]
    one_row = len({erratum.row for erratum in errata}) == 1
    name = errata[0].row if one_row else errata[0].column
    follows = "dat er geen getal kan staan" if instead == "/" else escape(instead)
    clashes = "past niet bij" if group[0].grade == DEPENDS else "botst met"
    outcome = f"uit andere gedrukte cijfers volgt {follows}" if instead else f"dat {clashes} andere gedrukte cijfers"
    reasons = " ".join(dict.fromkeys(escape(f"{one.erratum.explanation_nl} {_proof(one)}") for one in group))
    places = printed_html(
        (one.printed, label(one.erratum.column if one_row else one.erratum.row, one.erratum.id)) for one in group
    )
    return f"‘{escape(label(name, errata[0].id))}’: gedrukt {places}; {outcome}. {reasons}"


def _proof(finding: Finding) -> str:
    proof = finding.judgement.proof
    return f"{proof[0].upper()}{proof[1:]}."


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
