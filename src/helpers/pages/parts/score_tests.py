"""Who moved forward, stayed or fell back in chapters 4.2 and 4.3: the figures, and the tests as tables."""

from __future__ import annotations

from helpers import figures
from helpers.dutch.numbers import ALPHA, dutch, percent
from helpers.inference.methods import FamilyVerdict, sign_power, smallest_sign_p
from helpers.inference.score_tests import ALTERNATIVES, Comparisons, Counts, GroupTests, Progress
from helpers.pages.parts import display, table_html
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Key, Table

#: The column that says in words what Holm's method decides. It comes first: the
#: others need scrolling on a telephone.
_DECISION = "Besluit"


_SIGN_COLUMNS = [
    _DECISION,
    "▲ Vooruit",
    "= Stabiel",
    "▼ Achteruit",
    "Beoordeeld (n)",
    "p",
    "p (Holm)",
    "Laagste p (Holm) die mogelijk was",
    "Vooruit, van wie veranderde (95%-interval)",
    "Vooruit, van wie beoordeeld werd (95%-interval)",
]


_BETWEEN_COLUMNS = [
    "95%-interval (pp)",
    "p (Fisher)",
    "p (Holm)",
    "Laagste p die mogelijk was",
]


#: What Holm's method decides of a row: rejected, not rejected, could not be.
_DECISIONS = ("✔ aangetoond", "✘ niet aangetoond", "– kon niets aantonen")


#: What the rows have in common that stand behind a line.
_NOTHING = f"waar ook zonder correctie niets is aangetoond (p > {dutch(ALPHA, 2)})"


def progress_tests_html(found: Progress) -> str:
    """A table of sign tests for each group and for all together, and how much they could have found."""
    may_be_shown(found.table)
    tables = [_group_table(found.table.id, tests) for tests in found.groups.values()]
    return "".join([*tables, _power_table(found)])


def between_html(found: Progress) -> str:
    """A table of the comparisons between two groups; empty when there are no two."""
    may_be_shown(found.table)
    return _between_table(found.table.id, found.between) if found.between else ""


def share_text(count: int, n: int, interval: tuple[float, float]) -> str:
    """A share with its interval in whole per cents, such as ``60% (26%–88%)``."""
    low, high = (percent(end, 0) for end in interval)
    return f"{percent(count / n, 0)}\xa0({low}–{high})"


def _group_table(id: str, tests: GroupTests) -> str:
    rows = [
        (
            test.label,
            [
                decision,
                *_numbers(test.counts),
                *map(table_html.p_html, (test.p, holm, floor)),
                "/"
                if test.of_changed is None
                else share_text(test.counts.improved, test.counts.changed, test.of_changed),
                share_text(test.counts.improved, test.counts.rated, test.of_rated),
            ],
            bool(alone),
        )
        for test, holm, floor, decision, alone in zip(
            *(tests.rows, tests.family.holm, tests.family.smallest_holm),
            *(_decisions(tests.family), tests.family.rejected_alone),
            strict=True,
        )
    ]
    caption = f"Tekentoets per indicator: {tests.label} (verkennend)"
    return table_html.telling_html(f"tekentoetsen-{id}-{tests.group}", caption, _SIGN_COLUMNS, rows, _NOTHING, [0])


def _numbers(counts: Counts) -> list[str]:
    return [str(number) for number in (counts.improved, counts.stable, counts.worsened, counts.rated)]


def _decisions(family: FamilyVerdict) -> list[str]:
    """What Holm's method decides about each row, in words with a sign."""
    decided = zip(family.rejected, family.smallest_holm <= family.alpha, strict=True)
    return [_DECISIONS[0 if yes else 1 if could else 2] for yes, could in decided]


def _between_table(id: str, found: Comparisons) -> str:
    rows = [
        (
            test.label,
            [
                decision,
                signed(test.difference),
                *(
                    f"{percent(counts.share)} ({counts.improved} van {counts.rated})"
                    for counts in (test.first, test.second)
                ),
                f"{signed(test.interval[0])} tot {signed(test.interval[1])}",
                *map(table_html.p_html, (test.p, holm, test.smallest)),
            ],
            bool(alone),
        )
        for test, holm, decision, alone in zip(
            found.rows, found.family.holm, _decisions(found.family), found.family.rejected_alone, strict=True
        )
    ]
    columns = [_DECISION, "Verschil (pp)", *(f"Vooruit bij {label}" for label in found.labels), *_BETWEEN_COLUMNS]
    caption = f"{' en '.join(found.labels)} vergeleken (verkennend)"
    return table_html.telling_html(f"vergelijking-{id}", caption, columns, rows, _NOTHING, [0])


def signed(difference: float) -> str:
    """A difference between shares in percentage points, with its sign: ``+13,3`` or ``-5,0``."""
    text = dutch(abs(difference) * 100, 1)
    return text if text == "0,0" else f"{'+' if difference > 0 else '-'}{text}"


def _power_table(found: Progress) -> str:
    """How likely the sign test finds each of `ALTERNATIVES`, for the numbers of changes that occur."""
    sizes = sorted({test.counts.changed for tests in found.groups.values() for test in tests.rows} - {0})
    columns = ["Laagste p die mogelijk is", *(f"{percent(share, 0)} gaat vooruit" for share in ALTERNATIVES)]
    rows = [(f"{n} {'verandert' if n == 1 else 'veranderen'}", _power_cells(n)) for n in sizes]
    caption = f"Kans dat de tekentoets iets aantoont (p ≤ {dutch(ALPHA, 2)}), vooraf gekozen aandelen"
    return table_html.grid_html(f"kracht-{found.table.id}", caption, columns, rows)


def _power_cells(changed: int) -> list[str]:
    powers = [percent(sign_power(float(share), changed), 0) for share in ALTERNATIVES]
    return [table_html.p_html(float(smallest_sign_p(changed))), *powers]


def show_progress_figure(table: Table, fixed: frozenset[Key], source: str) -> None:
    """Show an extra figure of chapter 4.2 or 4.3.

    Parameters
    ----------
    table
        With the id of a drawing in `helpers.figures.progress`.
    fixed
        Keys of the cells that a printed number fixes; the others are an example.
    source
        Which numbers of the report it shows, as a Dutch sentence.
    """
    keys = [(cell.row, cell.column) for cell in may_be_shown(table).cells]
    origins = {key: "rapport" if key in fixed else "voorbeeld" for key in keys}
    display.extra_figure(figures.draw(table, fixed), source, origins)
