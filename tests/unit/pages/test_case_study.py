"""The conclusions of chapter 4.2 as they are told."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from helpers.conclusions.case_study import conclusions
from helpers.data import records
from helpers.dutch.typography import typeset
from helpers.inference.case_study import made_from
from helpers.pages.case_study import show_conclusions
from helpers.tables.disclosure import ConfidentialError


@pytest.fixture(scope="module")
def families():
    return records.load("case_study")


@pytest.fixture(scope="module")
def found(families):
    return made_from(families)


def test_each_conclusion_is_told_with_its_judgement(found, families, html_of):
    soup = BeautifulSoup(html_of(show_conclusions, families), "html.parser")
    for heard in soup.select(".opk-heard"):
        heard.decompose()
    told = [item.get_text() for item in soup.select("ol > li")]
    assert told == [typeset(f"{one.claim}{one.judgement}Waarom?{one.because}") for one in conclusions(found)]


def test_nothing_of_real_families_is_shown(families):
    with pytest.raises(ConfidentialError):
        show_conclusions(replace(families, synthetic=False))
