"""A registration of one's own beside the report: differences between two groups of other families.

Both sides are counts that anybody may read: those that `helpers.own.publish` shows, and
those that the report prints. So nothing here says more of a family than they do. Only
questions of whose answers the report prints how many families gave them can be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpers.checking.labels import normalise
from helpers.checking.rules.rounding import read
from helpers.data import codebook, published
from helpers.data.files import PUBLISHED, read_rows
from helpers.dutch.numbers import ALPHA
from helpers.inference.methods import fisher, holm, newcombe_independent
from helpers.own.questions import NOT_APPLICABLE, UNKNOWN, rows_of

#: What stands in a key for the label of an answer.
_ANSWER = "*"

#: The table of the report with the answers to a question: the keys of their counts, and of the
#: number of families; its own words for answers that are missing.
_TABLES = {
    "interest": (("tabel-5", _ANSWER, "Totaal"), ("tabel-5", "N", "")),
    "family_composition": (("tabel-27", "N", _ANSWER), ("tabel-27", "N", "Totaal")),
    "children_present": (("tabel-7", _ANSWER, "N"), ("tabel-7", "Totaal", "N")),
    "parents_diploma": (("tabel-8", _ANSWER, "N"), ("tabel-8", "Totaal", "N")),
    "mother_income": (("tabel-28", _ANSWER, "N"), ("tabel-28", "Totaal", "N")),
    "mother_employment": (("tabel-9", _ANSWER, "N"), ("tabel-9", "Totaal", "N")),
    "housing": (("tabel-10", _ANSWER, "N"), ("tabel-10", "Totaal", "N")),
    "network": (("tabel-11", _ANSWER, "N"), ("tabel-11", "Totaal", "N")),
}

#: Lists of questions with yes and no, by what their columns begin with: the report prints the share
#: of yes among all families.
_LISTS = {"difficulty_": "tabel-12", "admin_": "tabel-14"}

#: Rows of ours that one row of the report holds.
_MISSING = {
    "onbekend": (UNKNOWN,),
    "niet van toepassing": (NOT_APPLICABLE,),
    "onbekend/niet van toepassing": (UNKNOWN, NOT_APPLICABLE),
    "onbekend/nvt": (UNKNOWN, NOT_APPLICABLE),
}

_NONE = {*_MISSING, normalise(UNKNOWN), normalise(NOT_APPLICABLE)}

#: Questions of which the report counts only the families whose answer is known.
_OF_KNOWN = ("interest", "children_present")

_YES = "Ja"


@dataclass(frozen=True)
class Beside:
    """One answer in both.

    Attributes
    ----------
    label : str
    count, base : int
        How many families of the registration gave it, of how many.
    printed, printed_base : int
        The same for the report.
    """

    label: str
    count: int
    base: int
    printed: int
    printed_base: int

    @property
    def difference(self) -> float:
        """The share here minus that of the report, from -1 to 1."""
        return self.count / self.base - self.printed / self.printed_base

    @property
    def interval(self) -> tuple[float, float]:
        """Newcombe's 95% interval of the difference, of two independent groups."""
        return newcombe_independent(self.count, self.base, self.printed, self.printed_base)

    @property
    def is_answer(self) -> bool:
        """Whether it is one: not that none is known, or that none can be."""
        return normalise(self.label) not in _NONE

    @property
    def p(self) -> float:
        """Of Fisher's exact test, for this answer alone."""
        return fisher(self.count, self.base, self.printed, self.printed_base)


@dataclass(frozen=True)
class Comparison:
    """The answers to a question, or to a list of them, in both.

    Attributes
    ----------
    id, title : str
    table : str
        Of the report.
    rows : list of Beside
    kept_back : list of str
        Labels that are not compared, since a count that they need is kept back.
    of_known : bool
        Whether only families count whose answer is known.
    joined : bool
        Whether the report counts "unknown" and "not applicable" together.
    is_list : bool
        Whether the rows are questions with yes and no, of which yes is counted.
    """

    id: str
    title: str
    table: str
    rows: list[Beside]
    kept_back: list[str]
    of_known: bool = False
    joined: bool = False
    is_list: bool = False

    @property
    def differing(self) -> list[Beside]:
        """The rows of which chance alone does not explain the difference, the others of this table in mind."""
        # Rows that are kept back are tested too, as far as a reader can tell: that leaves less for the others.
        p = holm([*(row.p for row in self.rows), *([1.0] * len(self.kept_back))])
        return [row for row, adjusted in zip(self.rows, p, strict=False) if adjusted <= ALPHA]


