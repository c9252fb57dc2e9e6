"""The verification chapter: where every printed number stands, and what the check can notice.

What a notebook cell of chapter 8 calls: where every printed number stands."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from helpers.checking import verify
from helpers.checking.findings import place
from helpers.checking.standings import STANDINGS, count, standing
from helpers.checking.verify import Check
from helpers.data.records import Records
from helpers.dutch.numbers import dutch, percent
from helpers.figures.heat_map import heat_map
from helpers.pages import findings
from helpers.pages.parts import display
from helpers.pages.parts.table_html import grid_html
from helpers.tables.disclosure import may_be_shown


def verification_html(*records: Records) -> str:
    """How many printed numbers there are, and how they stand for each table, figure and text.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    checks = verify.verify(*map(may_be_shown, records))
    return _sentence(checks) + _counts(checks)


def _sentence(checks: list[Check]) -> str:
    counts = count(checks)
    parts = "; ".join(
        f"{words.heading.lower()} {dutch(counts[key])} ({percent(Fraction(counts[key], len(checks)), 0)})"
        for key, words in STANDINGS.items()
        if counts[key]
    )
    return f"<p>Gedrukte cijfers: rapport en brochure bevatten er {dutch(len(checks))}. Daarvan {parts}.</p>"


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


def show_verification(*records: Records) -> None:
    """Show how many printed numbers there are, and where every one stands."""
    display.html(verification_html(*records))


def show_heat_map(*records: Records) -> None:
    """Show one square for each printed number of every table, by where it stands.

    Raises
    ------
    helpers.tables.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    checks = verify.verify(*map(may_be_shown, records))
    drawing = heat_map(checks, all(given.synthetic for given in records))
    display.extra_figure(drawing, "Ze toont wat de controle van elk gedrukt cijfer opleverde.")


def show_findings(*records: Records) -> None:
    """Show everything that printed numbers contradict, gravest first."""
    display.html(findings.findings_html(*records))
