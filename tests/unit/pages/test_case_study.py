"""The conclusions of chapter 4.2 as they are told."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from helpers.conclusions.case_study import conclusions
from helpers.data import records
from helpers.inference.case_study import made_from
from helpers.pages import case_study
from helpers.tables.disclosure import ConfidentialError


@pytest.fixture(scope="module")
def found():
    return made_from(records.load("case_study"))


def test_each_conclusion_is_told_with_its_judgement(found):
    soup = BeautifulSoup(case_study.conclusions_html(found), "html.parser")
    told = [item.get_text() for item in soup.select("ol > li")]
    assert told == [f"{one.claim}{one.judgement}{one.because}" for one in conclusions(found)]


def test_nothing_of_real_families_is_shown(found):
    with pytest.raises(ConfidentialError):
        case_study.conclusions_html(replace(found, counts=replace(found.counts, synthetic=False)))
