"""The tables of who the families are: a question of the codebook each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

import pandas as pd

from helpers.data import codebook, rules
from helpers.data.codebook import Variable
from helpers.data.workbook.settings import TOTAL, UNKNOWN
from helpers.disclosure.cells import Answers, Condition, Crossing, Question

#: Where classes of whole numbers begin, few, since the counts in them must be large; and what is counted.
CLASSES = {
    "mother_age": ((20, 25, 30, 35), " jaar"),
    "children_present": ((0, 1, 2, 3), ""),
    "child_age_at_start": ((0, 6, 12), " maanden"),
}

#: The row of the families whom it is not about.
NOT_APPLICABLE = "Niet van toepassing"

#: Kinds of missing answer that a table has a row for.
_MISSING = {
    UNKNOWN: ("unknown", "not_recorded"),
    NOT_APPLICABLE: ("not_applicable",),
}

#: The column of the programmes, and their list.
PROGRAMME = "programme"


#: What a question is a part of, by what its column begins with; the first that fits.
_SUBJECTS = {
    "difficulty_": "Wat moeilijk loopt",
    "admin_": "Wat in orde is",
    "org_": "Wie betrokken is",
    "": "Hoe het gezin leeft",
}


def subject(column: str) -> str:
    """What a question is a part of.

    >>> subject("admin_debt_support"), subject("housing")
    ('Wat in orde is', 'Hoe het gezin leeft')
    """
    return next(label for begins, label in _SUBJECTS.items() if column.startswith(begins))


@dataclass(frozen=True)
class Asked:
    """A table: a question, and what its rows and columns are called.

    Attributes
    ----------
    title : str
    rows : dict of str to frozenset of str
        The answers of each row.
    crossing : Crossing
    """

    title: str
    rows: dict[str, Answers]
    crossing: Crossing

    @property
    def column(self) -> str:
        """The column of the records."""
        return self.crossing.asked[0].column

    @property
    def columns(self) -> dict[str, Answers | None]:
        """The programmes of each column; None for all."""
        divided = {group for question in self.crossing.by for group in question.groups}
        return {**{label: given for label, given in programmes().items() if given in divided}, TOTAL: None}


def programmes() -> dict[str, Answers]:
    """The answers of each programme."""
    return {label: frozenset([code]) for code, label in codebook.labels(PROGRAMME).items()}


def among(asked: Iterable[Asked], divided: Collection[Answers]) -> Iterator[Asked]:
    """Tables divided by these programmes alone; a single one is everybody."""
    by = (Question(PROGRAMME, tuple(divided)),) if len(divided) > 1 else ()
    for one in asked:
        # One programme is no answer that tells families apart.
        if one.column != PROGRAMME or by:
            yield replace(one, crossing=replace(one.crossing, by=by if one.crossing.by else ()))


def all_asked() -> Iterator[Asked]:
    """The tables of the codebook in use, divided by programme.

    A question with yes and no is asked of all programmes together: there are
    many of them, and a few cells in each are better than none.
    """
    by = (Question(PROGRAMME, tuple(programmes().values())),)
    for variable in codebook.variables().values():
        if variable.section.startswith("3.") and (rows := rows_of(variable)):
            question = Question(variable.name, tuple(rows.values()))
            divided = by if variable.categories not in ("yes_no", PROGRAMME) else ()
            yield Asked(variable.label_nl, rows, Crossing((question,), divided))


def linked(tables: Iterable[Asked]) -> Iterator[tuple[Crossing, list[Condition]]]:
    """What a reader who knows the rules of the codebook knows: which answers to two questions do not go together.

    Rules about a part of a row are left out.

    Returns
    -------
    For each two questions that a rule is about, a table of both that is nowhere, and its cells with
    nobody in them.
    """
    by_column = {one.column: one for one in tables}
    for names in _ruled(by_column):
        if len(names) == 2 and (nobody := _nobody(by_column, names)):
            questions = tuple(by_column[name].crossing.asked[0] for name in names)
            yield Crossing((), questions, is_shown=False), nobody


def barred(tables: Iterable[Asked]) -> Iterator[Condition]:
    """The same for answers to three questions and more: cells with nobody in them."""
    by_column = {one.column: one for one in tables}
    for names in _ruled(by_column):
        if len(names) > 2:
            yield from _nobody(by_column, names)


def _ruled(columns: Iterable[str]) -> list[tuple[str, ...]]:
    """The columns that rules are about, together."""
    columns = set(columns)
    return sorted({tuple(rule.columns) for rule in rules.rules_about(columns, columns)})


def _nobody(by_column: dict[str, Asked], names: tuple[str, ...]) -> list[Condition]:
    questions = [by_column[name].crossing.asked[0] for name in names]
    groups = list(product(*(question.groups for question in questions)))
    answers = pd.DataFrame(product(*(sorted(question.answers) for question in questions)), columns=list(names))
    possible = set(answers[~rules.broken(answers).any(axis=1)].itertuples(index=False, name=None))
    return [frozenset(zip(names, given, strict=True)) for given in groups if possible.isdisjoint(product(*given))]


def rows_of(variable: Variable) -> dict[str, Answers]:
    """The answers of each row; none for a column that is no question."""
    if variable.type == "category":
        rows = _categories(variable)
    elif variable.name in CLASSES:
        rows = dict(_classes(variable))
    else:
        return {}
    missing = {label: frozenset(codes) & set(variable.missing) for label, codes in _MISSING.items()}
    return rows | {label: codes for label, codes in missing.items() if codes}


def _categories(variable: Variable) -> dict[str, Answers]:
    if variable.categories != "income":
        return {label: frozenset([code]) for code, label in codebook.labels(variable.categories).items()}
    benefits = frozenset(codebook.codes_in_group("income", "benefit"))
    return {
        label: benefits if code == "benefit" else frozenset([code])
        for code, label in codebook.labels("income_group").items()
    }


def _classes(variable: Variable) -> Iterator[tuple[str, Answers]]:
    """Classes of whole numbers; the outer ones do not tell how low or high the numbers go."""
    lowest, highest = int(variable.minimum), int(variable.maximum)
    starts, unit = CLASSES[variable.name]
    for start, end in zip((None, *starts), (*starts, None), strict=True):
        numbers = range(lowest if start is None else start, highest + 1 if end is None else end)
        if start is None:
            # Only an age can be less than nothing.
            label = f"minder dan {end}{unit}" if end else "voor de geboorte"
        elif end is None:
            label = f"{start}{unit} of meer"
        else:
            label = f"{start}{unit}" if end == start + 1 else f"{start} tot {end - 1}{unit}"
        if numbers:
            yield label, frozenset(map(str, numbers))
