"""The scores of the interviews as they are drawn and tested."""

from __future__ import annotations

from helpers.checking import printed
from helpers.data import codebook, instrument
from helpers.data.records import Records
from helpers.inference import score_tables, score_tests
from helpers.inference.score_tests import Progress
from helpers.tables import catalogue
from helpers.tables.table import Key, Table

#: The extra figures: who went which way, and from which score to which.
MOVES, SCORES = "extra-25", "extra-26"


_TITLES = {
    MOVES: "Hoeveel mama's vooruitgingen, gelijk bleven of achteruitgingen",
    SCORES: "De gemiddelde score die mama's gaven, toen en nu",
}


def drawn(records: Records, id: str) -> tuple[Table, frozenset[Key]]:
    """The numbers of `MOVES` or `SCORES`, and which of them a printed number fixes."""
    source = catalogue.table_26(records)
    table = score_tables.interview_table(source, id, _TITLES[id])
    return table, score_tables.fixed_in_interviews(table, frozenset(printed.fixed_cells(source)))


def tested(records: Records) -> Progress:
    """The exact sign test of every indicator, with the corrections for their number."""
    return score_tests.progress(drawn(records, MOVES)[0])


def by_programme(records: Records) -> dict[str, int]:
    """How many mothers or families there are, by the Dutch label of their programme."""
    who = records.frame.columns[0]
    counts = records.frame.drop_duplicates(who)["programme"].value_counts()
    return {label: int(counts.get(code, 0)) for code, label in codebook.labels("programme").items()}


def levels() -> int:
    """How many scores the scale has."""
    return len(instrument.scores("interview", next(iter(instrument.indicators("interview")))))
