"""What a generator makes: records, and the printed numbers that they miss."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd


@dataclass(frozen=True)
class Synthesis:
    """Synthetic records, and the printed numbers that they do not reproduce.

    Attributes
    ----------
    records : DataFrame of str
        One column a variable of the codebook.
    deviations : DataFrame of str
        Columns id, row, column, printed, computed, reason_en.
    """

    records: pd.DataFrame
    deviations: pd.DataFrame

    def write(self, path: Path, deviations: Path) -> list[str]:
        """Save the records and the deviations, and return one line for every deviation."""
        self.records.to_csv(path, index=False, lineterminator="\n")
        self.deviations.to_csv(deviations, index=False, lineterminator="\n")
        return [
            f"{row.id}, {row.row}, {row.column}: printed {row.printed}, computed {row.computed} ({row.reason_en})"
            for row in self.deviations.itertuples()
        ]
