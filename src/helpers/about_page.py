"""How to cite the book. Source: ``CITATION.cff``, so that it stands in one place."""

from __future__ import annotations

from html import escape

import yaml

from helpers.paths import ROOT


def citation_html() -> str:
    """The book as a reference, and as BibTeX to copy."""
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    authors = " en ".join(author["name"] for author in found["authors"])
    year = str(found["date-released"])[:4]
    reference = f"{authors} ({year}). {found['title']} (versie {found['version']}) [Jupyter Book]."
    fields = {"author": f"{{{authors}}}", "title": found["title"], "year": year, "version": found["version"]}
    bibtex = "@book{opkomst_levend_boek,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"
    return f'<p>{escape(reference)}</p><pre tabindex="0">{escape(bibtex)}</pre>'
