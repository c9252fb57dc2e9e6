"""The scores of the interviews as they are drawn and tested."""

from __future__ import annotations

from helpers import codebook, instrument, progress_tables, progress_tests, tables, verify
from helpers.figures.drawing import Key
from helpers.progress_tests import Progress
from helpers.records import Records
from helpers.table import Table

#: The extra figures: who went which way, and from which score to which.
MOVES, SCORES = "extra-25", "extra-26"

_TITLES = {
    MOVES: "Hoeveel mama's vooruitgingen, gelijk bleven of achteruitgingen",
    SCORES: "De gemiddelde score die mama's gaven, toen en nu",
}


def drawn(records: Records, id: str) -> tuple[Table, frozenset[Key]]:
    """The numbers of `MOVES` or `SCORES`, and which of them a printed number fixes."""
    source = tables.table_26(records)
    table = progress_tables.interview_table(source, id, _TITLES[id])
    return table, progress_tables.fixed_in_interviews(table, frozenset(verify.fixed_cells(source)))


def tested(records: Records) -> Progress:
    """The exact sign test of every indicator, with the corrections for their number."""
    return progress_tests.progress(drawn(records, MOVES)[0])


def by_programme(records: Records) -> dict[str, int]:
    """How many mothers or families there are, by the Dutch label of their programme."""
    who = records.frame.columns[0]
    counts = records.frame.drop_duplicates(who)["programme"].value_counts()
    return {label: int(counts.get(code, 0)) for code, label in codebook.labels("programme").items()}


def levels() -> int:
    """How many scores the scale has."""
    return len(instrument.scores("interview", next(iter(instrument.indicators("interview")))))
