"""What is counted for the registration records, and how common each kind is.

One `CountTable` for each group of columns that belong together. Sizes and
shares come from the report where it prints them; the other weights are
invented (see ``data/synthetic/README.md``) and decide only what the report
leaves open. A weight of 0 is a combination that cannot be: the same as the
rules in ``data/codebook/rules.csv``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import exp

import numpy as np

from helpers.data import codebook
from helpers.dutch.numbers import parse_printed
from helpers.synthesis.counts import CountTable
from helpers.synthesis.months import first_birth_measurement, first_month, last_month, last_registration, months
from helpers.synthesis.printed import Printed

PLUS, PLAIN = "opkomst_plus", "opkomst"


PROGRAMMES = (PLUS, PLAIN)


STATUSES = ("finished", "running")


COLUMN_OF = {PLUS: "OPkomst+", PLAIN: "OPkomst"}


NO_ANSWER = ["unknown", "not_applicable"]


COUPLES = ["couple_blended", "couple_own"]


#: Months after the start at which a child who was already born is measured.
MONTHS_AFTER_START = 3


#: Rows of figure 4, in the order of the years.
PREGNANT_ROWS = [f"zwanger, {nth} projectjaar" for nth in ("eerste", "tweede", "derde", "vierde")]


#: Rows of figure 9.
RESIDENCE_ROWS = {
    "belgian": "Belgische nationaliteit",
    "precarious": "precair verblijfsstatuut",
    "short_visa": "visum kort verblijf",
    "long_visa": "visum lang verblijf",
    "unknown": "onbekend",
}


#: Labels that a table spells in another way than the codebook.
TABLE_18_LABELS = {"Inschrijving sociale huisvesting": "Inschrijving soc. huisvesting"}


TABLE_29_LABELS = {"Invaliditeitsvergoeding": "Invalideitsvergoeding"}


#: The eldest mother is alone: nobody else is within this many years of her.
_MARGIN_OF_OLDEST = 4


#: After how many months about two thirds of the families have finished.
_PACE = {PLUS: 20, PLAIN: 7.5}


#: How many of the families that could have a birth measurement got one.
_MEASURED = 0.75


#: How many of the families have finished, and how many have not.
_STATUS_SHARES = {"finished": 0.85, "running": 0.15}


#: How common each number of children is, in per cent.
_CHILDREN = {0: 45, 1: 30, 2: 12, 3: 7, 4: 3, 5: 0.5, 6: 0.8}


_FAMILIES = {"single": 22, "couple_blended": 7, "couple_own": 62, "unknown": 7, "not_applicable": 2}


_INCOMES = {"none": 31, "living_wage": 18, "work": 20, "benefit": 13, "unknown": 14, "not_applicable": 4}


_PARTNERS = {
    "none": 5,
    "living_wage": 10,
    "work": 52,
    "unemployment": 5,
    "sickness": 3,
    "benefit": 4,
    "unknown": 21,
}


#: Which work goes with which income of the mother.
WORK = {
    "none": {"none": 90, "searching": 1, "unknown": 8},
    "living_wage": {"none": 85, "activation": 4, "searching": 1, "unknown": 8},
    "work": {"permanent": 88, "interim": 5, "irregular": 2, "activation": 3},
    "benefit": {"none": 60, "permanent": 20, "activation": 2, "unknown": 12},
    "unknown": {"none": 12, "permanent": 5, "unknown": 80, "not_applicable": 2},
    "not_applicable": {"not_applicable": 80, "none": 10, "unknown": 10},
}


def tables(printed: Printed) -> dict[str, CountTable]:
    """Every table of counts, by name."""
    groups = (
        _trajectories,
        _lengths,
        _child_age,
        _families,
        _work,
        _answers,
        _mother_age,
        _difficulties,
        _admin,
    )
    return {table.name: table for group in groups for table in group(printed)}


def income_group(income: str) -> str:
    """The group of an income code; a code without group is its own group."""
    category = codebook.categories("income").get(income)
    return category.group if category and category.group else income


def incomes_of(group: str) -> list[str]:
    """The income codes in a group."""
    return codebook.codes_in_group("income", group) or [group]


def income_at_the_end(printed: Printed, income: str) -> int:
    """How many mothers have an income at the end (Tabel 29)."""
    label = codebook.labels("income")[income]
    return printed.number("tabel-29", TABLE_29_LABELS.get(label, label), "N")


def items_of(prefix: str) -> tuple[str, ...]:
    """The yes/no items of the codebook whose names begin so, at the start, in order."""
    later = {*codebook.measured_at("birth"), *codebook.measured_at("end")}
    return tuple(name for name in codebook.variables() if name.startswith(prefix) and name not in later)


def _table(name: str, axes: dict, chance: Callable[..., float], sizes: tuple[int, ...]) -> CountTable:
    chances = [chance(*values) for values in product(*axes.values())]
    shape = [len(values) for values in axes.values()]
    return CountTable(name, axes, np.array(chances, dtype=float).reshape(shape), sizes)


def sizes(printed: Printed, id: str = "tabel-1", row: str = "Beschrijvende analyse (hoofdstuk 3)") -> tuple[int, ...]:
    """How many dossiers of each programme a row of the report counts."""
    return tuple(printed.number(id, row, COLUMN_OF[programme]) for programme in PROGRAMMES)


def _less(all_: tuple[int, ...], some: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(all_, some, strict=True))


def _trajectories(printed: Printed) -> Iterator[CountTable]:
    """First and second trajectories, and registrations after the dataset."""
    original, registered = sizes(printed, row="Originele dataset"), sizes(printed, "tabel-2", "Totaal")
    first, last = first_month(), last_month()
    yield _table(
        "trajectory",
        {
            "programme": PROGRAMMES,
            "status": STATUSES,
            "birth": ("yes", "no"),
            "pregnant_at_start": ("yes", "no"),
            "month": months(first, last),
        },
        _trajectory_chance(printed),
        sizes(printed),
    )
    # A second pregnancy takes its time: later months are likelier.
    wait = {PLUS: 30, PLAIN: 21}
    yield _table(
        "second",
        {"programme": PROGRAMMES, "month": months(first, last)},
        lambda programme, month: max(month - first - wait[programme], 0),
        _less(original, sizes(printed)),
    )
    yield _table(
        "late",
        {"programme": PROGRAMMES, "month": months(last + 1, last_registration())},
        lambda programme, month: 1,
        _less(registered, original),
    )


def _trajectory_chance(printed: Printed) -> Callable[..., float]:
    last, first_year = last_month(), first_month() // 12
    original, registered = sizes(printed, row="Originele dataset"), sizes(printed, "tabel-2", "Totaal")
    late = dict(zip(PROGRAMMES, _less(registered, original), strict=True))
    pregnant_share = {
        first_year + i: printed.number("figuur-4", row, "Totaal") / 100 for i, row in enumerate(PREGNANT_ROWS)
    }

    def chance(programme, status, birth, pregnant, month):
        running = exp(-(((month - last) / _PACE[programme]) ** 2))
        can_be_measured = has_birth_moment(pregnant, month, last)
        measured = _MEASURED if can_be_measured else 0
        share = pregnant_share[month // 12]
        year = month // 12
        starts = printed.number("tabel-2", str(year), COLUMN_OF[programme])
        if year == last // 12:
            # The year is not over in the last month of the dataset.
            starts = (starts - late[programme]) * 12 / (last % 12 + 1)
        return (
            starts
            * (running if status == "running" else 1 - running)
            * (share if pregnant == "yes" else 1 - share)
            * (measured if birth == "yes" else 1 - measured)
        )

    return chance


def has_birth_moment(pregnant: str, month: int, last: int) -> bool:
    """Whether the moment of the birth measurement can lie between start and `last`."""
    wait = 1 if pregnant == "yes" else MONTHS_AFTER_START
    return first_birth_measurement() <= month <= last - wait


def _lengths(printed: Printed) -> Iterator[CountTable]:
    """Of finished dossiers: most last some months, a few much longer.

    A negative binomial shape (two stages) with the printed mean.
    """
    row = "Duur afgeronde begeleidingen"
    means = {p: printed.number("tabel-3", row, f"{COLUMN_OF[p]} · Gemiddeld") for p in PROGRAMMES}
    yield _table(
        "duration",
        {"programme": PROGRAMMES, "months": months(0, last_month() - first_month())},
        lambda programme, n: (n + 1) * (means[programme] / (means[programme] + 2)) ** n,
        tuple(printed.number("tabel-3", row, f"{COLUMN_OF[programme]} · N") for programme in PROGRAMMES),
    )


def _child_age(printed: Printed) -> Iterator[CountTable]:
    """OPkomst+ began when the item was recorded; most dossiers of OPkomst are older."""

    def chance(programme, pregnant, age):
        if age == "not_recorded":
            return 0.02 if programme == PLUS else 2
        if (age < 0) != (pregnant == "yes"):
            return 0
        if age < 0:
            return 0.17 * exp(-((age + 3.8) ** 2) / 10)
        return 0.05 * exp(-age / (9 if programme == PLUS else 3))

    limits = codebook.variables()["child_age_at_start"]
    ages = (*range(int(limits.minimum), int(limits.maximum) + 1), "not_recorded")
    axes = {"programme": PROGRAMMES, "pregnant_at_start": ("yes", "no"), "child_age_at_start": ages}
    yield _table("child_age", axes, chance, sizes(printed))


def _families(printed: Printed) -> Iterator[CountTable]:
    """Children, and who belongs to the family."""
    yield _table(
        "household",
        {
            "programme": PROGRAMMES,
            "status": STATUSES,
            "birth": ("yes", "no"),
            "pregnant_at_start": ("yes", "no"),
            "blended": ("yes", "no"),
            "pregnancy_order": ("first", "later"),
            "children_present": (*_CHILDREN, "unknown"),
        },
        _household_chance,
        sizes(printed),
    )
    axes = {"family_composition": tuple(_FAMILIES), "income_group": tuple(_INCOMES)}
    yield _table("economy", {"programme": PROGRAMMES, **axes}, _economy_chance, sizes(printed))
    # Apart, since nearly all that is printed is about both, and contradictions are found sooner.
    yield _table(
        "economy_by_status",
        {"programme": PROGRAMMES, "status": STATUSES, **axes},
        lambda programme, status, family, income: _STATUS_SHARES[status] * _economy_chance(programme, family, income),
        sizes(printed),
    )


def _household_chance(programme, status, birth, pregnant, blended, order, children):
    chance = _STATUS_SHARES[status] * (85 if pregnant == "yes" else 15) * (7 if blended == "yes" else 93)
    chance *= {PLUS: 3, PLAIN: 0.9}[programme] if order == "first" else 1
    if children == "unknown":
        return 0 if programme == PLUS else chance * 8
    # Her own children who are born, at least; a partner may bring more.
    own = (order == "later") + (pregnant == "no")
    too_many = blended == "no" and order == "first" and children > own
    return 0 if children < own or too_many else chance * _CHILDREN[children]


def _economy_chance(programme, family, income):
    single = 4 if programme == PLUS and family == "single" else 1
    both = 20 if family == income == "not_applicable" else 1
    return _FAMILIES[family] * _INCOMES[income] * single * both


def _work(printed: Printed) -> Iterator[CountTable]:
    """The mother's income and work, and the partner's income."""
    benefits = _benefit_shares(printed)
    yield _table(
        "employment",
        {
            "programme": PROGRAMMES,
            "mother_income": (*codebook.categories("income"), *NO_ANSWER),
            "mother_employment": (*codebook.categories("employment"), *NO_ANSWER),
        },
        lambda programme, income, work: (
            _INCOMES[income_group(income)] * benefits.get(income, 1) * WORK[income_group(income)].get(work, 0)
        ),
        sizes(printed),
    )
    share = sum(_FAMILIES[family] for family in COUPLES) / sum(_FAMILIES.values())
    yield _table(
        "partner",
        {"programme": PROGRAMMES, "income_group": tuple(_INCOMES), "partner_income": tuple(_PARTNERS)},
        lambda programme, mother, partner: _INCOMES[mother] * _PARTNERS[partner],
        tuple(round(n * share) for n in sizes(printed)),
    )


def _benefit_shares(printed: Printed) -> dict[str, float]:
    """Within the benefits, the shares at the end (Tabel 29): the start is not printed."""
    ends = {code: income_at_the_end(printed, code) for code in incomes_of("benefit")}
    return {code: n / sum(ends.values()) for code, n in ends.items()}


#: Columns with one answer a family that no other column depends on.
ONE_ANSWER = (
    "referrer",
    "interest",
    "parents_diploma",
    "mother_residence",
    "father_residence",
    "housing",
    "network",
)


#: Columns whose shares a table prints: the table, and its rows without an answer.
_PRINTED_SHARES = {
    "interest": ("tabel-5", "interest", {}),
    "parents_diploma": (
        "tabel-8",
        "diploma",
        {"unknown": "Onbekend", "not_applicable": "Niet van toepassing"},
    ),
    "housing": ("tabel-10", "housing", {"unknown": "Onbekend/niet van toepassing"}),
    "network": ("tabel-11", "network", {"unknown": "Onbekend/niet van toepassing"}),
}


def _answers(printed: Printed) -> Iterator[CountTable]:
    """Columns with one answer a family, each on its own."""
    answers = {name: _shares(printed, *where) for name, where in _PRINTED_SHARES.items()}
    answers["interest"]["unknown"] = 25
    answers["housing"]["not_applicable"] = _INCOMES["not_applicable"]
    answers["housing"]["unknown"] -= _INCOMES["not_applicable"]
    answers["referrer"] = {code: _REFERRERS.get(code, 2.5) for code in codebook.categories("referrer")}
    answers["mother_residence"] = {
        code: printed.number("figuur-9", row, "moeders") for code, row in RESIDENCE_ROWS.items()
    }
    fathers = {code: printed.number("figuur-9", row, "vaders") for code, row in RESIDENCE_ROWS.items()}
    answers["father_residence"] = fathers | {"not_applicable": 100 - sum(fathers.values())}
    for name in ONE_ANSWER:
        shares = answers[name]
        yield _table(
            name,
            {"programme": PROGRAMMES, name: tuple(shares)},
            lambda programme, answer, shares=shares: shares[answer],
            sizes(printed),
        )


#: Referrers with more than a few families, in per cent.
_REFERRERS = {
    "az_sint_maarten": 25,
    "sociaal_huis": 23,
    "wel_en_wee": 14,
    "id_team": 15,
    "kind_en_gezin": 1.5,
}


def _shares(printed: Printed, id: str, categories: str, missing: dict[str, str]) -> dict[str, float]:
    """The printed share of every answer over both programmes, in per cent.

    An answer that nobody gave keeps a small weight: it is possible.
    """
    column = "%" if id == "tabel-10" else "Totaal"
    rows = codebook.labels(categories) | missing
    return {code: printed.number(id, row, column) or 0.1 for code, row in rows.items()}


def _mother_age(printed: Printed) -> Iterator[CountTable]:
    """Bell-shaped, around the printed mean; one mother is much older."""
    oldest = printed.number("tabel-6", "Leeftijd", "OPkomst · Maximum")
    spread = {PLUS: 2.6, PLAIN: 5.9}
    middle = {p: printed.number("tabel-6", "Leeftijd", f"{COLUMN_OF[p]} · Gemiddelde") for p in PROGRAMMES}

    def chance(programme, age):
        if age == "unknown":
            return 0 if programme == PLUS else 0.042
        if oldest - _MARGIN_OF_OLDEST < age < oldest:
            return 0
        return exp(-(((age - middle[programme]) / spread[programme]) ** 2) / 2) / (spread[programme] * 2.5)

    limits = codebook.variables()["mother_age"]
    ages = (*range(int(limits.minimum), int(limits.maximum) + 1), "unknown")
    yield _table("mother_age", {"programme": PROGRAMMES, "mother_age": ages}, chance, sizes(printed))


def _difficulties(printed: Printed) -> Iterator[CountTable]:
    """Difficulties: how often each is present is printed, how often unknown only in all."""
    items = items_of("difficulty_")
    yield _table(
        "difficulty",
        {"programme": PROGRAMMES, "item": items, "answer": ("yes", "no", "unknown")},
        lambda programme, item, answer: {"yes": 8, "no": 50, "unknown": 42}[answer],
        tuple(n * len(items) for n in sizes(printed)),
    )


def _admin(printed: Printed) -> Iterator[CountTable]:
    """Paperwork at the start, and how much of it was in order later."""
    items = items_of("admin_")
    impact = sum(sizes(printed, row="Impact analyse (hoofdstuk 4)"))

    def chance(programme, status, birth, item, answer):
        label = codebook.variables()[item].label_nl
        stratum = _STATUS_SHARES[status] * (0.18 if birth == "yes" else 0.82)
        known = _known_at_start(printed, label) / impact if status == "finished" else 0.93
        yes = min(printed.number("tabel-14", label, COLUMN_OF[programme]) / 100, 0.9 * known)
        return stratum * {"yes": yes, "no": known - yes, "unknown": 1 - known}[answer]

    yield _table(
        "admin",
        {
            "programme": PROGRAMMES,
            "status": STATUSES,
            "birth": ("yes", "no"),
            "item": items,
            "answer": ("yes", "no", "unknown"),
        },
        chance,
        tuple(n * len(items) for n in sizes(printed)),
    )
    yield _table("later", {"source": ("tabel-17", "tabel-18"), "item": items}, lambda source, item: 1, ())


def _known_at_start(printed: Printed, label: str) -> float:
    """In about how many dossiers of Tabel 18 an item was known: count over share."""
    row = TABLE_18_LABELS.get(label, label)
    percentage, number = parse_printed(printed.text(("tabel-18", row, "Bij start")))
    return float(number.value / percentage.value) * 100
