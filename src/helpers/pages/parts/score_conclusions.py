"""What may be concluded from the tests of progress, in Dutch sentences made from the results."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from helpers.dutch.lists import listing
from helpers.dutch.numbers import ALPHA, dutch
from helpers.inference.score_tests import POOLED, Comparison, Comparisons, GroupTests, Progress, SignTest
from helpers.pages.parts.heard import heard_html
from helpers.pages.parts.table_html import label_html, p_html
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Key, Table


def conclusions_html(found: Progress) -> str:
    """What the tests show, what they do not, and what they could not have shown."""
    may_be_shown(found.table)
    items = [_about_group(tests, _who(found)) for tests in found.groups.values()]
    return list_html([*items, _about_groups(found.between)] if found.between else items)


def cautions_html(found: Progress, starts: Table, fixed: frozenset[Key]) -> str:
    """Why the case study measures no effect, with the numbers that it takes to see that.

    Parameters
    ----------
    found
        Of two groups.
    starts
        The mean score at the start, with columns ``<group>.start`` and the rows
        of the table that was tested.
    fixed
        Keys of the starts that a printed number fixes: only those are counted.

    Raises
    ------
    ValueError
        When there are no two groups.
    """
    may_be_shown(starts)
    if found.between is None:
        raise ValueError(f"{found.table.id} does not compare two groups")
    return list_html([_selection(found), _RETROSPECT, _ceiling(found, may_be_shown(starts), fixed), _NO_CONTROL])


def threshold_sentence(found: Progress, thresholds: Sequence[int]) -> str:
    """On how many indicators at least so many families moved forward, for several thresholds.

    Parameters
    ----------
    found
        Of any number of groups.
    thresholds
        At least one number of families.
    """
    may_be_shown(found.table)
    groups = [tests for key, tests in found.groups.items() if key != POOLED[0]]
    counts = [[sum(test.counts.improved >= least for test in tests.rows) for tests in groups] for least in thresholds]
    told = [
        f"bij {least} of meer {_who(found)} "
        + listing(
            [f"{n}" + f" ({escape(tests.label)})" * (len(groups) > 1) for n, tests in zip(row, groups, strict=True)]
        )
        for least, row in zip(thresholds, counts, strict=True)
    ]
    return f"Hoeveel indicatoren eruit springen, hangt af van de grens die je kiest: {'; '.join(told)}."


def _who(found: Progress) -> str:
    """Who was counted, such as "gezinnen"."""
    return escape(found.table.cells[0].base)


def _about_group(tests: GroupTests, who: str) -> str:
    heading = f"{escape(tests.label)}, {len(tests.rows)} indicatoren."
    return _folded(heading, _holm(tests, who), [_found_alone(tests), _room(tests, who), *_power(tests, who)])


def _folded(heading: str, first: str, others: Sequence[str]) -> str:
    """What was shown by the rule of the book, and the rest behind one tap."""
    name = f"Hoe zeker is dat?{heard_html(f' ({heading})')}"
    more = f"<details><summary>{name}</summary><p>{' '.join(others)}</p></details>"
    return f"<strong>{heading}</strong> {first}{more}"


def _found_alone(tests: GroupTests) -> str:
    found = _directed(tests.rows, tests.family.rejected_alone)
    nowhere, where = ("", f" bij {listing(found)}") if found else (" nergens", "")
    return f"Op zichzelf bekeken is de verandering{nowhere} groter dan je van toeval verwacht{where}."


def _room(tests: GroupTests, who: str) -> str:
    could = int(tests.family.could_reject_alone.sum())
    return (
        f"Bij {_of(could, len(tests.rows))} veranderden genoeg {who} om op zichzelf iets te kunnen aantonen "
        f"(p ≤ {dutch(ALPHA, 2)})."
    )


def _holm(tests: GroupTests, who: str) -> str:
    """What Holm's correction leaves."""
    found = _directed(tests.rows, tests.family.rejected)
    if found:
        return f"Ook na de correctie voor het aantal toetsen is er verandering aangetoond: bij {listing(found)}."
    few = "waren" if tests.floor_of_rated > ALPHA else "veranderden"
    could = "" if tests.family.could_reject else f" Dat kon ook niet: er {few} te weinig {who}."
    return f"Na de correctie voor het aantal toetsen is geen enkele verandering aangetoond.{could}"


def _power(tests: GroupTests, who: str) -> list[str]:
    """What the correction could have left, where that is nothing."""
    if tests.family.could_reject:
        return []
    return [
        f"Met zo weinig {who} die veranderden, was de laagste p-waarde die na de correctie kon overblijven "
        f"{p_html(tests.family.floor)}. Dat er niets overblijft, zegt dus niets over de {who}.",
        _if_all_had_changed(tests.floor_of_rated, who),
    ]


