"""How families moved from the start to the birth and to the end, and what was printed about it.

How many moved is printed, but not which way each family went, except for
housing (a footnote). So nearly everybody is thought to stay: the solver adds
the moves that the printed numbers ask for. The other weights are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product

import numpy as np
import pandas as pd

from helpers.data import codebook
from helpers.dutch.numbers import parse_printed
from helpers.synthesis import margins
from helpers.synthesis.counts import CountTable
from helpers.synthesis.margins import Between, Claim, Total
from helpers.synthesis.moves import Moves
from helpers.synthesis.printed import Printed
from helpers.synthesis.registration.start_tables import NO_ANSWER, TABLE_18_LABELS, TABLE_29_LABELS, WORK, income_group

_YES_NO_UNKNOWN = ("yes", "no", "unknown")


_KNOWN = ["yes", "no"]


#: How many answers stay the same, and how many get lost.
_SAME, _LOST = 0.9, 0.02


#: How many answers that nobody knew at the start are still unknown.
_STILL_UNKNOWN = 0.6


#: Of the items in order: how many stay so, and how many items are known no more.
_KEPT, _ITEM_LOST = 0.97, 0.01


#: At least about so many families get an item in order, also where the number hardly changes.
_FEW = 0.5


#: What the report calls "some" at least, and a "slight" change at most.
_SOME, _SLIGHTLY = 3, 4


#: So many times as likely as other work that goes with the same income.
_SAME_WORK = 30


#: Moves that are likelier (or less likely) than the answer is common; 0 cannot be.
_LIKELIER = {
    "mother_income": {
        ("none", "living_wage"): 3,
        ("living_wage", "work"): 4,
        ("work", "benefit"): 2,
        ("work", "none"): 0.3,
        # An allowance for a disability is not something that comes and goes.
        **{
            move: 0
            for income in ("none", "living_wage", "work", "unemployment")
            for move in [(income, "disability_allowance"), ("disability_allowance", income)]
        },
    },
    "parents_diploma": {
        ("no", "yes"): 0.1,
        ("no", "studying"): 2,
        ("studying", "yes"): 3,
        ("yes", "no"): 0,
        ("yes", "studying"): 0,
    },
    "interest": {("some", "healthy"): 2, ("little", "some"): 2, ("worryingly_little", "little"): 2},
    "network": {("none", "one"): 2, ("none", "professionals_only"): 2},
}


#: Out of 100 families in each housing at the start: where the others are at the end.
_HOUSING = {
    "homeless": {"shelter": 15, "temporary": 15, "social": 10},
    "shelter": {"temporary": 20, "adequate": 5},
    "temporary": {"inadequate": 4, "adequate": 20, "social": 3},
    "inadequate": {"temporary": 1, "adequate": 10, "social": 8},
    "adequate": {"temporary": 1, "inadequate": 2},
}


_GOOD = ["adequate", "social"]


_BAD = ["homeless", "shelter", "temporary", "inadequate"]


#: In Tabel 19 nobody had this service at any time, so that its base is not printed.
_KNOWN_WHERE_NOBODY = 0.25


@dataclass(frozen=True)
class _Evolution:
    """A printed row with two moments: about how many families had it at each, and of how many.

    Of those who had it few lose it; of the others as many get it as the net
    change asks for, and of the unknown ones as many as have it in all.
    """

    first: float
    last: float
    base: float

    @classmethod
    def printed(cls, printed: Printed, id: str, row: str) -> _Evolution:
        """From start to end: count over share gives the base; where nobody had it nothing does."""
        (share, first), (_, last) = (parse_printed(printed.text((id, row, c))) for c in ("Bij start", "Bij einde"))
        base = 100 * first.value / share.value if share.value else 0
        return cls(float(first.value), float(last.value), float(base))

    def chance(self, before: str, after: str) -> float:
        """How common a move is among the families that come from `before`."""
        yes, unknown = {
            "yes": (_KEPT, _ITEM_LOST),
            "no": (self._gain(), _ITEM_LOST),
            "unknown": ((1 - _STILL_UNKNOWN) * self._share(), _STILL_UNKNOWN),
        }[before]
        return {"yes": yes, "no": 1 - yes - unknown, "unknown": unknown}[after]

    def _gain(self) -> float:
        if not self.base:
            return 0.0
        gain = max(self.last - _KEPT * self.first, _FEW) / max(self.base - self.first, 1)
        return min(gain, 1 - 2 * _ITEM_LOST)

    def _share(self) -> float:
        return self.last / self.base if self.base else 0.0


def unprinted(rows: pd.DataFrame, name: str) -> Moves:
    """A column with one answer a family, on its own."""
    return Moves.of(rows, [name], f"{name}_end", _answers(name), _chance(rows[name]))


# --- Organisations ----------------------------------------------------------


def organisation(rows: pd.DataFrame, printed: Printed, start: str) -> CountTable:
    """Whether an organisation was involved at the start, and at the end where that came."""
    end = start.removesuffix("_start") + "_end"
    evolution = _Evolution.printed(printed, "tabel-19", codebook.variables()[start].label_nl)
    impact = int((rows["_impact"] == "yes").sum())
    known, yes = evolution.base / impact or _KNOWN_WHERE_NOBODY, evolution.first / impact
    starts = {"yes": yes, "no": known - yes, "unknown": 1 - known}
    axes = {"_impact": ("yes", "no"), start: _YES_NO_UNKNOWN, end: (*_YES_NO_UNKNOWN, "not_applicable")}

    def chance(in_impact, before, after):
        if (after == "not_applicable") != (in_impact == "no"):
            return 0
        move = evolution.chance(before, after) if in_impact == "yes" else 1
        return starts[before] * move

    weights = [chance(*values) for values in product(*axes.values())]
    shape = [len(values) for values in axes.values()]
    return CountTable(start, axes, np.array(weights).reshape(shape), (impact, len(rows) - impact))


def organisation_facts(tables: Iterable[CountTable]) -> Iterator[Between]:
    """Every table is about all dossiers."""
    for table in tables:
        for in_impact, n in zip(table.axes["_impact"], table.sizes, strict=True):
            yield _exactly(table.total(_impact=in_impact), n)


def organisation_claims(table: CountTable, printed: Printed) -> Iterator[Claim]:
    """A row of Tabel 19."""
    start, end = list(table.axes)[1:]
    base = {"_impact": "yes", start: _KNOWN}
    row = codebook.variables()[start].label_nl
    first, last = table.total(**{**base, start: "yes"}), table.total(**base, **{end: "yes"})
    if not printed.number("tabel-19", row, "Bij start"):
        # A share of 0 says nothing of its base.
        for column, part in [("Bij start", first), ("Bij einde", last)]:
            yield margins.count(("tabel-19", row, column), "0", part)
        return
    yield from _evolution(printed, "tabel-19", row, {"Bij start": first, "Bij einde": last}, table.total(**base))


# --- Paperwork --------------------------------------------------------------


#: At the birth an item of a child who was there before.
_OF_ANOTHER_CHILD = "admin_nursery_school_birth"


def item(rows: pd.DataFrame, printed: Printed, id: str, start: str) -> Moves:
    """Whether an item is in order later: at the birth (Tabel 17) or at the end (Tabel 18).

    What was seen at the birth counts for more than what was seen at the start.
    """
    row, column, new = _item_row(id, start)
    given = [start] if id == "tabel-17" else [start, f"{start}_birth"]
    known = rows[start].isin(_KNOWN)
    in_order = rows[given].apply(lambda seen: _last_seen(*seen), axis=1)[known] == "yes"
    _, last = parse_printed(printed.text((id, row, column)))
    evolution = _Evolution(int(in_order.sum()), float(last.value), int(known.sum()))

    def chance(*seen: str) -> float:
        *before, answer = seen
        return evolution.chance(_last_seen(*before), answer)

    if new != _OF_ANOTHER_CHILD:
        return Moves.of(rows, given, new, _YES_NO_UNKNOWN, chance)
    # The child who is born then goes to no school.
    return Moves.of(
        rows,
        [*given, "_only_child"],
        new,
        _YES_NO_UNKNOWN,
        lambda before, only, answer: 0 if (only, answer) == ("yes", "yes") else chance(before, answer),
    )


def _last_seen(*answers: str) -> str:
    """The last answer that is known, or else the first."""
    known = [answer for answer in answers if answer in _KNOWN]
    return known[-1] if known else answers[0]


def item_claims(moves: Moves, printed: Printed, id: str) -> Iterator[Claim]:
    """What a row of Tabel 17 or 18 prints about the later moment."""
    start = moves.given[0]
    row, column, _ = _item_row(id, start)
    first, base = moves.total(**{start: "yes"}), moves.total(**{start: _KNOWN})
    last = moves.total("yes", **{start: _KNOWN})
    yield from _evolution(printed, id, row, {column: last}, base)
    # Tells which is wrong where the two numbers of a cell contradict each other.
    key = (id, row, "Evolutie (pp)")
    yield margins.points(key, printed.text(key), 1, last - first, base)
    if (id, start) == ("tabel-18", "admin_play"):
        key = ("tekst-4.1-x", "onbekende waarden aandacht voor spel bij einde (voetnoot 10)", "")
        yield margins.count(key, printed.text(key), moves.total("unknown"))


def _item_row(id: str, start: str) -> tuple[str, str, str]:
    """Row and later column in print, and the column of the records."""
    label = codebook.variables()[start].label_nl
    if id == "tabel-17":
        return label, "Bij bevalling", f"{start}_birth"
    return TABLE_18_LABELS.get(label, label), "Bij einde", f"{start}_end"


def _evolution(printed: Printed, id: str, row: str, moments: dict[str, Total], base: Total) -> Iterator[Claim]:
    for column, part in moments.items():
        key = (id, row, column)
        yield from margins.share_and_count(key, printed.text(key), 1, part, base)


# --- Income and work --------------------------------------------------------


def mother_income(rows: pd.DataFrame) -> Moves:
    """The mother's income at the end, by family and by her income at the start."""
    chance = _chance(rows["mother_income"])
    return Moves.of(
        rows,
        ["family_composition", "mother_income"],
        "mother_income_end",
        _answers("mother_income"),
        lambda family, before, after: chance(before, after),
    )


