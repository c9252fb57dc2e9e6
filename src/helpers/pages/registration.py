"""Chapters 3 and 4.1 and appendix 2: the tables of the registration, and what tests say of Tabel 17, 18 and 19."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from html import escape

from helpers import figures
from helpers.checking import printed
from helpers.data.records import Records, load
from helpers.dutch.lists import listing
from helpers.dutch.numbers import dutch, percent
from helpers.inference import change_tests, sampling
from helpers.inference.change_tests import TESTED, RowTest, all_tests
from helpers.inference.methods import Significance
from helpers.inference.printed_rows import EvolutionRow, evolution_rows
from helpers.inference.share_intervals import MOMENTS, share_intervals
from helpers.pages.parts import display
from helpers.pages.parts.explorer import explore
from helpers.pages.parts.show import show, show_synthetic_notice
from helpers.pages.parts.table_html import grid_html, p_html, telling_html
from helpers.prose import Numbers, names
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import display_name

__all__ = ["explore", "load", "names", "show", "show_synthetic_notice"]
__all__ += ["show_changes", "show_p_values"]
__all__ += ["show_change_conclusion", "show_change_tests", "show_share_intervals"]

#: The extra figure that shows a table of changes as arrows.
CHANGES = {"tabel-17": "extra-1", "tabel-18": "extra-2", "tabel-19": "extra-3"}


def show_changes(numbers: Numbers) -> None:
    """Show Tabel 17, 18 or 19 as arrows: a figure that the report does not have."""
    table = numbers.table
    extra = replace(table, id=CHANGES[table.id], title=f"De cijfers van {table.number} als pijlen")
    fixed, departing = printed.beside_print(table)
    drawing = figures.draw(extra, fixed, departing=departing)
    display.extra_figure(drawing, f"Ze toont de cijfers van {table.number}.", printed.origins(table))


def show_p_values(records: Records) -> None:
    """Show the range of p-values of every row of Tabel 17, 18 and 19."""
    table = change_tests.p_value_table(may_be_shown(records))
    keys = {(cell.row, cell.column) for cell in table.cells}
    source = "Ze volgt uit de gedrukte cijfers van Tabel 17, 18 en 19."
    display.extra_figure(figures.draw(table, frozenset(keys)), source, dict.fromkeys(keys, "rapport"))


def show_change_conclusion(records: Records) -> None:
    """Show what may be concluded, in sentences that follow from the tests: two, and then a few for each table."""
    found = all_tests(may_be_shown(records))
    items = "".join(f"<li>{_details(id, tests)}</li>" for id, tests in found.items())
    display.html(f"<p><strong>{_in_short(found)}</strong></p><p>{sampling.SENTENCE}</p><ul>{items}</ul>")


def _in_short(found: dict[str, list[RowTest]]) -> str:
    """Two sentences about all tables together."""
    tests = [test for of_table in found.values() for test in of_table]
    certain = len(_with(tests, Significance.WHATEVER))
    return (
        f"Bij {certain} van de {len(tests)} rijen van {listing([display_name(id) for id in found])} is de verandering "
        "groter dan je van toeval alleen verwacht, hoe de gezinnen ook precies bewogen en met een correctie per tabel. "
        f"Bij de andere {len(tests) - certain} rijen tonen de cijfers geen verandering aan, maar ze sluiten er ook "
        "geen uit."
    )


def _details(id: str, tests: list[RowTest]) -> str:
    certain, open_, never = (
        _with(tests, verdict) for verdict in (Significance.WHATEVER, Significance.UNDETERMINED, Significance.NEVER)
    )
    sentences = [
        f"<strong>{display_name(id)}.</strong>",
        f"Zeker: {listing([_directed(test) for test in certain])}." if certain else "Zeker: bij geen enkele rij.",
        f"Het hangt af van wie precies veranderde bij {listing(_labels(open_))}." if open_ else "",
        f"Bij de andere {len(never)} rijen is er geen verandering aangetoond, zolang onbekend 'nee' is."
        if never
        else "",
    ]
    return " ".join(filter(None, sentences))


def _with(tests: list[RowTest], verdict: Significance) -> list[RowTest]:
    return [test for test in tests if test.p.as_no.verdict == verdict]


def _labels(tests: list[RowTest]) -> list[str]:
    return [escape(test.row.label) for test in tests]


def _directed(test: RowTest) -> str:
    """A row with the direction of its change, where every reading agrees on it."""
    directions = {"stijging" if reading.net > 0 else "daling" for reading in test.row.readings}
    return escape(test.row.label) + (f" ({directions.pop()})" if len(directions) == 1 else "")


#: What a reader is told; in Tabel 19 more is not better, hence "change".
WORDS = {
    Significance.WHATEVER: "✔ zeker veranderd",
    Significance.UNDETERMINED: "? onbeslist",
    Significance.NEVER: "✘ niet aangetoond",
}


#: The verdicts come first: the other columns may need scrolling on a telephone.
_TEST_COLUMNS = [
    "Besluit na Holm",
    "Als onbekend ook ‘ja’ kan zijn",
    "n",
    "p na Holm",
    "p zonder Holm",
    "Kantelt bij",
    "Verandering die mogelijk blijft (pp)",
]


def show_change_tests(records: Records) -> None:
    """Show what a test can say of every row of Tabel 17, 18 and 19."""
    tables = "".join(
        telling_html(
            f"toetsen-{id}",
            f"Toetsen bij {display_name(id)} (verkennend)",
            _TEST_COLUMNS,
            ((test.row.label, _test_cells(test), test.p.as_no.verdict != Significance.NEVER) for test in tests),
            "waar niets is aangetoond zolang onbekend 'nee' is",
            words=(0, 1),
        )
        for id, tests in all_tests(may_be_shown(records)).items()
    )
    display.html(f'{tables}<div class="opk-notes"><p>{sampling.SENTENCE} Alle toetsen zijn verkennend.</p></div>')


def _test_cells(test: RowTest) -> list[str]:
    known = test.p.as_no
    return [
        WORDS[known.verdict],
        WORDS[test.p.as_anything.verdict],
        sizes_text(test.row.sizes),
        _p_text(known.holm_smallest, known.holm_largest),
        _p_text(known.smallest, known.largest),
        "/" if test.undone_by is None else dutch(test.undone_by),
        "/" if test.change is None else " tot ".join(dutch(end * 100, 1) for end in test.change),
    ]


def _p_text(smallest: float, largest: float) -> str:
    """From the smallest to the largest p-value; one number where both are written the same."""
    return " tot ".join(dict.fromkeys(map(p_html, (smallest, largest))))


def sizes_text(sizes: list[int]) -> str:
    """Every n that fits what was printed: one, or the lowest and the highest."""
    return str(sizes[0]) if len(sizes) == 1 else f"{sizes[0]}–{sizes[-1]}"


_INTERVAL_COLUMNS = ["n", "Bij start", "Interval (95%)", "Later", "Interval (95%)"]


def show_share_intervals(records: Records) -> None:
    """Show how sure every share of Tabel 17, 18 and 19 is."""
    may_be_shown(records)
    tables = "".join(
        grid_html(
            f"intervallen-{id}",
            f"Aandelen van {display_name(id)} met hun interval",
            _INTERVAL_COLUMNS,
            ((row.label, _interval_cells(row)) for row in evolution_rows(records, id)),
        )
        for id in TESTED
    )
    display.html(
        f'{tables}<div class="opk-notes"><p>Methode van Wilson. {sampling.SENTENCE} Wat later onbekend is, telt als '
        "‘nee’. Waar meer dan één n past, omvat het interval dat van elke n.</p></div>"
    )


def _interval_cells(row: EvolutionRow) -> list[str]:
    cells = [sizes_text(row.sizes)]
    for moment, interval in zip(MOMENTS, share_intervals(row), strict=True):
        cells += [_shares(row, moment), "/" if interval is None else " tot ".join(map(percent, interval))]
    return cells


def _shares(row: EvolutionRow, moment: str) -> str:
    """The share with its count: one text, whichever reading it is."""
    counts = [(getattr(reading, moment), reading.n) for reading in row.readings]
    return " of ".join(
        dict.fromkeys(f"{percent(Fraction(count, n))} ({dutch(count)})" if n else "/" for count, n in counts)
    )
