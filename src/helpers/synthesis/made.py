"""What a generator makes: records, and the printed numbers that they miss."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.data.files import read_rows
from helpers.data.records import MADE_IDS, ids_digest


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
        save(self.records, path)
        self.deviations.to_csv(deviations, index=False, lineterminator="\n")
        return [
            f"{row.id}, {row.row}, {row.column}: printed {row.printed}, computed {row.computed} ({row.reason_en})"
            for row in self.deviations.itertuples()
        ]


def save(made: pd.DataFrame, path: Path) -> None:
    """Save records, and beside them a digest of their ids: by that the book knows them again."""
    made.to_csv(path, index=False, lineterminator="\n")
    ids = path.with_name(MADE_IDS.name)
    digests = {row["records"]: row["digest"] for row in read_rows(ids)} if ids.exists() else {}
    digests[path.stem] = ids_digest(made.iloc[:, 0].unique())
    table = pd.DataFrame(sorted(digests.items()), columns=["records", "digest"])
    table.to_csv(ids, index=False, lineterminator="\n")
