"""Every printed number against what the records give.

Source: ``data/published/cells.csv`` for what was printed, ``data/relations/``
for what belongs together (see its README).
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from helpers.checking import claims, findings, labels, printed
from helpers.checking.claims import Derived
from helpers.checking.labels import Matched
from helpers.checking.name_variants import wrong_labels
from helpers.checking.printed import Erratum
from helpers.checking.rules.relations import Key
from helpers.checking.rules.rounding import numbers_in
from helpers.data.records import Records
from helpers.tables import catalogue
from helpers.tables.expressions import ExpressionError
from helpers.tables.table import Cell, Table

REPRODUCED, ERRATUM, DEPENDS, NOT_VERIFIABLE = "reproduced", "erratum", "depends", "not_verifiable"


#: The status that makes verification fail.
MISMATCH = "mismatch"


CROSS_CHECKED, CONSISTENT, FITTED = "cross_checked", "consistent", "fitted"


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
        ``reproduced``; ``erratum``; ``depends`` where one reading agrees with other printed
        numbers and another does not; ``not_verifiable``; or ``mismatch``: something that still
        has to be explained.
    reason : str
        In Dutch. For a contradicted number the explanation with its proof.
    evidence : str
        For a reproduced number: ``cross_checked`` when other printed numbers
        would not allow another last digit, ``consistent`` when it was held against
        others that would, else ``fitted``: held against the records alone. These are
        made to fit, and reproduce such a number whether it is right or wrong.
    """

    id: str
    row: str
    column: str
    printed: str
    computed: str
    status: str
    reason: str = ""
    evidence: str = ""


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
    known = printed.declarations()
    tables = catalogue.tables_of(*records)
    checks = [check for id in dict.fromkeys(key[0] for key in known.printed) for check in _checks(id, tables)]
    by_key = {(check.id, check.row, check.column): check for check in checks}
    ordered = [by_key.pop(key) for key in known.printed]
    computed = {(check.id, check.row, check.column): check.computed for check in ordered}
    problems = list(_problems(tables, computed))
    return [*ordered, *by_key.values(), *problems]


def check_of(table: Table, cell: Cell) -> Check | None:
    """The check of the printed number that a computed cell is, in the table or in the text; None without one."""
    key = printed.printed_key(table, cell)
    if key is None:
        return None
    if key[0].startswith("tabel-"):
        return _cell_check(key, labels.match(table, [key], printed.declarations().variants))
    return _claim_check(key, {table.id: table})


def checks_for(table: Table) -> list[Check]:
    """The printed numbers of one table or figure, in the order of the report."""
    return _checks(table.id, {table.id: table})


def _checks(id: str, tables: Mapping[str, Table]) -> list[Check]:
    """Check what was printed under one id."""
    keys = printed.declarations().printed_in(id)
    if id.startswith("tabel-"):
        return _table_checks(tables[id], keys) if id in tables else [_missing(key) for key in keys]
    return [_claim_check(key, tables) for key in keys]


def _missing(key: Key) -> Check:
    if key in printed.declarations().erratum_of:
        return _contradicted(key, "")
    return _check(key, "", MISMATCH, "geen functie berekent deze tabel")


def _table_checks(table: Table, keys: list[Key]) -> list[Check]:
    matched = labels.match(table, keys, printed.declarations().variants)
    told = printed.claimed_cells(table, "value") | printed.claimed_cells(table, "count") | printed.derived_cells(table)
    return [_cell_check(key, matched) for key in keys] + [
        Check(
            *(table.id, cell.row_label, cell.column_label, "", cell.text, MISMATCH),
            reason="berekend, maar niet gedrukt",
        )
        for cell in matched.only_computed
        if (cell.row, cell.column) not in told
    ]


def _cell_check(key: Key, matched: Matched) -> Check:
    text = printed.declarations().printed[key]
    # Whether print contradicts a number does not hang on what the records give.
    if key in printed.declarations().erratum_of:
        return _contradicted(key, matched.pairs[key].text if key in matched.pairs else "")
    if not numbers_in(text):
        return _check(key, "", NOT_VERIFIABLE, "er is geen getal gedrukt")
    if key not in matched.pairs:
        return _check(key, "", MISMATCH, "gedrukt, maar niet berekend")
    cell = matched.pairs[key]
    return _judged(key, cell.text, labels.agrees(cell, text), "")


