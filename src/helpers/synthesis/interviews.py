"""Making ``data/synthetic/interviews.csv`` from what the report prints.

Tabel 26 prints for every indicator two mean scores, their difference, and how
many mothers went up, stayed and went down: together the mothers who gave a
score. The whole scores behind these are enumerated, and drawn with equal
chances from everything that fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.checking.rules.paired_scores import outcomes
from helpers.checking.rules.score_pairs import Outcome, draw, ways
from helpers.data import codebook, instrument, published
from helpers.data.files import RECORDS
from helpers.synthesis.made import save
from helpers.synthesis.printed import Printed
from helpers.synthesis.rows import ImpossibleError

#: The seed of the records in the repository.
SEED = 2024


PATH = RECORDS / "interviews.csv"


_COUNTS = ["Aantal vooruit", "Aantal gelijk", "Aantal achteruit"]


_MEANS = ["Gemiddelde bij start", "Gemiddelde bij einde", "Evolutie (verschil)"]


#: What the report calls the mothers who were interviewed, by programme.
_MOTHERS = {"opkomst_plus": ("tekst-4.3-c", "OPkomst+"), "opkomst": ("tekst-4.3-d", "OPkomst")}


def possible_outcomes(printed: Printed, indicator: str) -> list[Outcome]:
    """Everything that can stand behind one row of Tabel 26.

    Parameters
    ----------
    printed
        The printed cells.
    indicator
        Code of the indicator.

    Returns
    -------
    list of Outcome
        Only what whole scores on the scale of the interviews add up to.
    """
    row = instrument.indicators("interview")[indicator].label_nl
    means = [printed.text(("tabel-26", row, column)) for column in _MEANS]
    counts = [printed.number("tabel-26", row, column) for column in _COUNTS]
    return [found for found in outcomes(*means, *counts) if ways(found, _highest(indicator))]


def generate(seed: int = SEED) -> pd.DataFrame:
    """Make the scores of the nine interviewed mothers.

    Parameters
    ----------
    seed
        Of everything that is drawn: the same seed gives the same records.

    Returns
    -------
    DataFrame of str
        One row for each mother, indicator and moment, with the columns of
        the codebook. Who gave no score is ``not_rated`` at both moments.

    Raises
    ------
    helpers.synthesis.rows.ImpossibleError
        When no whole scores give what is printed in some row.
    """
    rng = np.random.default_rng(seed)
    printed = Printed(published.cells())
    mothers = list(_mothers(printed))
    scores = {code: _scores(printed, code, len(mothers), rng) for code in instrument.indicators("interview")}
    rows = [
        (f"SYN-M{number + 1}", programme, indicator, moment, score)
        for number, programme in enumerate(mothers)
        for indicator, given in scores.items()
        for moment, score in zip(codebook.labels("moment"), given[number], strict=True)
    ]
    return pd.DataFrame(rows, columns=list(codebook.variables("interviews")), dtype=str)


def write(seed: int = SEED, path: Path = PATH) -> list[str]:
    """Make the records and save them.

    Returns
    -------
    list of str
        Printed cells that the records do not reproduce: none, or there would
        have been an `helpers.synthesis.rows.ImpossibleError`.
    """
    save(generate(seed), path)
    return []


def _mothers(printed: Printed) -> Iterator[str]:
    for programme, (id, column) in _MOTHERS.items():
        yield from [programme] * printed.number(id, "mama's die instemden met interview", column)


def _scores(printed: Printed, indicator: str, mothers: int, rng: np.random.Generator) -> list[tuple[str, str]]:
    """For each mother her scores at the start and at the end."""
    possible = possible_outcomes(printed, indicator)
    if not possible:
        raise ImpossibleError(f"no whole scores give the printed row of {indicator}")
    likely = np.array([ways(outcome, _highest(indicator)) for outcome in possible], dtype=float)
    outcome = possible[rng.choice(len(possible), p=likely / likely.sum())]
    drawn = [(str(before), str(after)) for before, after in draw(outcome, _highest(indicator), rng)]
    rated = sorted(rng.choice(mothers, size=outcome.people, replace=False))
    given = dict(zip(rated, drawn, strict=True))
    return [given.get(number, ("not_rated", "not_rated")) for number in range(mothers)]


def _highest(indicator: str) -> int:
    return max(instrument.scores("interview", indicator))
