"""``python -m printing``: make one PDF of the built book."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from printing.compose import compose
from printing.mend import mend

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
HTML = BOOK / "_build" / "html"
PDF = BOOK / "_build" / "pdf" / "opkomst-onder-de-loep.pdf"

NOTICE = (
    "Het levende boek, op papier. Een onafhankelijke heropbouw van de tabellen en figuren "
    "uit een gepubliceerd rapport, met synthetische gegevens: geen enkel dossier beschrijft een echt gezin."
)


def main() -> None:
    """Compose, draw, mend, and say where it is."""
    try:
        from weasyprint import CSS
        from weasyprint import HTML as Page
    except (ImportError, OSError) as error:
        sys.exit(f"make pdf needs WeasyPrint and Pango (on Debian: apt install libpangoft2-1.0-0): {error}")
    title = yaml.safe_load((BOOK / "_config.yml").read_text("utf-8"))["title"]
    toc = yaml.safe_load((BOOK / "_toc.yml").read_text("utf-8"))
    files = [toc["root"], *(chapter["file"] for part in toc["parts"] for chapter in part["chapters"])]
    chapters = [HTML / f"{file}.html" for file in files]
    PDF.parent.mkdir(exist_ok=True)
    page = Page(string=compose(chapters, title, NOTICE), base_url=chapters[0].as_uri())
    sheets = [CSS(HTML / "_static" / "opkomst.css"), CSS(Path(__file__).with_name("paper.css"))]
    page.write_pdf(PDF, stylesheets=sheets, pdf_variant="pdf/ua-1")
    mend(PDF)
    print(f"The PDF is {PDF.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
