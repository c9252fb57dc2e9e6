"""The headings of a sheet: which form it is, where each column stands, and what is wrong with them.

Headings that broke in two or moved aside are put back above their own answers before the
rows are read: what else is wrong is then told at the same time.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.data import codebook
from helpers.data.workbook import form, hints
from helpers.data.workbook.answers import Unreadable, Value, fold, is_empty, read, written
from helpers.data.workbook.form import Column
from helpers.data.workbook.messages import Finding, Level
from helpers.data.workbook.sheets import Sheet, cell_name

#: Which part of the headings of a form makes a sheet that form.
_ENOUGH = 0.5

#: So many headings in another place could be a mistake; with more the order is the person's own.
_MISPLACED = 2

#: Headings stand in one of so many first rows.
_FIRST = 5

#: So many rows tell whether headings stand above their own answers.
_TRIED = 5


@dataclass(frozen=True)
class Form:
    """A sheet with its headings found.

    Attributes
    ----------
    sheet : Sheet
    kind : str
        Of records.
    header : int
        The row with the headings, from 0.
    places : dict
        The index of each column that was found.
    findings : tuple of Finding
        What had to be done to read the headings.
    """

    sheet: Sheet
    kind: str
    header: int
    places: dict[str, int]
    findings: tuple[Finding, ...] = ()

    def at(self, row: int, column: Column) -> str:
        """The name of a cell; empty when the sheet lacks the column."""
        place = self.places.get(column.name)
        return "" if place is None else cell_name(row, place)

    def filled_rows(self) -> list[int]:
        """The rows with a dossier: not empty, and not the example."""
        first = self.places.get(form.columns(self.kind)[0].name)
        return [
            number
            for number, row in enumerate(self.sheet.rows[self.header + 1 :], self.header + 1)
            if not all(map(is_empty, row))
            and not (first is not None and first < len(row) and written(row[first]).strip().upper() == form.EXAMPLE)
        ]


def recognised(sheet: Sheet) -> Form | None:
    """The form that a sheet is: the kind whose headings it has most of, in one of its first rows."""
    best: tuple[float, Form] | None = None
    for kind in codebook.kinds_of_records():
        by_heading = form.by_heading(kind)
        for made in _ways_to_read(sheet, kind):
            places: dict[str, int] = {}
            for index, value in enumerate(made.sheet.rows[made.header]):
                if (column := form.find(written(value), by_heading)) and column.name not in places:
                    places[column.name] = index
            part = len(places) / len(form.columns(kind))
            if part >= _ENOUGH and (best is None or part > best[0]):
                best = part, replace(made, places=places)
    return _moved_back(best[1]) if best else None


def _ways_to_read(sheet: Sheet, kind: str) -> Iterator[Form]:
    """Each of the first rows as the headings, and each two together where a line break made them two."""
    for number in range(min(_FIRST, len(sheet.rows))):
        yield Form(sheet, kind, number, {})
    for number, (one, two) in enumerate(pairwise(sheet.rows[:_FIRST])):
        # A row of titles above the headings is as wide as they are.
        if one and two and len(one) + len(two) - 1 <= max(map(len, sheet.rows[number + 2 :]), default=0):
            told = sheet.finding(
                Level.MUST,
                cell_name(number, len(one) - 1),
                f"hier breekt de rij met kolomkoppen af: ze gaat in rij {number + 2} verder",
                "alle kolomkoppen in één rij",
                "",
                written(one[-1]),
            )
            for joined in ([*one[:-1], written(one[-1]) + written(two[0]), *two[1:]], [*one, *two]):
                rows = [*sheet.rows[:number], [], joined, *sheet.rows[number + 2 :]]
                yield Form(replace(sheet, rows=rows), kind, number + 1, {}, (told,))


def split_by_commas(made: Form) -> Finding | None:
    """What to say where commas within headings were read as the ends of cells: no answer is sure of its place."""
    known = form.by_heading(made.kind)
    joined = (f"{written(one)},{written(other)}" for one, other in pairwise(made.sheet.rows[made.header]))
    found = [text for text in joined if fold(text) in known]
    if not found:
        return None
    return made.sheet.finding(
        Level.MUST,
        "",
        "is bewaard met een komma tussen de cellen, terwijl er ook komma’s in kolomkoppen en antwoorden staan "
        f"(zoals in ‘{found[0]}’)",
        "een rekenblad, of een CSV-bestand met puntkomma’s tussen de cellen",
    )


def _moved_back(made: Form) -> Form:
    """The form with its headings above their own answers, where some were lost or put in, or two changed places.

    The rest moved aside when there are more or fewer headings than a row has cells.
    Whatever it was, most of the first rows must give more answers for it.
    """
    header = _without_empty_end(made.sheet.rows[made.header])
    widths = Counter(len(_without_empty_end(made.sheet.rows[row])) for row in made.filled_rows())
    extra = len(header) - max(widths, key=widths.__getitem__) if widths else 0
    if extra:
        move = _without if extra > 0 else _with
        others = [move(made, header, place, abs(extra)) for place in range(len(header) + 1)]
    else:
        others = [_changed_back(made, header)]
    best, least = made, _unanswered(made) - min(_TRIED, widths.total()) // 2
    for other in filter(None, others):
        if (unanswered := _unanswered(other)) < least:
            best, least = other, unanswered
    return best


def _changed_back(made: Form, header: list[Value]) -> Form | None:
    """The form with two headings in each other's place, where the others stand as in the empty form."""
    known = [column for column in form.columns(made.kind) if column.name in made.places]
    places = [made.places[column.name] for column in known]
    other = [column for column, place, right in zip(known, places, sorted(places), strict=True) if place != right]
    if len(other) != 2:
        return None
    one, two = other
    told = made.sheet.finding(
        Level.MUST,
        made.at(made.header, one),
        f"staat boven de antwoorden van ‘{two.heading}’, en omgekeerd",
        "boven elke kolom de kop van haar eigen antwoorden",
        "",
        one.heading,
    )
    places = made.places | {one.name: made.places[two.name], two.name: made.places[one.name]}
    header = list(header)
    header[places[one.name]], header[places[two.name]] = one.heading, two.heading
    return _with_header(made, header, places, told)


