"""The tests of Tabel 17, 18 and 19 as tables for the book."""

from __future__ import annotations

from html import escape

from helpers.change_tests import RowTest, all_tests
from helpers.disclosure import may_be_shown
from helpers.inference import Significance
from helpers.numbers import dutch
from helpers.records import Records

#: What a reader is told; in Tabel 19 more is not better, hence "change".
WORDS = {
    Significance.WHATEVER: "✔ zeker een verandering",
    Significance.UNDETERMINED: "? onbeslist",
    Significance.NEVER: "✘ geen aangetoonde verandering",
}

_COLUMNS = [
    "n",
    "Kleinste p",
    "Grootste p",
    "Kleinste p (Holm)",
    "Grootste p (Holm)",
    "Kantelt bij",
    "Verandering die mogelijk blijft (pp)",
    "Besluit na Holm",
    "Als onbekend alles kan zijn (zonder Holm)",
]


def change_tests_html(records: Records) -> str:
    """A table of tests for each of the three tables.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    return "".join(_table(id, tests) for id, tests in all_tests(may_be_shown(records)).items())


def _table(id: str, tests: list[RowTest]) -> str:
    name = id.replace("-", " ").capitalize()
    header = "".join(f'<th scope="col">{label}</th>' for label in _COLUMNS)
    return (
        f'<div class="opk-scroll" tabindex="0" role="region" aria-label="Toetsen bij {name}">'
        f'<table class="opk-table" id="toetsen-{id}"><caption>Toetsen bij {name} (verkennend)</caption>'
        f"<thead><tr><td></td>{header}</tr></thead><tbody>{''.join(map(_row, tests))}</tbody></table></div>"
    )


def _row(test: RowTest) -> str:
    values = [_sizes(test), *map(p_text, (test.smallest, test.largest, test.holm_smallest, test.holm_largest))]
    values.append("/" if test.undone_by is None else dutch(test.undone_by))
    values.append(f"{dutch(test.change[0] * 100, 1)} tot {dutch(test.change[1] * 100, 1)}")
    words = [WORDS[test.verdict], WORDS[test.if_unknown_is_anything]]
    cells = "".join(f"<td>{value}</td>" for value in values)
    cells += "".join(f'<td class="opk-text">{word}</td>' for word in words)
    return f'<tr><th scope="row">{escape(test.row.label)}</th>{cells}</tr>'


def _sizes(test: RowTest) -> str:
    """Every n that fits what was printed: one, or the lowest and the highest."""
    sizes = sorted({reading.n for reading in test.row.readings})
    return str(sizes[0]) if len(sizes) == 1 else f"{sizes[0]}–{sizes[-1]}"


def p_text(p: float) -> str:
    """A p-value in Dutch: three decimals, and no smaller than < 0,001."""
    return "&lt; 0,001" if p < 0.001 else dutch(p, 3)


def conclusion_html(records: Records) -> str:
    """What may be concluded, in sentences that follow from the tests.

    Raises
    ------
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    items = "".join(f"<li>{_conclusion(id, tests)}</li>" for id, tests in all_tests(may_be_shown(records)).items())
    return f"<ul>{items}</ul>"


def _conclusion(id: str, tests: list[RowTest]) -> str:
    name = id.replace("-", " ").capitalize()
    certain, open_ = (_labels(tests, verdict) for verdict in (Significance.WHATEVER, Significance.UNDETERMINED))
    rest = len(tests) - len(certain) - len(open_)
    sentences = [
        f"<strong>{name}.</strong> Hoe de gezinnen ook precies bewogen, de verandering is groter dan je van toeval verwacht bij: "
        f"{_listing(certain)}."
        if certain
        else f"<strong>{name}.</strong> Bij geen enkele rij is zeker dat de verandering groter is dan je van toeval verwacht.",
        f"Het hangt af van wie precies veranderde bij: {_listing(open_)}." if open_ else "",
        f"Bij de andere {rest} rijen kunnen de cijfers een verandering niet aantonen, maar ze sluiten er ook geen uit."
        if rest
        else "",
    ]
    return " ".join(filter(None, sentences))


def _labels(tests: list[RowTest], verdict: Significance) -> list[str]:
    return [escape(test.row.label) for test in tests if test.verdict == verdict]


def _listing(labels: list[str]) -> str:
    return " en ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))
