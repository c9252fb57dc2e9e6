"""A scan of the book of a registration of one's own, after the build: is anything of a record in any file of it?

Two things are looked for. What somebody typed in a workbook and is in nothing that may
be shown: a dossier number, a date of birth, a remark, whatever column it stands in. And
numbers: each must stand in what may be shown, in the text of the book itself, or in what
the notebooks make of what may be shown, which are run once more for it, away from the records.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import nbformat
from bs4 import BeautifulSoup
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from helpers.data.context import glossary
from helpers.data.workbook import sheets
from helpers.data.workbook.answers import written
from helpers.data.workbook.settings import SHEET

#: What a text is made of: letters, or digits.
_WORD = re.compile(r"[^\W\d_]+|\d+")

_BASE64 = re.compile("base64,([A-Za-z0-9+/=]+)")

_TAG = re.compile("<[^>]*>")

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

#: Files that can have numbers of families in them, and the script with the texts that the search looks in.
_CONTENT = {".html", ".json", ".svg", ".ipynb", ".csv", ".txt"}
_SEARCHED = "gegevens.js"

#: Folders with styles, scripts and words that every book has.
_SHARED = {"_static", "_templates", "assets", "locale"}

#: Shorter values, such as "ja", say nothing of one family.
_SHORTEST = 3


@dataclass(frozen=True)
class Leak:
    """Something in a file of the book that should not be there."""

    path: Path
    what: str

    def __str__(self) -> str:
        return f"{self.path.as_posix()}: {self.what}"


def leaks(built: Path, source: Path, workbooks: Path) -> list[Leak]:
    """Everything in a built book that did not come from what may be shown.

    Parameters
    ----------
    built
        The folder with all that the build made; every file in it is looked at, those below ``html`` for numbers too.
    source
        What it was built from: notebooks, and the file of what may be shown.
    workbooks
        The folder with the records.
    """
    made = [text for shown in _made_again(source) for text in (*_texts(shown.encode()), _TAG.sub("", shown))]
    written = (path for path in _files(source) if _SHARED.isdisjoint(path.relative_to(source).parts))
    # The search knows the other names of a term.
    names = [name for term in glossary() for name in term.forms]
    allowed = "\n".join([*made, *names, *(text for path in written for text in _texts(path.read_bytes()))])
    files = {path.relative_to(built): "\n".join(_texts(path.read_bytes())) for path in _files(built)}
    content = {path: _content(built / path) for path in files if path.parts[0] == "html"}
    typed, known = _typed(workbooks), allowed.casefold()
    # A single word can also be a name in a script.
    one_word = {value for value in typed if value.isalpha()}
    return [
        *_values_in(files, typed - one_word, known),
        *_values_in(content, one_word, known),
        *_numbers_in(content, allowed),
    ]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _made_again(source: Path) -> Iterator[str]:
    """What the cells of the notebooks show when they have nothing but what may be shown."""
    InteractiveShell.instance()
    with contextlib.chdir(source):
        for path in sorted(Path().glob("*.ipynb")):
            names: dict[str, object] = {}
            with capture_output() as shown:
                for cell in nbformat.read(path, as_version=4).cells:
                    if cell.cell_type == "code":
                        exec(cell.source, names)
            yield from (str(text) for output in shown.outputs for text in output.data.values())


def _texts(content: bytes) -> Iterator[str]:
    """A file as text, in every way that hides one: packed, as base64, and with escapes."""
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from _texts(packed.read(name))
        return
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[start.start() :]).decode("utf-8", "replace")
    text = content.decode("utf-8", "replace")
    yield text
    if "&" in text:
        yield unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    for found in _BASE64.finditer(text):
        with contextlib.suppress(binascii.Error):
            yield from _texts(base64.b64decode(found[1]))


def _content(path: Path) -> str:
    """What a page or the index of the search says, without what every page has around it."""
    if path.name == _SEARCHED:
        (index,) = re.findall(r"window\.opkZoeken = (.*);", path.read_text(encoding="utf-8"), re.DOTALL)
        return "\n".join(value for entry in json.loads(index)["entries"] for value in entry.values())
    if path.suffix not in _CONTENT or not _SHARED.isdisjoint(path.parts):
        return ""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        found = BeautifulSoup(text, "html.parser").find("article")
        return "\n".join(_texts(str(found).encode())) if found else ""
    return text


def _typed(workbooks: Path) -> set[str]:
    """Every value of the workbooks that is no number and not in the Instellingen."""
    found: set[str] = set()
    for path in _files(workbooks):
        if path.parent == workbooks and path.suffix.lower() in sheets.SUFFIXES and path.name[0] not in ".~":
            for sheet in sheets.read(path):
                if sheet.name != SHEET:
                    found.update(_as_written({value for row in sheet.rows for value in row}))
    return found


def _as_written(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, date):
            day, month = value.day, value.month
            yield from (f"{value:%Y-%m-%d}", f"{value:%d/%m/%Y}", f"{value:%d-%m-%Y}", f"{day}/{month}/{value.year}")
        else:
            text = " ".join(written(value).split()).casefold()
            if len(text) >= _SHORTEST and not _NUMBER.fullmatch(text):
                yield text


def _values_in(texts: dict[Path, str], values: set[str], known: str) -> Iterator[Leak]:
    """Where a value stands that is not known; only one of which all words are in some file is looked for."""
    texts = {path: " ".join(text.casefold().split()) for path, text in texts.items()}
    words = {word for text in texts.values() for word in _WORD.findall(text)}
    found = (value for value in values if words.issuperset(_WORD.findall(value)))
    wanted = sorted(value for value in found if value not in known)
    for path, text in texts.items():
        for value in wanted:
            if value in text and re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text):
                yield Leak(path, f"‘{value}’ staat in de werkmap")


def _numbers_in(texts: dict[Path, str], allowed: str) -> Iterator[Leak]:
    known = _numbers(allowed)
    for path, text in texts.items():
        for number in sorted(_numbers(text) - known):
            yield Leak(path, f"het getal {number} komt niet uit de cijfers die getoond mogen worden")


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(_BASE64.sub("", text)))
