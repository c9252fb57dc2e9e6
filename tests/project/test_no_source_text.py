"""No file in the repository repeats the running text of the sources.

The sources are other people's work. Only their labels, titles, references and
printed numbers are used here, so ten consecutive words in common are too many.
"""

import csv
import html
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sources import SEEDS, words

from helpers.data.files import ROOT

RUN_LENGTH = 10

LOCK_FILE = re.compile(r"(.*\.lock(\..*)?|.*-lock\.(json|ya?ml|txt))$")

BLOCK = re.compile(r"</?(?:td|text|th|tr|li|dt|dd|p|caption)\b[^>]*>")

TAG = re.compile(r"<[^>]*>")

CAPTION = re.compile(r"(Tabel|Figuur) \d+: ")

APPENDIX = re.compile(r"Bijlage \d+: ")

CONTENTS_LINE = re.compile(r"([\d.]+\.)\t([^\t]+)\t\d+$")

FIRST_TEXT = "WOORD VOORAF"

REFERENCES = "6. Referenties"

AFTER_REFERENCES = "7. Bijlagen"

Run = tuple[str, ...]


def runs(text: str) -> Iterator[Run]:
    """Yield every run of ten consecutive words in a text."""
    found = words(text)
    for start in range(len(found) - RUN_LENGTH + 1):
        yield tuple(found[start : start + RUN_LENGTH])


def split_source(text: str) -> tuple[list[str], list[str]]:
    """Split a source into stretches of running text, and labels and titles."""
    lines = [line.strip(" \n\f") for line in text.splitlines()]
    prose: list[str] = [""]
    labels: list[str] = []
    # The title pages end where the first foreword starts; the brochure has none.
    start = lines.index(FIRST_TEXT) if FIRST_TEXT in lines else 0
    labels.append(" ".join(lines[:start]))
    headings = {f"{match[1]} {match[2]}" for line in lines if (match := CONTENTS_LINE.match(line))}
    in_references = in_caption = False
    for line in lines[start:]:
        if line.startswith((REFERENCES, AFTER_REFERENCES)):
            in_references = line.startswith(REFERENCES)
        # A caption in the brochure runs on until a blank line.
        if in_caption and line and start == 0:
            labels[-1] += f" {line}"
            continue
        in_caption = bool(CAPTION.match(line))
        is_heading = line in headings or APPENDIX.match(line)
        if in_caption or in_references or is_heading or "\t" in line:
            labels += line.split("\t")
            prose.append("")
        else:
            prose[-1] += f" {line}"
    return prose, labels


def forbidden_runs(seeds: Path) -> set[Run]:
    """Return the runs of the sources that are not (also) in a label or title."""
    paths = [path for pattern in ("000_*", "003_*") for path in sorted(seeds.glob(pattern))]
    if len(paths) < 2:
        pytest.skip(f"the source texts (000_* and 003_*) are absent: {seeds}")
    forbidden: set[Run] = set()
    allowed: set[Run] = set()
    for path in paths:
        prose, labels = split_source(path.read_text(encoding="utf-8"))
        forbidden.update(run for text in prose for run in runs(text))
        allowed.update(run for text in labels for run in runs(text))
    return forbidden - allowed


@pytest.fixture(scope="module")
def forbidden() -> set[Run]:
    """Return the runs that no file may have."""
    return forbidden_runs(SEEDS)


def strings(value: object) -> Iterator[str]:
    """Yield every string in a JSON value; a list of lines counts as one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        yield "".join(value) if all(item.endswith("\n") for item in value[:-1]) else "\n".join(value)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            # The base64 of an image holds no words.
            if not str(name).startswith(("image/p", "image/j", "application/pdf")):
                yield str(name)
                yield from strings(item)


def texts(path: Path) -> Iterator[str]:
    """Yield the texts in a file; no run counts from one text into the next."""
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    if "\0" in content:
        return
    if path.suffix == ".csv":
        for row in csv.reader(content.splitlines(keepends=True)):
            yield from row
        return
    pieces = [content]
    if path.suffix in (".json", ".ipynb"):
        try:
            pieces = list(strings(json.loads(content)))
        except json.JSONDecodeError:
            pass
    for piece in pieces:
        yield piece
        # What a tag or an entity hides between two words is not between them,
        # but labels in two cells or list items are two labels.
        if "<" in piece or "&" in piece:
            for block in BLOCK.split(piece):
                yield html.unescape(TAG.sub(" ", block))


def overlaps(path: Path, forbidden: set[Run]) -> list[str]:
    """Return the forbidden runs in a file."""
    return sorted({" ".join(run) for text in texts(path) for run in runs(text) if run in forbidden})


def repository_files() -> list[Path]:
    """Return the files that are tracked, or that would be if they were added."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip(f"git does not list the files of {ROOT.name}, so it is unknown which ones belong to the repository")
    paths = {ROOT / name for name in listed.stdout.decode("utf-8").split("\0") if name}
    return sorted(path for path in paths if path.is_file() and not LOCK_FILE.fullmatch(path.name))


def test_no_file_repeats_the_sources(forbidden):
    files = repository_files()
    assert Path(__file__).resolve() in files
    found = {str(path.relative_to(ROOT)): found for path in files if (found := overlaps(path, forbidden))}
    assert found == {}


@pytest.mark.parametrize("name", ["a.md", "a.py", "a.csv", "a.json", "a.ipynb", "a.html"])
def test_a_repeated_run_is_found(name, forbidden, tmp_path):
    run = max(forbidden)
    text = {
        "a.md": "Vooraf " + ",\n".join(run).upper() + ".",
        "a.py": "# " + "\n# ".join(run),
        "a.csv": 'id,claim\na,"' + ", ".join(run) + '"\n',
        "a.json": json.dumps({"deep": [{"claim": " ".join(run)}, 1]}),
        "a.ipynb": json.dumps(
            {"cells": [{"source": [], "outputs": [{"data": {"text/plain": [word + "\n" for word in run]}}]}]}
        ),
        "a.html": "<p>" + " <em class='nieuw'>".join(run) + "</em></p>",
    }[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert overlaps(path, forbidden) == [" ".join(run)]


def test_a_run_does_not_span_csv_fields(forbidden, tmp_path):
    run = max(forbidden)
    path = tmp_path / "a.csv"
    path.write_text(f"{' '.join(run[:5])},{' '.join(run[5:])}\n", encoding="utf-8")
    assert overlaps(path, forbidden) == []


def test_labels_are_allowed_and_running_text_is_not(forbidden):
    prose, labels = split_source(next(SEEDS.glob("000_*")).read_text(encoding="utf-8"))
    long_labels = [label for label in labels if len(words(label)) >= RUN_LENGTH]
    assert long_labels
    for label in long_labels:
        assert not forbidden.intersection(runs(label)), label
    # Nearly all of the running text has to be guarded for this to mean anything.
    found = [run for text in prose for run in runs(text)]
    assert sum(run in forbidden for run in found) > 0.99 * len(found)