def mother_income_claims(moves: Moves, printed: Printed) -> Iterator[Claim]:
    """Tabel 29. The second column of new families stands for the other couples."""
    families = {label: code for code, label in codebook.labels("family_composition").items()}
    blended = codebook.labels("family_composition")["couple_blended"]
    families |= {f"{blended} [2]": "couple_own", "Onbekend": NO_ANSWER}
    incomes = {TABLE_29_LABELS.get(label, label): code for code, label in codebook.labels("income").items()}
    for key, text, unit in printed.table("tabel-29"):
        income = incomes[key[1]]
        everyone = moves.total(income)
        if unit == "n":
            yield margins.count(key, text, everyone)
        elif key[2] in families and printed.number("tabel-29", key[1], "N"):
            part = moves.total(income, family_composition=families[key[2]])
            yield margins.share(key, text, 1, part, everyone)


def mother_income_facts(moves: Moves) -> Iterator[Between]:
    """Section 4.1, of mothers whose income is known both times: slight changes, and some go to work."""
    for income, sign in [("none", -1), ("living_wage", 1)]:
        yield Between(_more(moves, "mother_income", income).times(sign), low=Fraction(1), high=Fraction(_SLIGHTLY))
    yield Between(moves.total("work", mother_income="living_wage"), low=Fraction(_SOME))


