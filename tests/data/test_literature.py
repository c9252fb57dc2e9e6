"""Every work that is cited is listed, and every work that is listed is cited."""

import json
import re
from pathlib import Path

import pytest
from pybtex.database import parse_file
from sources import SEEDS

from helpers.data.files import BOOK, CHAPTERS
from helpers.data.literature import Work, citations, differences, reference_list

ENTRIES = parse_file(str(BOOK / "references.bib")).entries


def cited_in(path: Path) -> set[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = "".join(line for cell in cells if cell["cell_type"] == "markdown" for line in cell["source"])
    return {key for keys in re.findall(r"`bron(?:_in_zin)?\[([^\]]+)\]`", text) for key in re.findall(r'"(\w+)"', keys)}


def work_of(entry) -> Work:
    """A bibliography entry as authors and year."""
    names = (" ".join([*p.prelast_names, *p.last_names]).strip("{}").replace("\\", "") for p in entry.persons["author"])
    return Work(tuple(names), entry.fields["year"])


def test_every_citation_of_the_book_is_listed_and_every_entry_is_cited():
    assert set().union(*map(cited_in, CHAPTERS.glob("*.ipynb"))) == set(ENTRIES)


def test_every_entry_is_one_that_the_report_lists_and_cites():
    assert set(reference_list()) == set(ENTRIES)
    assert {citation.key for citation in citations() if citation.key} == set(ENTRIES)


@pytest.mark.parametrize("key", ENTRIES)
def test_an_entry_differs_from_the_report_s_list_only_where_a_note_says_so(key):
    listed = reference_list()[key]
    assert not differences(work_of(ENTRIES[key]), listed.work) or listed.note


@pytest.mark.parametrize("key", ENTRIES)
def test_entries_say_who_when_what_and_where(key):
    entry = ENTRIES[key]
    assert entry.persons["author"] and re.fullmatch(r"\d{4}|z\.d\.", entry.fields["year"]) and entry.fields["title"]
    assert set(entry.fields) & {"journal", "publisher", "institution", "school", "url"}


def test_the_list_holds_what_the_report_lists():
    found = sorted(SEEDS.glob("000_*"))
    if not found:
        pytest.skip(f"the text of the report (000_*) is absent: {SEEDS}")
    text = found[0].read_text(encoding="utf-8")
    section = text[text.rindex("\n6. Referenties") : text.rindex("\n7. Bijlagen")]
    # One entry a line; one more hangs on to the line of another.
    assert len(re.findall(r"^- ", section, re.MULTILINE)) + 1 == len(reference_list())
    for listed in reference_list().values():
        assert listed.work.year in section
        assert all(name in section for name in listed.work.names)
