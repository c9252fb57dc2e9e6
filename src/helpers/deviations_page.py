"""Printed cells that no records can reproduce, as a table for the book."""

from __future__ import annotations

from html import escape

import pandas as pd

from helpers import codebook
from helpers.findings import place
from helpers.paths import RECORDS
from helpers.published import KEY
from helpers.tabular import read_strings

_COLUMNS = {"id": "Waar", "row": "Rij", "column": "Kolom", "printed": "Gedrukt", "computed": "In de dossiers"}


def deviations_html() -> str:
    """The deviations that the generator named, one a row.

    Source: ``data/synthetic/*_deviations.csv``, in the order of the codebook.
    """
    files = [RECORDS / f"{name}_deviations.csv" for name in codebook.kinds_of_records()]
    deviations = pd.concat([read_strings(path) for path in files if path.exists()])
    deviations["id"] = [place(key) for key in deviations[KEY].itertuples(index=False, name=None)]
    header = "".join(f'<th scope="col" class="opk-text">{label}</th>' for label in _COLUMNS.values())
    rows = "".join(_row(deviation) for deviation in deviations[list(_COLUMNS)].itertuples(index=False))
    return (
        '<div class="opk-scroll" tabindex="0" role="region" aria-label="Afwijkingen">'
        '<table class="opk-table" id="afwijkingen"><caption>Gedrukte cijfers die de dossiers niet opleveren</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(deviation: tuple[str, ...]) -> str:
    first, *others = (escape(value) for value in deviation)
    return f'<tr><th scope="row">{first}</th>' + "".join(f'<td class="opk-text">{v}</td>' for v in others) + "</tr>"
