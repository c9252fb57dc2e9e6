"""Chapter 8: where every printed number stands, and every contradiction with its proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from html import escape

from helpers.checking import corrections, noticed
from helpers.checking.candidates import KINDS
from helpers.checking.census import Outcome, census
from helpers.checking.findings import GRADES, WEIGHTS, Finding, clashing, findings, grouped, makes_whole, place, sources
from helpers.checking.name_variants import name_variants, wrong_labels
from helpers.checking.printed import declarations
from helpers.checking.rules.judgement import Consistency
from helpers.checking.rules.rounding import IN_DUTCH, Rounding
from helpers.checking.standings import STANDINGS, count, standing
from helpers.checking.verify import DEPENDS, Check, verify
from helpers.data.records import Records, load_all
from helpers.dutch.numbers import dutch, percent
from helpers.pages.parts import contradictions, display
from helpers.pages.parts.contradictions import heading_html, printed_html
from helpers.pages.parts.heard import heard_html
from helpers.pages.parts.show import show_synthetic_notice
from helpers.pages.parts.stored_outputs import address, link_html
from helpers.pages.parts.table_html import grid_html
from helpers.prose import names
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import display_name

__all__ = [
    "load_all",
    "names",
    "show_census",
    "show_findings",
    "show_gravest",
    "show_heat_map",
    "show_noticed",
    "show_synthetic_notice",
    "show_verification",
]


def show_verification(*records: Records) -> None:
    """Show how many printed numbers there are, and how they stand for each table, figure and text."""
    checks = verify(*map(may_be_shown, records))
    display.html(_sentence(checks) + _counts(checks) + _readings(checks))


def _sentence(checks: list[Check]) -> str:
    counts = count(checks)
    parts = "; ".join(
        f"{words.heading.lower()} {dutch(counts[key])} ({percent(Fraction(counts[key], len(checks)), 0)})"
        for key, words in STANDINGS.items()
        if counts[key]
    )
    said = f"Het rapport en de brochure bevatten samen {dutch(len(checks))} gedrukte cijfers en uitspraken"
    return f"<p>{said}. Daarvan {parts}.</p>"


def _counts(checks: list[Check]) -> str:
    groups: dict[str, Counter] = {}
    for check in checks:
        groups.setdefault(place((check.id, check.row, check.column)), Counter())[standing(check)] += 1
    used = [key for key in STANDINGS if any(counts[key] for counts in groups.values())]
    return grid_html(
        "stand",
        "Gedrukte cijfers volgens wat de controle oplevert",
        [STANDINGS[key].heading for key in used],
        (
            (name, [dutch(counts[key]) for key in used])
            for name, counts in [*groups.items(), ("Samen", sum(groups.values(), Counter()))]
        ),
    )


def _readings(checks: list[Check]) -> str:
    """The sentences that hold in one reading and not in another, and in which: those that are no finding."""
    keys = {(check.id, check.row, check.column): check for check in checks if check.status == DEPENDS}
    found = {key: check for key, check in keys.items() if key not in declarations().erratum_of}
    table = grid_html(
        "lezingen",
        "Zinnen die op de ene manier gelezen kloppen, en op de andere niet",
        ["Gedrukt", "Waarover", "Wat hangt ervan af?"],
        ((place(key), map(escape, (one.printed, one.row, one.reason))) for key, one in found.items()),
        range(3),
        fold=False,
    )
    said = f"Waarom het bij {dutch(len(found))} zinnen afhangt van hoe je ze leest"
    return f"<details><summary>{said}</summary>{table}</details>"


def show_heat_map(*records: Records) -> None:
    """Show one square for each printed number of every table, by where it stands."""
    checks = verify(*map(may_be_shown, records))
    # A second of imports, which only this picture needs.
    from helpers.figures.heat_map import heat_map

    drawing = heat_map(checks, all(given.synthetic for given in records))
    display.extra_figure(drawing, "Ze toont wat de controle van elk gedrukt cijfer opleverde.")


def show_noticed() -> None:
    """Show how many mistakes the check would notice: each printed number with a wrong digit, in turn."""
    found = list(noticed.trials())
    by_place: dict[str, list[noticed.Trial]] = {}
    for trial in found:
        by_place.setdefault(place(trial.key), []).append(trial)
    alone = {trial.key for trial in found} - {key for key, tied in declarations().relations_of.items() if tied}
    rows = [("Samen", found), *by_place.items()]
    table = grid_html(
        "opgemerkt",
        "Welk deel van de fouten de controle zou opmerken",
        list(noticed.KINDS.values()),
        ((name, _shares(trials)) for name, trials in rows),
    )
    last = percent(noticed.shares(found)["last"], 0)
    display.html(
        f"<p>Veranderden we alleen het laatste cijfer, dan viel dat in {last} van de gevallen op: het getal paste niet "
        "meer bij een ander gedrukt getal. In de andere gevallen ziet niemand het: er is geen ander getal om mee te "
        f"vergelijken, of het foute cijfer past ook. Bij {dutch(len(alone))} gedrukte getallen is er geen enkel ander "
        "getal, meestal bij een jaartal of een aantal in de tekst.</p>"
        f"<details><summary>Per tabel, figuur en tekst</summary>{table}</details>"
    )


def _shares(trials: list[noticed.Trial]) -> list[str]:
    found = noticed.shares(trials)
    return [percent(found[kind], 0) if kind in found else "" for kind in noticed.KINDS]


def show_census() -> None:
    """Show how many relations could apply, how many of these are checked, and why the others are not."""
    found = census()
    checked = [outcome for outcome in found if outcome.declared]
    contradicted = _contradicted(checked)
    kinds = grid_html(
        "verbanden",
        "Verbanden die konden bestaan, volgens hun soort",
        ["Konden bestaan", "Nagegaan", "Daarvan tegengesproken", "Niet van toepassing"],
        [(name, _census_row([one for one in found if one.candidate.kind == kind])) for kind, name in KINDS.items()]
        + [("Samen", _census_row(found))],
    )
    reasons: dict[tuple[str, str, str], int] = Counter(
        (place(one.candidate.subject), KINDS[one.candidate.kind], one.waiver.reason_nl) for one in found if one.waiver
    )
    why = grid_html(
        "niet-van-toepassing",
        "Verbanden die niet van toepassing zijn, en waarom",
        ["Soort", "Hoeveel", "Waarom niet"],
        ((where, [escape(kind), dutch(times), escape(reason)]) for (where, kind, reason), times in reasons.items()),
        {0, 2},
    )
    display.html(
        f"<p>Zo zijn er {dutch(len(found))} mogelijke verbanden. Daarvan zijn er {dutch(len(checked))} nagegaan. De "
        "andere gelden hier niet; in de tabel onderaan staat bij elk waarom. Van wat we nagingen, spreken gedrukte "
        f"cijfers {dutch(len(contradicted))} verbanden tegen. Eén fout cijfer kan meer verbanden breken, en ook wat "
        "afhangt van hoe je telt, zit erbij: elk ervan hoort bij een bevinding hieronder.</p>"
        f"{kinds}<details><summary>Waarom een verband niet van toepassing is</summary>{why}</details>"
    )


def _census_row(outcomes: list[Outcome]) -> list[str]:
    checked = [one for one in outcomes if one.declared]
    return [dutch(number) for number in map(len, (outcomes, checked, _contradicted(checked)))] + [
        dutch(len(outcomes) - len(checked))
    ]


def _contradicted(checked: list[Outcome]) -> list[Outcome]:
    return [one for one in checked if one.verdict and not one.verdict.consistent]


def show_findings() -> None:
    """Show everything that printed numbers contradict, gravest first, and then the names written in two ways."""
    found = findings()
    groups = [(weight, [finding for finding in found if finding.weight == weight]) for weight in WEIGHTS]
    told = (
        f"<p>{dutch(clashing())} cijfers of uitspraken botsen met andere, en {dutch(len(found) - clashing())} hangen "
        "af van hoe je telt; de andere zinnen waarbij dat aan de lezing ligt, staan bovenaan op deze pagina. Soms "
        f"hebben er meer dezelfde reden: samen gaan ze over {dutch(len(grouped(found)))} feiten. Om te vinden wat er "
        f"zou moeten staan, probeerden we telkens de {dutch(corrections.REACH)} getallen eronder en erboven, in "
        "stappen van het laatste cijfer.</p>"
    )
    display.html(told + "".join(_weighed(weight, group) for weight, group in groups if group) + _name_variants())


def show_gravest() -> None:
    """Show the proven mistakes that touch a conclusion, each with a link to its proof."""
    gravest = [one for one in grouped(findings()) if (one[0].weight, one[0].grade) == ("conclusion", "wrong")]
    lines = "".join(
        f'<li><a href="#{group[0].anchor}">{heading_html(group)}</a>: er staat '
        f"{printed_html((one.printed, '') for one in group)}, het moet {escape(_should_be(group[0]))} zijn.</li>"
        for group in gravest
    )
    display.html(f"<ul>{lines}</ul>")


def _weighed(weight: str, found: list[Finding]) -> str:
    groups = grouped(found)
    sections = "".join(map(_section, groups))
    if weight != "conclusion":
        name = f"Toon deze bevindingen{heard_html(f': {WEIGHTS[weight]}')}"
        sections = f'<details class="opk-long"><summary>{name}</summary>{sections}</details>'
    return f"<h3>{WEIGHTS[weight]} ({len(groups)})</h3>{sections}"


def _section(group: list[Finding]) -> str:
    """Findings of one row with the same outcome, under the anchor of the first."""
    finding, *others = group
    rows = {one.erratum.row for one in group}
    says = [
        ("Gedrukt", printed_html((one.printed, _which(one, rows, group)) for one in group)),
        ("Moet zijn" if finding.grade == "wrong" else "Volgens de andere cijfers", escape(_should_be(finding))),
    ]
    why = [
        ("Bewijs", _each(sentence(one.judgement.proof) for one in group)),
        ("Wat is er aan de hand?", _each(one.erratum.explanation_nl for one in group)),
        ("Kleinste verklaring", escape(sentence(finding.nearest.text)) if finding.nearest else ""),
        ("Wat betekent dit?", _each(one.meaning_nl for one in group)),
        ("In dit boek", ", ".join(_links(group))),
    ]
    # Each number that is linked to from its table has its own place to go to.
    places = "".join(f'<span id="{one.anchor}"></span>' for one in others)
    return (
        f'<section class="opk-finding" id="{finding.anchor}"><h4>{heading_html(group)}</h4>'
        f'<p>{" ".join(_how_certain(finding))}</p>{_terms(says)}<details class="opk-long"><summary>Toon waarom'
        f"{heard_html(f': {heading_html(group)}')}</summary>{_terms(why)}</details>{places}</section>"
    )


def _terms(entries: list[tuple[str, str]]) -> str:
    return f"<dl>{''.join(f'<dt>{term}</dt><dd>{html}</dd>' for term, html in entries if html)}</dl>"


def _which(one: Finding, rows: set[str], group: list[Finding]) -> str:
    """What tells one number of a group from the others: its row, or its column."""
    if len(group) == 1:
        return ""
    return contradictions.label(one.erratum.column if len(rows) == 1 else one.erratum.row, one.erratum.id)


def _each(texts: Iterable[str]) -> str:
    return escape(" ".join(dict.fromkeys(texts)))


def _links(group: list[Finding]) -> Iterable[str]:
    """The tables and figures that the findings are about, or are proven with."""
    ids = dict.fromkeys(id for finding in group for id in [finding.erratum.id, *sources(finding.erratum)])
    for id in ids:
        if address(id):
            yield link_html(id)


def _should_be(finding: Finding) -> str:
    return "geen getal" if finding.should_be == "/" else finding.should_be


def _how_certain(finding: Finding) -> Iterable[str]:
    yield f"<strong>{GRADES[finding.grade]}</strong>."
    if finding.judgement.consistency is Consistency.ONLY_UNDER:
        # Down and up are the same as floor or ceiling, and say more.
        ways = [IN_DUTCH[r] for r in finding.judgement.roundings if r not in (Rounding.FLOOR, Rounding.CEILING)]
        yield f"Het past als er {' of '.join(ways)} is; dat gebeurde bij de andere cijfers niet."
    if makes_whole(finding.erratum):
        yield "De kolom telt er precies mee op tot 100%: misschien is het getal daarvoor aangepast."


def sentence(text: str) -> str:
    """A proof as a sentence."""
    return f"{text[0].upper()}{text[1:]}."


def _name_variants() -> str:
    """The names that tables write differently."""
    rows = (
        (contradictions.label(one.name), [_tables(one.tables), _name(one.other), _tables(one.other_tables)])
        for one in name_variants()
    )
    caption, region = "Namen die de tabellen anders schrijven voor wat hetzelfde is of lijkt", "Eén ding, twee namen"
    table = grid_html("namen", caption, ["Staat in", "En ook", "Staat in"], rows, range(3), region=region)
    wrong = "".join(f"<li>‘{_name(name)}’: {escape(remark)}</li>" for name, remark in wrong_labels().items())
    return f"<h3>Namen die niet kloppen</h3><ul>{wrong}</ul><h3>{region}</h3>{table}"


def _name(label: str) -> str:
    return escape(contradictions.label(label))


def _tables(ids: tuple[str, ...]) -> str:
    return ", ".join(map(display_name, ids)) or "geen tabel: de gewone schrijfwijze"
