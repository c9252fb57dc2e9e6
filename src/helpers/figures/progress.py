"""Sections 4.2 and 4.3: who moved forward, and from which score to which.

The tables have a row for each indicator, and columns ``<group>.improved``,
``<group>.stable``, ``<group>.worsened``, ``<group>.start`` and ``<group>.end``.
"""

from __future__ import annotations

from matplotlib.figure import Figure

from helpers.data import codebook, instrument
from helpers.dutch.lists import listing
from helpers.dutch.numbers import ALPHA, dutch
from helpers.figures.alt import by_row, highest, sentence
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.diverging import Moves, Row, diverging_bars
from helpers.figures.shapes.dumbbells import Change, dumbbells, score_scale
from helpers.figures.shapes.family_lines import Line, family_lines
from helpers.figures.shapes.gaps import Gap, gaps
from helpers.figures.shapes.style import COLOURS
from helpers.figures.shapes.treemap import Block, treemap
from helpers.inference.score_tests import MOVES, POOLED, group_labels
from helpers.tables.table import Cell, Table

#: Lowest and highest score of the case study, and of the interviews.
CASE_STUDY, INTERVIEWS = (1, 5), (1, 4)


#: Fewer rated people than this in a group: drawn slightly. All groups here
#: are small; these are small beside the others.
_FEW = 8


_ABOUT_FEW = f"Flets: minder dan {_FEW} beoordeeld."


#: One colour for each domain, from dark to light; not those of the programmes.
_DOMAINS = ("#155e5a", "#8fbf9f", "#e8dfa5")


_SHORT = {"opkomst": "O", "opkomst_plus": "O+"}


_ALL_COLUMNS = tuple(f"{group}.{move}" for group in ("opkomst", "opkomst_plus", "total") for move in MOVES)


@draws("extra-20", columns=(f"{POOLED[0]}.improved",))
def progress_areas(marks: Marks) -> tuple[Figure, list[str]]:
    """The brochure's areas: the more families moved forward, the larger (Tabel 22)."""
    cells = {cell.row: cell for cell in marks.cells}
    domains = zip(instrument.by_domain("case_study").items(), _DOMAINS, strict=True)
    blocks = [
        Block(domain, colour, tuple(cells[i.code] for i in indicators if i.code in cells))
        for (domain, indicators), colour in domains
    ]
    note = "Getal: hoeveel gezinnen vooruitgingen, beide programma’s samen. Indicatoren met minder staan er niet bij."
    known = marks.known(marks.cells)
    most = listing([f"{by_row(cell)} ({cell.text})" for cell in highest(known)]) if known else ""
    lead = f"{marks.of_what_is_fixed(marks.cells)}het vaakst gingen gezinnen vooruit op "
    largest = sentence(most and lead + most)
    return treemap(blocks, marks, note), [
        "Vlakken per domein, één per indicator, zo groot als het aantal gezinnen dat erop vooruitging.",
        *largest,
    ]


@draws("extra-21", columns=_ALL_COLUMNS)
def family_moves(marks: Marks) -> tuple[Figure, list[str]]:
    """Families that moved forward, stayed and fell back, in both programmes (Tabel 23 to 25)."""
    return _moves(marks, "gezinnen", _domain_starts(marks.table))


@draws("extra-25", columns=_ALL_COLUMNS)
def mother_moves(marks: Marks) -> tuple[Figure, list[str]]:
    """Mothers that moved forward, stayed and fell back by their own scores (Tabel 26)."""
    return _moves(marks, "mama's", {})


def _moves(marks: Marks, who: str, starts: dict[str, str]) -> tuple[Figure, list[str]]:
    groups = group_labels(marks.table)
    rows = [
        Row(
            label,
            tuple(_bar(marks.table, row, group) for group in groups),
            starts.get(row, ""),
        )
        for row, label in marks.table.rows.items()
    ]
    note = (
        f"Aantal {who} met een score bij de start en bij het einde. Niet iedereen heeft overal een score. {_ABOUT_FEW}"
    )
    return diverging_bars(rows, list(groups.items()), marks, note), [
        f"Staven, één per indicator en groep: links van een lijn wie gelijk bleef of achteruitging, rechts hoeveel "
        f"{who} vooruitgingen.",
        *(text for group, label in groups.items() for text in _most_forward(marks, group, label)),
    ]