def _without(made: Form, header: list[Value], place: int, number: int) -> Form | None:
    """The form without some cells that stand among the headings."""
    after = len(header) - place - number
    if after < 0 or set(range(place, place + number)) & set(made.places.values()):
        return None
    told = made.sheet.finding(
        Level.MUST,
        cell_name(made.header, place),
        f"hoort niet tussen de kolomkoppen{_moved(after, number, 'rechts')}",
        "boven elke kolom de kop van haar eigen antwoorden",
        "",
        written(header[place]),
    )
    places = {name: at - number * (at > place) for name, at in made.places.items()}
    return _with_header(made, [*header[:place], *header[place + number :]], places, told)


def _with(made: Form, header: list[Value], place: int, number: int) -> Form | None:
    """The form with the headings that were lost, where their number and place are clear; or else with empty cells."""
    columns = form.columns(made.kind)
    there = dict(zip(made.places.values(), made.places, strict=True))
    names = [column.name for column in columns]
    if place and {place - 1, place} <= set(there) and names.index(there[place]) == names.index(there[place - 1]) + 1:
        return None
    start, end = place, place
    while start and start - 1 not in there:
        start -= 1
    while end < len(header) and end not in there:
        end += 1
    lost = [column for column in columns if column.name not in made.places]
    places = {name: at + number * (at >= place) for name, at in made.places.items()}
    put: list[Value] = [None] * number
    if len(lost) == end - start + number:
        put, place = [column.heading for column in lost], start
        places |= {column.name: start + at for at, column in enumerate(lost)}
    else:
        end = place
    shown = "’, ‘".join(column.heading for column in lost[:3]) + ("’ en andere" if len(lost) > 3 else "’")
    told = made.sheet.finding(
        Level.MUST,
        cell_name(made.header, place),
        f"hier zijn kolomkoppen weggevallen (‘{shown}){_moved(len(header) - end, number, 'links')}",
        "boven elke kolom de kop van haar eigen antwoorden",
    )
    return _with_header(made, [*header[:place], *put, *header[end:]], places, told)


