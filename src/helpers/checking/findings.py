"""Everything that printed numbers contradict, gravest first.

Source: ``data/relations/errata.csv`` for what is contradicted and by which
relation, ``data/relations/findings.csv`` for how grave it is. Proofs and
explanations are computed anew each time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from helpers.checking import printed
from helpers.checking.corrections import agrees_with_all, correction
from helpers.checking.printed import Erratum
from helpers.checking.rules.explanations import Explanation, explain
from helpers.checking.rules.judgement import Judgement, judge
from helpers.checking.rules.relations import Key, Place, Relation
from helpers.checking.rules.rounding import numbers_in, read
from helpers.data import kept
from helpers.data.files import RELATIONS, DataError, read_rows
from helpers.tables.table import Table, display_name

#: What a finding touches, gravest first, as a reader is told.
WEIGHTS = {
    "conclusion": "Raakt wat je uit het rapport besluit",
    "number": "Raakt alleen dit cijfer",
    "form": "Raakt alleen hoe het er staat",
}


#: The grade of what agrees with other numbers in one reading and not in another.
DEPENDS = "depends"


#: How certain it is which number is wrong.
GRADES = {
    "wrong": "Bewezen fout",
    "contradiction": "Bewezen tegenspraak",
    "wording": "Woordkeuze",
    DEPENDS: "Hangt af van hoe je telt",
}


@dataclass(frozen=True)
class Finding:
    """One contradiction.

    Attributes
    ----------
    erratum : Erratum
        Where it is, which relation proves it, and what is going on (Dutch).
    should_be : str
        What the cell would say with the only number that other printed numbers allow; empty where
        there is none: see `helpers.checking.corrections`.
    grade, weight : str
        Keys of `GRADES` and `WEIGHTS`.
    judgement : Judgement
        With the proof.
    nearest : Explanation or None
        The smallest change that would undo the contradiction.
    meaning_nl : str
        What it means for a conclusion, in Dutch; may be empty.
    """

    erratum: Erratum
    should_be: str
    grade: str
    weight: str
    judgement: Judgement
    nearest: Explanation | None
    meaning_nl: str

    @property
    def printed(self) -> str:
        """What is printed there."""
        return printed.declarations().printed[self.erratum.key]

    @property
    def anchor(self) -> str:
        """Its place on the page of findings, stable."""
        return anchor(self.erratum.key)


def anchor(key: Key) -> str:
    """Where a finding about a cell stands on the page of findings.

    >>> anchor(("tabel-17", "Groeipakket", "Bij start"))
    'bevinding-tabel-17-groeipakket-bij-start'
    """
    return "-".join(["bevinding", *re.findall(r"\w+", " ".join(key).casefold().replace("+", " plus"))])


def place(key: Key) -> str:
    """Where a cell stands, for a reader: ``Tabel 12``, ``Tekst 3.8``, ``Brochure``."""
    if _is_output(key[0]):
        return display_name(key[0])
    section = printed.declarations().sections[key]
    if section[0].isdigit():
        return f"Tekst {section}"
    return section.partition(" 1")[0].partition(" 2")[0].capitalize()


def _is_output(id: str) -> bool:
    return id.startswith(("tabel-", "figuur-"))


def findings(id: str = "") -> list[Finding]:
    """Every contradiction among printed numbers, or those of one table or figure, gravest first.

    A matter of print alone: no record changes them.
    """
    found = [_finding(erratum) for erratum in printed.declarations().errata if id in ("", erratum.id)]
    return sorted(found, key=lambda f: (list(WEIGHTS).index(f.weight), list(GRADES).index(f.grade)))


def clashing() -> int:
    """How many printed numbers and claims contradict others, whichever way one counts."""
    return sum(finding.grade != DEPENDS for finding in findings())


def grouped(found: Iterable[Finding]) -> list[list[Finding]]:
    """Findings in the same order, those that are one fact together.

    One fact is one relation that several numbers break, or one row of a table
    with the same outcome.
    """
    found = list(found)
    shared = Counter((place(finding.erratum.key), finding.erratum.relation) for finding in found)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in found:
        about = finding.erratum
        where = place(about.key)
        fact = about.relation if shared[where, about.relation] > 1 else about.row
        groups.setdefault((where, fact, finding.should_be, finding.grade, finding.weight), []).append(finding)
    return list(groups.values())


def about(id: str) -> list[Finding]:
    """Findings in the text, proven with a table or figure whose own numbers are not wrong."""
    return [one for one in findings() if not _is_output(one.erratum.id) and id in sources(one.erratum)]


def proof_cells(table: Table) -> set[tuple[str, str]]:
    """The cells of a table, by row and column key, that the proofs of its own contradictions rest on."""
    relations = (printed.declarations().relations[one.erratum.relation] for one in findings(table.id))
    keys = {key for relation in relations for key in relation.keys}
    return {(cell.row, cell.column) for key, cell in printed.printed_cells(table).items() if key in keys}


def sources(erratum: Erratum) -> list[str]:
    """The tables and figures whose numbers the proof of an erratum uses, in order of number."""
    keys = printed.declarations().relations[erratum.relation].keys
    return sorted({key[0] for key in keys if _is_output(key[0])}, key=lambda id: (id[0] != "t", int(id.split("-")[1])))


@cache
def grades() -> dict[Key, dict[str, str]]:
    """What ``data/relations/findings.csv`` says of each contradicted cell.

    Raises
    ------
    DataError
        When it says nothing of one, or something that is no grade or weight.
    """
    found = {(row["id"], row["row"], row["column"]): row for row in read_rows(RELATIONS / "findings.csv")}
    for key in printed.declarations().erratum_of:
        if key not in found or found[key]["grade"] not in GRADES or found[key]["weight"] not in WEIGHTS:
            raise DataError(f"findings.csv: no grade and weight of {' | '.join(key)}")
    return found


def _finding(erratum: Erratum) -> Finding:
    graded, declared = grades()[erratum.key], printed.declarations().digest
    return kept.once(lambda: _graded(erratum, graded), "finding", declared, erratum, graded)


def _graded(erratum: Erratum, graded: dict[str, str]) -> Finding:
    known = printed.declarations()
    relation = known.relations[erratum.relation]
    should_be = correction(erratum.key)
    told = sorted(_explanations(erratum, relation), key=lambda explanation: explanation.cost) if should_be else []
    return Finding(
        erratum=erratum,
        should_be=should_be,
        grade=graded["grade"],
        weight=graded["weight"],
        judgement=judge(relation.kind, relation.texts(known.printed)),
        nearest=told[0] if told else None,
        meaning_nl=graded["meaning_nl"],
    )


def _explanations(erratum: Erratum, relation: Relation) -> Iterator[Explanation]:
    """What would undo the contradiction and agree with everything else that is printed."""
    known = printed.declarations()
    arguments = relation.texts(known.printed)
    for parameter, value in relation.arguments.items():
        places = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, place in places:
            if isinstance(place, Place) and place.key == erratum.key:
                yield from explain(
                    relation.kind,
                    arguments,
                    parameter,
                    index,
                    column=_column(erratum),
                    allowed=lambda other, place=place: agrees_with_all(place, other, {}),
                )


def makes_whole(erratum: Erratum) -> bool:
    """Whether its column adds up to exactly 100%: then the number may have been adjusted for that."""
    own = printed.declarations().printed[erratum.key]
    cells = [own, *_column(erratum)]
    return own.endswith("%") and len(cells) > 2 and sum(read(cell).value for cell in cells) == 1


def _column(erratum: Erratum) -> list[str]:
    """The percentages that stand in the same column, if each of its cells is one percentage."""
    texts = printed.declarations().printed
    keys = [key for key in texts if key[0] == erratum.id and key[2] == erratum.column and key != erratum.key]
    cells = [texts[key] for key in keys if key[1] != "Totaal"]
    return cells if all(len(numbers_in(cell)) == 1 and cell.endswith("%") for cell in cells) else []