def _bar(table: Table, row: str, group: str) -> Moves:
    cells = [table[row, f"{group}.{move}"] for move in MOVES]
    return Moves(*cells, few=cells[0].n < _FEW)


def _most_forward(marks: Marks, group: str, label: str) -> list[str]:
    """Where most of a group moved forward, of the fixed cells."""
    drawn = [cell for cell in marks.cells if cell.column == f"{group}.improved"]
    known = marks.known(drawn)
    if not known:
        return []
    most = highest(known)
    told = f"{label}: het vaakst vooruit op {listing([by_row(cell) for cell in most])} ({most[0].text})"
    return sentence(told, marks.of_what_is_fixed(drawn))


@draws("extra-22", columns=("opkomst.start", "opkomst.end", "opkomst_plus.start", "opkomst_plus.end"))
def family_scores(marks: Marks) -> tuple[Figure, list[str]]:
    """The mean score of both programmes at the start and at the end (Tabel 21 to 25)."""
    starts = _domain_starts(marks.table)
    groups = list(dict.fromkeys(cell.column.partition(".")[0] for cell in marks.cells))
    rows = []
    for row, label in marks.table.rows.items():
        ends = [(marks.table[row, f"{group}.start"], marks.table[row, f"{group}.end"]) for group in groups]
        sizes = "\xa0en\xa0".join(str(start.n) for start, _ in ends)
        rows += [
            Change(
                f"{label} (n\xa0=\xa0{sizes})" if group == groups[0] else "",
                start,
                end,
                name=_SHORT[group],
                colour=COLOURS[group],
                few=start.n < _FEW,
                block=starts.get(row, "") if group == groups[0] else "",
            )
            for group, (start, end) in zip(groups, ends, strict=True)
        ]
    names = listing([f"{_SHORT[group]} ({codebook.labels('programme')[group]})" for group in groups])
    note = f"Gemiddelde score van de gezinnen met een score op beide momenten; n: hoeveel bij {names}. {_ABOUT_FEW}"
    return dumbbells(rows, marks, note, score_scale(*CASE_STUDY)), [
        "Pijlen, twee per indicator, één voor elk programma: van de gemiddelde score bij de start naar "
        "die bij het einde, van 1 tot 5.",
        *_directions(marks, rows),
    ]


@draws("extra-26", columns=("total.start", "total.end", *(f"total.{move}" for move in MOVES)))
def mother_scores(marks: Marks) -> tuple[Figure, list[str]]:
    """The brochure's picture: the mean score that mothers gave at the start and at the end (Tabel 26)."""
    rows = []
    for row, label in marks.table.rows.items():
        start, end = (marks.table[row, f"total.{moment}"] for moment in ("start", "end"))
        up, same, down = (marks.table[row, f"total.{move}"].text for move in MOVES)
        moves = f" (n = {dutch(start.n)}; ▲ {up}, = {same}, ▼ {down})".replace(" ", "\xa0")
        rows.append(Change(f"{label} {moves.strip()}" if start.n else label, start, end, few=start.n < _FEW))
    note = (
        f"Gemiddelde score. {_ABOUT_FEW} Tussen haakjes: hoeveel mama's vooruitgingen (▲), gelijk bleven (=) "
        "en achteruitgingen (▼)."
    )
    return dumbbells(rows, marks, note, score_scale(*INTERVIEWS)), [
        "Pijlen, één per indicator: van de gemiddelde score bij de start naar die bij het einde, van 1 tot 4.",
        *_directions(marks, rows),
    ]


def _directions(marks: Marks, rows: list[Change]) -> list[str]:
    """How many means rise and fall, of the fixed ones, and which changes most."""
    known = [row for row in rows if len(marks.known([row.start, row.end])) == 2]
    if not known:
        return []
    rising = [row for row in known if row.end.value > row.start.value]
    falling = [row for row in known if row.end.value < row.start.value]
    rise, fall = "stijgt" if len(rising) == 1 else "stijgen", "daalt" if len(falling) == 1 else "dalen"
    part = " die vastliggen," if len(known) < sum(row.known for row in rows) else ""
    text = f"Van de {len(known)} gemiddelden{part} {rise} er {len(rising)} en {fall} er {len(falling)}."
    for verb, group in [("stijgen", rising), ("dalen", falling)]:
        if len(group) == len(known) > 1:
            text = f"Alle {len(known)} gemiddelden{part} {verb}."
    if not rising and not falling:
        return [text]
    longest = max(known, key=lambda row: abs(row.end.rounded - row.start.rounded))
    where = longest.start.column_label.partition(" · ")[0] if longest.name else ""
    name = f"{by_row(longest.start)}" + (f" bij {where}" if where else "")
    of_these = " daarvan" if part else ""
    return [text, f"De langste pijl{of_these} loopt van {longest.start.text} naar {longest.end.text}: {name}."]


