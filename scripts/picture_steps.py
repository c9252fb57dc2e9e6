"""Make the pictures of the page on a registration of one's own (needs Chromium and LibreOffice).

    .venv/bin/python scripts/picture_steps.py

The dossiers in them are from the synthetic records of this book.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from openpyxl import load_workbook
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "shared"))

import browser  # noqa: E402
import filled_workbook  # noqa: E402

from helpers import __main__ as commands  # noqa: E402

TARGET = ROOT / "book" / "stappen"

#: The city of the example, and how many dossiers it has.
CITY, DOSSIERS = "voorbeeldstad", 120

#: Two mistakes for the check to find: a cell of the sheet Dossiers, and what stands in it.
MISTAKES = {"U5": "Dak of thuisloos", "L9": "28,5"}

#: Of a column in a picture, in characters.
_WIDEST = 24

#: In a picture.
_COLOURS = 16


def main() -> None:
    """Fill in, check, mend, build, and take a picture of each."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        city = filled_workbook.fill(Path(folder) / CITY, rows=DOSSIERS)
        good = (city / "registratie.xlsx").read_bytes()
        _sheet(city / "registratie.xlsx", "Instellingen", "A1:B12", "instellingen")
        _sheet(city / "registratie.xlsx", "Dossiers", "A1:C9", "dossiers")
        book = load_workbook(city / "registratie.xlsx")
        for cell, value in MISTAKES.items():
            book["Dossiers"][cell] = value
        book.save(city / "registratie.xlsx")
        commands.main(["check", str(city)])
        _page(city / "nagekeken" / "verslag.html", "verslag", 640)
        _sheet(city / "nagekeken" / "registratie.xlsx", "Dossiers", "T1:V8", "nagekeken")
        (city / "registratie.xlsx").write_bytes(good)
        command = [sys.executable, str(ROOT / "scripts" / "dev.py"), "own"]
        subprocess.run(command, check=True, env=os.environ | {"OPKOMST_DATA": str(city)})
        _page(ROOT / "own" / CITY / "_build" / "html" / "gezinnen.html", "boek", 740)
        shutil.rmtree(ROOT / "own" / CITY)


def _page(path: Path, name: str, height: int) -> None:
    with TemporaryDirectory() as folder, browser.Browser(400, height) as chromium:
        chromium.open(path)
        chromium.ask("document.querySelector('table')?.scrollIntoView({block: 'center'})")
        chromium.photograph(Path(folder) / "page.png")
        _keep(Image.open(Path(folder) / "page.png"), name)


def _sheet(path: Path, sheet: str, cells: str, name: str) -> None:
    """A picture of some cells, as LibreOffice prints them."""
    with TemporaryDirectory() as folder:
        book = load_workbook(path)
        book.move_sheet(sheet, -book.sheetnames.index(sheet))
        shown = book[sheet]
        shown.print_area = cells
        shown.print_options.gridLines = shown.print_options.headings = True
        for place in shown.column_dimensions.values():
            # Wide columns would be read with a magnifying glass on a phone.
            place.width = min(place.width, _WIDEST)
        shown.page_setup.orientation, shown.page_setup.fitToHeight = "landscape", 1
        shown.sheet_properties.pageSetUpPr.fitToPage = True
        book.save(Path(folder) / "one.xlsx")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/one.xlsx"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        with pypdfium2.PdfDocument(Path(folder) / "one.pdf") as printed:
            _keep(printed[0].render(scale=2).to_pil(), name)


def _keep(picture: Image.Image, name: str) -> None:
    """Store a picture without its margins, small."""
    picture = picture.convert("RGB")
    dark = Image.eval(picture.convert("L"), lambda tone: 255 if tone < 250 else 0)
    picture = picture.crop(dark.getbbox())
    picture.thumbnail((680, 680))
    # Words on plain grounds: a few colours, kept exactly, take half of what a photograph of them would.
    few = picture.quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    few.save(TARGET / f"{name}.webp", lossless=True, quality=100, method=6)
    print(TARGET / f"{name}.webp", picture.size)


if __name__ == "__main__":
    main()
