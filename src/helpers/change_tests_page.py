"""The tests of Tabel 17, 18 and 19 as tables and conclusions for the book."""

from __future__ import annotations

from html import escape

from helpers import render, sampling
from helpers.change_tests import RowTest, all_tests
from helpers.disclosure import may_be_shown
from helpers.figures.alt import listing
from helpers.inference import Significance
from helpers.numbers import dutch
from helpers.records import Records

#: What a reader is told; in Tabel 19 more is not better, hence "change".
WORDS = {
    Significance.WHATEVER: "✔ zeker veranderd",
    Significance.UNDETERMINED: "? onbeslist",
    Significance.NEVER: "✘ niet aangetoond",
}

#: The verdicts come first: the other columns may need scrolling on a telephone.
_COLUMNS = [
    "Besluit na Holm",
    "Als onbekend ook ‘ja’ kan zijn",
    "n",
    "p na Holm",
    "p zonder Holm",
    "Kantelt bij",
    "Verandering die mogelijk blijft (pp)",
]


def change_tests_html(records: Records) -> str:
    """A table of tests for each of the three tables.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    tables = "".join(_table(id, tests) for id, tests in all_tests(may_be_shown(records)).items())
    return f'{tables}<div class="opk-notes"><p>{sampling.SENTENCE} Alle toetsen zijn verkennend.</p></div>'


def table_name(id: str) -> str:
    """The name that a reader knows, such as ``Tabel 17``."""
    return id.replace("-", " ").capitalize()


def _table(id: str, tests: list[RowTest]) -> str:
    caption = f"Toetsen bij {table_name(id)} (verkennend)"
    return render.grid_html(f"toetsen-{id}", caption, _COLUMNS, ((t.row.label, _cells(t)) for t in tests), words=(0, 1))


def _cells(test: RowTest) -> list[str]:
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
    return " tot ".join(dict.fromkeys(map(render.p_html, (smallest, largest))))


def sizes_text(sizes: list[int]) -> str:
    """Every n that fits what was printed: one, or the lowest and the highest."""
    return str(sizes[0]) if len(sizes) == 1 else f"{sizes[0]}–{sizes[-1]}"


def conclusion_html(records: Records) -> str:
    """What may be concluded, in sentences that follow from the tests: two, and then a few for each table.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    found = all_tests(may_be_shown(records))
    items = "".join(f"<li>{_details(id, tests)}</li>" for id, tests in found.items())
    return f"<p><strong>{_in_short(found)}</strong></p><p>{sampling.SENTENCE}</p><ul>{items}</ul>"


def _in_short(found: dict[str, list[RowTest]]) -> str:
    """Two sentences about all tables together."""
    tests = [test for of_table in found.values() for test in of_table]
    certain = len(_with(tests, Significance.WHATEVER))
    return (
        f"Bij {certain} van de {len(tests)} rijen van {listing([table_name(id) for id in found])} is de verandering "
        "groter dan je van toeval alleen verwacht, hoe de gezinnen ook precies bewogen. "
        f"Bij de andere {len(tests) - certain} rijen tonen de cijfers geen verandering aan, maar ze sluiten er ook "
        "geen uit."
    )


def _details(id: str, tests: list[RowTest]) -> str:
    certain, open_, never = (_with(tests, verdict) for verdict in (
        Significance.WHATEVER,
        Significance.UNDETERMINED,
        Significance.NEVER,
    ))
    sentences = [
        f"<strong>{table_name(id)}.</strong>",
        f"Zeker: {listing([_directed(test) for test in certain])}." if certain else "Zeker: bij geen enkele rij.",
        f"Het hangt af van wie precies veranderde bij {listing(_labels(open_))}." if open_ else "",
        f"Bij de andere {len(never)} rijen is er hoe dan ook geen verandering aangetoond: de tabel hieronder zegt "
        "welke veranderingen er nog mogelijk zijn."
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

