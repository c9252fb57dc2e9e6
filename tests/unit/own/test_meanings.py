"""What the columns and answers of a registration mean."""

import json
import re

import pytest

from helpers.data import codebook
from helpers.data.workbook import form, own_codebook
from helpers.data.workbook.settings import Programme, Referrer, Settings
from helpers.own.meanings import meanings

SETTINGS = Settings(
    "Elders",
    (Programme("Lang", is_long=True), Programme("Kort")),
    "2024-01",
    "2025-12",
    referrers=(Referrer("Ons Huis", is_internal=True), Referrer("Kliniek")),
    partners=("De Brug", "Het Punt"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("codebook")
    own_codebook.write(SETTINGS, folder)
    with codebook.using(folder):
        yield meanings(SETTINGS, ("registration", "case_study", "interviews"))


def test_every_column_of_the_form_is_explained_and_partners_once(made):
    for kind, asked in made["questions"].items():
        columns = [column.name for column in form.columns(kind) if not form.partner_of(column.name)]
        assert [one["id"] for one in asked] == columns
    assert made["partners"] == ["De Brug", "Het Punt"]


def test_the_answers_are_those_of_the_city(made):
    answers = {one["id"]: one["answers"] for one in made["questions"]["registration"]}
    assert answers["programme"] == ["Lang", "Kort"]
    assert answers["referrer"] == ["Ons Huis", "Kliniek"]
    assert made["internal_referrers"] == ["Ons Huis"]


def test_every_score_says_what_it_means(made):
    """A score that the instrument leaves empty is not there."""
    for kind, best in (("case_study", "5"), ("interviews", "4")):
        scored = [one for one in made["questions"][kind] if one["id"] not in codebook.variables(kind)]
        assert len(scored) > 10
        for one in scored:
            assert [answer for answer in one["answers"] if not re.fullmatch(r"[1-5]: .+", answer)] == []
            assert one["answers"][-1].startswith(best)


def test_only_kinds_of_missing_answers_that_can_occur_are_explained():
    without, with_interviews = (meanings(SETTINGS, kinds)["missing"] for kinds in (["registration"], ["interviews"]))
    assert "Geen score" not in without and "Geen score" in with_interviews


@pytest.mark.parametrize("about", ["OPkomst", "Mechelen", "SYN-", "onderzoek", "bijlage", "rapport", "verzonnen"])
def test_nothing_is_said_about_the_report(made, about):
    assert about not in json.dumps(made, ensure_ascii=False)