def _with_header(made: Form, header: list[Value], places: dict[str, int], told: Finding) -> Form:
    rows = [*made.sheet.rows[: made.header], header, *made.sheet.rows[made.header + 1 :]]
    return replace(made, sheet=replace(made.sheet, rows=rows), places=places, findings=(*made.findings, told))


def _moved(headings: int, number: int, side: str) -> str:
    """What to say of the headings that stand so many columns aside."""
    if not headings:
        return ""
    moved = "de kop erna staat" if headings == 1 else f"{headings} koppen erna staan"
    return f": {moved} {'één kolom' if number == 1 else f'{number} kolommen'} te ver naar {side}"


def _without_empty_end(row: list[Value]) -> list[Value]:
    end = len(row)
    while end and is_empty(row[end - 1]):
        end -= 1
    return row[:end]


def _unanswered(made: Form) -> int:
    """How many answers the first rows lack: no column, an empty cell, or one that cannot be read."""
    found = 0
    for row in made.filled_rows()[:_TRIED]:
        cells = made.sheet.rows[row]
        for column in form.columns(made.kind):
            place = made.places.get(column.name, len(cells))
            try:
                found += place >= len(cells) or is_empty(cells[place]) or not read(cells[place], column.variable)
            except Unreadable:
                found += 1
    return found


def problems(made: Form) -> Iterator[Finding]:
    """What is wrong with the headings."""
    yield from made.findings
    # A row may be longer than that of the headings.
    width = max(len(row) for row in made.sheet.rows[made.header :])
    header = [*made.sheet.rows[made.header], *[None] * (width - len(made.sheet.rows[made.header]))]
    by_heading = form.by_heading(made.kind)
    missing = [column for column in form.columns(made.kind) if column.name not in made.places]
    for column in missing:
        yield made.sheet.finding(
            Level.MUST,
            "",
            "de kolom ontbreekt",
            "alle kolommen van de lege vragenlijst",
            column.heading,
        )
    for index, value in enumerate(header):
        known = form.find(written(value), by_heading)
        if known and made.places[known.name] == index:
            continue
        if known:
            yield made.sheet.finding(
                Level.MUST,
                cell_name(made.header, index),
                "staat er twee keer als kolomkop",
                "elke kolom één keer",
                known.heading,
                written(value),
            )
        elif any(index < len(row) and not is_empty(row[index]) for row in made.sheet.rows[made.header :]):
            nearest = difflib.get_close_matches(
                fold(written(value)), [fold(column.heading) for column in missing], 1, 0.6
            )
            heading = next((column.heading for column in missing if nearest and fold(column.heading) == nearest[0]), "")
            yield made.sheet.finding(
                Level.MUST,
                cell_name(made.header, index),
                "is geen kolomkop van de vragenlijst"
                if not is_empty(value)
                else "is een lege kolomkop boven ingevulde cellen",
                "een kolomkop uit de lege vragenlijst, of geen kolom",
                "",
                written(value),
                heading,
            )
    yield from _misplaced(made)


def _misplaced(made: Form) -> Iterator[Finding]:
    """One or two headings in another place than in the empty form, where all the others are in order."""
    known = [column for column in form.columns(made.kind) if column.name in made.places]
    kept = hints.in_order([made.places[column.name] for column in known])
    for place, column in enumerate(known):
        if place not in kept and len(known) - len(kept) <= _MISPLACED:
            yield made.sheet.finding(
                Level.LOOK,
                made.at(made.header, column),
                "staat op een andere plaats dan in de lege vragenlijst",
                "boven elke kolom de kop van haar eigen antwoorden",
                "",
                column.heading,
            )
