"""What print fixes: the declarations of ``data/relations/``, and which computed cells they tie down.

Source: ``data/published/cells.csv`` for what was printed; ``data/relations/`` (see its
README) for what belongs together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property

from helpers.checking import claims, labels
from helpers.checking.claims import Derived, Link
from helpers.checking.rules.evidence import cross_checking
from helpers.checking.rules.notation import read_relations
from helpers.checking.rules.relations import Key, Relation
from helpers.checking.rules.rounding import numbers_in
from helpers.checking.rules.verdict import Verdict
from helpers.data import kept, published
from helpers.data.files import RELATIONS, read_as
from helpers.tables.expressions import CELL, as_python, canonical
from helpers.tables.table import Cell, Table


@dataclass(frozen=True)
class Erratum:
    """A printed number that other printed numbers contradict.

    Attributes
    ----------
    id, row, column : str
        Its cell.
    relation : str
        What proves it.
    also : str
        Another relation that it breaks and no corrected number would mend; empty if none.
    explanation_nl : str
    """

    id: str
    row: str
    column: str
    relation: str
    also: str
    explanation_nl: str

    @property
    def key(self) -> Key:
        """The printed cell that it is about."""
        return self.id, self.row, self.column


@dataclass(frozen=True)
class Declarations:
    """What was printed, and everything ``data/relations/`` says about it.

    Attributes
    ----------
    printed : dict of Key to str
        In the order of the file.
    sections : dict of Key to str
    relations : dict of str to Relation
    links : list of Link
    derived : list of Derived
    errata : list of Erratum
    variants : dict
        From `matching.read_label_variants`.
    """

    printed: dict[Key, str]
    sections: dict[Key, str]
    relations: dict[str, Relation]
    links: list[Link]
    derived: list[Derived]
    errata: list[Erratum]
    variants: dict[tuple[str, str], str]

    @cached_property
    def relations_of(self) -> Mapping[Key, list[Relation]]:
        """The relations that each printed cell is part of."""
        found = defaultdict(list)
        for relation in self.relations.values():
            for key in relation.keys:
                found[key].append(relation)
        return found

    @cached_property
    def erratum_of(self) -> dict[Key, Erratum]:
        """Errata by printed cell."""
        return {erratum.key: erratum for erratum in self.errata}

    @cached_property
    def link_of(self) -> dict[Key, Link]:
        """Links by claim."""
        return {link.key: link for link in self.links}

    def printed_in(self, id: str) -> list[Key]:
        """Printed cells of one table, figure or claim, in order."""
        return [key for key in self.printed if key[0] == id]

    def verdict(self, relation: str) -> Verdict:
        """What a relation says of the printed numbers."""
        return self.relations[relation].verdict(self.printed)

    def is_cross_checked(self, key: Key) -> bool:
        """Whether some relation pins a printed cell down: see `helpers.checking.rules.evidence`."""
        # Every page that shows the cell asks, and the page of verification three times.
        if key[0] not in self._cross_checked:
            self._cross_checked[key[0]] = kept.once(
                lambda: {own for own in self.printed_in(key[0]) if self._is_pinned_down(own)},
                *("cross-checked", self.digest, key[0]),
            )
        return key in self._cross_checked[key[0]]

    def _is_pinned_down(self, key: Key) -> bool:
        return bool(cross_checking(key, self.relations_of[key], self.printed))

    @cached_property
    def _cross_checked(self) -> dict[str, set[Key]]:
        return {}

    @cached_property
    def digest(self) -> str:
        """Of all that is declared."""
        return kept.digest([getattr(self, field.name) for field in fields(self)])


@cache
def declarations() -> Declarations:
    """Read everything that verification rests on, once."""
    cells = published.cells()
    keys = list(cells[published.KEY].itertuples(index=False, name=None))
    printed = dict(zip(keys, cells["printed"], strict=True))
    return Declarations(
        printed=printed,
        sections=dict(zip(keys, cells["section"], strict=True)),
        relations=_relations((RELATIONS / "relations.yml").read_text(encoding="utf-8"), printed),
        links=claims.read_links(),
        derived=claims.read_derived(),
        errata=read_as(Erratum, RELATIONS / "errata.csv"),
        variants=labels.read_label_variants(),
    )


def _relations(declared: str, printed: dict[Key, str]) -> dict[str, Relation]:
    return kept.once(lambda: read_relations(declared, printed), "relations", declared, printed)


def named_cells(table: Table) -> set[tuple[str, str]]:
    """Row and column keys of the cells of which print gives the value, whatever the records say there.

    A sentence may speak of these, with other records too. A claim in words gives no value.
    """
    matched = {(cell.row, cell.column) for cell in printed_cells(table).values()}
    return matched | derived_cells(table) | claimed_cells(table, "value")


def fixed_cells(table: Table) -> set[tuple[str, str]]:
    """Row and column keys of the cells whose value is what print gives: see `named_cells`.

    Every other cell is free, or departs from print: it differs between synthetic
    records that reproduce the report equally well.
    """
    # What the table itself prints goes before what is said of it elsewhere.
    in_table = {(cell.row, cell.column) for cell in printed_cells(table).values()}
    return (in_table - deviating(table).keys()) | (_as_told_elsewhere(table) - in_table)


def departing_cells(table: Table) -> set[tuple[str, str]]:
    """Row and column keys of the cells of which print gives another value."""
    return named_cells(table) - fixed_cells(table)


def beside_print(table: Table) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """What a picture has to know of a table: its `fixed_cells`, and its `departing_cells`."""
    return frozenset(fixed_cells(table)), frozenset(departing_cells(table))


def _as_told_elsewhere(table: Table) -> set[tuple[str, str]]:
    """The cells that say what a claim gives, or what follows from numbers printed elsewhere."""
    known, tables = declarations(), {table.id: table}
    cells = {(table.id, cell.row, cell.column): cell for cell in table.cells if cell.value is not None}
    claimed = {
        link.single_cell
        for link in known.links
        if link.fixes == "value"
        and link.single_cell in cells
        and claims.compare(link, known.printed[link.key], tables, known.printed).holds
    }
    derived = {(one.id, one.row, one.column): one for one in known.derived}
    following = {key for key in derived.keys() & cells if claims.follows(derived[key], cells[key], known.printed)}
    return {key[1:] for key in claimed | following}


def derived_cells(table: Table) -> set[tuple[str, str]]:
    """Row and column keys of the cells that follow from numbers printed elsewhere."""
    return {(derived.row, derived.column) for derived in declarations().derived if derived.id == table.id}


def claimed_cells(table: Table, what: str) -> set[tuple[str, str]]:
    """Row and column keys of the cells of which the text gives the value, the count or words.

    Parameters
    ----------
    what
        ``value``, ``count`` or ``words``: see `helpers.checking.claims.Link.fixes`.
    """
    cells = (link.single_cell for link in declarations().links if link.fixes == what)
    return {cell[1:] for cell in cells if cell[0] == table.id}


def rests_on_print(link: Link, tables: Mapping[str, Table]) -> bool:
    """Whether every cell that a claim is compared with says what was printed elsewhere, and nothing contradicts that.

    Then the claim is held against print; else against records that were made to fit it.
    """
    cells = [cell.groups() for cell in CELL.finditer(link.computed)]
    fixed = {id: _fixed_elsewhere(tables[id], link) for id in {id for id, *_ in cells}}
    return all((row, column) in fixed[id] for id, row, column in cells)


def _fixed_elsewhere(table: Table, link: Link) -> set[tuple[str, str]]:
    others = (other for other in declarations().links if other.fixes in ("value", "count") and other.key != link.key)
    certain = {
        (cell.row, cell.column) for key, cell in printed_cells(table).items() if key not in declarations().erratum_of
    }
    told = {one.single_cell[1:] for one in others if one.single_cell[0] == table.id}
    return (certain | derived_cells(table) | told) - departing_cells(table)


@cache
def claimed_expressions() -> set[str]:
    """Everything of which the text gives the value: `Link.computed`, as `expressions.canonical` writes it."""
    return {canonical(as_python(link.computed)) for link in declarations().links if link.how == "value"}


def origins(table: Table) -> dict[tuple[str, str], str]:
    """Where each number of a table comes from, in a word for the download.

    Returns
    -------
    dict
        By row and column key: ``rapport`` (printed, or following from print),
        ``afwijkend van rapport`` or ``voorbeeld`` (nothing fixes it).
    """
    keys = [(cell.row, cell.column) for cell in table.cells]
    found = dict.fromkeys(keys, "voorbeeld") | dict.fromkeys(fixed_cells(table), "rapport")
    return found | dict.fromkeys(departing_cells(table), "afwijkend van rapport")


def deviations(table: Table) -> dict[tuple[str, str], str]:
    """What the report prints in the cells of a table where the records give something else.

    Returns
    -------
    dict
        By row and column key.
    """
    return {place: declarations().printed[key] for place, key in deviating(table).items()}


def deviating(table: Table) -> dict[tuple[str, str], Key]:
    """The printed cells of a table where the records give something else, by row and column key."""
    return {
        (cell.row, cell.column): key
        for key, cell in printed_cells(table).items()
        if not _says(cell, declarations().printed[key])
    }


def printed_key(table: Table, cell: Cell) -> Key | None:
    """Where the report prints the value of a computed cell: in the table, or else in a claim about it."""
    place = cell.row, cell.column
    found = [key for key, other in printed_cells(table).items() if (other.row, other.column) == place]
    links = declarations().links
    found += [link.key for link in links if link.fixes in ("value", "words") and link.single_cell == (table.id, *place)]
    return found[0] if found else None


def _says(cell: Cell, printed: str) -> bool:
    """Whether a cell says what was printed, or neither gives a number."""
    return labels.agrees(cell, printed) or (cell.value is None and not numbers_in(printed))


def printed_cells(table: Table) -> dict[Key, Cell]:
    """The cells of a table that were printed; the numbers of a figure are claims."""
    if not table.id.startswith("tabel-"):
        return {}
    return labels.match(table, declarations().printed_in(table.id), declarations().variants).pairs
