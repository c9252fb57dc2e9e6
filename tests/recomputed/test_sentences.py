"""With other valid records a sentence about families tells a recomputed number, and one about the report stays.

Three sets of all records are made at random and put in place of the book's own. How sure a
number is, is no number and not looked at.
"""

import json
import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest
from random_records import random_codes
from random_scores import pairs_in, write
from recomputation import Expected, recomputed, written
from told import REFERENCE, told

from helpers import figures, prose
from helpers.checking import printed
from helpers.conclusions import report
from helpers.data import instrument, records
from helpers.data.files import CHAPTERS, RECORDS, RELATIONS, read_rows
from helpers.inference import case_study as progress
from helpers.inference import interviews as own_scores
from helpers.pages import appendices
from helpers.pages.parts import headlines, notes
from helpers.tables import catalogue

PROGRAMMES = ("opkomst", "opkomst_plus")


def sentences():
    """Every sentence with an expression, from all pages."""
    for path in sorted(CHAPTERS.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                text = re.sub(r"\{eval\}`[^`]*\.strength`", "", "".join(cell["source"]))
                parts = [part for line in text.splitlines() for part in re.split(r"(?<=[.!?])\)? (?=[A-Z‘{(])", line)]
                yield from (part for part in parts if prose.EXPRESSION.search(part))


ALL = list(sentences())
ABOUT_REPORT = [one for one in ALL if re.search(r"rapport|brochure", one)]
ABOUT_FAMILIES = [one for one in ALL if one not in ABOUT_REPORT and REFERENCE.search(one)]


class World:
    """Other records: what every expression says of them, and the recomputed cells."""

    def __init__(self, seed, folder):
        paths = {name: folder / f"{name}.csv" for name in ("registration", "case_study", "interviews")}
        random_codes(seed, size=200 + 10 * seed, evenness=10).to_csv(paths["registration"], index=False)
        write(paths["case_study"], "case_study", "family", 5, "unknown", seed)
        write(paths["interviews"], "interviews", "mother", 4, "not_rated", seed)
        codes = {name: pd.read_csv(path, dtype=str, keep_default_na=False) for name, path in paths.items()}
        # The generator of the book did not make them, so that they would be taken for real ones.
        self.records = tuple(replace(records.load(name, path), synthetic=True) for name, path in paths.items())
        self.texts = texts(prose.names(*self.records))
        self.expected = {
            **recomputed(codes["registration"]),
            **case_study(codes["case_study"], pairs_in(paths["case_study"], "family")),
            **interviews(codes["interviews"], pairs_in(paths["interviews"], "mother")),
        }


def case_study(codes, pairs):
    """What the sentences tell of Tabel 20 to 22."""
    domains = {"all": list(instrument.in_tables("case_study"))}
    for code, found in instrument.in_tables("case_study").items():
        domains.setdefault(found.domain, []).append(code)
    cells = {"tabel-20": {("domains", ""): counted(len(domains) - 1)}, "tabel-21": {}, "tabel-22": {}}
    for programme in PROGRAMMES:
        starts = {code: mean([start for start, _ in pairs[programme, code]]) for code in domains["all"]}
        for domain, members in domains.items():
            known = [starts[code] for code in members if starts[code] is not None]
            cells["tabel-20"][domain, programme] = averaged(known, 1)
        classes = Counter(int(Fraction(written(start, 1).replace(",", "."))) for start in starts.values() if start)
        families = codes.loc[codes["programme"] == programme, "family"].nunique()
        for key, number in (("families", families), ("very-low", classes[1]), ("low", classes[2])):
            cells["tabel-21"][f"{programme}.{key}", ""] = counted(number)
        forward = [sum(b > a for a, b in pairs[programme, code]) for code in domains["all"]]
        cells["tabel-22"]["many", f"{programme}.n"] = counted(sum(number >= 5 for number in forward))
    return cells


def interviews(codes, pairs):
    """What the sentences tell of Tabel 26."""
    mothers = codes.drop_duplicates("mother")["programme"].value_counts()
    cells = {(programme, ""): counted(mothers[programme]) for programme in PROGRAMMES}
    cells |= {("n", ""): counted(mothers.sum()), ("levels", ""): counted(4)}
    cells["indicators", ""] = counted(codes["indicator"].nunique())
    for code in instrument.in_tables("interview"):
        mine = [pair for programme in PROGRAMMES for pair in pairs[programme, code]]
        cells[code, "rated"] = counted(len(mine))
        cells[code, "better"] = counted(sum(b > a for a, b in mine))
    return {"tabel-26": cells}


def mean(values):
    return Fraction(sum(values), len(values)) if values else None


def counted(number):
    return Expected(Fraction(int(number)), written(Fraction(int(number)), 0), int(number))


def averaged(values, decimals):
    return Expected(mean(values), written(mean(values), decimals), len(values))


@pytest.fixture(scope="module")
def own():
    return texts(prose.names(*records.load_all()))


@pytest.fixture(scope="module", params=[11, 12, 13])
def world(request, tmp_path_factory):
    return World(request.param, tmp_path_factory.mktemp("world"))


def texts(names):
    """What every expression says, each worked out once."""
    return {one: str(prose.write(one, names)) for sentence in ALL for one in prose.EXPRESSION.findall(sentence)}


def filled(sentence, said):
    return prose.EXPRESSION.sub(lambda blank: said[blank[1]], sentence)


def test_no_sentence_about_the_report_changes(world, own):
    assert len(ABOUT_REPORT) > 50
    changed = [one for one in ABOUT_REPORT if filled(one, world.texts) != filled(one, own)]
    assert not changed, "\n".join(changed)


def test_every_sentence_about_the_families_tells_recomputed_numbers(world, own):
    assert sum(filled(one, world.texts) != filled(one, own) for one in ABOUT_FAMILIES) > 50
    for sentence in ABOUT_FAMILIES:
        for expression in prose.EXPRESSION.findall(sentence):
            if REFERENCE.search(expression):
                text = world.texts[expression]
                assert text == told(expression, world.expected, text), sentence


def drawn_tables(given):
    """What every figure shows that the report or the book has of these records, and which cells print fixes."""
    for id, table in catalogue.tables_of(*given).items():
        if id.startswith("figuur"):
            yield table, frozenset(printed.fixed_cells(table))
    _, families, mothers = given
    found = progress.made_from(families)
    for id in (progress.AREAS, progress.MOVES, progress.SCORES, progress.GAPS):
        yield progress.drawn(found, id)
    for id in (own_scores.MOVES, own_scores.SCORES):
        yield own_scores.drawn(mothers, id)


@pytest.fixture(scope="module")
def drawn(world):
    """Drawn as if real, so that each number may be told: of invented ones only what print fixes is."""
    return {table.id: figures.draw(replace(table, synthetic=False)) for table, _ in drawn_tables(world.records)}


#: What a sentence says when a list, a count or a name in it is empty.
HOLLOW = re.compile(r"\s[.,;:](?!\d)|\(\s*\)|‘’|  |\bde 0\b|\bNone\b|\bnan\b|(?:bij|op|dat) \.")


def test_what_stands_with_a_figure_tells_recomputed_numbers(world, drawn):
    told = 0
    for id, drawing in drawn.items():
        if id not in world.expected:
            continue
        cells = world.expected[id].values()
        shares = {share for cell in cells for share in re.findall(r"-?[\d,]+%", cell.text)}
        found = re.findall(r"(?<![\d,])[\d,]+%", drawing.alt)
        # The method is no number of the records.
        assert set(found) - {"95%"} <= shares, (id, drawing.alt)
        told += len(found)
    assert told > 10


def test_a_figure_of_invented_records_tells_nothing_that_departs_from_print(world):
    departing = 0
    for table, fixed in drawn_tables(world.records):
        drawing = figures.draw(table, fixed)
        told = {cell.text for cell in table.cells if (cell.row, cell.column) in fixed}
        assert set(re.findall(r"(?<![\d,])[\d,]+%", drawing.alt)) <= told, (table.id, drawing.alt)
        for cell in drawing.marks.cells:
            if (cell.row, cell.column) in printed.departing_cells(table):
                assert drawing.marks.is_example(cell), (table.id, cell)
                departing += 1
    assert departing > 50


def test_what_stands_with_a_figure_is_never_hollow(drawn):
    for id, drawing in drawn.items():
        for text in (drawing.alt, drawing.finding):
            assert not HOLLOW.search(text), (id, text)
        assert not drawing.finding or drawing.finding.rstrip().endswith(".")


def test_a_headline_that_names_the_highest_says_how_sure_it_is(drawn):
    headline = drawn["figuur-4"].finding
    assert re.search(r"hangt af van het aantal per jaar|balken overlappen", headline) or not headline


def test_notes_name_no_number_of_print_beside_the_records(world):
    for row in read_rows(RELATIONS / "unprinted.csv"):
        assert not re.search(r"\d", re.sub(r"Tabel \d+|voetnoot \d+", "", row["why"])), row
    for id, table in catalogue.tables_of(*world.records).items():
        text = notes.base_text(table)
        assert not HOLLOW.search(text), (id, text)
        if id in world.expected and (size := re.match(r"n: ([\d.]+) (?=\D)", text)):
            assert size[1] in {written(Fraction(cell.n), 0) for cell in world.expected[id].values()}, (id, text)


def test_a_remark_on_a_conclusion_of_the_report_is_about_the_report(world):
    mine = {one.id: one for one in report.conclusions(*records.load_all())}
    for one in report.conclusions(*world.records):
        assert not HOLLOW.search(one.remark), one
        if not one.id.startswith("casestudie"):
            assert one.remark == mine[one.id].remark
            assert one.claim == mine[one.id].claim


def test_the_cells_that_records_do_not_give_are_theirs(world):
    known = {(row["id"], row["row"], row["column"]) for row in stored_deviations() if row["id"].startswith("tabel")}
    of_own = {key: texts for key, *texts in appendices.deviations(*records.load_all())}
    assert known <= of_own.keys()
    tables, printed_cells = catalogue.tables_of(*world.records), printed.declarations().printed
    theirs = list(appendices.deviations(*world.records))
    assert len(theirs) > len(of_own)
    for key, said, given in theirs:
        assert said == printed_cells[key]
        assert given in {cell.text for cell in tables[key[0]].cells}


def stored_deviations():
    for name in ("registration", "case_study"):
        yield from read_rows(RECORDS / f"{name}_deviations.csv")


#: What the headline of a table looks for the most of.
LOOKED_AT = {
    **{"tabel-5": "total", "tabel-7": "n", "tabel-8": "n", "tabel-9": "n", "tabel-10": "n", "tabel-11": "n"},
    **{"tabel-14": "total", "tabel-16": "good", "tabel-17": "points", "tabel-18": "points", "tabel-19": "points"},
    **{"tabel-27": "single", "tabel-28": "n", "tabel-29": "n"},
}


def test_a_headline_of_a_table_names_the_rows_with_the_most(world):
    tables, told = catalogue.tables_of(*world.records), 0
    for id, column in LOOKED_AT.items():
        cells = {
            row: cell
            for (row, other), cell in world.expected[id].items()
            if other == column and cell.value is not None and row not in ("total", "n", "unknown", "not_applicable")
        }
        sizes = {row: abs(float(re.sub(r"[%+]", "", cell.text).replace(",", "."))) for row, cell in cells.items()}
        most = {row for row, size in sizes.items() if size == max(sizes.values())}
        said = headlines.headline(tables[id])
        named = {row for row in sizes if f"‘{tables[id].rows[row]}’" in said}
        assert named == (most if said else set()), (id, said)
        assert all(cells[row].text in said for row in named)
        told += bool(said)
    assert told > 7


def test_no_headline_is_about_a_number_that_print_contradicts():
    tables = catalogue.tables_of(*records.load_all())
    wrong = printed.declarations().erratum_of
    for id in {key[0] for key in wrong} & tables.keys():
        said = headlines.headline(tables[id])
        for cell in tables[id].cells:
            if printed.printed_key(tables[id], cell) in wrong:
                assert f"‘{cell.row_label}’ ({cell.text})" not in said


def test_no_headline_is_hollow(world):
    for table in catalogue.tables_of(*world.records).values():
        assert not HOLLOW.search(headlines.headline(table)), table.id
