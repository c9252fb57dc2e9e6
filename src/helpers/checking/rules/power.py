"""How many wrong numbers would the rules notice? Measured on reports that we make up.

Each made-up report is consistent: its numbers come from people who never
existed. Then one number is misprinted in one way, and the rules either notice
or not. What they cannot notice, nobody can by looking at the numbers alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from helpers.checking.rules.relations import Key, Place, Printed, Relation
from helpers.checking.rules.rounding import numbers_in, other_last_digits, read, whole
from helpers.dutch.numbers import dutch, percent

#: Sizes like those of the report: a small and a large group.
SMALL, LARGE = range(8, 21), range(200, 301)


#: Every misprint, as a reader calls it.
MISPRINTS = {
    "last_digit": "een ander laatste cijfer",
    "digit": "een ander cijfer op een andere plaats",
    "swapped_digits": "twee cijfers verwisseld",
    "complement": "het tegendeel gedrukt",
    "other_group": "het percentage van de andere groep",
    "other_base": "een andere basis",
    "wrong_sum": "een totaal met een deel te weinig",
    "threshold": "een andere grens dan de genoemde",
    "copy": "bij de herhaling een ander getal",
    "subgroup_mean": "een ander deelgemiddelde",
}


def measure(reports: int, seed: int = 1) -> dict[str, Fraction]:
    """The share of injected misprints that some rule notices.

    Parameters
    ----------
    reports
        How many reports to make up for each kind of misprint.
    seed
        The same seed gives the same reports.

    Returns
    -------
    dict
        For each of `MISPRINTS` a share from 0 to 1.
    """
    rng = random.Random(seed)
    noticed = Counter()
    for _ in range(reports):
        for kind in MISPRINTS:
            printed, relations, changed = _misprinted(kind, rng)
            noticed[kind] += bool(contradicted(printed, [r for r in relations if changed in r.keys]))
    return {kind: Fraction(noticed[kind], reports) for kind in MISPRINTS}


def contradicted(printed: Printed, relations: list[Relation]) -> list[str]:
    """Names of the relations that the printed numbers contradict."""
    return [relation.name for relation in relations if not relation.verdict(printed).consistent]


def made_up_report(rng: random.Random) -> tuple[dict, list[Relation]]:
    """A consistent report of four tables, and the relations between its numbers.

    Returns
    -------
    tuple of dict and list of Relation
        What is printed in every cell, and what ties the cells together.
    """
    printed: dict[tuple[str, str, str], str] = {}
    relations: list[Relation] = []
    for part in (_answers, _changes, _scores, _counts_of_rows):
        cells, tied = part(rng)
        printed |= cells
        relations += tied
    return printed, relations


def inject(kind: str, printed: Printed, rng: random.Random) -> tuple[Key, str] | None:
    """A cell and another string for it, misprinted in one way; nothing if that would change nothing."""
    key = rng.choice([key for key in printed if _INTO[kind](key, printed)])
    wrong = _MISPRINT[kind](printed, key, rng)
    return None if wrong in (None, printed[key]) else (key, wrong)


def _misprinted(kind: str, rng: random.Random) -> tuple[dict, list[Relation], Key]:
    """A made-up report with one misprint, and where it is."""
    while True:
        printed, relations = made_up_report(rng)
        injected = inject(kind, printed, rng)
        if injected:
            return printed | dict([injected]), relations, injected[0]


def _answers(rng: random.Random) -> tuple[dict, list[Relation]]:
    """Answers of two groups and together: percentages, counts, sizes, and one repeated in the text."""
    sizes = {"a": rng.choice(SMALL), "b": rng.choice(LARGE)}
    counts = {group: _split(rng, size, 4) for group, size in sizes.items()}
    sizes["all"], counts["all"] = sum(sizes.values()), [sum(pair) for pair in zip(*counts.values(), strict=True)]
    printed = {("answers", "n", group): str(size) for group, size in sizes.items()}
    for row in range(4):
        for group, size in sizes.items():
            printed["answers", str(row), group] = percent(Fraction(counts[group][row], size))
        printed["answers", str(row), "count"] = str(counts["all"][row])
    row = rng.randrange(4)
    printed["text", "answer", ""] = printed["answers", str(row), "all"]

    def at(row, column):
        return Place(("answers", str(row), column))

    relations = [
        Relation("sizes", "closure", {"parts": (at("n", "a"), at("n", "b")), "together": at("n", "all")}),
        Relation("counts", "closure", {"parts": tuple(at(r, "count") for r in range(4)), "together": at("n", "all")}),
        Relation("copy", "same_quantity", {"number": Place(("text", "answer", "")), "source": at(row, "all")}),
    ]
    for group in sizes:
        rows = tuple(at(r, group) for r in range(4))
        relations.append(Relation(f"column {group}", "partition", {"percentages": rows, "base": at("n", group)}))
    for r in range(4):
        share = {"percentage": at(r, "all"), "counts": (at(r, "count"),), "base": at("n", "all")}
        groups = {"percentages": (at(r, "a"), at(r, "b")), "bases": (at("n", "a"), at("n", "b"))}
        together = {"together": at(r, "all"), "base": at("n", "all")}
        relations += [Relation(f"share {r}", "share", share), Relation(f"groups {r}", "groups", groups | together)]
    return printed, relations


def _changes(rng: random.Random) -> tuple[dict, list[Relation]]:
    """Percentages with their counts at two moments, on a base that is not printed."""
    printed, relations = {("limit", "n", ""): "300"}, []
    for row in map(str, range(3)):
        n = rng.choice(range(30, 280))
        before, after = rng.randint(1, n), rng.randint(0, n)
        shares = [percent(Fraction(count, n)) for count in (before, after)]
        points = (read(shares[1]).value - read(shares[0]).value) * 100
        if not read(shares[0]).value:
            return _changes(rng)
        relative = percent((read(shares[1]).value - read(shares[0]).value) / read(shares[0]).value, 0)
        cells = {"start": f"{shares[0]} ({before})", "end": f"{shares[1]} ({after})"}
        cells |= {"points": dutch(points, 1), "relative": relative}
        printed |= {("changes", row, column): text for column, text in cells.items()}
        (p1, c1), (p2, c2) = ([Place(("changes", row, moment), i) for i in (1, 2)] for moment in ("start", "end"))
        base = {"percentages": (p1, p2), "counts": (c1, c2), "others": (), "at_most": Place(("limit", "n", ""))}
        relations += [
            Relation(f"base {row}", "one_base", base),
            Relation(f"points {row}", "points", _change(p1, p2, "difference", row, "points")),
            Relation(f"relative {row}", "relative_change", _change(p1, p2, "change", row, "relative")),
        ]
    return printed, relations


def _change(before: Place, after: Place, name: str, row: str, column: str) -> dict:
    return {"before": before, "after": after, name: Place(("changes", row, column))}


def _scores(rng: random.Random) -> tuple[dict, list[Relation]]:
    """Means of scores from 1 to 5 in three subgroups, and of all."""
    printed, relations = {}, []
    for row in map(str, range(3)):
        groups = [[rng.randint(1, 5) for _ in range(rng.randint(1, 7))] for _ in range(3)]
        everyone = [score for group in groups for score in group]
        for i, scores in enumerate(groups):
            printed["scores", row, f"mean {i}"] = dutch(Fraction(sum(scores), len(scores)), 1)
            printed["scores", row, f"n {i}"] = str(len(scores))
        printed["scores", row, "mean"] = dutch(Fraction(sum(everyone), len(everyone)), 1)
        means, counts = (tuple(Place(("scores", row, f"{what} {i}")) for i in range(3)) for what in ("mean", "n"))
        arguments = {"means": means, "counts": counts, "together": Place(("scores", row, "mean"))}
        relations.append(Relation(f"scores {row}", "subgroup_means", arguments))
    return printed, relations


def _counts_of_rows(rng: random.Random) -> tuple[dict, list[Relation]]:
    """Counts in fifteen rows, and how many rows reach six."""
    values = [rng.randint(0, 10) for _ in range(15)]
    printed = {("rows", str(i), ""): str(value) for i, value in enumerate(values)}
    printed |= {("rows", "limit", ""): "6 of meer", ("rows", "reached", ""): str(sum(v >= 6 for v in values))}
    arguments = {
        "values": tuple(Place(("rows", str(i), "")) for i in range(15)),
        "limit": Place(("rows", "limit", "")),
        "count": Place(("rows", "reached", "")),
    }
    return printed, [Relation("threshold", "at_least", arguments)]


def _split(rng: random.Random, total: int, parts: int) -> list[int]:
    cuts = sorted(rng.randint(0, total) for _ in range(parts - 1))
    return [end - start for start, end in zip([0, *cuts], [*cuts, total], strict=True)]


def _last_digit(printed: Printed, key, rng: random.Random) -> str:
    return rng.choice(other_last_digits(printed[key], rng.randrange(len(numbers_in(printed[key])))))


def _digit(printed: Printed, key, rng: random.Random) -> str | None:
    text = printed[key]
    places = [i for i, character in enumerate(text) if character.isdigit()][:-1]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + rng.choice("123456789".replace(text[place], "")) + text[place + 1 :]


def _swapped(printed: Printed, key, rng: random.Random) -> str | None:
    text = printed[key]
    pairs = [i for i in range(len(text) - 1) if text[i : i + 2].isdigit()]
    if not pairs:
        return None
    place = rng.choice(pairs)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _complement(printed: Printed, key, rng: random.Random) -> str:
    number = read(printed[key])
    return percent(1 - number.value, number.decimals)


def _other_group(printed: Printed, key, rng: random.Random) -> str:
    return printed[key[0], key[1], {"a": "b", "b": "a"}[key[2]]]


def _other_base(printed: Printed, key, rng: random.Random) -> str:
    """The percentage as it is when up to a tenth of the people is left out, or more are added."""
    count, n = whole(printed["answers", key[1], "count"]), whole(printed["answers", "n", "all"])
    return percent(Fraction(min(count, n), n + rng.choice([-1, 1]) * rng.randint(1, n // 10)))


def _wrong_sum(printed: Printed, key, rng: random.Random) -> str:
    return str(whole(printed[key]) - whole(printed["answers", str(rng.randrange(4)), "count"]))


def _threshold(printed: Printed, key, rng: random.Random) -> str:
    limit = rng.choice([5, 7])
    return str(sum(whole(printed["rows", str(i), ""]) >= limit for i in range(15)))


_MISPRINT: dict[str, Callable[..., str | None]] = {
    "last_digit": _last_digit,
    "digit": _digit,
    "swapped_digits": _swapped,
    "complement": _complement,
    "other_group": _other_group,
    "other_base": _other_base,
    "wrong_sum": _wrong_sum,
    "threshold": _threshold,
    "copy": _last_digit,
    "subgroup_mean": _last_digit,
}


def _is_answer(key, printed: Printed) -> bool:
    return key[0] == "answers" and key[1] != "n" and key[2] != "count"


#: Into which cells each misprint goes.
_INTO: dict[str, Callable[..., bool]] = {
    **dict.fromkeys(("last_digit", "digit", "swapped_digits"), lambda key, printed: key[0] in ("answers", "changes")),
    "complement": _is_answer,
    "other_group": lambda key, printed: _is_answer(key, printed) and key[2] != "all",
    "other_base": lambda key, printed: _is_answer(key, printed) and key[2] == "all",
    "wrong_sum": lambda key, printed: key == ("answers", "n", "all"),
    "threshold": lambda key, printed: key == ("rows", "reached", ""),
    "copy": lambda key, printed: key == ("text", "answer", ""),
    "subgroup_mean": lambda key, printed: key[0] == "scores" and key[2].startswith("mean"),
}
