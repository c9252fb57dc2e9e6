"""With other valid records a sentence about families tells a recomputed number, and one about the report stays.

Three sets of all records are made at random and put in place of the book's own. How sure a
number is, is no number and not looked at.
"""

import json
import re
from collections import Counter
from fractions import Fraction

import pandas as pd
import pytest
from random_records import random_codes
from random_scores import pairs_in, write
from recomputation import Expected, recomputed, written
from told import REFERENCE, told

from helpers import prose
from helpers.data import instrument, records
from helpers.data.files import CHAPTERS

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
        self.texts = texts(prose.names(*(records.load(name, path) for name, path in paths.items())))
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
