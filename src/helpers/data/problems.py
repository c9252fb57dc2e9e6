"""What is wrong with records: one place, one reason, what would be right.

A problem is told in Dutch, to the person who can mend the file. Where it stands
is the row's label in the frame and its columns; who tells it makes "rij 5" or
"cel C5" of that.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Answers of one row that are wrong together, or something that the file lacks.

    Attributes
    ----------
    row : int or None
        The label of the row in the frame; None for the file as a whole.
    answers : tuple of (str, str)
        Column and value of each answer that it is about.
    what : str
        The reason in Dutch, as the rest of a sentence that names the answers.
    expected : str
        What would be right in Dutch, or the code of an answer.
    """

    row: int | None
    answers: tuple[tuple[str, str], ...]
    what: str
    expected: str

    def text(self) -> str:
        """The whole in one line, such as ``rij 5, kolom 'housing': 'goed' …``.

        Rows are counted as a spreadsheet does, with the names of the columns in row 1.
        """
        answers = ", ".join(f"kolom '{column}': '{value}'" for column, value in self.answers)
        place = "" if self.row is None else f"rij {self.row + 2}, "
        return f"{place}{answers} {self.what} (verwacht: {self.expected})"