def _claim_check(key: Key, tables: Mapping[str, Table]) -> Check:
    known = printed.declarations()
    link = known.link_of.get(key)
    if link is None:
        return _check(key, "", MISMATCH, "staat niet in links.csv")
    if link.how == claims.NOT_COMPUTED:
        return _contradicted(key, "") if key in known.erratum_of else _check(key, "", NOT_VERIFIABLE, link.note)
    try:
        outcome = claims.compare(link, known.printed[key], tables, known.printed)
    except (ExpressionError, ValueError, ZeroDivisionError) as error:
        if key in known.erratum_of:
            return _contradicted(key, "")
        return _check(key, "", MISMATCH, str(error))
    if outcome.depends and key not in known.erratum_of:
        return _check(key, outcome.computed, DEPENDS, link.note)
    return _judged(key, outcome.computed, outcome.holds, link.note, printed.rests_on_print(link, tables))


def _judged(key: Key, computed: str, agrees: bool, note: str, held_against_print: bool = False) -> Check:
    """The check of a number that was compared.

    Whether print contradicts it does not hang on the records: those made to
    fit a cell agree with it, right or wrong.
    """
    known = printed.declarations()
    if key in known.erratum_of:
        return _contradicted(key, computed)
    if not agrees:
        return _check(key, computed, MISMATCH, " ".join(["de berekening geeft iets anders", *filter(None, [note])]))
    fits = CONSISTENT if held_against_print or known.relations_of.get(key) else FITTED
    evidence = CROSS_CHECKED if known.is_cross_checked(key) else fits
    return replace(_check(key, computed, REPRODUCED, note), evidence=evidence)


def _contradicted(key: Key, computed: str) -> Check:
    """The check of a number with an erratum, if the erratum stands."""
    erratum = printed.declarations().erratum_of[key]
    if problem := _stale(erratum):
        return _check(key, computed, MISMATCH, problem)
    proof = printed.declarations().verdict(erratum.relation).proof
    depends = findings.grades()[key]["grade"] == findings.DEPENDS
    reason = f"{erratum.explanation_nl} {proof[0].upper()}{proof[1:]}."
    return _check(key, computed, DEPENDS if depends else ERRATUM, reason)


def _stale(erratum: Erratum) -> str:
    """Why an erratum cannot stand, or nothing: its relation is evaluated anew."""
    known = printed.declarations()
    if erratum.relation not in known.relations:
        return f"erratum zonder bestaande relatie: {erratum.relation}"
    if erratum.key not in known.relations[erratum.relation].keys:
        return f"erratum bij een relatie waar het getal niet in voorkomt: {erratum.relation}"
    verdict = known.verdict(erratum.relation)
    return f"achterhaald erratum: {verdict.proof}" if verdict.consistent else ""


def _problems(tables: Mapping[str, Table], computed: Mapping[Key, str]) -> Iterator[Check]:
    """Declarations that are not true of the printed or the computed cells."""
    known = printed.declarations()
    proving = {relation for erratum in known.errata for relation in (erratum.relation, erratum.also)}
    # A relation that an erratum breaks holds once the number is mended.
    mended = ChainMap({key: computed[key] for key in known.erratum_of if computed.get(key)}, known.printed)
    for relation in known.relations.values():
        verdict = relation.verdict(known.printed)
        if not verdict.consistent and relation.name not in proving and not relation.verdict(mended).consistent:
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
    for (id, label), meant in known.variants.items():
        if not any(label in key[1:] for key in known.printed_in(id)):
            yield Check(id, label, "", "", "", MISMATCH, "label_variants.csv noemt een label dat niet gedrukt is")
        if labels.says_otherwise(label, meant) and label not in wrong_labels():
            yield Check(id, label, "", "", "", MISMATCH, f"‘{label}’ is geen andere schrijfwijze van ‘{meant}’")
    for derived in known.derived:
        reason = _wrong_derivation(derived, tables)
        if reason:
            yield Check(derived.id, derived.row, derived.column, "", "", MISMATCH, reason)


def _wrong_derivation(derived: Derived, tables: Mapping[str, Table]) -> str:
    try:
        cell = tables[derived.id][derived.row, derived.column]
        if claims.follows(derived, cell, printed.declarations().printed):
            return ""
    except (KeyError, ExpressionError) as error:
        return f"derived.csv: {error}"
    return f"derived.csv: uit {derived.source} volgt iets anders dan {cell.text}"


def _check(key: Key, computed: str, status: str, reason: str) -> Check:
    return Check(*key, printed.declarations().printed[key], computed, status, reason)
