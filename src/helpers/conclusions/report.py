"""The conclusions of the report, each with the evidence that there is for it.

Source: ``data/relations/conclusions.csv``, chapter 5 of the report in our own
words. What the evidence is worth is not written down there: it is read off
from the verification of the printed numbers and from the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from helpers.checking import standings, verify
from helpers.conclusions import case_study as case_study_conclusions
from helpers.data.files import RELATIONS, read_rows
from helpers.data.records import Records
from helpers.inference import case_study as case_study_progress
from helpers.inference import change_tests
from helpers.inference.methods import Significance
from helpers.prose import fill


class Strength(StrEnum):
    """What a piece of evidence is worth, from strong to weak."""

    CROSS_CHECKED = "cross_checked"
    CHANGE = "change"
    HOLDS_HERE = "holds_here"
    CONSISTENT = "consistent"
    FITTED = "fitted"
    DEPENDS = "depends"
    UNDETERMINED = "undetermined"
    NO_CHANGE_SHOWN = "no_change_shown"
    NOT_VERIFIABLE = "not_verifiable"
    CONTRADICTED = "contradicted"
    DIFFERS = "differs"
    STORIES = "stories"
    NOTHING = "nothing"


_OF_CHECK = {
    verify.CROSS_CHECKED: Strength.CROSS_CHECKED,
    verify.CONSISTENT: Strength.CONSISTENT,
    verify.FITTED: Strength.FITTED,
    verify.DEPENDS: Strength.DEPENDS,
    verify.NOT_VERIFIABLE: Strength.NOT_VERIFIABLE,
    verify.ERRATUM: Strength.CONTRADICTED,
    verify.MISMATCH: Strength.DIFFERS,
}


_OF_TEST = {
    Significance.WHATEVER: Strength.CHANGE,
    Significance.UNDETERMINED: Strength.UNDETERMINED,
    Significance.NEVER: Strength.NO_CHANGE_SHOWN,
}


_OF_CASE_STUDY = {
    case_study_conclusions.HOLDS: Strength.HOLDS_HERE,
    case_study_conclusions.DEPENDS: Strength.DEPENDS,
    case_study_conclusions.UNKNOWN: Strength.NOTHING,
}


#: The row of ``conclusions.csv`` in whose place the conclusions of the case study come.
_CASE_STUDY = "case_study"


@dataclass(frozen=True)
class Evidence:
    """One thing that speaks for or against a conclusion.

    Attributes
    ----------
    source : str
        The table, figure or claim, as its id.
    what : str
        Row and column, or the row that was tested, in Dutch; may be empty.
    strength : Strength
    """

    source: str
    what: str
    strength: Strength


@dataclass(frozen=True)
class Conclusion:
    """A conclusion of chapter 5.

    Attributes
    ----------
    id : str
    claim : str
        What the report concludes, in our own words.
    remark : str
        What there is to say of it, with its numbers computed.
    evidence : tuple of Evidence
    """

    id: str
    claim: str
    remark: str
    evidence: tuple[Evidence, ...]

    @property
    def strength(self) -> Strength:
        """That of its weakest evidence: a claim is no better than what it needs most."""
        return max((piece.strength for piece in self.evidence), key=list(Strength).index)


class EvidenceError(ValueError):
    """A conclusion names evidence that does not exist."""


def conclusions(*records: Records) -> list[Conclusion]:
    """Every conclusion with its evidence, in the order of chapter 5.

    Parameters
    ----------
    *records
        All records of the book.

    Raises
    ------
    EvidenceError
        When ``conclusions.csv`` names evidence that does not exist.
    """
    weigh = _Scales(records)
    return [
        conclusion
        for row in read_rows(RELATIONS / "conclusions.csv")
        for conclusion in (
            _of_case_study(records) if row["evidence"] == _CASE_STUDY else [_conclusion(row, records, weigh)]
        )
    ]


def _conclusion(row: dict[str, str], records: tuple[Records, ...], weigh: _Scales) -> Conclusion:
    return Conclusion(
        row["id"],
        fill(row["claim_nl"], *records),
        fill(row["remark_nl"], *records),
        tuple(piece for part in row["evidence"].split(";") for piece in weigh.evidence(part.strip())),
    )


def _of_case_study(records: tuple[Records, ...]) -> list[Conclusion]:
    """What section 4.2 concludes about the two programmes, judged there."""
    found = case_study_conclusions.conclusions(case_study_progress.made_from(_named(records, _CASE_STUDY)))
    return [
        Conclusion(
            f"casestudie-{number}", one.claim, one.because, (Evidence("", "deel 4.2", _OF_CASE_STUDY[one.judgement]),)
        )
        for number, one in enumerate(found, 1)
    ]


def _named(records: tuple[Records, ...], name: str) -> Records:
    return next(given for given in records if given.name == name)


class _Scales:
    """Looks up what a piece of evidence is worth."""

    def __init__(self, records: tuple[Records, ...]):
        self._checks = verify.verify(*records)
        self._tests = change_tests.all_tests(_named(records, "registration"))

    def evidence(self, text: str) -> list[Evidence]:
        """What is named by ``printed tabel-2 | Totaal``, ``test tabel-18 | Babyuitzet``, ``stories`` or ``nothing``."""
        kind, _, place = text.partition(" ")
        if kind in {Strength.STORIES, Strength.NOTHING}:
            return [Evidence("", place, Strength(kind))]
        id, *keys = [part.strip() for part in place.split("|")]
        found = {"printed": self._printed, "test": self._test}.get(kind, lambda *_: [])(id, keys)
        if not found:
            raise EvidenceError(f"conclusions.csv: there is no evidence {text!r}")
        return found

    def _printed(self, id: str, keys: list[str]) -> list[Evidence]:
        return [
            Evidence(id, ", ".join(filter(None, [check.row, check.column])), _OF_CHECK[standings.standing(check)])
            for check in self._checks
            if check.id == id and [check.row, check.column][: len(keys)] == keys
        ]

    def _test(self, id: str, keys: list[str]) -> list[Evidence]:
        tests = self._tests.get(id, [])
        return [
            Evidence(id, test.row.label, _OF_TEST[test.p.as_no.verdict])
            for test in tests
            if keys in ([], [test.row.label])
        ]
