"""Every printed number against what the records give.

Source: ``data/published/cells.csv`` for what was printed, ``data/relations/``
for what belongs together (see its README).
"""

from __future__ import annotations

import json
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from helpers import claims, matching, outputs, published
from helpers.claims import Derived, Link
from helpers.consistency.evidence import cross_checking
from helpers.consistency.notation import read_relations
from helpers.consistency.relations import Key, Relation
from helpers.consistency.rounding import numbers_in
from helpers.consistency.verdict import Verdict
from helpers.disclosure import may_be_shown
from helpers.expressions import ExpressionError
from helpers.matching import Matched
from helpers.paths import RELATIONS
from helpers.records import Records
from helpers.table import Cell, Table
from helpers.tabular import read_rows

REPRODUCED, ERRATUM, NOT_VERIFIABLE = "reproduced", "erratum", "not_verifiable"

#: The status that makes verification fail.
MISMATCH = "mismatch"

CROSS_CHECKED, FITTED = "cross_checked", "fitted"


@dataclass(frozen=True)
class Check:
    """One printed number, and what came of it.

    Attributes
    ----------
    id, row, column, printed : str
        As in ``data/published/cells.csv``.
    computed : str
        The computed value, printed in the same way; empty without one.
    status : str
        ``reproduced``, ``erratum``, ``not_verifiable``, or ``mismatch``: something that still has to be explained.
    reason : str
        In Dutch. For an erratum the explanation with its proof.
    evidence : str
        For a reproduced number: ``cross_checked`` when other printed numbers
        would not allow another last digit, else ``fitted``. Records that are
        made to fit reproduce a fitted number whether it is right or wrong.
    """

    id: str
    row: str
    column: str
    printed: str
    computed: str
    status: str
    reason: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Erratum:
    """A printed number that other printed numbers contradict."""

    id: str
    row: str
    column: str
    relation: str
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


@cache
def declarations() -> Declarations:
    """Read everything that verification rests on, once."""
    cells = published.cells()
    keys = list(cells[published.KEY].itertuples(index=False, name=None))
    printed = dict(zip(keys, cells["printed"], strict=True))
    return Declarations(
        printed=printed,
        sections=dict(zip(keys, cells["section"], strict=True)),
        relations=read_relations(RELATIONS / "relations.yml", printed),
        links=claims.read_links(),
        derived=claims.read_derived(),
        errata=[Erratum(**row) for row in read_rows(RELATIONS / "errata.csv")],
        variants=matching.read_label_variants(),
    )


def verify(*records: Records) -> list[Check]:
    """Check every printed number, and every declaration about them.

    Parameters
    ----------
    *records
        The records that the book is computed from, all kinds of them.

    Returns
    -------
    list of Check
        One for each printed cell, in the order of ``cells.csv``, and after
        these one `MISMATCH` for everything else that is wrong: computed cells
        that were not printed, and declarations that are no longer true.
    """
    known = declarations()
    tables = outputs.tables_of(*records)
    checks = [check for id in dict.fromkeys(key[0] for key in known.printed) for check in _checks(id, tables)]
    by_key = {(check.id, check.row, check.column): check for check in checks}
    ordered = [by_key.pop(key) for key in known.printed]
    return [*ordered, *by_key.values(), *_problems(tables)]


def checks_for(table: Table) -> list[Check]:
    """The printed numbers of one table or figure, in the order of the report."""
    return _checks(table.id, {table.id: table})


def fixed_cells(table: Table) -> set[tuple[str, str]]:
    """Row and column keys of the cells that a printed number fixes.

    Every other cell is free: it differs between synthetic records that
    reproduce the report equally well. A claim in words fixes nothing.
    """
    matched = {(cell.row, cell.column) for cell in _printed_cells(table).values()}
    return matched | _derived_cells(table) | claimed_cells(table, "value")


def _derived_cells(table: Table) -> set[tuple[str, str]]:
    """Row and column keys of the cells that follow from numbers printed elsewhere."""
    return {(derived.row, derived.column) for derived in declarations().derived if derived.id == table.id}


def claimed_cells(table: Table, what: str) -> set[tuple[str, str]]:
    """Row and column keys of the cells of which the text gives the value, the count or words.

    Parameters
    ----------
    what
        ``value``, ``count`` or ``words``: see `helpers.claims.Link.fixes`.
    """
    cells = (link.single_cell for link in declarations().links if link.fixes == what)
    return {cell[1:] for cell in cells if cell[0] == table.id}


def claimed_expressions() -> set[str]:
    """Everything, without spaces, of which the text gives the value: `Link.computed`."""
    return {link.computed.replace(" ", "") for link in declarations().links if link.how == "value"}


