"""The verification chapter: where every printed number stands, and what the check can notice."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from helpers import verify
from helpers.consistency import power
from helpers.disclosure import may_be_shown
from helpers.findings import place
from helpers.numbers import dutch, percent
from helpers.records import Records
from helpers.render import grid_html
from helpers.standings import STANDINGS, count, standing
from helpers.verify import Check

#: How many reports are made up for each kind of misprint.
_MADE_UP = 200


def verification_html(*records: Records) -> str:
    """How many printed numbers there are, and how they stand for each table, figure and text.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    checks = verify.verify(*map(may_be_shown, records))
    return _sentence(checks) + _counts(checks)


def power_html() -> str:
    """Which misprints the check notices in reports that were made up, and how often."""
    rows = "".join(
        f'<tr><th scope="row">{power.MISPRINTS[kind].capitalize()}</th><td>{percent(share)}</td></tr>'
        for kind, share in power.measure(_MADE_UP).items()
    )
    return (
        '<div class="opk-scroll" tabindex="0" role="region" aria-label="Wat de controle opmerkt">'
        f'<table class="opk-table" id="wat-de-controle-opmerkt"><caption>Van {dutch(_MADE_UP)} drukfouten van elke soort, '
        "gezet in verzonnen rapporten: hoeveel de controle er opmerkt</caption><thead><tr><td></td>"
        f'<th scope="col">Opgemerkt</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


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


