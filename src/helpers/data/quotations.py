"""What people say in the report: the coded index of every quotation.

Source: ``data/qualitative/`` (see its README). It holds no quotation, no name
and no number of a respondent: a role, a programme, a theme, and one line in
our own words. How many different people speak is therefore not computed here
but read from counts that ``scripts/read_quotations.py`` took from the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.data import instrument
from helpers.data.files import QUALITATIVE, read_rows


class QualitativeError(ValueError):
    """The files of the index contradict each other; the message says where and what."""


@dataclass(frozen=True)
class Quotation:
    """One quotation of the report, coded.

    Attributes
    ----------
    section : str
        Where it stands, as in ``sections.csv``.
    order : int
        Its place among the quotations of that section, from 1.
    role, programme, direction : str
        Codes of the lists of those names in ``terms.csv``.
    printed_programme : str
        The programme that the report prints with it, where its other labels
        contradict that; empty where they do not.
    theme, sub_theme : str
        Codes of ``themes.csv``.
    indicators : tuple of str
        The indicators of Tabel 26 that it bears on, maybe none.
    paraphrase_nl : str
        What it says, in our own Dutch words.
    """

    id: str
    section: str
    order: int
    role: str
    programme: str
    printed_programme: str
    theme: str
    sub_theme: str
    direction: str
    indicators: tuple[str, ...]
    paraphrase_nl: str

    @property
    def voice(self) -> str:
        """``mother``, ``professional``, or ``document`` where nobody speaks."""
        return self.role if self.role in ("mother", "document") else "professional"


@dataclass(frozen=True)
class Theme:
    """A theme, or a sub-theme of it.

    ``kind`` is ``domain``, ``method`` or ``condition``, and empty for a sub-theme.
    """

    theme: str
    sub_theme: str
    kind: str
    label_nl: str
    description_nl: str


@dataclass(frozen=True)
class Speakers:
    """How many different people speak: the report does not always tell them apart."""

    least: int
    most: int

    @property
    def text(self) -> str:
        """Such as ``3``, or ``2–5`` where the labels leave room."""
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True)
class Section:
    """A section of the report and how many quotations stand in it."""

    section: str
    title_nl: str
    quotations: int


@cache
def quotations(folder: Path = QUALITATIVE) -> tuple[Quotation, ...]:
    """Every quotation, in the order of the report.

    Raises
    ------
    QualitativeError
        When a row has a code that its list has not, or the counts differ from
        ``sections.csv``; the message lists every problem.
    """
    rows = read_rows(folder / "quotations.csv")
    if problems := [*_row_problems(rows, folder), *_count_problems(rows, folder)]:
        raise QualitativeError("\n".join(problems))
    return tuple(
        Quotation(**row | {"order": int(row["order"]), "indicators": tuple(row["indicators"].split())}) for row in rows
    )


def _row_problems(rows: list[dict[str, str]], folder: Path) -> Iterator[str]:
    allowed = _allowed(folder)
    for number, row in enumerate(rows, start=2):
        for column, (codes, source) in allowed.items():
            for code in row[column].split() if column == "indicators" else [row[column]]:
                if code not in codes:
                    yield f"quotations.csv: rij {number}, kolom '{column}': '{code}' staat niet in {source}."
        if (row["theme"], row["sub_theme"]) not in themes(folder):
            yield (
                f"quotations.csv: rij {number}, kolom 'sub_theme': '{row['sub_theme']}' is in themes.csv "
                f"geen deel van '{row['theme']}'."
            )
        if not row["paraphrase_nl"].strip() or "\n" in row["paraphrase_nl"]:
            yield f"quotations.csv: rij {number}, kolom 'paraphrase_nl': verwacht precies één regel tekst."


def _allowed(folder: Path) -> dict[str, tuple[Iterable[str], str]]:
    terms = {name: (labels(name, folder), "terms.csv") for name in ("role", "programme", "direction")}
    return {
        **terms,
        "printed_programme": ({"", *labels("programme", folder)}, "terms.csv"),
        "section": (sections(folder), "sections.csv"),
        "indicators": (instrument.indicators("interview"), "interview_indicators.csv"),
    }


def _count_problems(rows: list[dict[str, str]], folder: Path) -> Iterator[str]:
    for id, count in Counter(row["id"] for row in rows).items():
        if count > 1:
            yield f"quotations.csv: {id} staat er {count} keer in."
    for section in sections(folder).values():
        orders = [row["order"] for row in rows if row["section"] == section.section]
        if orders != [str(place) for place in range(1, section.quotations + 1)]:
            yield (
                f"quotations.csv: deel {section.section} heeft de volgnummers {', '.join(orders) or 'geen'}; "
                f"sections.csv telt {section.quotations} citaten."
            )


@cache
def themes(folder: Path = QUALITATIVE) -> dict[tuple[str, str], Theme]:
    """Every theme and sub-theme, by both codes and in order; a theme has sub-theme ``""``."""
    return {(row["theme"], row["sub_theme"]): Theme(**row) for row in read_rows(folder / "themes.csv")}


def main_themes() -> list[Theme]:
    """The themes themselves, in order."""
    return [theme for theme in themes().values() if not theme.sub_theme]


@cache
def labels(name: str, folder: Path = QUALITATIVE) -> dict[str, str]:
    """Dutch label of every code in a list of ``terms.csv``, in order."""
    return {row["code"]: row["label_nl"] for row in read_rows(folder / "terms.csv") if row["list"] == name}


@cache
def sections(folder: Path = QUALITATIVE) -> dict[str, Section]:
    """Every section of chapter 2 and of 4.3, also those without a quotation."""
    return {
        row["section"]: Section(row["section"], row["title_nl"], int(row["quotations"]))
        for row in read_rows(folder / "sections.csv")
    }


def count(keep: Callable[[Quotation], bool]) -> int:
    """How many quotations have something."""
    return sum(map(keep, quotations()))


def speakers(count_by: str, code: str, voice: str, programme: str = "") -> Speakers:
    """How many different people speak in some quotations.

    Parameters
    ----------
    count_by, code
        ``all`` and ``all``, or ``theme``, ``role`` or ``indicator`` and its code.
    voice
        ``mother`` or ``professional``.
    programme
        A code of ``terms.csv``; empty for all programmes together.

    Returns
    -------
    Speakers
        Nobody where there are no such quotations.
    """
    return _speakers().get((count_by, code, voice, programme), Speakers(0, 0))


@cache
def _speakers() -> dict[tuple[str, str, str, str], Speakers]:
    return {
        (row["count_by"], row["code"], row["voice"], row["programme"]): Speakers(int(row["least"]), int(row["most"]))
        for row in read_rows(QUALITATIVE / "speakers.csv")
    }


@cache
def mother_range() -> dict[str, tuple[int, int]]:
    """Quotations of the mother who is quoted least and most, by programme."""
    return {
        row["programme"]: (int(row["fewest"]), int(row["most"])) for row in read_rows(QUALITATIVE / "speaker_range.csv")
    }