def origins(table: Table) -> dict[tuple[str, str], str]:
    """Where each number of a table comes from, in a word for the download.

    Returns
    -------
    dict
        By row and column key: ``rapport`` (printed, or following from print),
        ``afwijkend van rapport`` or ``voorbeeld`` (nothing fixes it).
    """
    known, fixed = declarations(), fixed_cells(table)
    keys = [(cell.row, cell.column) for cell in table.cells]
    found = {key: "rapport" if key in fixed else "voorbeeld" for key in keys}
    deviating = {
        link.single_cell[1:]
        for link in known.links
        if link.fixes == "value"
        and link.id == table.id == link.single_cell[0]
        and not claims.compare(link, known.printed[link.key], {table.id: table}).holds
    }
    return found | dict.fromkeys({*deviations(table), *deviating}, "afwijkend van rapport")


def deviations(table: Table) -> dict[tuple[str, str], str]:
    """What the report prints in the cells of a table where the records give something else.

    Returns
    -------
    dict
        By row and column key.
    """
    printed = {(cell.row, cell.column): (cell, declarations().printed[key]) for key, cell in _printed_cells(table).items()}
    return {key: text for key, (cell, text) in printed.items() if not _says(cell, text)}


def _says(cell: Cell, printed: str) -> bool:
    """Whether a cell says what was printed, or neither gives a number."""
    return matching.agrees(cell, printed) or (cell.value is None and not numbers_in(printed))


def _printed_cells(table: Table) -> dict[Key, Cell]:
    """The cells of a table that were printed; the numbers of a figure are claims."""
    if not table.id.startswith("tabel-"):
        return {}
    return matching.match(table, declarations().printed_in(table.id), declarations().variants).pairs


def summary(checks: list[Check]) -> str:
    """What the command prints: counts, errata with their proof, mismatches."""
    statuses = Counter(check.status for check in checks)
    evidence = Counter(check.evidence for check in checks if check.status == REPRODUCED)
    lines = [f"{len(checks)} printed numbers"]
    lines += [f"  {statuses[status]:5} {status}" for status in (REPRODUCED, ERRATUM, NOT_VERIFIABLE, MISMATCH)]
    lines += [
        f"Of the reproduced, {evidence[CROSS_CHECKED]} are cross-checked by other printed numbers; "
        f"{evidence[FITTED]} are fitted, which proves nothing."
    ]
    for status in (ERRATUM, MISMATCH):
        shown = [check for check in checks if check.status == status]
        lines += ["", f"{status} ({len(shown)}):"] if shown else []
        lines += [f"  {_describe(check)}" for check in shown]
    return "\n".join(lines)


def main(records: list[Records], json_file: str | None = None) -> int:
    """Verify, print the summary, and write one JSON entry for each check.

    Returns
    -------
    int
        The exit code: 1 when something does not match and is not explained.
    """
    checks = verify(*map(may_be_shown, records))
    print(summary(checks))
    if json_file:
        text = json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=1) + "\n"
        Path(json_file).write_text(text, encoding="utf-8", newline="\n")
    return int(any(check.status == MISMATCH for check in checks))


def _checks(id: str, tables: Mapping[str, Table]) -> list[Check]:
    """Check what was printed under one id."""
    keys = declarations().printed_in(id)
    if id.startswith("tabel-"):
        return _table_checks(tables[id], keys) if id in tables else [_missing(key) for key in keys]
    return [_claim_check(key, tables) for key in keys]


def _missing(key: Key) -> Check:
    return _check(key, "", MISMATCH, "geen functie berekent deze tabel")


def _table_checks(table: Table, keys: list[Key]) -> list[Check]:
    matched = matching.match(table, keys, declarations().variants)
    told = claimed_cells(table, "value") | claimed_cells(table, "count") | _derived_cells(table)
    return [_cell_check(key, matched) for key in keys] + [
        Check(
            *(table.id, cell.row_label, cell.column_label, "", cell.text, MISMATCH),
            reason="berekend, maar niet gedrukt",
        )
        for cell in matched.only_computed
        if (cell.row, cell.column) not in told
    ]


def _cell_check(key: Key, matched: Matched) -> Check:
    printed = declarations().printed[key]
    if not numbers_in(printed):
        return _check(key, "", NOT_VERIFIABLE, "er is geen getal gedrukt")
    if key not in matched.pairs:
        return _check(key, "", MISMATCH, "gedrukt, maar niet berekend")
    cell = matched.pairs[key]
    return _judged(key, cell.text, matching.agrees(cell, printed), "")


def _claim_check(key: Key, tables: Mapping[str, Table]) -> Check:
    known = declarations()
    link = known.link_of.get(key)
    if link is None:
        return _check(key, "", MISMATCH, "staat niet in links.csv")
    if link.how == "not_verifiable":
        contradicted = key in known.erratum_of
        return _contradicted(key, "", "", is_number=False) if contradicted else _check(key, "", NOT_VERIFIABLE, link.note)
    try:
        outcome = claims.compare(link, known.printed[key], tables)
    except ExpressionError as error:
        return _check(key, "", MISMATCH, str(error))
    return _judged(key, outcome.computed, outcome.holds, link.note, is_number=link.how == "value")


