"""A cell in the words of the form, for the person who builds the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.disclosure.cells import Answers, Condition


def in_words(cell: Condition) -> str:
    """Whom a cell counts, such as ``Programma ‘Lang’, Huisvesting ‘Goed’ of ‘Slecht’``."""
    variables = codebook.variables()
    order = list(variables)
    named = [
        f"{variables[name].label_nl} {' of '.join(f'‘{label}’' for label in _labels(variables[name], given))}"
        for name, given in sorted(cell, key=lambda part: order.index(part[0]))
    ]
    return ", ".join(named) or "alle gezinnen"


def _labels(variable: Variable, given: Answers) -> Iterator[str]:
    """What the answers are called, in the order of the codebook; each run of numbers as one."""
    yield from _runs(sorted(int(code) for code in given - set(variable.missing) if variable.type == "integer"))
    lists = [codebook.labels(variable.categories)] if variable.type == "category" else []
    for labels in (*lists, codebook.labels("missing")):
        yield from (label for code, label in labels.items() if code in given)


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield str(run[0]) if len(run) == 1 else f"{run[0]} tot {run[-1]}"
