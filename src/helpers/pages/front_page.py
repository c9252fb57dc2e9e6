"""The front page: the main conclusions, and the five figures of the brochure drawn from what they repeat.

Source: the brochure of 2024; its pictures are lost, its captions are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from helpers import figures
from helpers.checking import printed, ranges
from helpers.conclusions import report
from helpers.data.records import Records, load_all
from helpers.inference import case_study, interviews
from helpers.pages.conclusions import list_html
from helpers.pages.parts import display
from helpers.pages.parts.show import show_synthetic_notice
from helpers.pages.parts.stored_outputs import link_html
from helpers.prose import names
from helpers.tables import catalogue
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Key, Table

if TYPE_CHECKING:
    from helpers.figures.drawing import Drawing

__all__ = ["load_all", "names", "show_brochure_figure", "show_main_conclusions", "show_synthetic_notice"]


@dataclass(frozen=True)
class BrochureFigure:
    """A figure of the brochure.

    Attributes
    ----------
    title : str
        In our own words.
    repeats : str
        Id of the table or figure that holds the same numbers, with their notes and download.
    drawing : Drawing
    """

    title: str
    repeats: str
    drawing: Drawing


def brochure_figure(number: int, *records: Records) -> BrochureFigure:
    """One figure, by its number in the brochure.

    Parameters
    ----------
    number
        From 1 to 5.
    *records
        Registration, case study and interviews.
    """
    title, repeats, numbers = _FIGURES[number]
    table, fixed, *departing = numbers(*map(may_be_shown, records))
    return BrochureFigure(title, repeats, figures.draw(table, fixed, ranges.ranges_of(table), *departing))


def _changes(registration: Records) -> tuple[Table, frozenset[Key], frozenset[Key]]:
    """Tabel 18 as arrows."""
    table = catalogue.table_18(registration)
    return replace(table, id="extra-2"), *printed.beside_print(table)


def _repeated(table: Table) -> tuple[Table, frozenset[Key], frozenset[Key]]:
    return table, *printed.beside_print(table)


#: By number: the title, what it repeats, and its numbers with the keys of those that print fixes, or gives otherwise.
_FIGURES = {
    1: ("Wie doorverwijst", "figuur-3", lambda dossiers, *_: _repeated(catalogue.figure_3(dossiers))),
    2: (
        "Hoe gezinnen wonen, bij de start en het einde",
        "figuur-10",
        lambda dossiers, *_: _repeated(catalogue.figure_10(dossiers)),
    ),
    3: (
        "Hoe mama's hun situatie scoren, toen en nu",
        "tabel-26",
        lambda _dossiers, _families, mothers: interviews.drawn(mothers, interviews.SCORES),
    ),
    4: ("Wat in orde is, van de start naar het einde", "tabel-18", lambda dossiers, *_: _changes(dossiers)),
    5: (
        "Waar veel gezinnen vooruitgingen",
        "tabel-22",
        lambda _dossiers, families, _mothers: case_study.drawn(case_study.made_from(families), case_study.AREAS),
    ),
}


def show_brochure_figure(number: int, *records: Records) -> None:
    """Show one figure of the brochure, and where its numbers stand in this book."""
    figure = brochure_figure(number, *records)
    drawing, title = figure.drawing, f"Brochure, figuur {number}. {figure.title}"
    display.picture(drawing.svg(), f"brochure-{number}", title, drawing.alt, drawing.fingerprint, drawing.finding)
    display.html(
        f'<p class="opk-in-lab">{escape(title)}</p><div class="opk-notes"><p>De cijfers, met uitleg en download: '
        f"{link_html(figure.repeats)}.</p></div>"
    )


def show_main_conclusions(chosen: Sequence[str], *records: Records) -> None:
    """Show some of the conclusions of the report with what they rest on, by id and in this order.

    Raises
    ------
    KeyError
        When there is no conclusion with one of these ids.
    """
    by_id = {conclusion.id: conclusion for conclusion in report.conclusions(*map(may_be_shown, records))}
    display.html(list_html([by_id[id] for id in chosen]))