def _more(moves: Moves, start: str, answer: str) -> Total:
    """How many more families have an answer later, of those known both times."""
    later = [code for code in moves.table.axes[moves.table.name] if code not in NO_ANSWER]
    known = list(codebook.categories(codebook.variables()[start].categories))
    return moves.total(answer, **{start: known}) - moves.total(later, **{start: answer})


def partner_income(rows: pd.DataFrame) -> Moves:
    """The partner's income at the end; of unknown families it stays unknown."""
    alone = _chance(rows["partner_income"])

    def chance(family, before, after):
        return float(after == "unknown") if family == "unknown" else alone(before, after)

    given = ["family_composition", "partner_income"]
    return Moves.of(rows, given, "partner_income_end", _answers("partner_income"), chance)


def employment(rows: pd.DataFrame) -> Moves:
    """The mother's work at the end goes with her income then; mostly it is the same work."""

    def chance(before, income, after):
        if after == "not_applicable" and before != after:
            return 0
        return WORK[income_group(income)].get(after, 0) * (_SAME_WORK if before == after else 1)

    start = "mother_employment"
    return Moves.of(rows, [start, "mother_income_end"], f"{start}_end", _answers(start), chance)


# --- Housing ----------------------------------------------------------------


def housing(rows: pd.DataFrame) -> Moves:
    """Housing at the end, with what Tabel 16 sets it against (``_works``, ``_permanent``, ``_many``)."""
    shares = _shares(rows["housing"])

    def chance(before, works, permanent, many, after):
        if before in NO_ANSWER or after in NO_ANSWER:
            return 0 if after == "social" else _move(before, after, shares)
        others = _HOUSING.get(before, {})
        return (100 - sum(others.values()) if before == after else others.get(after, 0)) / 100

    return Moves.of(rows, ["housing", "_works", "_permanent", "_many"], "housing_end", _answers("housing"), chance)


