"""Which conclusions of the report about the two programmes hold, worked out from its own tables.

Every judgement follows from numbers that print fixes, by a rule that stands in
its function: other numbers give another judgement. That the case study measures
no effect (see `helpers.pages.parts.score_conclusions.cautions_html`) holds for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from helpers.data import instrument, published
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch
from helpers.inference.case_study import CaseStudyProgress
from helpers.tables import case_study_scores
from helpers.tables.score_classes import GAINS, IMPROVED, NAMED_LARGE, STARTS, class_of

#: The judgements, with a sign that tells them without colour.
HOLDS, DEPENDS, UNKNOWN = "✓ klopt voor deze gezinnen", "± hangt af van hoe je telt", "? valt hier niet te zeggen"


#: The indicators that the report names as low without progress (chapter 5).
NAMED_LOW = frozenset({"savings", "social_rights", "leisure"})


#: How the conclusion calls the start on these.
_MODERATE = "tekst-5-r"


#: With fewer families than this behind it in either programme, a mean gain is one of a few families.
_SOME = 3


_FIRST, _SECOND = "opkomst", "opkomst_plus"


@dataclass(frozen=True)
class ProgrammeConclusion:
    """One conclusion of the report.

    Attributes
    ----------
    claim : str
        In our own words.
    judgement : str
        `HOLDS`, `DEPENDS` or `UNKNOWN`.
    because : str
        The numbers behind it.
    """

    claim: str
    judgement: str
    because: str


def conclusions(found: CaseStudyProgress) -> list[ProgrammeConclusion]:
    """Every conclusion of the report about the programmes, in the order of chapter 5."""
    return [
        _lower_start(found),
        _more_indicators(found),
        _smaller_steps(found),
        _largest_gains(found),
        _good_already(found),
        _hardly_worse(found),
        _BECAUSE_OF_GUIDANCE,
    ]


def gains(found: CaseStudyProgress) -> dict[str, dict[str, Fraction]]:
    """How far the mean of the families that moved forward went up, by programme and indicator.

    Only where print fixes both means, and somebody moved forward.
    """
    table, fixed = found.sources["tabel-23"], found.reproduced["tabel-23"]
    return {
        group: {
            row: end - table[row, f"{group}.start"].value
            for row in found.counts.rows
            if {(row, f"{group}.{moment}") for moment in ("start", "end")} <= fixed
            and (end := table[row, f"{group}.end"].value) is not None
        }
        for group in (_FIRST, _SECOND)
    }


def _lower_start(found: CaseStudyProgress) -> ProgrammeConclusion:
    """Holds when OPkomst+ starts lower on more than half of the indicators."""
    starts = {group: _means(found, group, "start") for group in (_FIRST, _SECOND)}
    both = [row for row in starts[_FIRST] if row in starts[_SECOND]]
    claim = "Gezinnen van OPkomst+ vertrekken van een lagere score."
    if not both:
        return ProgrammeConclusion(claim, UNKNOWN, "Van geen enkele indicator liggen beide startscores vast.")
    lower = sum(starts[_SECOND][row] < starts[_FIRST][row] for row in both)
    return ProgrammeConclusion(
        claim,
        HOLDS if 2 * lower > len(both) else DEPENDS,
        f"Op {lower} van de {len(both)} indicatoren waarvan beide startscores vastliggen. De gezinnen van OPkomst "
        "werden gekozen omdat ze op die van OPkomst+ lijken. Dat maakt de groepen nog niet gelijk.",
    )


def _more_indicators(found: CaseStudyProgress) -> ProgrammeConclusion:
    """Holds when OPkomst+ has more indicators at every limit, of those where both have rated families."""
    claim = "OPkomst+ gaat op meer indicatoren vooruit."
    between = found.tests.between
    if not between.rows:
        return ProgrammeConclusion(claim, UNKNOWN, "Op geen enkele indicator zijn gezinnen van beide beoordeeld.")
    both = {test.row for test in between.rows}
    first, second = (
        [test.counts.improved for test in found.tests.groups[group].rows if test.row in both]
        for group in (_FIRST, _SECOND)
    )
    limits = range(1, max(*first, *second, 1) + 1)
    more = [limit for limit in limits if _reaching(second, limit) > _reaching(first, limit)]
    usual = int(IMPROVED[-1].least)
    always = len(more) == len(limits)
    where = "Waar je de grens ook legt" if always else f"Bij {len(more)} van de {len(limits)} mogelijke grenzen"
    sure = zip(between.rows, between.family.rejected, strict=True)
    kept = [test.row for test, yes in sure if yes and test.difference > 0]
    chance = "Dat verschil tussen de programma's is, met zoveel toetsen, bij geen enkele indicator aangetoond."
    if kept:
        chance = f"Aangetoond is dat verschil bij {_named(kept)}."
    room = " Bovendien was er bij OPkomst+ meer ruimte om te stijgen." if _lower_start(found).judgement == HOLDS else ""
    return ProgrammeConclusion(
        claim,
        HOLDS if always else DEPENDS,
        f"{where}, telt OPkomst+ er meer: bij {usual} gezinnen {_reaching(second, usual)} van de {len(both)} "
        f"indicatoren die beide programma's hebben, tegen {_reaching(first, usual)} bij OPkomst. {chance}{room}",
    )


def _reaching(improved: Iterable[int], least: int) -> int:
    """On how many indicators at least so many families moved forward."""
    return sum(number >= least for number in improved)


def _smaller_steps(found: CaseStudyProgress) -> ProgrammeConclusion:
    """Holds when the mean gain is smaller in OPkomst+ on more than half of the indicators."""
    first, second = gains(found).values()
    rows = [row for row in first if row in second]
    claim = "De vooruitgang per indicator is kleiner bij OPkomst+."
    if not rows:
        return ProgrammeConclusion(claim, UNKNOWN, "Van geen enkele indicator ligt de winst van beide vast.")
    smaller, larger = _compared(first, second, rows)
    sizes = {row: [found.counts[row, f"{group}.improved"].value for group in (_FIRST, _SECOND)] for row in rows}
    some = [row for row in rows if min(sizes[row]) >= _SOME]
    smaller_of_some, _ = _compared(first, second, some)
    told = (
        f"Tel je alleen waar in elk programma {_SOME} of meer gezinnen vooruitgingen, dan is het op {smaller_of_some} "
        f"van de {len(some)} minder ver."
        if some
        else f"Nergens gingen er in elk programma {_SOME} of meer gezinnen vooruit."
    )
    rest = " De andere rijen rusten op nog minder gezinnen."
    return ProgrammeConclusion(
        claim,
        HOLDS if 2 * smaller > len(rows) else DEPENDS,
        f"Wie vooruitging, ging op {smaller} van de {len(rows)} indicatoren minder ver vooruit bij OPkomst+ en op "
        f"{larger} verder. {told}{rest if 0 < len(some) < len(rows) else ''}{_left_out(found, rows)}",
    )


def _left_out(found: CaseStudyProgress, rows: list[str]) -> str:
    """The indicators on which families of both moved forward, but of which print does not fix how far."""
    moved = [
        {test.row for test in found.tests.groups[group].rows if test.counts.improved} for group in (_FIRST, _SECOND)
    ]
    lost = set.intersection(*moved).difference(rows)
    be = "telt" if len(lost) == 1 else "tellen"
    return f" {_named(lost)} {be} niet mee: daar botst een gedrukt gemiddelde met andere cijfers." if lost else ""


def _compared(first: dict[str, Fraction], second: dict[str, Fraction], rows: list[str]) -> tuple[int, int]:
    """On how many rows the second is the smaller one, and the larger one."""
    return sum(second[row] < first[row] for row in rows), sum(second[row] > first[row] for row in rows)


def _largest_gains(found: CaseStudyProgress) -> ProgrammeConclusion:
    """Holds when the named indicators are those of the class, and on each more families went forward than back."""
    mine, named = gains(found)[_SECOND], NAMED_LARGE[_SECOND]
    largest = {row for row, gain in mine.items() if gain >= GAINS[-1].least}
    moved = {test.row: test.counts for test in found.tests.groups[_SECOND].rows if test.row in named}
    against = [row for row, counts in moved.items() if counts.improved <= counts.worsened]
    told = [
        f"Bij {_named([row])} gingen er {moved[row].improved} vooruit en {moved[row].worsened} achteruit."
        for row in against
    ]
    return ProgrammeConclusion(
        f"De grootste winst van OPkomst+ zit bij {_named(named)}.",
        HOLDS if largest == named and not against else DEPENDS,
        f"Voor wie vooruitging zijn dat {'precies' if largest == named else 'niet precies'} de indicatoren met een "
        f"gemiddelde winst van {dutch(GAINS[-1].least)} punten of meer. Maar dat gemiddelde slaat iedereen over die "
        f"niet vooruitging. {' '.join([*told, *_net(found, against)])}".rstrip(),
    )


def _net(found: CaseStudyProgress, rows: list[str]) -> Iterator[str]:
    """How far all rated families together went, where print fixes it."""
    starts, ends = (_means(found, _SECOND, moment) for moment in ("start", "end"))
    for row in rows:
        if row in starts and row in ends:
            yield f"Alle gezinnen samen gingen er van gemiddeld {dutch(starts[row], 1)} naar {dutch(ends[row], 1)}."


def _good_already(found: CaseStudyProgress) -> ProgrammeConclusion:
    """Holds when those named are the indicators with a low start among who did not move forward, in both programmes."""
    high = next(one for one in STARTS if one.code == "high").least
    low = {
        group: [row for row, start in _starts_without_progress(found, group) if class_of(start, STARTS).least < high]
        for group in (_FIRST, _SECOND)
    }
    told = [f"Bij {case_study_scores.programme_labels()[group]} {_which_low(rows)}." for group, rows in low.items()]
    return ProgrammeConclusion(
        f"Wie niet vooruitging, had meestal al een goede score, behalve bij {_named(NAMED_LOW)}.",
        HOLDS if all(set(rows) == NAMED_LOW for rows in low.values()) else DEPENDS,
        f"We keken waar de gezinnen die gelijk bleven of achteruitgingen gemiddeld onder {dutch(high)} begonnen. "
        f"{' '.join(told)} Het besluit noemt die start ‘{published.printed(_MODERATE)}’; deel 4.2 noemt hem laag.",
    )


def _starts_without_progress(found: CaseStudyProgress, group: str) -> Iterator[tuple[str, Fraction]]:
    """The mean start of the families that stayed or fell back, by indicator: where print fixes it."""
    for test in found.tests.groups[group].rows:
        sizes = {"tabel-24": test.counts.stable, "tabel-25": test.counts.worsened}
        key = test.row, f"{group}.start"
        tables = [id for id, size in sizes.items() if size and found.sources[id][key].value is not None]
        if tables and all(key in found.reproduced[id] for id in tables):
            yield test.row, sum(found.sources[id][key].value * sizes[id] for id in tables) / sum(sizes.values())


def _which_low(rows: list[str]) -> str:
    """The indicators that the report names, then the others."""
    named, others = ([row for row in rows if (row in NAMED_LOW) == mine] for mine in (True, False))
    if not rows:
        return "is dat nergens zo"
    return "zijn dat " + ", en ook ".join(_named(part) for part in (named, others) if part)


def _hardly_worse(found: CaseStudyProgress) -> ProgrammeConclusion:
    """How many fell back can be told; from how many on they are no longer few, the report does not say.

    Families of whom print contradicts that they fell back are told apart.
    """
    claim = "Er gaan weinig gezinnen achteruit."
    back = {group: _fell_back(found, group) for group in (_FIRST, _SECOND)}
    told = []
    for group, counts in back.items():
        rows = {row: count for row, count in counts.items() if not _in_doubt(found, group, row)}
        doubtful = counts.keys() - rows.keys()
        tests = [test for test in found.tests.groups[group].rows if test.row not in doubtful]
        if not tests:
            why = (
                "botst overal een gedrukt gemiddelde" if doubtful else "is geen enkel gezin op twee momenten beoordeeld"
            )
            told.append(f"Bij {case_study_scores.programme_labels()[group]} {why}.")
            continue
        most, up, down = max(rows.values(), default=0), sum(test.counts.improved for test in tests), sum(rows.values())
        be = "telt" if len(doubtful) == 1 else "tellen"
        where = f"; het meest bij {_named(row for row, count in rows.items() if count == most)} ({most})"
        told.append(
            f"Bij {case_study_scores.programme_labels()[group]} ging op {len(rows)} van de {len(tests)} indicatoren "
            f"iemand achteruit, op {sum(count == 1 for count in rows.values())} daarvan één gezin"
            f"{where if rows else ''}. Over alle indicatoren samen gingen {up} scores omhoog en {down} omlaag."
            f"{f' Minstens {most} gezinnen gingen ergens achteruit.' if most > 1 else ''}"
            f"{f' {_named(doubtful)} {be} niet mee: daar botst een gedrukt gemiddelde.' if doubtful else ''}"
        )
    if not any(found.tests.groups[group].rows for group in back):
        return ProgrammeConclusion(claim, UNKNOWN, "Geen enkel gezin is op twee momenten beoordeeld.")
    told.append("Vanaf wanneer dat niet meer weinig is, zegt het rapport niet.")
    return ProgrammeConclusion(claim, UNKNOWN, " ".join(told))


def _in_doubt(found: CaseStudyProgress, group: str, row: str) -> bool:
    """Whether print contradicts a mean of the families that fell back."""
    table, fixed = found.sources["tabel-25"], found.reproduced["tabel-25"]
    keys = [(row, f"{group}.{moment}") for moment in ("start", "end")]
    return any(key not in fixed and table[key].value is not None for key in keys)


def _fell_back(found: CaseStudyProgress, group: str) -> dict[str, int]:
    return {test.row: test.counts.worsened for test in found.tests.groups[group].rows if test.counts.worsened}


#: No number decides this one: the tables say nothing about families without guidance.
_BECAUSE_OF_GUIDANCE = ProgrammeConclusion(
    "Dat OPkomst+ op meer indicatoren vooruitgaat, komt door de lange en intensieve begeleiding.",
    UNKNOWN,
    "Er is geen groep gezinnen die in alles gelijk was maar een andere begeleiding kreeg. De langere tijd zelf, de "
    "lagere start, de keuze van de gezinnen en het achteraf scoren kunnen het verschil evengoed verklaren.",
)


def _means(found: CaseStudyProgress, group: str, moment: str) -> dict[str, Fraction]:
    """The fixed means of all rated families, by indicator."""
    return {
        cell.row: cell.value
        for cell in found.counts.cells
        if cell.column == f"{group}.{moment}" and cell.value is not None and (cell.row, cell.column) in found.fixed
    }


def _named(codes) -> str:
    """Indicators by name, in the order of the instrument."""
    chosen, known = set(codes), instrument.in_tables("case_study")
    return listing([f"‘{known[code].label_nl}’" for code in known if code in chosen])
