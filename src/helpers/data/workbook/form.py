"""The form that people fill in: which columns a sheet has, and what may stand in them.

Everything comes from the codebook. A registration has a row for each dossier, scores
a row for each family and moment with a column for each indicator.
"""

from __future__ import annotations

from dataclasses import dataclass

from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.data.workbook.answers import fold

#: The name of the file and of its sheet, for each kind of records.
NAMES = {
    "registration": ("registratie", "Dossiers"),
    "case_study": ("casestudie", "Scores"),
    "interviews": ("interviews", "Scores"),
}

#: What stands in the first cell of a row that is an example.
EXAMPLE = "VOORBEELD"

_MOMENTS = {"start": "bij de start", "end": "bij het einde"}


@dataclass(frozen=True)
class Column:
    """A column of the form.

    Attributes
    ----------
    name : str
        The variable, or in scores the indicator.
    heading : str
        Unique within its sheet.
    variable : Variable
        What its answers are.
    """

    name: str
    heading: str
    variable: Variable


def columns(kind: str) -> list[Column]:
    """The columns of the form for one kind of records, in order."""
    variables = codebook.variables(kind)
    if "score" not in variables:
        headings = _headings(variables)
        return [Column(name, headings[name], variable) for name, variable in variables.items()]
    score = variables["score"]
    fixed = [Column(name, v.label_nl, v) for name, v in variables.items() if name not in ("indicator", "score")]
    rated = codebook.read_csv(f"{variables['indicator'].categories}.csv")
    rated = rated[rated["in_tables"] == "yes"]
    return fixed + [Column(code, label, score) for code, label in zip(rated["code"], rated["label_nl"], strict=True)]


def partner_heading(number: int, moment: str, name: str = "") -> str:
    """The heading of the column that says whether an organisation was involved, at ``start`` or ``end``.

    The number is that of its line on the sheet Instellingen, where its name can be
    changed; what stands behind the colon is only for whoever fills in the sheet.
    """
    return f"Partner {number} {_MOMENTS[moment]}: {name}"


def partner_of(variable: str) -> tuple[str, str] | None:
    """The code of the organisation and the moment that a column is about, if it is about one."""
    kind, _, rest = variable.partition("_")
    partner, _, moment = rest.rpartition("_")
    return (partner, moment) if kind == "org" else None


def find(text: str, known: dict[str, Column]) -> Column | None:
    """The column that a heading means; of a partner the number alone counts."""
    folded = fold(text)
    return known.get(folded) or known.get(_partner_number(folded))


def by_heading(kind: str) -> dict[str, Column]:
    """Every way to write a heading, folded: the heading itself, or another that means that column alone."""
    known = columns(kind)
    others = {fold(text): [] for column in known for text in (column.name, *_labels(kind, column))}
    for column in known:
        for text in {fold(text) for text in (column.name, *_labels(kind, column))}:
            others[text].append(column)
    alone = {text: found[0] for text, found in others.items() if len(found) == 1}
    return alone | {_partner_number(fold(column.heading)): column for column in known}


def _partner_number(folded: str) -> str:
    return folded.partition(":")[0] if folded.startswith("partner ") else folded


def _labels(kind: str, column: Column) -> tuple[str, str]:
    variables = codebook.variables(kind)
    if column.name in variables:
        return column.variable.label_nl, column.variable.label_en
    category = codebook.categories(variables["indicator"].categories)[column.name]
    return category.label_nl, category.label_en


def _headings(variables: dict[str, Variable]) -> dict[str, str]:
    numbers = {moment: 0 for moment in _MOMENTS}
    found = {}
    for name, variable in variables.items():
        if partner := partner_of(name):
            numbers[partner[1]] += 1
            label = variable.label_nl.removesuffix(", bij het einde")
            found[name] = partner_heading(numbers[partner[1]], partner[1], label)
        else:
            found[name] = variable.label_nl
    return found
