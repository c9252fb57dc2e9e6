"""Looking up printed cells: one cell, one number, or a whole table."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.dutch.numbers import parse_printed
from helpers.synthesis.margins import Key


class Printed:
    """The printed cells by key.

    Parameters
    ----------
    cells
        As `helpers.data.published.cells` gives them. Where the text repeats a
        number in words under the same key, the number and the words are kept
        apart.
    """

    def __init__(self, cells: pd.DataFrame):
        in_words = cells["unit"] == "woorden"
        self._numbers = {_key(cell): (cell["printed"], cell["unit"]) for cell in _rows(cells[~in_words])}
        self._words = {_key(cell): cell["printed"] for cell in _rows(cells[in_words])}

    def text(self, key: Key) -> str:
        """The printed string of a cell: its number, or else its words.

        Raises
        ------
        KeyError
            When nothing was printed there.
        """
        return self._numbers[key][0] if key in self._numbers else self._words[key]

    def words(self, key: Key) -> str:
        """A claim in words."""
        return self._words[key]

    def number(self, *key: str) -> int | float:
        """The first number of a cell."""
        value = parse_printed(self._numbers[key][0])[0].value
        return int(value) if value == int(value) else float(value)

    def table(self, id: str) -> Iterator[tuple[Key, str, str]]:
        """Key, printed string and unit of every cell of a table, in order."""
        for key, (text, unit) in self._numbers.items():
            if key[0] == id:
                yield key, text, unit


def _rows(cells: pd.DataFrame) -> list[dict]:
    return cells.to_dict("records")


def _key(cell: dict) -> Key:
    return cell["id"], cell["row"], cell["column"]