def _judged(key: Key, computed: str, agrees: bool, note: str, is_number: bool = True) -> Check:
    """The check of a number that was compared, with its erratum if it has one.

    What is computed for a claim in words is no number that could be printed
    instead: then the erratum only has to contradict.
    """
    known = declarations()
    if key in known.erratum_of:
        return _contradicted(key, computed, "erratum bij een getal dat klopt met de berekening" if agrees else "", is_number)
    if not agrees:
        return _check(key, computed, MISMATCH, " ".join(["de berekening geeft iets anders", *filter(None, [note])]))
    evidence = CROSS_CHECKED if cross_checking(key, known.relations_of[key], known.printed) else FITTED
    return replace(_check(key, computed, REPRODUCED, note), evidence=evidence)


def _contradicted(key: Key, computed: str, problem: str, is_number: bool) -> Check:
    """The check of a number with an erratum, if the erratum stands and there is no other problem."""
    erratum = declarations().erratum_of[key]
    problem = problem or _stale(erratum) or (_unsolved(erratum, computed) if is_number else "")
    if problem:
        return _check(key, computed, MISMATCH, problem)
    proof = declarations().verdict(erratum.relation).proof
    return _check(key, computed, ERRATUM, f"{erratum.explanation_nl} {proof[0].upper()}{proof[1:]}.")


def _stale(erratum: Erratum) -> str:
    """Why an erratum cannot stand, or nothing: its relation is evaluated anew."""
    known = declarations()
    if erratum.relation not in known.relations:
        return f"erratum zonder bestaande relatie: {erratum.relation}"
    if erratum.key not in known.relations[erratum.relation].keys:
        return f"erratum bij een relatie waar het getal niet in voorkomt: {erratum.relation}"
    verdict = known.verdict(erratum.relation)
    return f"achterhaald erratum: {verdict.proof}" if verdict.consistent else ""


def _unsolved(erratum: Erratum, computed: str) -> str:
    """Whether the computed number, had it been printed, would contradict too."""
    known = declarations()
    corrected = ChainMap({erratum.key: computed}, known.printed)
    try:
        verdict = known.relations[erratum.relation].verdict(corrected)
    except ValueError:
        return f"er is niets te berekenen dat de tegenspraak oplost: {computed}"
    return "" if verdict.consistent else f"de berekende waarde lost de tegenspraak niet op: {verdict.proof}"


def _problems(tables: Mapping[str, Table]) -> Iterator[Check]:
    """Declarations that are not true of the printed or the computed cells."""
    known = declarations()
    for relation in known.relations.values():
        verdict = relation.verdict(known.printed)
        if not verdict.consistent and not relation.keys & set(known.erratum_of):
            yield Check(relation.name, "", "", "", "", MISMATCH, f"tegenspraak zonder erratum: {verdict.proof}")
    for entries, name in ((known.links, "links.csv"), (known.errata, "errata.csv")):
        for key, times in Counter(entry.key for entry in entries).items():
            if key not in known.printed:
                yield Check(*key, "", "", MISMATCH, f"{name} noemt een getal dat niet gedrukt is")
            if times > 1:
                yield Check(*key, known.printed.get(key, ""), "", MISMATCH, f"{name} noemt dit getal {times} keer")
    for link in known.links:
        if link.id.startswith("tabel-"):
            yield Check(*link.key, "", "", MISMATCH, "links.csv is niet voor tabelcellen")
        if link.id.startswith("figuur-") and not claims.tables_of(link) <= {link.id}:
            yield Check(*link.key, "", "", MISMATCH, "een cijfer van een figuur hangt alleen van die figuur af")
    for id, label in known.variants:
        if not any(label in key[1:] for key in known.printed_in(id)):
            yield Check(id, label, "", "", "", MISMATCH, "label_variants.csv noemt een label dat niet gedrukt is")
    for derived in known.derived:
        reason = _wrong_derivation(derived, tables)
        if reason:
            yield Check(derived.id, derived.row, derived.column, "", "", MISMATCH, reason)


def _wrong_derivation(derived: Derived, tables: Mapping[str, Table]) -> str:
    try:
        cell = tables[derived.id][derived.row, derived.column]
        if claims.follows(derived, cell, declarations().printed):
            return ""
    except (KeyError, ExpressionError) as error:
        return f"derived.csv: {error}"
    return f"derived.csv: uit {derived.source} volgt iets anders dan {cell.text}"


def _check(key: Key, computed: str, status: str, reason: str) -> Check:
    return Check(*key, declarations().printed[key], computed, status, reason)


def _describe(check: Check) -> str:
    place = " | ".join(filter(None, [check.id, check.row, check.column]))
    numbers = f": printed {check.printed!r}, computed {check.computed!r}" if check.printed or check.computed else ""
    return f"{place}{numbers}. {check.reason}"
