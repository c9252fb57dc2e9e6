"""The literature of the report: its citations, and its list (chapter 6).

Sources: ``data/context/citations.csv`` and ``data/context/reference_list.csv``
hold what the report writes; ``book/references.bib`` is what the book cites.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from helpers.data.files import CONTEXT, read_rows

#: Stands for the authors that a citation leaves out.
OTHERS = "e.a."


@dataclass(frozen=True)
class Work:
    """A work as it is called somewhere: its authors' family names and its year (may be empty)."""

    names: tuple[str, ...]
    year: str

    @property
    def text(self) -> str:
        """``Hosper, Loenen (2021)``."""
        return ", ".join(self.names) + (f" ({self.year})" if self.year else "")


@dataclass(frozen=True)
class Citation:
    """A work that the report cites in a section.

    Attributes
    ----------
    secondhand : str
        Works that the report knows through this one only; may be empty.
    key : str
        Of the entry in ``book/references.bib``; empty when the report's list does not have the work.
    """

    section: str
    work: Work
    secondhand: str
    key: str

    @property
    def differences(self) -> list[str]:
        """How the citation differs from the report's own list, in Dutch clauses."""
        return differences(self.work, reference_list()[self.key].work) if self.key else ["staat niet in de lijst"]


@dataclass(frozen=True)
class Listed:
    """An entry of the report's own list; `note` says what is odd about it, in Dutch."""

    work: Work
    note: str


@cache
def citations() -> tuple[Citation, ...]:
    """Every work that the report cites, once a section."""
    return tuple(
        Citation(row["section"], _work(row), row["secondhand"], row["key"])
        for row in read_rows(CONTEXT / "citations.csv")
    )


@cache
def reference_list() -> dict[str, Listed]:
    """The list of chapter 6 of the report, by the key in ``book/references.bib``."""
    return {row["key"]: Listed(_work(row), row["note_nl"]) for row in read_rows(CONTEXT / "reference_list.csv")}


def differences(cited: Work, listed: Work) -> list[str]:
    """How a citation differs from the entry it refers to, in Dutch clauses.

    Capitals do not count, nor do authors behind ``e.a.``; a citation without
    a year names the work in another way.
    """
    named = [name for name in cited.names if name != OTHERS]
    found = [
        f"‘{one}’ heet in de lijst ‘{other}’"
        for one, other in zip(named, listed.names, strict=False)
        if one.casefold() != other.casefold()
    ]
    if OTHERS in cited.names and len(listed.names) <= len(named):
        found.append("meer auteurs dan de lijst noemt")
    if OTHERS not in cited.names and len(named) != len(listed.names):
        found.append("niet alle auteurs genoemd")
    if cited.year and cited.year != listed.year:
        found.append(f"jaar {cited.year}, in de lijst {listed.year}")
    return found


def _work(row: dict[str, str]) -> Work:
    return Work(tuple(row["names"].split("; ")), row["year"])