@draws("extra-23")
def programme_gaps(marks: Marks) -> tuple[Figure, list[str]]:
    """Where a larger share moved forward in one programme than in the other."""
    table, groups = marks.table, _compared(marks.table)
    rows = [_gap(table, row) for row in table.rows]
    (_, first), (_, second) = groups
    note = f"Breuk: hoeveel van de beoordeelde gezinnen vooruitgingen. Grijs: 95%-interval. {_about_certain(rows)}"
    known = [row for row in rows if marks.known([row.difference])]
    return gaps(rows, groups, marks, note), [
        "Punten, één per indicator, van het grootste voordeel voor "
        f"{second} naar dat voor {first}: het verschil in het aandeel gezinnen dat vooruitging.",
        *_about_gaps(known, first, second),
    ]


def _compared(table: Table) -> list[tuple[str, str]]:
    """Key and name of the first and of the second group."""
    names = {label: key for key, label in codebook.labels("programme").items()}
    return [(names[label], label) for label in (table.columns["first"], table.columns["second"])]


def _gap(table: Table, row: str) -> Gap:
    first, second = table[row, "first"], table[row, "second"]
    return Gap(
        table.rows[row],
        *(table[row, column] for column in ("difference", "low", "high")),
        sizes=tuple(f"{dutch(share.count)}/{dutch(share.n)}" for share in (first, second)),
        certain=table[row, "p"].value <= ALPHA,
        faint=min(first.n, second.n) < _FEW,
    )


def _about_certain(rows: list[Gap]) -> str:
    certain = [row.name for row in rows if row.certain]
    if not certain:
        return "Geen enkel verschil is groter dan je van toeval verwacht (Fisher, elk op zich)."
    return "* meer dan je van toeval verwacht (Fisher, elk op zich, zonder correctie)."


def _about_gaps(known: list[Gap], first: str, second: str) -> list[str]:
    if not known:
        return []
    ahead, behind = ([row for row in known if row.direction == way] for way in (1, -1))
    counts = f"Een groter aandeel ging vooruit bij {second} op {len(ahead)} indicatoren, bij {first} op {len(behind)}."
    largest = max(known, key=lambda row: abs(row.difference.value))
    certain = [f"‘{row.name}’" for row in known if row.certain]
    told = (
        f"groter dan je van toeval verwacht is op zichzelf {listing(certain)}"
        if certain
        else "geen enkel verschil is groter dan je van toeval verwacht"
    )
    return [
        counts,
        f"Het grootste verschil is dat bij ‘{largest.name}’ ({largest.text.rstrip('*')} procentpunten); {told}.",
    ]


@draws("extra-24")
def one_by_one(marks: Marks) -> tuple[Figure, list[str]]:
    """A line for each family on one indicator: synthetic, so always an example."""
    table = marks.table
    groups = list(dict.fromkeys(cell.column.partition(".")[0] for cell in marks.cells))
    panels = [(group, table.columns[f"{group}.start"].partition(" · ")[0], _lines(marks, group)) for group in groups]
    note = "Elke streepjeslijn is één verzonnen gezin. Het rapport drukt geen scores van afzonderlijke gezinnen af."
    return family_lines(panels, CASE_STUDY, marks, note), [
        "Streepjeslijnen, één per gezin: van de score bij de start naar die bij het einde, van 1 tot 5."
    ]


def _lines(marks: Marks, group: str) -> list[Line]:
    cells: dict[str, list[Cell]] = {}
    for cell in marks.cells:
        if cell.column.startswith(f"{group}."):
            cells.setdefault(cell.row, []).append(cell)
    return [Line(*pair) for pair in cells.values()]


def _domain_starts(table: Table) -> dict[str, str]:
    """The domain above the first of its rows, by row key."""
    starts = {}
    for domain, indicators in instrument.by_domain("case_study").items():
        codes = {indicator.code for indicator in indicators}
        first = next((row for row in table.rows if row in codes), None)
        if first:
            starts[first] = domain
    return starts
