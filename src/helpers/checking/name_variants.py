"""One thing under two names: what the tables of the report call differently."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from helpers.checking import printed
from helpers.checking.labels import look_alike
from helpers.data.files import RELATIONS, read_rows


@dataclass(frozen=True)
class NameVariant:
    """A label, another one for what is or seems the same thing, and where the first and the second stand.

    Attributes
    ----------
    name, tables : str, tuple of str
    other, other_tables : str, tuple of str
        No tables when only the codebook has the other name.
    """

    name: str
    tables: tuple[str, ...]
    other: str
    other_tables: tuple[str, ...]


def name_variants() -> list[NameVariant]:
    """Row labels that look alike and never stand in one table, then the spellings of ``label_variants.csv``."""
    known = printed.declarations()
    rows = [(key[0], key[1]) for key in known.printed if key[0].startswith("tabel-")]
    alike = [(one, other) for one, other in look_alike(label for _, label in rows) if not _share_a_table(one, other)]
    wrong = wrong_labels()
    declared = [(printed, label) for (_, printed), label in known.variants.items() if printed not in wrong]
    pairs = alike + [pair for pair in declared if pair not in alike and pair[::-1] not in alike]
    return [NameVariant(one, _tables(one), other, _tables(other)) for one, other in pairs]


@cache
def wrong_labels() -> dict[str, str]:
    """Labels that name something else than what they stand beside, with what is wrong (Dutch)."""
    rows = read_rows(RELATIONS / "label_variants.csv")
    return {row["printed"]: row["remark_nl"] for row in rows if row["remark_nl"]}


def _share_a_table(one: str, other: str) -> bool:
    return bool(set(_tables(one)) & set(_tables(other)))


def _tables(label: str) -> tuple[str, ...]:
    keys = printed.declarations().printed
    return tuple(dict.fromkeys(id for id, *labels in keys if id.startswith("tabel-") and label in labels))
