"""What a reader can take along from one page: all tables, all figures, and the data.

Packed out of the pages after they are written, so that it holds what they show and
nothing else: each table that a page offers as CSV (also as a sheet of one workbook), each
picture, and the data package.
"""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from opkomst_outputs import TITLES
from sphinx.application import Sphinx

from helpers.data.files import DATA

#: The folder of what is packed, below that of the pages.
FOLDER = "meenemen"

_CSV = re.compile(r'<a download="([^"]+)\.csv" href="data:text/csv;charset=utf-8;base64,([^"]+)"')
_PICTURE = re.compile(
    r'<figure[^>]* id="([^"]+)">(?:(?!</figure>).)*?<img[^>]* src="\.\./_images/([^"]+\.svg)"', re.DOTALL
)

_EXPLANATION = (
    "OPkomst onder de loep, het levende boek: alle tabellen, één per blad.",
    "Elke rij is één cijfer. In de kolom ‘herkomst’ staat ‘rapport’ als het rapport dat cijfer afdrukt of vastlegt.",
    "Staat er ‘voorbeeld’, dan is het verzonnen: het past bij het rapport, maar andere cijfers passen even goed.",
    "Tekst en gegevens: CC BY 4.0.",
)


def pack(app: Sphinx, exception: Exception | None) -> None:
    """Write the folder anew, when what the pages show or the data have changed."""
    if exception is not None:
        return
    out = Path(app.outdir)
    tables, pictures = _shown(sorted((out / "chapters").glob("*.html")))
    data = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*")) if path.is_file()}
    titles = {id: title for notes in app.env.metadata.values() for id, (_, title) in notes.get(TITLES, {}).items()}
    drawn = {f"{name}.svg": path.read_bytes() for name, path in pictures.items()}
    digest = sha256(repr([tables, titles, drawn, data, Path(__file__).read_bytes()]).encode()).hexdigest()
    mark = out / FOLDER / "inhoud.sha256"
    # Packing takes as long as writing a page, and most builds change a sentence.
    if mark.exists() and mark.read_text(encoding="utf-8") == digest:
        return
    mark.parent.mkdir(exist_ok=True)
    packed = {
        "tabellen.zip": _zipped({f"{name}.csv": content for name, (content, _) in tables.items()}),
        "tabellen.xlsx": _workbook(tables, titles),
        "figuren.zip": _zipped(drawn),
        "gegevens.zip": _zipped(data),
    }
    for name, content in packed.items():
        (mark.parent / name).write_bytes(content)
    mark.write_text(digest, encoding="utf-8")


def _shown(pages: list[Path]) -> tuple[dict[str, tuple[bytes, str]], dict[str, Path]]:
    """Each table of the pages with what stands below it, and the file of each picture, by name."""
    tables, pictures = {}, {}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for found in _CSV.finditer(text):
            tables[found[1]] = base64.b64decode(found[2]), _notes(text[: found.start()])
        for id, file in _PICTURE.findall(text):
            pictures[id] = page.parents[1] / "_images" / file
    return tables, pictures


def _notes(before: str) -> str:
    """What stands in the same block as a download, in front of it, without its markup."""
    block = before[max(before.rfind('<div class="opk-notes">'), before.rfind("</table>"), before.rfind("</figure>")) :]
    return " ".join(unescape(re.sub("<[^>]+>", " ", block)).split()) if block.startswith("<div") else ""


def _workbook(tables: Mapping[str, tuple[bytes, str]], titles: Mapping[str, str]) -> bytes:
    """A sheet for each table: its title, what stands below it on the page, and its numbers with their origin."""
    # Only here: most builds pack nothing.
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "OPkomst onder de loep: alle tabellen", "created": date(2024, 1, 1)})
    bold = book.add_format({"bold": True})
    first = book.add_worksheet("Lees mij")
    first.write_column(0, 0, _EXPLANATION)
    for number, (name, (content, notes)) in enumerate(tables.items()):
        # No sheet has a longer name in Excel.
        sheet = book.add_worksheet(name[:31])
        title = titles.get(name, name)
        first.write_row(len(_EXPLANATION) + 1 + number, 0, [sheet.get_name(), title])
        sheet.write(0, 0, title, bold)
        sheet.write(1, 0, notes)
        heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        sheet.write_row(3, 0, heading, bold)
        for place, row in enumerate(rows, 4):
            sheet.write_row(place, 0, [int(text) if text.isdecimal() else text for text in row])
    first.set_column(0, 1, 40)
    book.close()
    return file.getvalue()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip that is the same bytes for the same files: it knows no time."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()


def setup(app: Sphinx) -> dict[str, Any]:
    # While the folder is still locked by this build (see opkomst_freshness).
    app.connect("build-finished", pack, priority=400)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
