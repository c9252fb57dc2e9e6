"""Counts from the coded quotations: who is heard on what, and beside which numbers."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.data import instrument, quotations
from helpers.data.quotations import Quotation, Speakers, Theme
from helpers.tables.disclosure import may_be_shown
from helpers.tables.table import Table

#: The voices that a table tells apart: label, voice, and programme (empty: any).
VOICES = {
    "Mama's · OPkomst": ("mother", "opkomst"),
    "Mama's · OPkomst+": ("mother", "opkomst_plus"),
    "Professionals · OPkomst": ("professional", "opkomst"),
    "Professionals · OPkomst+": ("professional", "opkomst_plus"),
    "Professionals · beide of onbekend": ("professional", "other"),
}


_OTHER = ("both", "unknown")


@dataclass(frozen=True)
class Heard:
    """How often some people are quoted, and how many they are."""

    quotations: int
    speakers: Speakers

    @property
    def text(self) -> str:
        """Such as ``5 (3)``: five quotations by three people; ``0`` without any."""
        return f"{self.quotations} ({self.speakers.text})" if self.quotations else "0"


def by_theme() -> dict[Theme, dict[str, Heard]]:
    """For every theme, who is heard on it, by the labels of `VOICES`."""
    return {
        theme: {label: _heard("theme", theme.theme, *voice) for label, voice in VOICES.items()}
        for theme in quotations.main_themes()
    }


def in_all() -> dict[str, Heard]:
    """Who is heard on all themes together, by the labels of `VOICES`."""
    return {label: _heard("all", "all", *voice) for label, voice in VOICES.items()}


def by_role() -> dict[str, tuple[int, int, Heard]]:
    """By role: quotations in chapter 2, in section 4.3, and in all.

    Keys are Dutch labels. The mothers come by programme; roles that the report
    gives no voice are there too, with zeros. In a document nobody speaks.
    """
    rows = {}
    for role, label in quotations.labels("role").items():
        if role == "mother":
            for programme in ("opkomst", "opkomst_plus"):
                rows[f"{label} van {quotations.labels('programme')[programme]}"] = _role(role, "mother", programme)
        else:
            rows[label] = _role(role, "document" if role == "document" else "professional", "")
    return rows


def _role(role: str, voice: str, programme: str) -> tuple[int, int, Heard]:
    def in_part(part: str) -> int:
        return quotations.count(
            lambda q: q.role == role and programme in ("", q.programme) and q.section.startswith(part)
        )

    return in_part("2"), in_part("4.3"), _heard("role", role, voice, programme)


def _heard(count_by: str, code: str, voice: str, programme: str) -> Heard:
    programmes = _OTHER if programme == "other" else (programme,)
    counted = quotations.count(
        lambda q: q.voice == voice and _is_about(q, count_by, code) and (programme == "" or q.programme in programmes)
    )
    # Who works for both programmes is never a worker of whom the programme is unknown.
    people = [quotations.speakers(count_by, code, voice, one) for one in programmes]
    return Heard(counted, Speakers(sum(one.least for one in people), sum(one.most for one in people)))


def _is_about(quotation: Quotation, count_by: str, code: str) -> bool:
    if count_by == "indicator":
        return code in quotation.indicators
    return count_by == "all" or getattr(quotation, count_by) == code


@dataclass(frozen=True)
class Compared:
    """One indicator of Tabel 26 beside what mothers tell.

    Attributes
    ----------
    better, rated : int
        Mothers whose score rose, and mothers with two scores.
    heard : Heard
        The quotations of mothers that bear on it.
    helped : int
        How many of these tell only what helped or got better.
    """

    indicator: str
    label_nl: str
    better: int
    rated: int
    heard: Heard
    helped: int

    @property
    def rose(self) -> bool:
        """Whether most mothers moved up."""
        return 2 * self.better > self.rated


def numbers_and_stories(table: Table) -> list[Compared]:
    """Beside every indicator of Tabel 26, what mothers tell about it.

    Parameters
    ----------
    table
        Tabel 26: rows by indicator, with the columns ``better`` and ``rated``.

    Raises
    ------
    KeyError
        When the table has no such row or column.
    """
    may_be_shown(table)
    indicators = instrument.indicators("interview").values()
    return [_compared(table, indicator.code, indicator.label_nl) for indicator in indicators]


def _compared(table: Table, code: str, label: str) -> Compared:
    better, rated = (int(table[code, column].value) for column in ("better", "rated"))
    helped = quotations.count(lambda q: q.voice == "mother" and code in q.indicators and q.direction == "helped")
    return Compared(code, label, better, rated, _heard("indicator", code, "mother", ""), helped)
