"""The progress of the families of the case study, as it is drawn and tested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.checking import printed
from helpers.data import instrument
from helpers.data.records import Records
from helpers.inference import score_tables, score_tests
from helpers.inference.score_tests import Progress
from helpers.tables import case_study_scores, catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Key, Table

#: The tables of the report that everything here is made from.
SOURCES = ("tabel-21", *score_tables.CHANGED)


#: The extra figures: areas, who went which way, scores, programmes compared, one family.
AREAS, MOVES, SCORES, GAPS, LINES = (f"extra-{number}" for number in range(20, 25))


#: How many indicators the areas show: the brochure names seven.
_AREAS = 7


_TITLES = {
    AREAS: "De indicatoren waarop de meeste gezinnen vooruitgingen",
    MOVES: "Hoeveel gezinnen vooruitgingen, gelijk bleven of achteruitgingen",
    SCORES: "De gemiddelde score bij de start en bij het einde",
    GAPS: "Waar ging een groter aandeel van de gezinnen vooruit?",
}


@dataclass(frozen=True)
class CaseStudyProgress:
    """What the tables of section 4.2 say about progress, put together once.

    Attributes
    ----------
    sources : dict of str to Table
        `SOURCES` by id.
    reproduced : dict of str to frozenset
        By id: the cells of each source that say what was printed.
    counts : Table
        See `helpers.inference.score_tables.case_study_table`.
    fixed : frozenset of Key
        The cells of `counts` that printed numbers fix.
    tests : Progress
    """

    sources: Mapping[str, Table]
    reproduced: Mapping[str, frozenset[Key]]
    counts: Table
    fixed: frozenset[Key]
    tests: Progress


def made_from(records: Records) -> CaseStudyProgress:
    """Put the tables of the case study together, and test them."""
    may_be_shown(records)
    return _put_together(tuple(catalogue.find(id).function(records) for id in SOURCES))


# A chapter asks for it at every figure and conclusion.
@lru_cache(2)
def _put_together(tables: tuple[Table, ...]) -> CaseStudyProgress:
    sources = {table.id: table for table in tables}
    reproduced = {id: frozenset(printed.fixed_cells(table)) for id, table in sources.items()}
    counts = score_tables.case_study_table(sources, MOVES, _TITLES[MOVES])
    fixed = score_tables.fixed_in_case_study(counts, sources, reproduced)
    return CaseStudyProgress(sources, reproduced, counts, fixed, score_tests.progress(counts))


def drawn(found: CaseStudyProgress, id: str) -> tuple[Table, frozenset[Key]]:
    """The numbers of `AREAS`, `MOVES`, `SCORES` or `GAPS`, and which of them printed numbers fix.

    Raises
    ------
    KeyError
        When `id` is none of the four.
    """
    title = _TITLES[id]
    if id in (MOVES, SCORES):
        return replace(found.counts, id=id, title=title), found.fixed
    if id == AREAS:
        table = score_tests.pooled_table(found.counts, id, title, _AREAS)
    else:
        table = score_tests.gap_table(found.tests, id, title)
    return table, frozenset((cell.row, cell.column) for cell in table.cells if _is_fixed(found, cell.row))


def _is_fixed(found: CaseStudyProgress, row: str) -> bool:
    """Whether printed numbers fix how many families of both programmes went which way on an indicator."""
    return found.fixed.issuperset((row, f"{group}.{move}") for group in _groups(found) for move in score_tests.MOVES)


def _groups(found: CaseStudyProgress) -> list[str]:
    return list(score_tests.group_labels(found.counts))


def lines(records: Records, indicator: str) -> Table:
    """The scores of every family on one indicator: of synthetic families only.

    Raises
    ------
    KeyError
        When there is no such indicator.
    """
    label = instrument.in_tables("case_study")[indicator].label_nl
    pairs = case_study_scores.rated(may_be_shown(records).frame)
    mine = pairs[pairs["indicator"] == indicator].sort_values("programme", key=lambda code: code.map(_order()))
    title = f"Voorbeeld, met verzonnen gezinnen: {label.lower()}"
    return score_tables.line_table(mine, LINES, title, "4.2", synthetic=records.synthetic)


def _order() -> dict[str, int]:
    """OPkomst first, as in Tabel 20 to 25."""
    return {code: index for index, code in enumerate(case_study_scores.programme_labels())}