def _if_all_had_changed(floor: float, who: str) -> str:
    if floor > ALPHA:
        when = f"Zelfs als alle {who} op elke indicator vooruit waren gegaan, was de laagste p-waarde nog"
    else:
        when = f"Pas als alle {who} dezelfde kant op waren gegaan, had het gekund: dan was de laagste p-waarde"
    return f"{when} {p_html(floor)} geweest."


def _about_groups(found: Comparisons) -> str:
    one, other = map(escape, found.labels)
    more, less = (sum(sign * test.difference > 0 for test in found.rows) for sign in (1, -1))
    family = found.family
    alone, kept = (_labels(found.rows, which) for which in (family.rejected_alone, family.rejected))
    first = (
        f"Op {more} daarvan ging bij {other} een groter aandeel vooruit, op {less} bij {one} en op "
        f"{len(found.rows) - more - less} een gelijk aandeel. {_after_correction(kept, could=family.could_reject)}"
    )
    others = [
        f"Op zichzelf bekeken is dat verschil groter dan je van toeval verwacht bij {listing(alone)}."
        if alone
        else "Bij geen enkele is dat verschil groter dan je van toeval verwacht.",
        "De indicatoren gaan telkens over dezelfde gezinnen. Elke indicator is dus geen apart bewijs.",
    ]
    return _folded(f"{one} en {other} vergeleken, {len(found.rows)} indicatoren.", first, others)


def _after_correction(kept: list[str], *, could: bool) -> str:
    if kept:
        return f"Na correctie voor het aantal vergelijkingen houdt dit stand: {listing(kept)}."
    if could:
        return "Na correctie voor het aantal vergelijkingen houdt geen enkel verschil stand."
    return (
        "Bij zo weinig gezinnen kon de correctie voor het aantal vergelijkingen niets laten staan, wat er ook gebeurde."
    )


def _directed(rows: Sequence[SignTest], chosen: np.ndarray) -> list[str]:
    """The labels of the chosen rows, smallest p-value first; with the direction where more families fell back."""
    picked = sorted((test for test, yes in zip(rows, chosen, strict=True) if yes), key=lambda test: test.p)
    return [
        f"‘{label_html(test.label)}’" + (" (achteruit)" if test.counts.worsened > test.counts.improved else "")
        for test in picked
    ]


def _labels(rows: Sequence[Comparison], chosen: np.ndarray) -> list[str]:
    return [f"‘{label_html(test.label)}’" for test, yes in zip(rows, chosen, strict=True) if yes]


def _of(count: int, rows: int) -> str:
    return f"geen van de {rows}" if count == 0 else f"{count} van de {rows}"


def _selection(found: Progress) -> str:
    sizes = [
        f"{min(rated)} tot {max(rated)} bij {escape(tests.label)}"
        for key, tests in found.groups.items()
        if key != POOLED[0] and (rated := [test.counts.rated for test in tests.rows])
    ]
    return (
        "<strong>Niet geloot.</strong> Geen enkel gezin kwam er door het lot in, en niet elk gezin kreeg op elke "
        f"indicator een score: per indicator zijn het er {listing(sizes)}. Een toets rekent alsof ze door het lot zijn "
        "aangewezen. Wat ze zegt, mag je daarom niet doortrekken naar iedereen in het programma."
    )


_RETROSPECT = (
    "<strong>Achteraf beoordeeld.</strong> Wie het gezin begeleidde, gaf de scores samen met een onderzoeker, en "
    "keek voor de start soms terug. Wie weet hoe het is afgelopen, kan de start "
    "ongemerkt strenger zien. Dat maakt vooruitgang groter op papier dan ze was, en een toets ziet dat niet."
)


_NO_CONTROL = (
    "<strong>Geen gezinnen zonder begeleiding.</strong> Ook zonder hulp kan er veel veranderen rond een geboorte. "
    "Hoeveel van de vooruitgang aan het programma ligt, valt uit deze cijfers niet af te leiden."
)


def _ceiling(found: Progress, starts: Table, fixed: frozenset[Key]) -> str:
    columns = [f"{key}.start" for key in found.groups if key != POOLED[0]]
    rows = [test.row for test in found.between.rows if fixed.issuperset((test.row, column) for column in columns)]
    pairs = [[starts[row, column].value for column in columns] for row in rows]
    higher = sum(one > other for one, other in pairs)
    one, other = map(escape, found.between.labels)
    told = (
        f"Van de {len(pairs)} indicatoren waarvan beide startscores vastliggen, begon {one} op {higher} hoger dan "
        f"{other}. "
    )
    return (
        f"<strong>Wie hoog begint, kan minder stijgen.</strong> {told if pairs else ''}Wie al de hoogste score heeft, "
        f"kan niet meer vooruit. Een kleiner aandeel vooruit bij {one} betekent dus niet dat die "
        "begeleiding minder doet."
    )


def list_html(items: Sequence[str]) -> str:
    """Sentences, HTML already, one an item."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
