"""Every relation that could tie printed numbers together, from nothing but the shape of what is printed.

The labels of a table, its units and the sizes of groups say what could apply. Whether it holds
plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from helpers.checking import printed
from helpers.checking.labels import normalise
from helpers.checking.rules.relations import Given, Key, Place, Relation
from helpers.checking.rules.rounding import numbers_in, read
from helpers.checking.rules.words import bound
from helpers.data import published
from helpers.data.files import PUBLISHED, read_rows

#: Kinds of candidates, as a reader is told.
KINDS = {
    "total": "Aantallen die een totaal verdelen",
    "share": "Een percentage, het aantal erbij en het totaal",
    "possible": "Een percentage dat bij een totaal moet kunnen",
    "partition": "Percentages die samen alles zijn",
    "direction": "Percentages van een rij, naast een zin over wie in de kolommen staat",
    "groups": "Twee programma’s en het totaal",
    "mean": "Een gemiddelde dat bij een aantal moet kunnen",
    "between": "Een gemiddelde tussen kleinste en grootste",
    "change": "Een verandering in punten of in procent",
    "elsewhere": "Hetzelfde op twee plaatsen",
    "smaller": "Een kleinere groep binnen een grotere",
    "limit": "Een grens in de tekst en een kleinste of grootste in een tabel",
    "words": "Woorden naast cijfers: grenzen, rangen, meerderheden, breuken",
    "caption": "Een bijschrift naast de lijst vooraan",
    "told": "Een uitspraak naast de tabel of figuur waar ze over gaat",
}


_PROGRAMMES = ("OPkomst+", "OPkomst", "Totaal")


#: The groups of dossiers that a share may be of: chapter 3, chapter 4, and with a birth.
_ALL, _IMPACT, _BIRTH = (
    f"{name} (hoofdstuk {chapter})"
    for name, chapter in (("Beschrijvende analyse", "3"), ("Impact analyse", "4"), ("Extra meetmoment", "3 en 4"))
)


_MEANS = {"maanden", "jaar", "gemiddelde", "score"}


#: Words that say something of a number without being one, or that bound or rank one.
_SAYS = re.compile(
    r"meer dan|minder dan|minstens|hoogstens|onder de|jonger|tot |of meer|meest|minst|vaakst|hoogst|laagst|slechtst|"
    r"sterkst|grootst|meerderheid|helft|alle |bijna|elk|geen |vooral|op de|op drie|op vier|op \d|derde|kwart|keer",
    re.IGNORECASE,
)


#: The labels of what is least and most in a table.
_EXTREME = re.compile(r"\bm(?:ax|in)(?:\.|imum)", re.IGNORECASE)

_REFERENCE = re.compile(r"\b(tabel|figuur)-(\d+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """One relation that could apply.

    Attributes
    ----------
    kind : str
        A key of `KINDS`.
    name : str
        What it ties, as waivers name it.
    subject : Key
        The cell that it is about.
    keys : frozenset of Key
        All cells that it ties.
    relation : Relation or None
        With it, the candidate can be judged; None where only a reader can tell how.
    """

    kind: str
    name: str
    subject: Key
    keys: frozenset[Key]
    relation: Relation | None = None


@cache
def candidates() -> list[Candidate]:
    """Every candidate of the report, by table and then by text, each once."""
    numbers = _numbers()
    by_id: dict[str, list[_Number]] = {}
    for number in numbers:
        by_id.setdefault(number.id, []).append(number)
    found = [
        candidate
        for id, own in by_id.items()
        if id.startswith(("tabel-", "figuur-"))
        for generate in _IN_A_TABLE
        for candidate in generate(_Grid(id, own))
    ]
    texts = [*_captions(), *_limits(), *_texts()]
    return list({one.kind + one.name: one for one in [*found, *_elsewhere(numbers), *_smaller(), *texts]}.values())


@dataclass(frozen=True)
class _Number:
    """A printed number: where it stands and what it is (``share``, ``count``, ``mean``, ``change``)."""

    place: Place
    what: str

    @property
    def id(self) -> str:
        return self.place.key[0]

    @property
    def row(self) -> str:
        return self.place.key[1]

    @property
    def column(self) -> str:
        return self.place.key[2]

    @property
    def group(self) -> str:
        """The programme of its column, or nothing."""
        first = self.column.partition(" · ")[0].replace("OPkomst +", "OPkomst+")
        return first if first in _PROGRAMMES else ""


@cache
def _numbers() -> list[_Number]:
    found = []
    for cell in published.cells().itertuples():
        key = (cell.id, cell.row, cell.column)
        if not numbers_in(cell.printed):
            continue
        if cell.unit == "% (n)":
            found += [_Number(Place(key, 1), "share"), _Number(Place(key, 2), "count")]
        elif len(numbers_in(cell.printed)) == 1:
            what = {"%": "share", "n": "count", **dict.fromkeys(_MEANS, "mean")}.get(cell.unit, "")
            found.append(_Number(Place(key), "change" if cell.column.startswith("Evolutie") else what))
    return found


class _Grid:
    """The numbers of one table or figure, by line."""

    def __init__(self, id: str, numbers: list[_Number]):
        self.id, self.numbers = id, numbers
        self.shares, self.counts, self.means = (
            [number for number in numbers if number.what == what] for what in ("share", "count", "mean")
        )

    def lines(self, numbers: list[_Number]) -> Iterator[tuple[str, str, list[_Number]]]:
        """Numbers in one row or one column, with the direction and the label of that line."""
        for direction in ("row", "column"):
            for label in dict.fromkeys(getattr(number, direction) for number in numbers):
                yield direction, label, [number for number in numbers if getattr(number, direction) == label]

    def _is_base(self, column: str) -> bool:
        """Whether a column says how many each row is about: with a total it counts who is in the row."""
        totals = [count.row for count in self.counts if count.column == column]
        return _is_size(column.rpartition(" · ")[2]) and "Totaal" not in totals

    def sizes(self, number: _Number) -> list[Place]:
        """How many people a number may be about: sizes in its own table, then those of Tabel 1."""
        own = [
            size.place
            for size in self.counts
            if size != number
            and (
                (_is_size(size.row) and size.column in (number.column, "", "N", "Totaal", *_size_columns(number)))
                or (size.row == number.row and size.group in ("", number.group) and self._is_base(size.column))
            )
            # The size of the whole table is not that of one programme.
            and (number.group in ("", "Totaal", size.group))
        ]
        in_chapter_4 = printed.declarations().sections[number.place.key].startswith("4")
        chapters = [_ALL, _IMPACT, _BIRTH] if in_chapter_4 else [_ALL]
        return list(
            dict.fromkeys([*own, *(Place(("tabel-1", chapter, number.group or "Totaal")) for chapter in chapters)])
        )


def _is_size(label: str) -> bool:
    return label.casefold() in ("n", "totaal")


def _size_columns(number: _Number) -> list[str]:
    return [f"{number.group} · N", f"{number.group} · n"]


def _shown(key: Key) -> str:
    return " | ".join(filter(None, key))


def _candidate(kind: str, rule: str, subject: _Number | Place, label: str = "", **arguments) -> Candidate:
    place = subject if isinstance(subject, Place) else subject.place
    relation = Relation(label or str(place), rule, arguments)
    others = relation.keys - {place.key}
    shown = label or _shown(place.key) + (f" | {place.index}" if place.index else "")
    named = [] if label else map(_shown, sorted(others))
    return Candidate(kind, " ~ ".join([shown, *named]), place.key, frozenset(relation.keys), relation)


def _totals(grid: _Grid) -> Iterator[Candidate]:
    for direction, label, line in grid.lines(grid.counts):
        other = "column" if direction == "row" else "row"
        for total in line:
            if getattr(total, other) != "Totaal":
                continue
            parts = tuple(n.place for n in line if n is not total and getattr(n, other) not in ("N", "n"))
            if len(parts) > 1:
                yield _candidate(
                    "total", "closure", total, f"{grid.id} | {label} (aantallen)", parts=parts, together=total.place
                )


def _shares(grid: _Grid) -> Iterator[Candidate]:
    for share in grid.shares:
        counts = [
            count.place
            for count in grid.counts
            if count.row == share.row
            and (count.place.key == share.place.key or (count.column == "N" and share.column in ("Totaal", "%")))
        ]
        for size in grid.sizes(share):
            for count in counts:
                if count != size:
                    yield _candidate("share", "share", share, percentage=share.place, counts=(count,), base=size)
            yield _candidate("possible", "possible_share", share, percentage=share.place, base=size)


def _partitions(grid: _Grid) -> Iterator[Candidate]:
    for direction, label, line in grid.lines(grid.shares):
        other = "column" if direction == "row" else "row"
        parts = [number for number in line if not _is_size(getattr(number, other))]
        sets_programmes_apart = {number.group for number in parts} >= {"OPkomst", "OPkomst+"}
        sets_moments_apart = direction == "row" and any(n.what == "change" and n.row == label for n in grid.numbers)
        if len(parts) < 2 or sets_programmes_apart or sets_moments_apart:
            continue
        for size in grid.sizes(parts[0]):
            of_another_line = _is_size(size.key[1]) if direction == "row" else size.key[1] == parts[0].row
            if size.key[0] == grid.id and of_another_line and len(parts) > 1 and size.key[2]:
                continue
            name = f"{grid.id} | {label} ({'rij' if direction == 'row' else 'kolom'}) ~ {_shown(size.key)}"
            yield _candidate(
                "partition", "partition", parts[0], name, percentages=tuple(p.place for p in parts), base=size
            )


def _directions(grid: _Grid) -> Iterator[Candidate]:
    """Percentages that a row divides over its columns, and sentences that repeat all of them."""
    said = {}
    for cell in published.cells().itertuples():
        if cell.claim and grid.id in [f"{kind.lower()}-{number}" for kind, number in _REFERENCE.findall(cell.claim)]:
            said.setdefault(cell.printed, Place((cell.id, cell.row, cell.column)))
    known = printed.declarations().printed
    for direction, _, line in grid.lines([share for share in grid.shares if share.column != "Totaal"]):
        texts = [share.place.text(known) for share in line]
        divides = direction == "row" and len(line) > 1 and sum(read(text).value for text in texts) == 1
        if divides and said.keys() >= {*texts}:
            told = tuple(said[text] for text in texts)
            yield _candidate(
                "direction", "row_not_column", told[0], said=told, row=tuple(share.place for share in line)
            )


def _groups(grid: _Grid) -> Iterator[Candidate]:
    sizes = tuple(Place(("tabel-1", _ALL, group)) for group in ("OPkomst+", "OPkomst"))
    for direction, label, line in grid.lines([*grid.shares, *grid.means]):
        of = {number.group: number for number in line}
        if direction == "column" or set(of) != set(_PROGRAMMES) or len(line) != 3:
            continue
        parts, together = tuple(of[group].place for group in ("OPkomst+", "OPkomst")), of["Totaal"]
        name = f"{grid.id} | {label} (programma’s)"
        if extreme := {"Minimum": "smallest", "Maximum": "largest"}.get(label):
            yield _candidate("groups", extreme, together, name, parts=parts, together=together.place)
            continue
        rule, parameter = ("groups", "percentages") if together.what == "share" else ("weighted_mean", "means")
        base = next(iter(grid.sizes(together)))
        tied = {parameter: parts, "bases": sizes, "together": together.place, "base": base}
        yield _candidate("groups", rule, together, name, **tied)


def _means(grid: _Grid) -> Iterator[Candidate]:
    for mean in grid.means:
        if re.search(r"\b(?:Min|Max)", f"{mean.row} {mean.column}"):
            continue
        for size in grid.sizes(mean):
            if grid.id not in _SCORED or size.key[0] == grid.id:
                yield _candidate("mean", "possible_mean", mean, mean=mean.place, base=size)
    for _, label, line in grid.lines(grid.means):
        for group in dict.fromkeys(number.group for number in line):
            own = [number for number in line if number.group == group]
            ends = tuple(n.place for n in own if re.search(r"\bMin|\bMax", f"{n.row} {n.column}"))
            middle = [n for n in own if "emiddeld" in f"{n.row} {n.column}"]
            if len(ends) == 2 and len(middle) == 1:
                name = f"{grid.id} | {label} | {group} (tussen kleinste en grootste)"
                yield _candidate("between", "mean_between", middle[0], name, mean=middle[0].place, others=ends)


#: Scores of the case study and the interviews: no dossiers, so no size of Tabel 1.
_SCORED = {f"tabel-{number}" for number in range(20, 27)}


def _changes(grid: _Grid) -> Iterator[Candidate]:
    for _, label, line in grid.lines([n for n in grid.numbers if n.what in ("share", "mean", "change")]):
        moments = [n for n in line if n.what != "change"]
        for change in (n for n in line if n.what == "change" and n.row == label):
            in_percent = change.column == "Evolutie (%)"
            rule, parameter = ("relative_change", "change") if in_percent else ("points", "difference")
            tied = {"before": moments[0].place, "after": moments[1].place, parameter: change.place}
            yield _candidate("change", rule, change, **tied)
            counts = [n.place for n in grid.counts if n.row == label]
            if in_percent and len(counts) == 2:
                name = f"{_shown(change.place.key)} (uit de aantallen)"
                tied = {"before": counts[0], "after": counts[1], parameter: change.place}
                yield _candidate("change", rule, change, name, **tied)
        if not any(n.what == "change" for n in line):
            for before, after in pairwise(n for n in moments if n.row == label and re.search(r"\bM[12]\b", n.column)):
                if before.group == after.group:
                    yield Candidate(
                        "change",
                        f"{_shown(before.place.key)} ~ {_shown(after.place.key)}",
                        before.place.key,
                        frozenset({before.place.key, after.place.key}),
                    )


_IN_A_TABLE: list[Callable[[_Grid], Iterator[Candidate]]] = [
    *(_totals, _shares, _partitions, _directions, _groups, _means, _changes),
]


def _elsewhere(numbers: list[_Number]) -> Iterator[Candidate]:
    """The same thing by its labels, in two tables or twice in the text."""
    variants = printed.declarations().variants
    places: dict[tuple, list[_Number]] = {}
    for number in numbers:
        row = re.sub(r" \((?:tweede vermelding|in woorden)\)", "", variants.get((number.id, number.row), number.row))
        if _is_size(row) and number.what == "count":
            yield from _same_size(number)
        elif number.what != "change":
            places.setdefault((normalise(row), number.column, number.what), []).append(number)
    for found in places.values():
        for one, other in combinations(found, 2):
            if one.id != other.id or not one.id.startswith("tabel-"):
                yield _candidate("elsewhere", "same_quantity", one, number=one.place, source=other.place)


def _same_size(number: _Number) -> Iterator[Candidate]:
    everybody = Place(("tabel-1", _ALL, number.group or "Totaal"))
    if number.id not in _SCORED and number.id != "tabel-2" and number.column in ("", "N", "Totaal"):
        yield _candidate("elsewhere", "same_quantity", number, number=number.place, source=everybody)


def _smaller() -> Iterator[Candidate]:
    """Sizes of groups within those that hold them: the rows of Tabel 1, and every size beside Tabel 1 and 2."""
    counts = [number for number in _numbers() if number.what == "count"]
    first = [number for number in counts if number.id == "tabel-1"]
    pairs = [pair for column in _PROGRAMMES for pair in combinations((n for n in first if n.column == column), 2)]
    totals = {number.column: number for number in counts if (number.id, number.row) == ("tabel-2", "Totaal")}
    pairs += [(totals[number.column], number) for number in first]
    everybody = {number.column: number for number in first if number.row == _ALL}
    pairs += [
        (everybody[size.group or "Totaal"], size)
        for size in counts
        if size.id.startswith(("tabel-", "figuur-"))
        and size.id not in {"tabel-1", "tabel-2", *_SCORED}
        and (_is_size(size.row) or size.column.endswith("· N"))
    ]
    for larger, smaller in pairs:
        yield _candidate("smaller", "subgroup_counts", smaller, counts=(smaller.place,), group=larger.place)


def _captions() -> Iterator[Candidate]:
    """The caption of each table and figure, and its entry in the lists in front of the report."""
    known = printed.declarations().printed
    for row in read_rows(PUBLISHED / "captions.csv"):
        subject = (row["id"], "", "")
        # Where a word or a number of it is a claim of its own, a relation can be declared over both.
        own = {key for key in known if key[0].startswith((f"bijschrift-{row['id']}-", f"lijst-{row['id']}-"))}
        said = {"words": Given(normalise(row["caption"])), "other": Given(normalise(row["listed"]))}
        name = f"{row['id']} (bijschrift en lijst)"
        yield Candidate("caption", name, subject, frozenset(own), Relation(name, "same_words", said))


def _limits() -> Iterator[Candidate]:
    """Each bound of a programme in the text, and what is least and most in a table in the same unit."""
    cells = list(published.cells().itertuples())
    extremes = [(cell, Place((cell.id, cell.row, cell.column))) for cell in cells if cell.id.startswith("tabel-")]
    extremes = [(cell, place) for cell, place in extremes if _EXTREME.search(f"{cell.row} {cell.column}")]
    for claim in cells:
        key = (claim.id, claim.row, claim.column)
        if claim.id.startswith("tabel-") or claim.column not in ("", *_PROGRAMMES) or not _is_bound(claim.printed):
            continue
        for cell, place in extremes:
            same = cell.unit == claim.unit or (claim.unit == "woorden" and cell.unit in claim.printed)
            if same and claim.column in ("", _Number(place, "").group or cell.column):
                yield _candidate("limit", "bound_words", Place(key), words=Place(key), numbers=(place,))


def _is_bound(said: str) -> bool:
    try:
        return bool(bound(said))
    except ValueError:
        return False


def _texts() -> Iterator[Candidate]:
    """Each claim, with the tables that it can be held to, and for what its words say."""
    known = printed.declarations()
    for cell in published.cells().itertuples():
        key = (cell.id, cell.row, cell.column)
        if not cell.claim:
            continue
        shown = _shown(key)
        for id in dict.fromkeys(f"{kind.lower()}-{number}" for kind, number in _REFERENCE.findall(cell.claim)):
            if id != cell.id:
                held = frozenset({key, *known.printed_in(id)})
                yield Candidate("told", f"{shown} ~ {id}", key, held)
        if _SAYS.search(cell.printed):
            yield Candidate("words", shown, key, frozenset({key}))
    for id, row, column in known.printed:
        if id.startswith("tabel-") and re.search(r"\d of meer|meer dan|minder dan", row, re.IGNORECASE):
            yield Candidate("words", _shown((id, row, column)), (id, row, column), frozenset({(id, row, column)}))
