"""The printed numbers are read twice, complete, and as the sources have them."""

import copy
import re
from collections import Counter

import check_coverage as coverage
import compare_readings as compare
import pytest
import read_tables
from sources import SEEDS

COLUMNS = ["id", "row", "column", "printed", "unit", "population", "section", "document", "claim"]
UNITS = {
    "n",
    "%",
    "% (n)",
    "pp",
    "maanden",
    "weken",
    "jaar",
    "datum",
    "score",
    "gemiddelde",
    "woorden",
    "verhouding",
    "keer",
    "vte",
}
ID = re.compile(
    r"(tabel|figuur)-\d+"
    r"|tekst-(voorwoord-\d|\d(\.\d)*|achterflap)-[a-z]{1,2}"
    r"|(bijschrift|lijst)-(tabel|figuur)-\d+-[a-z]|brochure-[a-z]"
)

CELLS = compare.read_csv("cells.csv")
TABLES = [cell for cell in CELLS if compare.is_table(cell)]
OTHERS = [cell for cell in CELLS if not compare.is_table(cell)]


def readings() -> list[list[dict[str, str]]]:
    """Return fresh copies of everything that the comparison takes."""
    names = ("first_reading_text.csv", "second_reading.csv", "reading_differences.csv")
    return [copy.deepcopy(CELLS), *map(compare.read_csv, names)]


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """Return the source texts, or skip: they are not part of the repository."""
    texts = coverage.find_sources(SEEDS)
    if texts is None:
        pytest.skip(f"the source texts (000_* and 003_*) are absent: {SEEDS}")
    return texts


def test_both_readings_lead_to_the_published_cells():
    assert compare.check(*readings()) == []


@pytest.mark.parametrize("part", range(4), ids=["cells", "first", "second", "differences"])
def test_the_comparison_misses_no_lost_or_changed_row(part):
    for change in (
        lambda rows: rows.pop(),
        lambda rows: rows[-1].update(printed="77", first_printed="77", second_printed="78"),
    ):
        parts = readings()
        change(parts[part])
        assert compare.check(*parts) != []


def test_the_comparison_misses_no_table_cell():
    cells, first, second, recorded = readings()
    second[0]["printed"] += "0"
    assert compare.check(cells, first, second, recorded) != []


def test_every_table_has_as_many_cells_as_in_the_second_reading():
    second = filter(compare.is_table, compare.read_csv("second_reading.csv"))
    counts = Counter(cell["id"] for cell in TABLES)
    assert counts == Counter(cell["id"] for cell in second)
    assert list(counts) == [f"tabel-{number}" for number in range(1, 30)]


def test_keys_are_unique():
    assert compare.repeated_keys(CELLS, "cells.csv") == []


def test_every_entry_is_complete():
    for cell in CELLS:
        assert list(cell) == COLUMNS
        assert ID.fullmatch(cell["id"]), cell
        assert cell["unit"] in UNITS, cell
        assert cell["document"] == ("brochure" if cell["section"] == "brochure" else "rapport"), cell
        assert cell["row"] and cell["printed"] and cell["section"], cell
        assert cell["printed"] == cell["printed"].strip(), cell


def test_claims_are_made_outside_the_tables_only():
    assert [cell for cell in TABLES if cell["claim"]] == []
    assert [cell for cell in OTHERS if not cell["claim"].strip()] == []


def test_claims_refer_to_entries_that_exist():
    known = {cell["id"] for cell in CELLS}
    for cell in OTHERS:
        for reference in re.findall(r"(?:tabel|figuur)-\d+", cell["claim"]):
            assert reference in known, cell


def test_text_entries_are_lettered_in_order():
    letters: dict[str, list[str]] = {}
    for cell in OTHERS:
        if not cell["id"].startswith("figuur-"):
            prefix, letter = cell["id"].rsplit("-", 1)
            letters.setdefault(prefix, []).append(letter)
    alphabet = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    alphabet += [first + letter for first in "ab" for letter in alphabet]
    for prefix, used in letters.items():
        assert used == alphabet[: len(used)], prefix


def test_a_printed_n_is_the_population_of_its_whole_table_or_figure():
    printed = {cell["id"]: cell["printed"] for cell in CELLS if cell["row"] == "N" and not cell["column"]}
    assert printed
    for cell in TABLES:
        assert cell["population"] == printed.get(cell["id"], ""), cell
    for cell in OTHERS:
        if cell["id"] in printed:
            assert cell["population"] == printed[cell["id"]], cell


def test_the_parser_gives_the_table_cells(sources):
    cells = [
        cell
        for table in read_tables.find_tables(sources["rapport"])
        for cell in read_tables.read_cells(table, read_tables.LAYOUTS[table.number])
    ]
    assert [[cell[column] for column in COLUMNS] for cell in cells] == [
        [cell[column] for column in COLUMNS] for cell in TABLES
    ]


def test_every_printed_table_cell_and_front_list_entry_is_in_the_source(sources):
    for cell in CELLS:
        if cell["id"].startswith(("tabel-", "lijst-")):
            assert cell["printed"] in sources["rapport"], cell


#: Entries about a word or a number of a caption, or of its entry in the lists in front.
CAPTIONED = ("bijschrift-", "lijst-")


def test_a_claim_of_a_caption_is_in_that_caption():
    captions = {row["id"]: row for row in coverage.read_csv("captions.csv")}
    assert len(captions) == 29 + 21
    claims = [cell for cell in OTHERS if cell["id"].startswith(CAPTIONED)]
    assert claims
    for cell in claims:
        where, kind, number, _ = cell["id"].split("-")
        row = captions[f"{kind}-{number}"]
        assert cell["printed"] in row["caption" if where == "bijschrift" else "listed"], cell


def test_every_caption_and_its_entry_in_the_lists_stand_in_the_source(sources):
    lines = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", sources["rapport"]).splitlines()
    for row in coverage.read_csv("captions.csv"):
        name = row["id"].replace("-", " ").capitalize()
        assert any(re.fullmatch(rf"{name}:\t{re.escape(row['listed'])}\t\d+", line) for line in lines), row
        assert any(re.fullmatch(rf"{name}:? {re.escape(row['caption'])}", line) for line in lines), row


def test_every_other_printed_string_is_in_its_section_often_enough(sources):
    texts = coverage.running_text(sources)
    wanted = Counter((cell["section"], cell["printed"]) for cell in OTHERS if not cell["id"].startswith(CAPTIONED))
    for (section, printed), times in wanted.items():
        whole = rf"(?<![\w.,]){re.escape(printed)}(?!\w|%|,\d)"
        assert len(re.findall(whole, texts[section])) >= times, (section, printed)


def test_every_digit_in_the_running_text_is_accounted_for(sources):
    assert coverage.problems(sources) == []


def test_the_coverage_check_notices_a_number_that_is_passed_over(sources):
    assert coverage.problems({**sources, "brochure": sources["brochure"] + " 4711"}) != []
