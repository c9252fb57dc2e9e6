"""Large files of records, read by column with polars: no value is looked at twice.

Only whoever counts a whole region needs it, so polars is no requirement of the book.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import polars as pl

#: From how many bytes on a CSV file is worth the import of polars.
LARGE = 5_000_000


def read_csv(path: Path, names: Collection[str]) -> pd.DataFrame | None:
    """A large CSV file that is beyond doubt a table of these columns.

    Parameters
    ----------
    path
        Of a file in UTF-8.
    names
        The columns that it must have, in any order.

    Returns
    -------
    DataFrame or None
        One row a dossier, every column a categorical of strings. None for a small
        file, without polars, and wherever another reader of CSV might see something
        else: an empty cell, a quotation mark, a row of another length.
    """
    if not path.is_file() or path.stat().st_size < LARGE:
        return None
    try:
        import polars as pl
    except ImportError:
        return None
    try:
        found = pl.scan_csv(path, infer_schema=False, quote_char=None).cast(pl.Categorical).collect(engine="streaming")
    except (pl.exceptions.PolarsError, OSError):
        return None
    if set(found.columns) != set(names) or any(column.has_nulls() for column in found):
        return None
    frame = _categoricals(found)
    # Only ids are free text: nowhere else would such a value be allowed.
    texts = ("".join(frame[name].cat.categories) for name in frame)
    return None if any('"' in text or "\r" in text for text in texts) else frame


def read_parquet(path: Path) -> pd.DataFrame:
    """A Parquet file, every column a categorical of strings; a value that is not there is an empty one.

    Raises
    ------
    ImportError
        Without polars.
    OSError
        When it cannot be opened, or is no Parquet file.
    """
    import polars as pl

    try:
        found = pl.read_parquet(path)
        other = [column.name for column in found if column.dtype != pl.Categorical or column.has_nulls()]
        found = found.with_columns(pl.col(other).cast(pl.String).fill_null("").cast(pl.Categorical))
    except pl.exceptions.PolarsError as error:
        raise OSError(str(error)) from error
    return _categoricals(found)


def _categoricals(found: pl.DataFrame) -> pd.DataFrame:
    """The same columns as pandas makes of strings: the categories that occur, in order."""
    import polars as pl

    # All at once, so that every core has something to do.
    answers = found.select(pl.all().unique().implode())
    return pd.DataFrame({c.name: _categorical(c, answers[c.name].explode()) for c in found}, copy=False)


def _categorical(column: pl.Series, answers: pl.Series) -> pd.Categorical:
    texts = answers.cast(str)
    order = texts.arg_sort()
    numbers = answers.to_physical()[order].to_numpy()
    place = np.zeros(numbers.max(initial=0) + 1, np.int32)
    place[numbers] = np.arange(len(numbers))
    categories = pd.Index(texts[order].to_list(), dtype="str")
    return pd.Categorical.from_codes(place[column.to_physical().to_numpy()], categories)