#: Rows of Tabel 16, and the column of a family that they are about.
_TABLE_16 = {"Inkomen uit arbeid": "_works", "Vast contract": "_permanent", "Meer dan 5 zaken in orde": "_many"}


#: Footnote 5: from where to where.
_FOOTNOTE_5 = {
    "tekst-4.1-b": (["inadequate"], "adequate"),
    "tekst-4.1-c": (["temporary"], "adequate"),
    "tekst-4.1-d": (["inadequate"], "social"),
    "tekst-4.1-e": ([*_BAD, "adequate", *NO_ANSWER], "social"),
    "tekst-4.1-f": (["inadequate"], "social"),
    "tekst-4.1-g": (["temporary"], "social"),
    "tekst-4.1-h": (["homeless"], "social"),
}


def housing_claims(moves: Moves, printed: Printed) -> Iterator[Claim]:
    """Tabel 16 and footnote 5."""
    for key, text, _ in printed.table("tabel-16"):
        of = {_TABLE_16[key[1]]: "yes"}
        part = moves.total(_GOOD if key[2].startswith("Goede") else _BAD, **of)
        yield margins.share(key, text, 1, part, moves.total([*_GOOD, *_BAD], **of))
    for id, (before, after) in _FOOTNOTE_5.items():
        for key, text, _ in printed.table(id):
            yield margins.count(key, text, moves.total(after, housing=before))


def housing_facts(moves: Moves) -> Iterator[Between]:
    """Section 4.1: fewer in temporary or inadequate housing, more in good housing, and most where they were."""
    known = list(codebook.categories("housing"))
    stayed = reduce(Total.__add__, (moves.total(code, housing=code) for code in known))
    yield Between(stayed, moves.total(known, housing=known), low=Fraction(1, 2), open_low=True)
    for codes, sign in [(["temporary", "inadequate"], -1), (_GOOD, 1)]:
        for code in codes:
            more = moves.total(code) - moves.total(housing=code)
            yield Between(more.times(sign), low=Fraction(1))
            yield Between(_more(moves, "housing", code).times(sign), low=Fraction(1))


# --- Shared -----------------------------------------------------------------


def _chance(answers: pd.Series) -> Callable[[str, str], float]:
    """How common each move of a column is, from its answers at the start."""
    shares, likelier = _shares(answers), _LIKELIER.get(answers.name, {})
    return lambda before, after: _move(before, after, shares) * likelier.get((before, after), 1)


def _move(before: str, after: str, shares: dict[str, float]) -> float:
    """Most stay; the others go where most families are."""
    if "not_applicable" in (before, after):
        return float(before == after)
    if before == "unknown":
        return _STILL_UNKNOWN if after == before else (1 - _STILL_UNKNOWN) * shares[after]
    if after == before:
        return _SAME
    return _LOST if after == "unknown" else (1 - _SAME - _LOST) * shares[after]


def _shares(answers: pd.Series) -> dict[str, float]:
    """How common each answer is among the known ones; one that nobody gave is rare, but can be."""
    codes = list(codebook.categories(codebook.variables()[answers.name].categories))
    counts = answers.value_counts().reindex(codes).fillna(0) + 0.5
    return (counts / counts.sum()).to_dict()


def _answers(start: str) -> tuple[str, ...]:
    return (*codebook.categories(codebook.variables()[start].categories), *NO_ANSWER)


def _exactly(total: Total, n: int) -> Between:
    return Between(total, low=Fraction(n), high=Fraction(n))
