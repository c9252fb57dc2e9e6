"""Section 4.1: what a test can say about the rows of Tabel 17, 18 and 19."""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.dutch.lists import listing
from helpers.figures.alt import by_row
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.ranges import VERDICTS, Panel, Range, p_ranges
from helpers.inference.methods import Significance

#: What the rows of each table compare; row keys are ``tabel-17.<row>``.
_PANELS = {
    "tabel-17": "Tabel 17: in orde, van start tot bevalling",
    "tabel-18": "Tabel 18: in orde, van start tot einde",
    "tabel-19": "Tabel 19: betrokken, van start tot einde",
}


@draws("extra-4", columns=("smallest", "largest"))
def p_values(marks: Marks) -> tuple[Figure, list[str]]:
    """From the smallest to the largest p-value that each row allows."""
    panels = [Panel(words, _ranges(marks, table)) for table, words in _PANELS.items()]
    note = (
        "Balk: van de kleinste tot de grootste p-waarde die bij de cijfers van de rij kan, per tabel gecorrigeerd "
        "volgens de methode van Holm. Niet significant betekent niet dat er niets veranderde. "
        "Elke stap op de schaal is een veelvoud (logaritmisch). Stippellijn: 5%. Alle toetsen zijn verkennend."
    )
    return p_ranges(panels, marks, note), [
        "Balken, één per rij van Tabel 17, 18 en 19 die significant is of kan zijn: van de kleinste tot de grootste "
        "mogelijke p-waarde (gecorrigeerd volgens Holm), met een lijn bij vijf procent. De andere rijen staan er met "
        "hun naam.",
        *(text for panel in panels for text in _about(marks, panel)),
    ]


def _ranges(marks: Marks, table: str) -> tuple[Range, ...]:
    rows = [row for row in marks.table.rows if row.startswith(f"{table}.")]
    return tuple(
        Range(marks.table.rows[row], marks.table[row, "smallest"], marks.table[row, "largest"]) for row in rows
    )


def _about(marks: Marks, panel: Panel) -> list[str]:
    """How often each verdict is given in one table, and to which rows the certain one; of fixed rows only."""
    known = [row for row in panel.ranges if len(marks.known([row.smallest, row.largest])) == 2]
    if not known:
        return []
    groups = {verdict: [row for row in known if row.verdict == verdict] for verdict in VERDICTS}
    certain, open_ones = groups[Significance.WHATEVER], groups[Significance.UNDETERMINED]
    rows, lie = ("rij", "vastligt") if len(known) == 1 else ("rijen", "vastliggen")
    size = f"van de {len(known)} {rows}" + (f" die {lie}" if len(known) < len(panel.ranges) else "")
    found = f"{'is' if len(certain) < 2 else 'zijn'} er {len(certain) or 'geen'} zeker significant"
    names = f" ({listing([by_row(row.smallest) for row in certain])})" if certain else ""
    possible = f"; {len(open_ones)} {'kan' if len(open_ones) == 1 else 'kunnen'} het zijn" if open_ones else ""
    return [f"{panel.heading.partition(':')[0]}: {size} {found}{names}{possible}."]
