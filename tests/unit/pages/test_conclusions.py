"""The list of conclusions, with the strength and the evidence of each."""

import ast
import json
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from helpers.conclusions.report import Strength, conclusions
from helpers.data import records
from helpers.data.files import CHAPTERS
from helpers.dutch.typography import typeset
from helpers.pages.conclusions import BALANCE, WORDS, show_balance, show_conclusions
from helpers.pages.front_page import show_main_conclusions
from helpers.tables.disclosure import ConfidentialError


@pytest.fixture(scope="module")
def everything():
    return records.load_all()


@pytest.fixture(scope="module")
def found(everything):
    return conclusions(*everything)


def test_every_strength_has_words_of_its_own():
    assert set(WORDS) == set(Strength)
    assert len({words for _, words in WORDS.values()}) == len(WORDS)


def test_the_page_shows_each_conclusion_with_its_strengths(found, everything, html_of):
    page = BeautifulSoup(html_of(show_conclusions, *everything), "html.parser")
    items = page.select("ol.opk-conclusions > li")
    assert [item["id"] for item in items] == [f"besluit-{one.id}" for one in found]
    for item, one in zip(items, found, strict=True):
        assert item.strong.get_text() == typeset(one.claim)
        badges = [badge.get_text() for badge in item.select(".opk-strength")]
        assert badges == [" ".join(WORDS[one.strength])]
        sources = {piece.source for piece in one.evidence}
        assert len(item.select("details li")) == len(sources)
        links = {link["href"].partition("#")[2] for link in item.select("details a")}
        assert links == {source for source in sources if source.startswith(("tabel-", "figuur-"))}
        told = [line.get_text().rpartition("(")[2] for line in item.select("details li")]
        numbers = [int(number) for kinds in told for number in re.findall(r"\d+", kinds)]
        assert sum(numbers) == sum(bool(piece.source) for piece in one.evidence)


def test_the_balance_names_each_conclusion_once_by_its_strength(found, everything, html_of):
    assert sorted(one for group in BALANCE.values() for one in group) == sorted(Strength)
    page = BeautifulSoup(html_of(show_balance, *everything), "html.parser")
    assert f" {len(found)} besluiten" in page.p.get_text()
    named = {}
    for line, strengths in zip(page.select("li"), BALANCE.values(), strict=True):
        links = {link["href"]: int(link.get_text()) for link in line.select("a")}
        assert f": {len(links)}" in line.get_text()
        assert all(found[number - 1].strength in strengths for number in links.values())
        named |= links
    assert named == {f"#besluit-{one.id}": number for number, one in enumerate(found, 1)}


def test_the_front_page_chooses_conclusions_that_exist(found, everything, html_of):
    cells = json.loads((CHAPTERS / "00_in_een_oogopslag.ipynb").read_text(encoding="utf-8"))["cells"]
    (source,) = [text for cell in cells if "show_main_conclusions(" in (text := "".join(cell["source"]))]
    (chosen,) = [ast.literal_eval(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.List)]
    assert len(set(chosen)) == len(chosen) >= 3
    assert set(chosen) <= {one.id for one in found}
    shown = BeautifulSoup(html_of(show_main_conclusions, chosen, *everything), "html.parser").select("ol > li")
    assert [item["id"] for item in shown] == [f"besluit-{id}" for id in chosen]


def test_a_conclusion_that_does_not_exist_cannot_be_chosen(everything):
    with pytest.raises(KeyError):
        show_main_conclusions(["geen"], *everything)


@pytest.mark.parametrize("real", range(3))
def test_nothing_is_shown_of_real_records(everything, real):
    mixed = [replace(given, synthetic=place != real) for place, given in enumerate(everything)]
    for show in (show_conclusions, lambda *given: show_main_conclusions(["bereik"], *given)):
        with pytest.raises(ConfidentialError):
            show(*mixed)
