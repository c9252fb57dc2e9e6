"""What a notebook cell of chapter 8 calls: where every printed number stands."""

from __future__ import annotations

from helpers import display, findings_page, verification_page, verify
from helpers.disclosure import may_be_shown
from helpers.figures.heat_map import heat_map
from helpers.records import Records


def show_verification(*records: Records) -> None:
    """Show how many printed numbers there are, and where every one stands."""
    display.html(verification_page.verification_html(*records))


def show_heat_map(*records: Records) -> None:
    """Show one square for each printed number of every table, by where it stands.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    checks = verify.verify(*map(may_be_shown, records))
    drawing = heat_map(checks, all(given.synthetic for given in records))
    display.extra_figure(drawing, "Ze toont wat de controle van elk gedrukt cijfer opleverde.")


def show_findings(*records: Records) -> None:
    """Show everything that printed numbers contradict, gravest first."""
    display.html(findings_page.findings_html(*records))


def show_power() -> None:
    """Show how many misprints the check notices in reports that are made up."""
    display.html(verification_page.power_html())
