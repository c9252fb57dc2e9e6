"""What the mothers were asked: the interview guide, theme by theme.

Source: ``data/codebook/interview_themes.csv`` and ``interview_guide.csv``. The
questions are in our own words; the original stands in appendix 5 of the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from helpers.data.codebook import read_csv


@dataclass(frozen=True)
class Question:
    """One question of the guide.

    Attributes
    ----------
    part_nl : str
        Part of the theme, or who it is for, in Dutch; empty without parts.
    number : str
        As in the original, such as ``4a``: a letter follows up on question 4.
    text_nl : str
    """

    part_nl: str
    number: str
    text_nl: str


@dataclass(frozen=True)
class Theme:
    """One theme of the guide, with the minutes that were planned for it."""

    code: str
    label_nl: str
    minutes: int
    questions: tuple[Question, ...]


@cache
def themes() -> tuple[Theme, ...]:
    """The themes of the guide, in order, each with its questions."""
    table = read_csv("interview_guide.csv")
    questions = {
        theme: tuple(Question(*row) for row in rows[["part_nl", "question", "question_nl"]].itertuples(index=False))
        for theme, rows in table.groupby("theme")
    }
    return tuple(
        Theme(row.theme, row.label_nl, int(row.minutes), questions[row.theme])
        for row in read_csv("interview_themes.csv").itertuples()
    )


def planned_minutes() -> int:
    """How long an interview was meant to take."""
    return sum(theme.minutes for theme in themes())
