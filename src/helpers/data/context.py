"""What the report tells of the programme without records: schemes, timeline, glossary.

Source: ``data/context/``. Labels may name a printed entry, ``{tekst-2.2-c}``:
it is replaced by the string that the report prints there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from helpers.data import codebook
from helpers.data.files import CONTEXT, read_rows
from helpers.data.published import fill

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def _written(when: str) -> str:
    year, _, month = when.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year


def study_month(name: str) -> str:
    """A month of the study design, such as ``last_month_of_dataset``: ``september 2023``."""
    return _written(codebook.constant(name))


@dataclass(frozen=True)
class Node:
    """A box of a scheme.

    Attributes
    ----------
    level : int or None
        Row (layers) or depth (tree), from 1; None when the report names it
        without a place.
    kind : str
        person, service, core, track or track_plus: how it is drawn.
    """

    key: str
    level: int | None
    kind: str
    label: str
    detail: str
    section: str


@dataclass(frozen=True)
class Link:
    """A line of a scheme, from one node to another; `arrow` when it has a direction."""

    start: str
    end: str
    arrow: bool
    label: str
    section: str


@dataclass(frozen=True)
class Scheme:
    """Figuur 1 or Figuur 13: boxes, and the lines between them.

    Attributes
    ----------
    shape : str
        ``layers`` (rows below each other) or ``tree`` (indented).
    unplaced_title : str
        Above the nodes without a level.
    """

    id: str
    title: str
    section: str
    shape: str
    unplaced_title: str
    note: str
    nodes: dict[str, Node]
    links: tuple[Link, ...]

    @property
    def number(self) -> int:
        """1 of Figuur 1."""
        return int(self.id.partition("-")[2])

    @property
    def placed(self) -> list[Node]:
        """The nodes that the report gives a place."""
        return [node for node in self.nodes.values() if node.level is not None]

    @property
    def unplaced(self) -> list[Node]:
        """The nodes that the report names without a place."""
        return [node for node in self.nodes.values() if node.level is None]


@dataclass(frozen=True)
class Moment:
    """A moment of the timeline.

    Attributes
    ----------
    when : str
        ``2020`` or ``2020-01``.
    entry : str
        Where the date stands: an entry of ``data/published/cells.csv``, a
        table, or ``titelblad``.
    """

    when: str
    entry: str
    label: str
    text: str
    section: str

    @property
    def date(self) -> str:
        """``januari 2020``, or ``2020`` when only the year is known."""
        return _written(self.when)

    @property
    def span(self) -> tuple[float, float]:
        """First and last instant that the date allows, in years."""
        year, _, month = self.when.partition("-")
        if not month:
            return float(year), float(year) + 1
        start = int(year) + (int(month) - 1) / 12
        return start, start + 1 / 12


@dataclass(frozen=True)
class Term:
    """An entry of the glossary; `forms` are the spellings that are recognised in the text."""

    term: str
    forms: tuple[str, ...]
    definition: str
    source: str


@cache
def schemes() -> dict[str, Scheme]:
    """The schemes by id."""
    return {row["figure"]: _scheme(row) for row in read_rows(CONTEXT / "schemes.csv")}


@cache
def timeline() -> tuple[Moment, ...]:
    """The moments of the timeline, from early to late."""
    moments = (
        Moment(row["when"], row["entry"], row["label_nl"], fill(row["text_nl"]), row["section"])
        for row in read_rows(CONTEXT / "timeline.csv")
    )
    return tuple(sorted(moments, key=lambda moment: moment.span))


@cache
def glossary() -> tuple[Term, ...]:
    """The terms in the order of the alphabet."""
    terms = (
        Term(row["term"], tuple(row["forms"].split(";")), row["definition_nl"], row["source_nl"])
        for row in read_rows(CONTEXT / "glossary.csv")
    )
    return tuple(sorted(terms, key=lambda term: term.term.casefold()))


def _scheme(row: dict[str, str]) -> Scheme:
    id = row["figure"]
    nodes = {
        node["node"]: Node(
            node["node"],
            int(node["level"]) if node["level"] else None,
            node["kind"],
            fill(node["label_nl"]),
            fill(node["detail_nl"]),
            node["section"],
        )
        for node in _rows_of("scheme_nodes", id)
    }
    links = tuple(
        Link(link["from"], link["to"], link["arrow"] == "yes", link["label_nl"], link["section"])
        for link in _rows_of("scheme_links", id)
    )
    return Scheme(id, row["title_nl"], row["section"], row["shape"], row["unplaced_nl"], row["note_nl"], nodes, links)


def _rows_of(file: str, figure: str) -> list[dict[str, str]]:
    return [row for row in read_rows(CONTEXT / f"{file}.csv") if row["figure"] == figure]