def compared(tables: Sequence[dict]) -> list[Comparison]:
    """Every question and list of which both have counts.

    Parameters
    ----------
    tables
        The tables of `helpers.own.publish.publish`.
    """
    by_id = {table["id"]: table for table in tables}
    questions = [_question(by_id[name], *keys) for name, keys in _TABLES.items() if name in by_id]
    by_title = {table["title"]: table for table in tables}
    lists = [_list(begins, id, by_title) for begins, id in _LISTS.items()]
    return [one for one in (*questions, *lists) if one.rows or one.kept_back]


def without_counts(tables: Sequence[dict]) -> list[str]:
    """The titles of the tables of which the report does not print how many families gave each answer."""
    return [table["title"] for table in tables if table["id"] not in _TABLES and not table["id"].startswith((*_LISTS,))]


def _question(table: dict, answers: tuple[str, ...], size: tuple[str, ...]) -> Comparison:
    of_known = table["id"] in _OF_KNOWN
    unknown = _sum(table, [UNKNOWN, NOT_APPLICABLE]) if of_known else 0
    base = table["bases"][-1]
    base = None if base is None or unknown is None else base - unknown
    printed_base = _printed(size)
    rows, kept_back = [], []
    pairs = _pairs(table["id"], answers)
    for ours, keys in pairs.items():
        count = _sum(table, ours)
        # The report's own word for what it counts together.
        label = ours[0] if len(ours) == 1 else keys[0][answers.index(_ANSWER)]
        if count is None or not base:
            kept_back.append(label)
        else:
            rows.append(Beside(label, count, base, sum(_printed(key, printed_base) for key in keys), printed_base))
    joined = any(len(ours) > 1 for ours in pairs)
    return Comparison(table["id"], table["title"], answers[0], rows, kept_back, of_known, joined)


def _pairs(name: str, answers: tuple[str, ...]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """The cells of the report by the rows of ours that they are beside."""
    ours = {normalise(label): label for label in rows_of(codebook.variables()[name])}
    found = defaultdict(list)
    for label in _labels(answers):
        if rows := _ours(normalise(label), ours):
            found[rows].append(tuple(label if part == _ANSWER else part for part in answers))
    return found


def _labels(answers: tuple[str, ...]) -> list[str]:
    """What the report prints in the place of the answer, among the cells that are otherwise these."""
    (place,) = (name for name, part in zip(published.KEY, answers, strict=True) if part == _ANSWER)
    cells = published.cells()
    for name, part in zip(published.KEY, answers, strict=True):
        if name != place:
            cells = cells[cells[name] == part]
    return cells[place].tolist()


def _ours(printed: str, ours: dict[str, str]) -> tuple[str, ...]:
    """The rows of ours that a row of the report is beside; none for its totals."""
    if printed in _MISSING:
        return _MISSING[printed]
    if printed.isdigit() and printed not in ours:
        # The last class of whole numbers is several rows of the report.
        return tuple(label for label in ours.values() if label.endswith(" of meer"))
    return (ours[printed],) if printed in ours else ()


def _list(begins: str, id: str, tables: Mapping[str, dict]) -> Comparison:
    """A list of questions; one without a table of ours is kept back."""
    printed_base = _printed((id, "N", ""))
    captions = {row["id"]: row["caption"] for row in read_rows(PUBLISHED / "captions.csv")}
    rows, kept_back = [], []
    for title in _labels((id, _ANSWER, "Totaal")):
        table = tables.get(title)
        count = table and _sum(table, [_YES])
        if count is None or not table["bases"][-1]:
            kept_back.append(title)
        else:
            printed = _printed((id, title, "Totaal"), printed_base)
            rows.append(Beside(title, count, table["bases"][-1], printed, printed_base))
    return Comparison(begins.rstrip("_"), captions[id], id, rows, kept_back, is_list=True)


def _sum(table: dict, rows: Sequence[str]) -> int | None:
    """How many families are in some rows together; a row that is not there has nobody, None where one is kept back."""
    counts = {label: row[-1] for label, row in zip(table["rows"], table["counts"], strict=True)}
    found = [counts.get(row, 0) for row in rows]
    return None if None in found else sum(found)


def _printed(key: tuple[str, ...], base: int = 0) -> int:
    """A printed number of families, or the only one of which the share of a base is printed so.

    Raises
    ------
    ValueError
        When several numbers are printed so.
    """
    number = read(published.printed(*key))
    (count,) = number.totals(base) if number.is_share else (int(number.value),)
    return count
