"""What PDF/UA asks and WeasyPrint leaves: the scope of headers, and links that are printed."""

from __future__ import annotations

from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf

#: The flag of an annotation that is printed with its page.
PRINTED = 4


def mend(path: Path) -> None:
    """Say of each header in a table whether it heads a row or a column, and flag the links.

    Parameters
    ----------
    path
        The PDF, which is overwritten. A header in a `THead` heads a column, any other a row:
        so it is in every table of the book.
    """
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        _scope(pdf.Root.StructTreeRoot.K, Name.Row)
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                annotation.F = annotation.get("/F", 0) | PRINTED
        pdf.save()


def _scope(elements: Object, scope: Name) -> None:
    """Give every header below these elements a scope."""
    for element in elements if isinstance(elements, Array) else [elements]:
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        if element.S == Name.TH:
            element.A.Scope = scope
        _scope(element.get("/K", Array()), Name.Column if element.S == Name.THead else scope)
